package org.sapwood.stats.survival;

import java.util.Map;
import java.util.TreeMap;

/**
 * The sandwich covariance of Cox coefficients, {@code V (Σ_c u_c u_c') V}: V the inverse information, u_c the sum of the score
 * residuals of cluster c. It stays valid when hazards are not proportional or when the rows of a cluster are dependent.
 *
 * <p>Source: Lin DY, Wei LJ (1989), J Am Stat Assoc 84:1074–1078.
 */
public final class RobustCovariance {
    private RobustCovariance() {}

    /**
     * Every subject is a cluster of its own.
     *
     * @param model a fit with Efron's or Breslow's handling of ties
     * @return the covariance of all coefficients
     */
    public static double[][] of(CoxModel model) {
        int[] own = new int[model.data().size()];
        for (int i = 0; i < own.length; i++) {
            own[i] = i;
        }
        return clustered(model, own);
    }

    /**
     * Clustered rows.
     *
     * @param model a fit with Efron's or Breslow's handling of ties
     * @param cluster any number per row of the data; equal numbers are one cluster
     * @return the covariance of all coefficients
     * @throws IllegalArgumentException for the discrete likelihood, which has no score residuals
     */
    public static double[][] clustered(CoxModel model, int[] cluster) {
        double[][] residuals = scoreResiduals(model);
        int p = model.data().covariates();
        Map<Integer, double[]> sums = new TreeMap<>();
        for (int i = 0; i < residuals.length; i++) {
            double[] sum = sums.computeIfAbsent(cluster[i], key -> new double[p]);
            for (int j = 0; j < p; j++) {
                sum[j] += residuals[i][j];
            }
        }
        double[][] covariance = new double[p][p];
        for (double[] sum : sums.values()) {
            double[] change = model.information().solve(sum);
            for (int j = 0; j < p; j++) {
                for (int l = 0; l < p; l++) {
                    covariance[j][l] += change[j] * change[l];
                }
            }
        }
        return covariance;
    }

    /**
     * Score residuals: what each subject contributes to the score, its own event minus what it was expected to contribute while
     * at risk.
     *
     * @param model a fit with Efron's or Breslow's handling of ties
     * @return one row per subject, in the caller's order; columns sum to zero at the estimate
     */
    public static double[][] scoreResiduals(CoxModel model) {
        if (model.ties() == TieHandling.DISCRETE) {
            throw new IllegalArgumentException("score residuals need Efron's or Breslow's handling of ties");
        }
        CoxData data = model.data();
        double[][] residuals = new double[data.size()][data.covariates()];
        int[] order = data.order();
        for (int from = 0; from < order.length; ) {
            int to = from;
            while (to < order.length && data.stratum(order[to]) == data.stratum(order[from])) {
                to++;
            }
            addStratum(model, from, to, residuals);
            from = to;
        }
        return residuals;
    }

    private static void addStratum(CoxModel model, int from, int to, double[][] residuals) {
        CoxData data = model.data();
        int[] order = data.order();
        int p = data.covariates();
        double[] beta = model.beta();
        double s0 = 0;
        double[] s1 = new double[p];
        for (int i = from; i < to; ) {
            double time = data.time(order[i]);
            double d0 = 0;
            double[] d1 = new double[p];
            int d = 0;
            for (; i < to && data.time(order[i]) == time; i++) {
                double[] x = data.covariates(order[i]);
                double risk = StrictMath.exp(PartialLikelihood.dot(beta, x));
                s0 += risk;
                for (int j = 0; j < p; j++) {
                    s1[j] += risk * x[j];
                }
                if (data.isEvent(order[i])) {
                    d++;
                    d0 += risk;
                    for (int j = 0; j < p; j++) {
                        d1[j] += risk * x[j];
                    }
                }
            }
            for (int k = 0; k < d; k++) {
                double gone = model.ties() == TieHandling.EFRON ? (double) k / d : 0;
                double denominator = s0 - gone * d0;
                for (int r = from; r < i; r++) {
                    int row = order[r];
                    double[] x = data.covariates(row);
                    boolean dies = data.time(row) == time && data.isEvent(row);
                    double risk = StrictMath.exp(PartialLikelihood.dot(beta, x)) * (dies ? 1 - gone : 1);
                    for (int j = 0; j < p; j++) {
                        double distance = x[j] - (s1[j] - gone * d1[j]) / denominator;
                        residuals[row][j] += distance * ((dies ? 1.0 / d : 0) - risk / denominator);
                    }
                }
            }
        }
    }
}
