package org.sapwood.stats.mixed;

import java.util.Arrays;

/**
 * Σ_ab = σ_a σ_b R_ab(ρ) with θ = (log σ, κ) and ρ = κ/√(1+κ²), except that a correlation common to all m occasions is
 * ρ = (1+c) logistic(κ) − c with c = 1/(m−1), which covers just the positive definite range. For the Toeplitz form not
 * every θ gives a positive definite Σ; the optimiser refuses those that do not.
 */
final class ScaledCorrelation implements CovarianceFunction {
    private final int m;
    private final CorrelationForm form;
    private final int scales;
    private final int correlations;

    /**
     * @param occasions m ≥ 2
     * @param form of the correlation matrix
     * @param heterogeneous whether every occasion has its own σ
     */
    ScaledCorrelation(int occasions, CorrelationForm form, boolean heterogeneous) {
        m = occasions;
        this.form = form;
        scales = heterogeneous ? m : 1;
        correlations = form.parameters(m);
    }

    @Override
    public int parameters() {
        return scales + correlations;
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
        double[] s = StartingValues.positiveDefinite(moments, m);
        double[] theta = new double[parameters()];
        double mean = 0;
        for (int i = 0; i < m; i++) {
            mean += s[i * m + i] / m;
        }
        for (int i = 0; i < scales; i++) {
            theta[i] = 0.5 * StrictMath.log(scales == 1 ? mean : s[i * m + i]);
        }
        double[] rho = new double[correlations];
        for (int k = 0; k < correlations; k++) {
            double r = switch (form) {
                case COMMON -> Math.max(-0.5 / (m - 1), StartingValues.meanCorrelation(s, m, 0));
                case AUTOREGRESSIVE -> StartingValues.meanCorrelation(s, m, 1);
                case TOEPLITZ -> StartingValues.meanCorrelation(s, m, k + 1);
                case ANTE_DEPENDENT -> s[(k + 1) * m + k] / Math.sqrt(s[k * m + k] * s[(k + 1) * m + k + 1]);
            };
            rho[k] = Math.max(-0.95, Math.min(0.95, r));
        }
        for (double keep = 1; ; keep *= 0.8) {
            for (int k = 0; k < correlations; k++) {
                double r = rho[k] * keep;
                theta[scales + k] = form.unlinked(r, m);
            }
            if (!Double.isNaN(Dense.cholesky(new Jet(theta).value.clone(), m))) {
                return theta;
            }
        }
    }

    private final class Jet implements CovarianceJet {
        private final double[] value = new double[m * m];
        private final double[][] first = new double[parameters()][m * m];
        private final double[] sigma = new double[m];
        private final double[] rho = new double[correlations];
        private final double[] slope = new double[correlations];
        private final double[] curvature = new double[correlations];

        Jet(double[] theta) {
            for (int i = 0; i < m; i++) {
                sigma[i] = StrictMath.exp(theta[scales == 1 ? 0 : i]);
            }
            for (int k = 0; k < correlations; k++) {
                double[] link = form.linked(theta[scales + k], m);
                rho[k] = link[0];
                slope[k] = link[1];
                curvature[k] = link[2];
            }
            for (int a = 0; a < m; a++) {
                set(value, a, a, sigma[a] * sigma[a]);
                for (int b = a + 1; b < m; b++) {
                    double scale = sigma[a] * sigma[b];
                    set(value, a, b, scale * form.value(rho, a, b));
                    for (int k = 0; k < correlations; k++) {
                        set(first[scales + k], a, b, scale * form.first(rho, k, a, b) * slope[k]);
                    }
                }
            }
            for (int i = 0; i < scales; i++) {
                for (int a = 0; a < m; a++) {
                    for (int b = a; b < m; b++) {
                        set(first[i], a, b, multiplicity(i, a, b) * value[a * m + b]);
                    }
                }
            }
        }

        /** How often σ_i is a factor of Σ_ab. */
        private int multiplicity(int i, int a, int b) {
            return scales == 1 ? 2 : (i == a ? 1 : 0) + (i == b ? 1 : 0);
        }

        private void set(double[] matrix, int a, int b, double x) {
            matrix[a * m + b] = x;
            matrix[b * m + a] = x;
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
            int high = Math.max(k, l);
            int low = Math.min(k, l);
            Arrays.fill(out, 0);
            for (int a = 0; a < m; a++) {
                for (int b = a; b < m; b++) {
                    double x;
                    if (low < scales) {
                        x = multiplicity(low, a, b) * first[high][a * m + b];
                    } else if (a == b) {
                        x = 0;
                    } else {
                        int i = low - scales;
                        int j = high - scales;
                        x = form.second(rho, i, j, a, b) * slope[i] * slope[j];
                        if (i == j) {
                            x += form.first(rho, i, a, b) * curvature[i];
                        }
                        x *= sigma[a] * sigma[b];
                    }
                    set(out, a, b, x);
                }
            }
            return true;
        }
    }
}
