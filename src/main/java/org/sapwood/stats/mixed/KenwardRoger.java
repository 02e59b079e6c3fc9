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
        double[] middle = secondOrder(likelihood, point, w, linear);
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

    /** {@return Σ_kl w_kl (Q_kl − ¼R_kl), without R when linear} */
    private static double[] secondOrder(
            MarginalLikelihood likelihood, MarginalLikelihood.Point point, double[] w, boolean linear) {
        ReducedData data = likelihood.data();
        int p = data.rank();
        int perGroup = likelihood.parametersPerGroup();
        int q = Dense.packed(p + 1);
        double[] total = new double[q];
        int all = likelihood.parameters();
        double[][] curvature = new double[data.groups()][];
        for (int i = 0; i < point.covariances().size(); i++) {
            Pattern pattern = data.patterns().get(i);
            PatternCovariance v = point.covariances().get(i);
            int offset = pattern.group() * perGroup;
            double[] middle = new double[v.size() * v.size()];
            for (int k = 0; k < perGroup; k++) {
                double[] mixed = new double[middle.length];
                for (int l = 0; l < perGroup; l++) {
                    double x = w[(offset + k) * all + offset + l];
                    double[] vl = v.first(l);
                    for (int e = 0; e < mixed.length; e++) {
                        mixed[e] += x * vl[e];
                    }
                }
                double[] term = Dense.multiply(Dense.multiply(v.first(k), v.inverse(), v.size()), mixed, v.size());
                for (int e = 0; e < middle.length; e++) {
                    middle[e] += term[e];
                }
            }
            if (!linear) {
                if (!likelihood.function().isShared() || curvature[pattern.group()] == null) {
                    curvature[pattern.group()] = weightedSecond(v.jet(), w, all, perGroup, offset);
                }
                double[] r = v.gather(curvature[pattern.group()]);
                for (int e = 0; e < middle.length; e++) {
                    middle[e] -= r[e] / 4;
                }
            }
            double[] wmw = Dense.multiply(Dense.multiply(v.inverse(), middle, v.size()), v.inverse(), v.size());
            for (int a = 0; a < v.size(); a++) {
                for (int b = 0; b < a; b++) {
                    wmw[a * v.size() + b] = (wmw[a * v.size() + b] + wmw[b * v.size() + a]) / 2;
                }
            }
            PackedProducts.accumulate(pattern.crossProducts(), wmw, v.size(), q, total);
        }
        double[] a = new double[p * p];
        PackedProducts.unpack(total, p, a, new double[p]);
        return a;
    }

    private static double[] weightedSecond(CovarianceJet jet, double[] w, int all, int perGroup, int offset) {
        double[] out = new double[jet.value().length];
        double[] second = new double[out.length];
        for (int k = 0; k < perGroup; k++) {
            for (int l = 0; l <= k; l++) {
                if (jet.second(k, l, second)) {
                    double x = (k == l ? 1 : 2) * w[(offset + k) * all + offset + l];
                    for (int e = 0; e < out.length; e++) {
                        out[e] += x * second[e];
                    }
                }
            }
        }
        return out;
    }
}
