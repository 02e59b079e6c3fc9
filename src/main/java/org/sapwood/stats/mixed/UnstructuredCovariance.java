package org.sapwood.stats.mixed;

/**
 * Σ = LL' with L = diag(exp θ₁ … exp θ_m) L̃, L̃ unit lower triangular with the remaining θ below its diagonal, row by
 * row. Any θ gives a positive definite Σ.
 */
final class UnstructuredCovariance implements CovarianceFunction {
    private final int m;

    UnstructuredCovariance(int occasions) {
        m = occasions;
    }

    @Override
    public int parameters() {
        return Dense.packed(m);
    }

    @Override
    public boolean isShared() {
        return true;
    }

    @Override
    public CovarianceJet at(double[] theta, int[] slots) {
        return new Jet(theta);
    }

    @Override
    public double[] start(double[] moments, int slots) {
        double[] l = StartingValues.positiveDefinite(moments, m);
        Dense.cholesky(l, m);
        double[] theta = new double[parameters()];
        for (int i = 0, k = m; i < m; i++) {
            theta[i] = StrictMath.log(l[i * m + i]);
            for (int j = 0; j < i; j++) {
                theta[k++] = l[i * m + j] / l[i * m + i];
            }
        }
        return theta;
    }

    private final class Jet implements CovarianceJet {
        private final double[] l = new double[m * m];
        private final double[] value = new double[m * m];
        private final double[][] first = new double[parameters()][m * m];
        private final int[] row = new int[parameters()];
        private final int[] column = new int[parameters()];

        Jet(double[] theta) {
            for (int i = 0, k = m; i < m; i++) {
                double d = StrictMath.exp(theta[i]);
                row[i] = i;
                column[i] = -1;
                l[i * m + i] = d;
                for (int j = 0; j < i; j++) {
                    l[i * m + j] = d * theta[k];
                    row[k] = i;
                    column[k++] = j;
                }
            }
            for (int i = 0; i < m; i++) {
                for (int j = 0; j <= i; j++) {
                    double s = 0;
                    for (int k = 0; k <= j; k++) {
                        s += l[i * m + k] * l[j * m + k];
                    }
                    value[i * m + j] = s;
                    value[j * m + i] = s;
                }
            }
            for (int k = 0; k < first.length; k++) {
                int i = row[k];
                // row i of ∂L/∂θ_k is L's own row, or d_i in one column; all other rows are zero
                for (int c = 0; c < m; c++) {
                    double x = column[k] < 0 ? value[i * m + c] : l[i * m + i] * l[c * m + column[k]];
                    first[k][i * m + c] += x;
                    first[k][c * m + i] += x;
                }
            }
        }

        @Override
        public double[] value() {
            return value;
        }

        @Override
        public double[][] first() {
            return first;
        }

        @Override
        public boolean second(int k, int s, double[] out) {
            int i = row[k];
            int j = row[s];
            int a = column[k];
            int b = column[s];
            double cross = a < 0
                    ? b < 0 ? value[i * m + j] : l[i * m + b] * l[j * m + j]
                    : b < 0 ? l[j * m + a] * l[i * m + i] : a == b ? l[i * m + i] * l[j * m + j] : 0;
            boolean sameRow = i == j && (a < 0 || b < 0);
            if (cross == 0 && !sameRow) {
                return false;
            }
            java.util.Arrays.fill(out, 0);
            out[i * m + j] += cross;
            out[j * m + i] += cross;
            if (sameRow) {
                int c = Math.max(a, b);
                for (int r = 0; r < m; r++) {
                    double x = c < 0 ? value[i * m + r] : l[i * m + i] * l[r * m + c];
                    out[i * m + r] += x;
                    out[r * m + i] += x;
                }
            }
            return true;
        }
    }
}
