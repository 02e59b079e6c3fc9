package org.sapwood.stats.sequential;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * How much of an error probability may be used up by information fraction t.
 *
 * <p>Source: Lan KKG, DeMets DL (1983), Biometrika 70:659–663; Hwang IK, Shih WJ, DeCani JS (1990), Stat Med 9:1439–1445;
 * Kim K, DeMets DL (1987), Biometrika 74:149–154.
 */
public sealed interface SpendingFunction {

    /** {@code 2 (1 − Φ(z(α/2) / √t))}: close to O'Brien–Fleming boundaries. */
    record LanDeMetsObrienFleming() implements SpendingFunction {
        @Override
        public double spent(double t, double alpha) {
            NormalDistribution normal = NormalDistribution.of(0, 1);
            return t <= 0
                    ? 0
                    : 2 * normal.survivalProbability(normal.inverseSurvivalProbability(alpha / 2) / Math.sqrt(t));
        }
    }

    /** {@code α log(1 + (e − 1) t)}: close to Pocock boundaries. */
    record LanDeMetsPocock() implements SpendingFunction {
        @Override
        public double spent(double t, double alpha) {
            return alpha * StrictMath.log1p((StrictMath.E - 1) * t);
        }
    }

    /**
     * {@code α (1 − exp(−γ t)) / (1 − exp(−γ))}, linear when γ = 0.
     *
     * @param gamma γ; −4 is near O'Brien–Fleming, 1 near Pocock
     */
    record HwangShihDeCani(double gamma) implements SpendingFunction {
        @Override
        public double spent(double t, double alpha) {
            return gamma == 0 ? alpha * t : alpha * StrictMath.expm1(-gamma * t) / StrictMath.expm1(-gamma);
        }
    }

    /**
     * {@code α t^ρ}.
     *
     * @param rho ρ, above 0
     */
    record KimDeMets(double rho) implements SpendingFunction {
        public KimDeMets {
            if (!(rho > 0)) {
                throw new IllegalArgumentException("expected a power above 0, found " + rho);
            }
        }

        @Override
        public double spent(double t, double alpha) {
            return alpha * StrictMath.pow(t, rho);
        }
    }

    /**
     * The error used up.
     *
     * @param t information fraction in [0, 1]
     * @param alpha the whole error, spent at t = 1
     * @return between 0 and {@code alpha}
     */
    double spent(double t, double alpha);

    /**
     * The error used up at each of several looks.
     *
     * @param information increasing information fractions
     * @param alpha the whole error
     * @return cumulative
     */
    default double[] spent(double[] information, double alpha) {
        double[] spent = new double[information.length];
        for (int k = 0; k < spent.length; k++) {
            spent[k] = spent(information[k], alpha);
        }
        return spent;
    }
}
