package org.sapwood.stats.mixed;

/**
 * Sums of cross-products kept packed: for a pattern, one block S_ab = Σ_i z_ia z_ib' of q entries per pair of occasions
 * b ≤ a, with z the row of the design and the response.
 */
final class PackedProducts {
    private PackedProducts() {}

    /** Adds Σ_ab W_ab S_ab over a ≤ b. */
    static void accumulate(double[] s, double[] w, int size, int q, double[] total) {
        int at = 0;
        for (int a = 0; a < size; a++) {
            for (int b = 0; b <= a; b++, at += q) {
                double x = w[a * size + b];
                for (int i = 0; i < q; i++) {
                    total[i] += x * s[at + i];
                }
            }
        }
    }

    /** Splits packed [A, b; b', ·] into the symmetric p × p matrix A and the vector b. */
    static void unpack(double[] packed, int p, double[] a, double[] b) {
        int at = 0;
        for (int r = 0; r < p; r++) {
            for (int c = 0; c <= r; c++) {
                a[r * p + c] = packed[at];
                a[c * p + r] = packed[at++];
            }
        }
        System.arraycopy(packed, at, b, 0, p);
    }

    /** {@return the symmetric U_ab = tr(Ψ Σ_i z_ia z_ib')} */
    static double[] contract(double[] psi, double[] s, int size, int q) {
        double[] u = new double[size * size];
        int at = 0;
        for (int a = 0; a < size; a++) {
            for (int b = 0; b <= a; b++, at += q) {
                double x = 0;
                for (int i = 0; i < q; i++) {
                    x += psi[i] * s[at + i];
                }
                u[a * size + b] = a == b ? x : x / 2;
                u[b * size + a] = u[a * size + b];
            }
        }
        return u;
    }

    /** products_k −= Σ_ab (WV_kW)_ab S_ab, four pairs at a time. */
    static void addProducts(double[][] minus, int size, double[] s, int q, int offset, double[][] products) {
        int pairs = Dense.packed(size);
        int[] entry = new int[pairs];
        for (int a = 0, i = 0; a < size; a++) {
            for (int b = 0; b <= a; b++) {
                entry[i++] = a * size + b;
            }
        }
        int i = 0;
        for (; i + 4 <= pairs; i += 4) {
            int s0 = i * q;
            int s1 = s0 + q;
            int s2 = s1 + q;
            int s3 = s2 + q;
            for (int k = 0; k < minus.length; k++) {
                double[] w = minus[k];
                addFour(
                        products[offset + k],
                        s,
                        s0,
                        s1,
                        s2,
                        s3,
                        w[entry[i]],
                        w[entry[i + 1]],
                        w[entry[i + 2]],
                        w[entry[i + 3]],
                        q);
            }
        }
        for (; i < pairs; i++) {
            for (int k = 0; k < minus.length; k++) {
                double[] out = products[offset + k];
                double w = minus[k][entry[i]];
                int at = i * q;
                for (int j = 0; j < q; j++) {
                    out[j] -= w * s[at + j];
                }
            }
        }
    }

    private static void addFour(
            double[] out,
            double[] s,
            int s0,
            int s1,
            int s2,
            int s3,
            double w0,
            double w1,
            double w2,
            double w3,
            int q) {
        for (int j = 0; j < q; j++) {
            out[j] -= w0 * s[s0 + j] + w1 * s[s1 + j] + w2 * s[s2 + j] + w3 * s[s3 + j];
        }
    }

    /** {@return KAK' packed with off-diagonals times √2, so that dot products are traces} */
    static double[] sandwich(double[] k, double[] a, int p) {
        double[] ka = new double[p * p];
        for (int i = 0; i < p; i++) {
            for (int r = 0; r <= i; r++) {
                double x = k[i * p + r];
                int row = r * p;
                int out = i * p;
                for (int j = 0; j < p; j++) {
                    ka[out + j] += x * a[row + j];
                }
            }
        }
        double[] packed = new double[Dense.packed(p)];
        double root = Math.sqrt(2);
        int at = 0;
        for (int i = 0; i < p; i++) {
            for (int j = 0; j <= i; j++) {
                double x = 0;
                for (int r = 0; r <= j; r++) {
                    x += ka[i * p + r] * k[j * p + r];
                }
                packed[at++] = i == j ? x : root * x;
            }
        }
        return packed;
    }
}
