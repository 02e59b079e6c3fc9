package org.sapwood.stats.survival;

import java.util.List;

/**
 * The discrete logistic likelihood at one event time: the d subjects with the event, among all subsets of d of those at risk,
 * a subset having weight Π r with r = exp(η).
 *
 * <p>The elementary symmetric function of the r and its first two derivatives are built up subject by subject (Gail MH,
 * Lubin JH, Rubinstein LV (1981), Biometrika 68:703–707). The r are first turned into probabilities
 * {@code c r / (1 + c r)}, with c such that about d subjects are expected: the recursion is then that of a distribution of
 * counts and neither overflows nor vanishes.
 */
final class ConditionalSubset {
    private final CoxData data;
    private final double[] risk;
    private final List<Integer> members;

    ConditionalSubset(CoxData data, double[] beta, double shift, List<Integer> members) {
        this.data = data;
        this.members = members;
        this.risk = new double[members.size()];
        for (int i = 0; i < risk.length; i++) {
            risk[i] = StrictMath.exp(PartialLikelihood.dot(beta, data.covariates(members.get(i))) - shift);
        }
    }

    /**
     * Takes the expected covariate sum from {@code score} and adds its covariance to {@code information}.
     *
     * @return the log of the sum of weights over all subsets of size d
     */
    double subtract(int d, double[] score, double[][] information) {
        int p = score.length;
        int n = risk.length;
        double mean = 0;
        for (double r : risk) {
            mean += r / n;
        }
        double c = d / ((n - d + 1.0) * mean);
        double[] f = new double[d + 1];
        double[][] g = new double[d + 1][p];
        double[][][] h = new double[d + 1][p][p];
        f[0] = 1;
        double logScale = -d * StrictMath.log(c);
        for (int i = 0; i < n; i++) {
            double odds = c * risk[i];
            double in = odds / (1 + odds);
            double out = 1 / (1 + odds);
            logScale += StrictMath.log1p(odds);
            double[] x = data.covariates(members.get(i));
            for (int k = Math.min(d, i + 1); k >= 0; k--) {
                for (int j = 0; j < p; j++) {
                    for (int l = 0; l <= j; l++) {
                        double from = k == 0
                                ? 0
                                : h[k - 1][j][l] + x[j] * g[k - 1][l] + x[l] * g[k - 1][j] + x[j] * x[l] * f[k - 1];
                        h[k][j][l] = out * h[k][j][l] + in * from;
                    }
                }
                for (int j = 0; j < p; j++) {
                    g[k][j] = out * g[k][j] + (k == 0 ? 0 : in * (g[k - 1][j] + x[j] * f[k - 1]));
                }
                f[k] = out * f[k] + (k == 0 ? 0 : in * f[k - 1]);
            }
        }
        for (int j = 0; j < p; j++) {
            double expected = g[d][j] / f[d];
            score[j] -= expected;
            for (int l = 0; l <= j; l++) {
                double v = h[d][j][l] / f[d] - expected * (g[d][l] / f[d]);
                information[j][l] += v;
                if (l < j) {
                    information[l][j] += v;
                }
            }
        }
        return StrictMath.log(f[d]) + logScale;
    }
}
