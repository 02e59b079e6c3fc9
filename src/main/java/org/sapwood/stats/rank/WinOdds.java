package org.sapwood.stats.rank;

import org.sapwood.stats.Alternative;
import org.sapwood.stats.ConfidenceLevel;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.Estimable.Reason;
import org.sapwood.stats.Interval;
import org.sapwood.stats.PValue;
import org.sapwood.stats.location.StudentT;

/**
 * The odds that an observation of the first sample exceeds one of the second, ties counting half to each side: θ / (1 − θ)
 * with θ = P(X > Y) + P(X = Y) / 2. Interval and test are on the log scale, with the standard error of Brunner and
 * Munzel's estimate by the delta method, se / (θ (1 − θ)), and its degrees of freedom; they do not assume that the two
 * distributions have one shape.
 *
 * <p>Source: Brunner E, Vandemeulebroecke M, Mütze T (2021), Stat Med 40:3367–3384; Brunner E, Munzel U (2000), Biom J
 * 42:17–25.
 *
 * @param probability θ, strictly between 0 and 1
 * @param log inference on the log odds, null value 0
 */
public record WinOdds(double probability, StudentT log) {

    /**
     * Estimates the win odds.
     *
     * @param x the first sample, no NaN; more is a win
     * @param y the second sample
     * @return the win odds; none when a sample has fewer than two observations, when the samples do not overlap, or when
     *     all are tied
     */
    public static Estimable<WinOdds> of(double[] x, double[] y) {
        Estimable<StudentT> below = BrunnerMunzel.of(y, x);
        if (below instanceof Estimable.NotEstimable<StudentT> none) {
            return Estimable.not(none.reason(), none.detail());
        }
        StudentT effect = below.orElseThrow();
        double theta = effect.estimate();
        if (theta <= 0 || theta >= 1) {
            return Estimable.not(Reason.SEPARATION, "one sample lies wholly above the other");
        }
        double odds = theta / (1 - theta);
        return Estimable.of(new WinOdds(
                theta,
                new StudentT(
                        StrictMath.log(odds),
                        effect.standardError() / (theta * (1 - theta)),
                        effect.degreesOfFreedom())));
    }

    /** {@return the odds} */
    public double odds() {
        return probability / (1 - probability);
    }

    /**
     * The interval of the odds.
     *
     * @param level the coverage
     * @return limits above 0
     */
    public Interval interval(ConfidenceLevel level) {
        return log.interval(level).exponentiated();
    }

    /** {@return the two-sided test of odds 1} */
    public PValue pValue() {
        return log.pValue(0, Alternative.TWO_SIDED);
    }
}
