package org.sapwood.stats.survival;

/**
 * The weight w given to the events at one time in a weighted log-rank test. Written for n at risk and d events in the
 * stratum, all groups together.
 */
public sealed interface LogRankWeight {

    /** w = 1: the log-rank test (Mantel, Cox), most powerful under proportional hazards. */
    record LogRank() implements LogRankWeight {}

    /** w = n: Gehan's and Breslow's generalised Wilcoxon test; SAS calls it Wilcoxon. */
    record Gehan() implements LogRankWeight {}

    /** w = √n: Tarone and Ware. */
    record TaroneWare() implements LogRankWeight {}

    /** w = S̃(t), with S̃ the product of 1 − d / (n + 1) up to and including t: Peto–Prentice. */
    record PetoPrentice() implements LogRankWeight {}

    /** w = S̃(t)·n / (n + 1): Andersen's form of the Peto–Prentice weight; SAS calls it modified Peto. */
    record ModifiedPeto() implements LogRankWeight {}

    /**
     * w = S(t−)^ρ·(1 − S(t−))^γ, with S(t−) the pooled Kaplan–Meier estimate just before t.
     *
     * @param rho ρ, at least 0; weight on early differences
     * @param gamma γ, at least 0; weight on late differences
     */
    record FlemingHarrington(double rho, double gamma) implements LogRankWeight {
        public FlemingHarrington {
            if (!(rho >= 0 && gamma >= 0)) {
                throw new IllegalArgumentException("expected exponents of at least 0, found " + rho + ", " + gamma);
            }
        }
    }

    /**
     * The weight at one time.
     *
     * @param atRisk n
     * @param survivalBefore S(t−)
     * @param petoSurvival S̃(t)
     * @return w
     */
    default double at(double atRisk, double survivalBefore, double petoSurvival) {
        if (this instanceof Gehan) {
            return atRisk;
        }
        if (this instanceof TaroneWare) {
            return Math.sqrt(atRisk);
        }
        if (this instanceof PetoPrentice) {
            return petoSurvival;
        }
        if (this instanceof ModifiedPeto) {
            return petoSurvival * atRisk / (atRisk + 1);
        }
        if (this instanceof FlemingHarrington fh) {
            return power(survivalBefore, fh.rho()) * power(1 - survivalBefore, fh.gamma());
        }
        return 1;
    }

    private static double power(double base, double exponent) {
        return exponent == 0 ? 1 : exponent == 1 ? base : StrictMath.pow(base, exponent);
    }
}
