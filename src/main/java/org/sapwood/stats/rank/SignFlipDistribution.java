package org.sapwood.stats.rank;

import java.util.Arrays;
import org.sapwood.stats.PValue;

/**
 * The exact distribution of a sum in which each of n positive whole scores appears with probability one half, which is
 * the signed rank sum under the null hypothesis, given the ties. It is symmetric about half the total, so one tail
 * gives everything.
 *
 * <p>The number of subsets with sum s is built by adding one score after the other to an array of counts, up to the
 * tail asked for: at most {@code n · total / 2} additions of positive numbers, no cancellation. Counts are rescaled by
 * powers of two before they overflow and the scale is kept, so a tail of 1e-400 has its logarithm.
 */
final class SignFlipDistribution {
    private static final double LARGE = 0x1p900;

    private final int[] scores;
    private final long total;
    private final int unit;

    SignFlipDistribution(int... scores) {
        int divisor = 0;
        for (int score : scores) {
            divisor = greatestCommonDivisor(divisor, score);
        }
        this.scores = scores.clone();
        Arrays.sort(this.scores);
        long sum = 0;
        for (int i = 0; i < scores.length; i++) {
            this.scores[i] /= divisor;
            sum += this.scores[i];
        }
        this.unit = divisor;
        this.total = sum;
    }

    /** The probability of a sum of at most {@code bound}, in the unit of the scores given. */
    PValue atMost(long bound) {
        long reduced = Math.floorDiv(bound, unit);
        if (reduced < 0) {
            return new PValue(0, Double.NEGATIVE_INFINITY);
        }
        if (reduced >= total) {
            return PValue.of(1);
        }
        if (2 * reduced < total) {
            return lowerTail((int) reduced);
        }
        return PValue.of(1 - lowerTail((int) (total - reduced - 1)).value());
    }

    /** The probability of a sum of at least {@code bound}. */
    PValue atLeast(long bound) {
        return atMost(total * unit - bound);
    }

    /** The smallest sum s with {@code P(S <= s) >= p}, up to rounding; p at most one half. */
    long lowerQuantile(double p) {
        Counts counts = counts((int) (total / 2));
        double wanted = p - 10 * Math.ulp(1.0);
        double cumulative = 0;
        for (int s = 0; s < counts.ways.length; s++) {
            cumulative += Math.scalb(counts.ways[s], counts.exponent - scores.length);
            if (cumulative >= wanted) {
                return (long) s * unit;
            }
        }
        return total / 2 * unit;
    }

    private PValue lowerTail(int bound) {
        if (bound < 0) {
            return new PValue(0, Double.NEGATIVE_INFINITY);
        }
        Counts counts = counts(bound);
        double sum = 0;
        for (double ways : counts.ways) {
            sum += ways;
        }
        int power = counts.exponent - scores.length;
        return new PValue(
                Math.min(1, Math.scalb(sum, power)), Math.min(0, StrictMath.log(sum) + power * StrictMath.log(2)));
    }

    /** How many subsets have each sum, divided by {@code 2^exponent}. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Counts(double[] ways, int exponent) {}

    private Counts counts(int bound) {
        double[] counts = new double[bound + 1];
        counts[0] = 1;
        int reach = 0;
        int exponent = 0;
        double ceiling = 1;
        for (int score : scores) {
            // A score beyond the bound can only be absent, in one way.
            reach = Math.min(bound, reach + score);
            for (int s = reach; s >= score; s--) {
                counts[s] += counts[s - score];
            }
            ceiling *= 2;
            if (ceiling > LARGE) {
                ceiling = Arrays.stream(counts).max().orElse(1);
                if (ceiling > 1) {
                    int shift = Math.getExponent(ceiling);
                    if (shift > 500) {
                        for (int s = 0; s <= reach; s++) {
                            counts[s] = Math.scalb(counts[s], -shift);
                        }
                        exponent += shift;
                        ceiling = 1;
                    }
                }
            }
        }
        return new Counts(counts, exponent);
    }

    private static int greatestCommonDivisor(int a, int b) {
        return b == 0 ? a : greatestCommonDivisor(b, a % b);
    }
}
