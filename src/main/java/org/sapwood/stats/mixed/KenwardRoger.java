package org.sapwood.stats.mixed;

/**
 * The covariance of the coefficients adjusted for the covariance parameters being estimated:
 * Φ + 2Φ{Σ_kl w_kl (Q_kl − P_kΦP_l − ¼R_kl)}Φ, with w the covariance of the parameter estimates, P_k = X'W_kX,
 * Q_kl = X'WV_kWV_lWX and R_kl = X'WV_klWX; the linear form leaves R out.
 *
 * <p>Source: Kenward and Roger (1997), Biometrics 53, 983–997; the w here is twice the inverse observed Hessian of −2ℓ,
 * as in SAS and mmrm.
 */
final class KenwardRoger {
    private KenwardRoger() {}

    static double[] adjusted(
            MarginalLikelihood likelihood,
            MarginalLikelihood.Point point,
            MarginalLikelihood.Slope slope,
            double[] w,
            boolean linear) {
        int p = likelihood.data().rank();
        int total = likelihood.parameters();
        double[] phi = Dense.crossLower(point.factor(), p);
        double[] middle = likelihood.secondOrder(point, w, linear);
        for (int k = 0; k < total; k++) {
            double[] mixed = new double[p * p];
            for (int l = 0; l < total; l++) {
                double x = w[k * total + l];
                double[] pl = slope.information()[l];
                for (int i = 0; i < mixed.length; i++) {
                    mixed[i] += x * pl[i];
                }
            }
            double[] product = Dense.multiply(Dense.multiply(slope.information()[k], phi, p), mixed, p);
            for (int i = 0; i < p; i++) {
                for (int j = 0; j < p; j++) {
                    middle[i * p + j] -= (product[i * p + j] + product[j * p + i]) / 2;
                }
            }
        }
        double[] adjustment = Dense.multiply(Dense.multiply(phi, middle, p), phi, p);
        for (int i = 0; i < phi.length; i++) {
            phi[i] += 2 * adjustment[i];
        }
        return phi;
    }

    /**
     * Degrees of freedom and scale of the F statistic of a hypothesis of rank q.
     *
     * @param q rank of the hypothesis
     * @param a1 Σ_kl w_kl tr(ΘΦP_kΦ) tr(ΘΦP_lΦ)
     * @param a2 Σ_kl w_kl tr(ΘΦP_kΦ ΘΦP_lΦ)
     * @return m and λ
     */
    static double[] degreesOfFreedomAndScale(int q, double a1, double a2) {
        double b = (a1 + 6 * a2) / (2 * q);
        double e = 1 / (1 - a2 / q);
        double g = ((q + 1) * a1 - (q + 4) * a2) / ((q + 2) * a2);
        double denominator = 3 * q + 2 * (1 - g);
        double c1 = g / denominator;
        double c2 = (q - g) / denominator;
        double c3 = (q + 2 - g) / denominator;
        double v = 2.0 / q * (1 + c1 * b) / ((1 - c2 * b) * (1 - c2 * b) * (1 - c3 * b));
        double rho = v / (2 * e * e);
        double m = 4 + (q + 2) / (q * rho - 1);
        return new double[] {m, m / (e * (m - 2))};
    }
}
