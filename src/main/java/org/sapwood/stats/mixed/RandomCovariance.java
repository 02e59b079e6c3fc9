package org.sapwood.stats.mixed;

/**
 * Σ = ZGZ' + σ²I for the rows Z of one subject, in two parameterisations.
 *
 * <p>{@code RELATIVE}: θ = (Λ, log σ) with G = σ²ΛΛ' and Λ lower triangular, row by row; any θ is valid and a variance of
 * zero is an interior stationary point. {@code LINEAR}: θ = (G, σ²), the lower triangle of G row by row; second
 * derivatives vanish.
 */
final class RandomCovariance implements CovarianceFunction {
    /** What the parameters are. */
    enum Parameters {
        RELATIVE,
        LINEAR
    }

    private final double[][] z;
    private final int r;
    private final Parameters kind;
    private final double residualVariance;

    /**
     * @param z rows of the random coefficients, by slot
     * @param r number of random coefficients
     * @param kind parameterisation
     * @param residualVariance of least squares, to start from
     */
    RandomCovariance(double[][] z, int r, Parameters kind, double residualVariance) {
        this.z = z;
        this.r = r;
        this.kind = kind;
        this.residualVariance = residualVariance;
    }

    @Override
    public int parameters() {
        return Dense.packed(r) + 1;
    }

    @Override
    public boolean isShared() {
        return false;
    }

    @Override
    public double[] start(double[] moments, int slots) {
        double[] theta = new double[parameters()];
        for (int j = 0, k = 0; j < r; k += ++j + 1) {
            double square = 0;
            for (double[] row : z) {
                square += row[j] * row[j] / z.length;
            }
            theta[k] = square > 0 ? 1 / Math.sqrt(square * r) : 1;
        }
        theta[theta.length - 1] = 0.5 * StrictMath.log(residualVariance / 2);
        return theta;
    }

    /** {@return G row by row} */
    double[] randomCovariance(double[] theta) {
        double[] lambda = lower(theta);
        double scale = StrictMath.exp(2 * theta[theta.length - 1]);
        double[] g = new double[r * r];
        for (int i = 0; i < r; i++) {
            for (int j = 0; j < r; j++) {
                for (int k = 0; k <= Math.min(i, j); k++) {
                    g[i * r + j] += scale * lambda[i * r + k] * lambda[j * r + k];
                }
            }
        }
        return g;
    }

    /** {@return the linear parameters of the same covariance} */
    double[] linear(double[] theta) {
        double[] g = randomCovariance(theta);
        double[] out = new double[theta.length];
        for (int i = 0, k = 0; i < r; i++) {
            for (int j = 0; j <= i; j++) {
                out[k++] = g[i * r + j];
            }
        }
        out[out.length - 1] = StrictMath.exp(2 * theta[theta.length - 1]);
        return out;
    }

    private double[] lower(double[] theta) {
        double[] lambda = new double[r * r];
        for (int i = 0, k = 0; i < r; i++) {
            for (int j = 0; j <= i; j++) {
                lambda[i * r + j] = theta[k++];
            }
        }
        return lambda;
    }

    @Override
    public CovarianceJet at(double[] theta, int[] slots) {
        return kind == Parameters.RELATIVE ? new RelativeJet(theta, slots) : new LinearJet(theta, slots);
    }

    private final class LinearJet implements CovarianceJet {
        private final double[] value;
        private final double[][] first;

        LinearJet(double[] theta, int[] slots) {
            int s = slots.length;
            value = new double[s * s];
            first = new double[parameters()][s * s];
            for (int a = 0; a < s; a++) {
                double[] za = z[slots[a]];
                for (int b = 0; b < s; b++) {
                    double[] zb = z[slots[b]];
                    for (int i = 0, k = 0; i < r; i++) {
                        for (int j = 0; j <= i; j++) {
                            first[k++][a * s + b] = i == j ? za[i] * zb[i] : za[i] * zb[j] + za[j] * zb[i];
                        }
                    }
                }
                first[first.length - 1][a * s + a] = 1;
            }
            for (int k = 0; k < first.length; k++) {
                for (int e = 0; e < value.length; e++) {
                    value[e] += theta[k] * first[k][e];
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
        public boolean second(int k, int l, double[] out) {
            return false;
        }
    }

    private final class RelativeJet implements CovarianceJet {
        private final int s;
        private final double scale;
        /** The rows of Z and of ZΛ, by column. */
        private final double[][] column;

        private final double[][] loaded;
        private final int[] row = new int[parameters()];
        private final int[] factor = new int[parameters()];
        private final double[] value;
        private final double[][] first;

        RelativeJet(double[] theta, int[] slots) {
            s = slots.length;
            scale = StrictMath.exp(2 * theta[theta.length - 1]);
            double[] lambda = lower(theta);
            column = new double[r][s];
            loaded = new double[r][s];
            for (int a = 0; a < s; a++) {
                for (int i = 0; i < r; i++) {
                    column[i][a] = z[slots[a]][i];
                    for (int j = 0; j <= i; j++) {
                        loaded[j][a] += z[slots[a]][i] * lambda[i * r + j];
                    }
                }
            }
            value = new double[s * s];
            for (int a = 0; a < s; a++) {
                for (int b = 0; b < s; b++) {
                    double x = a == b ? 1 : 0;
                    for (int j = 0; j < r; j++) {
                        x += loaded[j][a] * loaded[j][b];
                    }
                    value[a * s + b] = scale * x;
                }
            }
            first = new double[parameters()][s * s];
            for (int i = 0, k = 0; i < r; i++) {
                for (int j = 0; j <= i; j++, k++) {
                    row[k] = i;
                    factor[k] = j;
                    symmetric(column[i], loaded[j], first[k]);
                }
            }
            for (int e = 0; e < value.length; e++) {
                first[first.length - 1][e] = 2 * value[e];
            }
        }

        /** Writes σ²(uv' + vu'). */
        private void symmetric(double[] u, double[] v, double[] out) {
            for (int a = 0; a < s; a++) {
                for (int b = 0; b < s; b++) {
                    out[a * s + b] = scale * (u[a] * v[b] + v[a] * u[b]);
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
        public boolean second(int k, int l, double[] out) {
            int last = first.length - 1;
            if (k == last || l == last) {
                double[] other = first[Math.min(k, l)];
                for (int e = 0; e < out.length; e++) {
                    out[e] = 2 * other[e];
                }
                return true;
            }
            if (factor[k] != factor[l]) {
                return false;
            }
            symmetric(column[row[k]], column[row[l]], out);
            return true;
        }
    }
}
