package org.sapwood.stats.rank;

/**
 * A tail of the subset sum distribution.
 *
 * @param log the natural logarithm of the probability of the tail, its end included
 * @param logAtEnd the natural logarithm of the probability of its end alone
 */
record SubsetSumTail(double log, double logAtEnd) {
    static final SubsetSumTail CERTAIN = new SubsetSumTail(0, Double.NEGATIVE_INFINITY);
    static final SubsetSumTail IMPOSSIBLE = new SubsetSumTail(Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY);

    /** The probability of the tail on the other side that starts at the same end. */
    SubsetSumTail opposite() {
        double probability = 1 - StrictMath.exp(log) + StrictMath.exp(logAtEnd);
        return new SubsetSumTail(StrictMath.log(Math.min(1, probability)), logAtEnd);
    }

    double probability() {
        return Math.min(1, StrictMath.exp(log));
    }
}
