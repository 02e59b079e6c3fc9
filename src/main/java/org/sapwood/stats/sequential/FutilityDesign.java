package org.sapwood.stats.sequential;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * A one-sided design that may also stop for futility: α is spent on the upper boundary under no effect, β on the lower one
 * under the drift θ at which the trial has power 1 − β. θ is the one for which both meet at the last look.
 *
 * <p>Source: Pampallona S, Tsiatis AA, Kim K (2001), Drug Inf J 35:1113–1121; Anderson KM, Clark JB (2010), Stat Med
 * 29:321–327.
 *
 * @param boundary upper and lower bounds, equal at the last look
 * @param drift θ
 * @param inflation maximum information over that of a fixed design with the same α and β
 */
public record FutilityDesign(StoppingBoundary boundary, double drift, double inflation) {

    /** Whether α is computed as if the lower boundary were always obeyed. */
    public enum Futility {
        /** The lower boundary must be obeyed; α counts on it. */
        BINDING,
        /** The lower boundary may be overruled; α holds without it. */
        NON_BINDING
    }

    /**
     * Finds the design.
     *
     * @param information increasing information fractions, the last 1
     * @param alphaSpending for the upper boundary
     * @param alpha one-sided error
     * @param betaSpending for the lower boundary
     * @param beta one minus power
     * @param futility binding or not
     * @return the design
     */
    public static FutilityDesign of(
            double[] information,
            SpendingFunction alphaSpending,
            double alpha,
            SpendingFunction betaSpending,
            double beta,
            Futility futility) {
        StoppingBoundary.checkInformation(information);
        double[] errors = alphaSpending.spent(information, alpha);
        double[] misses = betaSpending.spent(information, beta);
        NormalDistribution normal = NormalDistribution.of(0, 1);
        double fixed = normal.inverseSurvivalProbability(alpha) + normal.inverseSurvivalProbability(beta);
        double drift = BoundarySearch.root(
                theta -> new Search(information, errors, misses, futility, theta).slack, fixed, fixed * 1.3);
        Search found = new Search(information, errors, misses, futility, drift);
        found.lower[information.length - 1] = found.upper[information.length - 1];
        return new FutilityDesign(
                StoppingBoundary.of(information, found.lower, found.upper), drift, (drift / fixed) * (drift / fixed));
    }

    /** Both boundaries for one value of the drift, and by how much β is undershot at the last look. */
    private static final class Search {
        private final double[] upper;
        private final double[] lower;
        private final double slack;

        private Search(double[] information, double[] errors, double[] misses, Futility futility, double drift) {
            int last = information.length - 1;
            upper = new double[last + 1];
            lower = new double[last + 1];
            double left = 0;
            ContinuationDensity noEffect = ContinuationDensity.start(0);
            ContinuationDensity effect = ContinuationDensity.start(drift);
            for (int k = 0; k <= last; k++) {
                double t = information[k];
                double miss = misses[k] - (k == 0 ? 0 : misses[k - 1]);
                double error = errors[k] - (k == 0 ? 0 : errors[k - 1]);
                if (noEffect.above(t, Double.NEGATIVE_INFINITY) <= error) {
                    // So large a drift that futility has stopped nearly every trial without effect.
                    left = misses[last];
                    break;
                }
                upper[k] = BoundarySearch.upper(noEffect, t, error);
                if (k == last) {
                    left = miss - effect.below(t, upper[k]);
                    break;
                }
                // A drift far too large can ask for a lower bound above the upper one.
                lower[k] = effect.below(t, upper[k]) <= miss ? upper[k] : BoundarySearch.lower(effect, t, miss);
                double obeyed = futility == Futility.BINDING ? lower[k] : Double.NEGATIVE_INFINITY;
                noEffect = noEffect.after(t, information[k + 1], obeyed, upper[k]);
                effect = effect.after(t, information[k + 1], lower[k], upper[k]);
            }
            slack = left;
        }
    }
}
