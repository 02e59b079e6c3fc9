package org.sapwood.stats.sequential;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The chance of a significant final result given the interim one: {@code P(B(1) ≥ c | B(t) = √t z)} for a drift θ.
 *
 * <p>Source: Lan KKG, Simon R, Halperin M (1982), Commun Stat C 1:207–219; predictive power: Spiegelhalter DJ, Freedman LS,
 * Blackburn PR (1986), Control Clin Trials 7:8–17.
 *
 * @param information t, strictly between 0 and 1
 * @param z the interim Z
 * @param finalCriticalValue c, on the Z scale
 */
public record ConditionalPower(double information, double z, double finalCriticalValue) {
    public ConditionalPower {
        if (!(information > 0 && information < 1)) {
            throw new IllegalArgumentException(
                    "expected an information fraction strictly between 0 and 1, found " + information);
        }
    }

    /**
     * Conditional power.
     *
     * @param drift θ for the rest of the trial; 0 for no effect
     * @return the chance
     */
    public double given(double drift) {
        double left = 1 - information;
        double distance = finalCriticalValue - z * Math.sqrt(information) - drift * left;
        return NormalDistribution.of(0, 1).survivalProbability(distance / Math.sqrt(left));
    }

    /** {@return θ estimated at the interim look, z / √t} */
    public double currentTrend() {
        return z / Math.sqrt(information);
    }

    /** {@return conditional power averaged over what the interim data say about θ, from a flat prior} */
    public double predictive() {
        double distance = finalCriticalValue - currentTrend();
        return NormalDistribution.of(0, 1).survivalProbability(distance / Math.sqrt((1 - information) / information));
    }
}
