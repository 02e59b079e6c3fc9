package org.sapwood.stats.paired;

import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.sapwood.stats.Alternative;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.Estimable.Reason;
import org.sapwood.stats.PValue;

/**
 * The sign test that the median difference is zero: zeros are left out, and of the rest the positive ones are binomial
 * with probability one half.
 *
 * @param used the number of differences unequal to zero, at least 1
 * @param positive how many of them are positive
 */
public record SignTest(int used, int positive) {
    /**
     * Counts signs.
     *
     * @param differences values without NaN
     * @return the test; none when no difference is unequal to zero
     */
    public static Estimable<SignTest> of(double... differences) {
        int used = 0;
        int positive = 0;
        for (double difference : differences) {
            used += difference != 0 ? 1 : 0;
            positive += difference > 0 ? 1 : 0;
        }
        return used == 0
                ? Estimable.not(Reason.ZERO_VARIANCE, "no difference is unequal to zero")
                : Estimable.of(new SignTest(used, positive));
    }

    /** {@return the number of positive signs minus its expectation, which SAS calls M} */
    public double centred() {
        return positive - used / 2.0;
    }

    /**
     * The exact p-value.
     *
     * @param alternative {@code GREATER}: positive differences prevail
     * @return the p-value; two-sided doubles the smaller tail
     */
    public PValue pValue(Alternative alternative) {
        BinomialDistribution signs = BinomialDistribution.of(used, 0.5);
        return PValue.of(
                switch (alternative) {
                    case LESS -> signs.cumulativeProbability(positive);
                    case GREATER -> signs.cumulativeProbability(used - positive);
                    case TWO_SIDED -> 2 * signs.cumulativeProbability(Math.min(positive, used - positive));
                });
    }
}
