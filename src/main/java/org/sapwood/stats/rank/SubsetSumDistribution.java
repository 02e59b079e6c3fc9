package org.sapwood.stats.rank;

import java.util.Arrays;
import java.util.IdentityHashMap;
import org.sapwood.stats.inference.TailProbability;

/**
 * The exact distribution of the sum of a random subset of fixed size from whole scores: the permutation distribution of
 * a rank sum given the ties. Each tail is computed on the side of the mean where the observed sum lies, so a small
 * probability keeps its relative accuracy.
 */
final class SubsetSumDistribution {
    /** Above this many additions of the shift algorithm, inversion is considered, and taken when it costs less. */
    private static final double FEW_ADDITIONS = 1e7;

    private final int[] ascending;
    private final int[] mirrored;
    private final int size;
    private final long least;
    private final long greatest;
    private final long unit;
    private final double mean;
    private final IdentityHashMap<int[], SubsetSumInversion> inversions = new IdentityHashMap<>();

    /**
     * A distribution.
     *
     * @param scores whole numbers, any order
     * @param size of the subsets, between 1 and the number of scores less one
     */
    SubsetSumDistribution(int[] scores, int size) {
        if (size < 1 || size >= scores.length) {
            throw new IllegalArgumentException(
                    "expected a subset of 1 to " + (scores.length - 1) + " scores, found " + size);
        }
        this.size = size;
        int[] sorted = scores.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        int divisor = 0;
        long total = 0;
        long low = 0;
        long high = 0;
        for (int i = 0; i < n; i++) {
            divisor = greatestCommonDivisor(sorted[i] - sorted[0], divisor);
            total += sorted[i];
            low += i < size ? sorted[i] : 0;
            high += i >= n - size ? sorted[i] : 0;
        }
        this.unit = Math.max(1, divisor);
        this.least = low;
        this.greatest = high;
        this.mean = (double) total * size / n;
        this.ascending = new int[n];
        this.mirrored = new int[n];
        for (int i = 0; i < n; i++) {
            ascending[i] = Math.toIntExact((sorted[i] - sorted[0]) / unit);
            mirrored[i] = Math.toIntExact((sorted[n - 1] - sorted[n - 1 - i]) / unit);
        }
    }

    /** The number of elementary additions the longer tail costs. */
    double cost() {
        return SubsetSumCounts.cost(ascending.length, size, (greatest - least) / unit);
    }

    /** The probability of a sum of at most {@code bound}; its end is the bound itself when attainable. */
    SubsetSumTail atMost(long bound) {
        if (bound >= greatest) {
            return bound == greatest ? upper(0).opposite() : SubsetSumTail.CERTAIN;
        }
        if (bound < least) {
            return SubsetSumTail.IMPOSSIBLE;
        }
        if (bound <= mean) {
            return lower(Math.floorDiv(bound - least, unit));
        }
        // At most the bound: the complement of at least the next attainable sum.
        long next = Math.floorDiv(greatest - bound, unit);
        boolean attainable = (greatest - bound) % unit == 0;
        if (attainable) {
            return upper(next).opposite();
        }
        SubsetSumTail above = upper(next);
        return new SubsetSumTail(StrictMath.log1p(-StrictMath.exp(above.log())), Double.NEGATIVE_INFINITY);
    }

    /** The probability of a sum of at least {@code bound}. */
    SubsetSumTail atLeast(long bound) {
        return reflected().atMost(-bound);
    }

    /**
     * The smallest sum whose lower tail reaches p, up to rounding.
     *
     * @param p a probability below one half
     * @return the sum
     */
    long lowerQuantile(double p) {
        double wanted = p - 10 * Math.ulp(1.0);
        long below = -1;
        long reached = (long) Math.floor((mean - least) / unit);
        long candidate = normalQuantile(p);
        while (reached - below > 1) {
            candidate = Math.max(below + 1, Math.min(reached - 1, candidate));
            SubsetSumTail tail = lower(candidate);
            double probability = StrictMath.exp(tail.log());
            double here = StrictMath.exp(tail.logAtEnd());
            if (probability >= wanted) {
                reached = candidate;
                if (probability - here < wanted && here > 0) {
                    return least + reached * unit;
                }
            } else {
                below = candidate;
            }
            double step = here > 0 ? (wanted - probability) / here : 0;
            candidate += (long) (Math.abs(step) < 1 ? (probability >= wanted ? -1 : 1) : Math.rint(step));
        }
        return least + reached * unit;
    }

    /** The largest sum whose upper tail reaches p, up to rounding. */
    long upperQuantile(double p) {
        return -reflected().lowerQuantile(p);
    }

    /** The excess over the least sum where the normal approximation puts a quantile. */
    private long normalQuantile(double p) {
        int n = ascending.length;
        double squares = 0;
        double centre = 0;
        for (int score : ascending) {
            centre += (double) score / n;
        }
        for (int score : ascending) {
            squares += (score - centre) * (score - centre);
        }
        double deviation = Math.sqrt(squares * size * (n - size) / ((double) n * (n - 1)));
        return (long) ((mean - least) / unit - TailProbability.normalQuantile(2 * p) * deviation);
    }

    private SubsetSumTail lower(long excess) {
        return tail(ascending, excess);
    }

    private SubsetSumTail upper(long excess) {
        return tail(mirrored, excess);
    }

    private SubsetSumTail tail(int[] scores, long excess) {
        double additions = SubsetSumCounts.cost(scores.length, size, excess);
        if (excess > 0 && additions > FEW_ADDITIONS) {
            SubsetSumInversion near = inversions.get(scores);
            if (near == null || !near.covers(excess)) {
                near = new SubsetSumInversion(scores, size, Math.toIntExact(excess));
                inversions.put(scores, near);
            }
            if (near.cost() < additions) {
                return near.lowerTail(excess);
            }
        }
        return SubsetSumCounts.lowerTail(scores, size, Math.toIntExact(excess));
    }

    /** The same distribution of the negated scores. */
    private SubsetSumDistribution reflected() {
        return new SubsetSumDistribution(this);
    }

    private SubsetSumDistribution(SubsetSumDistribution of) {
        this.ascending = of.mirrored;
        this.mirrored = of.ascending;
        this.size = of.size;
        this.least = -of.greatest;
        this.greatest = -of.least;
        this.unit = of.unit;
        this.mean = -of.mean;
    }

    private static int greatestCommonDivisor(int a, int b) {
        return b == 0 ? a : greatestCommonDivisor(b, a % b);
    }
}
