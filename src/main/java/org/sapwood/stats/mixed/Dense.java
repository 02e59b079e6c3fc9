package org.sapwood.stats.mixed;

/** Small dense kernels on square matrices stored row by row. */
final class Dense {
    private Dense() {}

    /**
     * Cholesky factor in place: the lower triangle of a becomes L with a = LL'. The upper triangle is set to zero.
     *
     * @return the logarithm of the determinant of a, or NaN when a is not positive definite
     */
    static double cholesky(double[] a, int n) {
        double logDeterminant = 0;
        for (int j = 0; j < n; j++) {
            int rowJ = j * n;
            double original = a[rowJ + j];
            double d = original;
            for (int k = 0; k < j; k++) {
                d -= a[rowJ + k] * a[rowJ + k];
            }
            if (!(d > original * 1e-14) || !(d < Double.POSITIVE_INFINITY)) {
                return Double.NaN;
            }
            double root = Math.sqrt(d);
            a[rowJ + j] = root;
            logDeterminant += StrictMath.log(d);
            for (int i = j + 1; i < n; i++) {
                int rowI = i * n;
                double s = a[rowI + j];
                for (int k = 0; k < j; k++) {
                    s -= a[rowI + k] * a[rowJ + k];
                }
                a[rowI + j] = s / root;
            }
            for (int i = j + 1; i < n; i++) {
                a[rowJ + i] = 0;
            }
        }
        return logDeterminant;
    }

    /** {@return the inverse of a lower triangular matrix} */
    static double[] invertLower(double[] lower, int n) {
        double[] inverse = new double[n * n];
        for (int j = 0; j < n; j++) {
            inverse[j * n + j] = 1 / lower[j * n + j];
            for (int i = j + 1; i < n; i++) {
                double s = 0;
                for (int k = j; k < i; k++) {
                    s -= lower[i * n + k] * inverse[k * n + j];
                }
                inverse[i * n + j] = s / lower[i * n + i];
            }
        }
        return inverse;
    }

    /** {@return K'K of a lower triangular K, the inverse of LL' when K is the inverse of L} */
    static double[] crossLower(double[] k, int n) {
        double[] product = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double s = 0;
                for (int r = i; r < n; r++) {
                    s += k[r * n + i] * k[r * n + j];
                }
                product[i * n + j] = s;
                product[j * n + i] = s;
            }
        }
        return product;
    }

    /** Writes the product ab of two n × n matrices. */
    static void multiply(double[] a, double[] b, int n, double[] out) {
        for (int i = 0; i < n; i++) {
            int row = i * n;
            for (int j = 0; j < n; j++) {
                out[row + j] = 0;
            }
            for (int k = 0; k < n; k++) {
                double x = a[row + k];
                if (x != 0) {
                    int other = k * n;
                    for (int j = 0; j < n; j++) {
                        out[row + j] += x * b[other + j];
                    }
                }
            }
        }
    }

    /** {@return the product ab of two n × n matrices} */
    static double[] multiply(double[] a, double[] b, int n) {
        double[] out = new double[n * n];
        multiply(a, b, n, out);
        return out;
    }

    /** {@return the product of a matrix with n columns and a vector} */
    static double[] multiplyVector(double[] a, double[] x) {
        int n = x.length;
        double[] out = new double[a.length / Math.max(1, n)];
        for (int i = 0; i < out.length; i++) {
            double s = 0;
            for (int j = 0; j < n; j++) {
                s += a[i * n + j] * x[j];
            }
            out[i] = s;
        }
        return out;
    }

    static double dot(double[] x, double[] y) {
        double s = 0;
        for (int i = 0; i < x.length; i++) {
            s += x[i] * y[i];
        }
        return s;
    }

    /** {@return x'Ay} */
    static double quadratic(double[] x, double[] a, double[] y) {
        return dot(x, multiplyVector(a, y));
    }

    static double largest(double[] x) {
        double largest = 0;
        for (double value : x) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }

    /** {@return the lower triangle with diagonal of an n × n matrix, row after row} */
    static int packed(int n) {
        return n * (n + 1) / 2;
    }
}
