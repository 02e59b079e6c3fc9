package org.sapwood.stats.rank;

/** The discrete Fourier transform of real numbers, by Cooley and Tukey's (1965) algorithm at half length. */
final class FourierTransform {
    private FourierTransform() {}

    /**
     * The transform {@code X_j = Σ_k x_k exp(−2πi jk/N)}.
     *
     * @param x N numbers, N a power of two, at least 4
     * @return for j from 0 to N/2: the real parts, then the imaginary parts
     */
    static double[][] ofReal(double[] x) {
        int n = x.length;
        int half = n / 2;
        double[] cos = new double[half];
        double[] sin = new double[half];
        cos[0] = 1;
        // One quarter of the circle is computed, the rest is its mirror image.
        for (int k = 1; k < n / 4; k++) {
            cos[k] = StrictMath.cos(2 * Math.PI * k / n);
        }
        for (int k = 1; k < n / 4; k++) {
            sin[k] = -cos[n / 4 - k];
            sin[half - k] = sin[k];
            cos[half - k] = -cos[k];
        }
        sin[n / 4] = -1;
        double[] re = new double[half];
        double[] im = new double[half];
        for (int k = 0; k < half; k++) {
            re[k] = x[2 * k];
            im[k] = x[2 * k + 1];
        }
        transform(re, im, cos, sin);
        double[][] spectrum = new double[2][half + 1];
        for (int j = 0; j <= half; j++) {
            int a = j % half;
            int b = (half - j) % half;
            double evenRe = (re[a] + re[b]) / 2;
            double evenIm = (im[a] - im[b]) / 2;
            double oddRe = (im[a] + im[b]) / 2;
            double oddIm = (re[b] - re[a]) / 2;
            double c = j == half ? -1 : cos[j];
            double s = j == half ? 0 : sin[j];
            spectrum[0][j] = evenRe + c * oddRe - s * oddIm;
            spectrum[1][j] = evenIm + c * oddIm + s * oddRe;
        }
        return spectrum;
    }

    /** In place, with the twiddle factors of twice the length. */
    private static void transform(double[] re, double[] im, double[] cos, double[] sin) {
        int n = re.length;
        for (int i = 1, j = 0; i < n; i++) {
            int bit = n >> 1;
            for (; (j & bit) != 0; bit >>= 1) {
                j ^= bit;
            }
            j ^= bit;
            if (i < j) {
                swap(re, i, j);
                swap(im, i, j);
            }
        }
        for (int length = 2; length <= n; length <<= 1) {
            int half = length / 2;
            int stride = 2 * n / length;
            for (int start = 0; start < n; start += length) {
                for (int k = 0; k < half; k++) {
                    int low = start + k;
                    int high = low + half;
                    double c = cos[k * stride];
                    double s = sin[k * stride];
                    double tr = re[high] * c - im[high] * s;
                    double ti = re[high] * s + im[high] * c;
                    re[high] = re[low] - tr;
                    im[high] = im[low] - ti;
                    re[low] += tr;
                    im[low] += ti;
                }
            }
        }
    }

    private static void swap(double[] x, int i, int j) {
        double kept = x[i];
        x[i] = x[j];
        x[j] = kept;
    }
}
