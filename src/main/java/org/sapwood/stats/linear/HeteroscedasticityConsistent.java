package org.sapwood.stats.linear;

import org.sapwood.stats.Estimable;
import org.sapwood.stats.Estimable.Reason;

/**
 * Covariance matrices of regression coefficients that hold when error variances differ ("sandwich", White 1980):
 * B (Σ ωᵢ xᵢxᵢ') B with B the inverse information, ωᵢ from the score residual eᵢ and the leverage hᵢ.
 */
public enum HeteroscedasticityConsistent {
    /** ω = e² (White 1980). */
    HC0,
    /** ω = e² n/(n − p) (Hinkley 1977). */
    HC1,
    /** ω = e²/(1 − h) (Horn, Horn and Duncan 1975). */
    HC2,
    /** ω = e²/(1 − h)² (Davidson and MacKinnon 1993). */
    HC3,
    /** ω = e²/(1 − h)^δ, δ = min(4, nh/p) (Cribari-Neto 2004). */
    HC4,
    /** ω = e²/(1 − h)^δ, δ = min(1, nh/p) + min(1.5, nh/p) (Cribari-Neto and da Silva 2011). */
    HC4M,
    /** ω = e²/√(1 − h)^δ, δ = min(nh/p, max(4, 0.7 n max h/p)) (Cribari-Neto, Souza and Vasconcellos 2007). */
    HC5;

    /** An observation this near to leverage 1 is fitted exactly: it alone determines a coefficient. */
    private static final double ALONE = 1e-10;

    /**
     * The covariance matrix of a linear model.
     *
     * @param model the fit
     * @return one row and column per column of the design, zeros for aliased ones; NaN from {@code HC2} on when an
     *     observation alone determines a coefficient
     */
    public double[][] covariance(LinearModel model) {
        return covariance(
                model.design().rows(), model.residuals(), model.leverages(), model.rank(), model.unscaledCovariance());
    }

    /**
     * The covariance matrix of any model whose score contributions are eᵢxᵢ.
     *
     * @param x the design, one array per observation
     * @param e the score residuals
     * @param h the leverages
     * @param p the number of estimated coefficients
     * @param bread the inverse information B
     * @return B (Σ ωᵢ xᵢxᵢ') B
     */
    public double[][] covariance(double[][] x, double[] e, double[] h, int p, double[][] bread) {
        int n = x.length;
        int k = bread.length;
        double highest = 0;
        for (double leverage : h) {
            highest = Math.max(highest, leverage);
        }
        double[][] meat = new double[k][k];
        for (int i = 0; i < n; i++) {
            double omega = e[i] * e[i] * inflation(n, p, h[i], highest);
            for (int a = 0; a < k; a++) {
                for (int b = 0; b < k; b++) {
                    meat[a][b] += omega * x[i][a] * x[i][b];
                }
            }
        }
        return sandwich(bread, meat);
    }

    /** Infinite weights of a residual of zero have no value; NaN says so for every entry they reach. */
    private double inflation(int n, int p, double h, double highest) {
        if (this != HC0 && this != HC1 && 1 - h < ALONE) {
            return Double.NaN;
        }
        double ratio = n * h / p;
        return switch (this) {
            case HC0 -> 1;
            case HC1 -> (double) n / (n - p);
            case HC2 -> 1 / (1 - h);
            case HC3 -> 1 / ((1 - h) * (1 - h));
            case HC4 -> StrictMath.pow(1 - h, -Math.min(4, ratio));
            case HC4M -> StrictMath.pow(1 - h, -(Math.min(1, ratio) + Math.min(1.5, ratio)));
            case HC5 -> StrictMath.pow(1 - h, -0.5 * Math.min(ratio, Math.max(4, 0.7 * n * highest / p)));
        };
    }

    /**
     * Why a variance is of no use: not a number, or not positive.
     *
     * @param <T> what was asked for
     * @param name of the estimate
     * @param variance not positive, or NaN
     * @return the reason
     */
    static <T> Estimable<T> noVariance(String name, double variance) {
        return Double.isNaN(variance)
                ? Estimable.not(
                        Reason.TOO_FEW_OBSERVATIONS,
                        name + " has no robust variance of this kind: an observation alone determines a coefficient")
                : Estimable.not(Reason.ZERO_VARIANCE, name + " has no sampling variance");
    }

    static double[][] sandwich(double[][] bread, double[][] meat) {
        int k = bread.length;
        double[][] half = new double[k][k];
        for (int a = 0; a < k; a++) {
            for (int b = 0; b < k; b++) {
                for (int c = 0; c < k; c++) {
                    half[a][b] += bread[a][c] * meat[c][b];
                }
            }
        }
        double[][] v = new double[k][k];
        for (int a = 0; a < k; a++) {
            for (int b = 0; b < k; b++) {
                for (int c = 0; c < k; c++) {
                    v[a][b] += half[a][c] * bread[c][b];
                }
            }
        }
        return v;
    }
}
