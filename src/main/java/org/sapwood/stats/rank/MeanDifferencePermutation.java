package org.sapwood.stats.rank;

import java.util.Optional;
import java.util.random.RandomGenerator;
import org.sapwood.stats.Alternative;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.Estimable.Reason;
import org.sapwood.stats.PValue;
import org.sapwood.stats.descriptive.Moments;
import org.sapwood.stats.descriptive.RecordedDecimals;
import org.sapwood.stats.inference.TailProbability;

/**
 * The permutation test of a difference of means: among all ways to split the observations into samples of these sizes,
 * the share whose first sum is at least as extreme. Two-sided, extreme means as far from the mean of all splits.
 */
public final class MeanDifferencePermutation {
    /** Above this many additions the shift algorithm gives way to listing the splits. */
    private static final double MOST_ADDITIONS = 1e9;

    /** More splits than this are not listed. */
    private static final double MOST_SPLITS = 2e7;

    private static final int BLOCK = 4096;

    private final double[] x;
    private final double[] y;
    private final double[] all;

    private MeanDifferencePermutation(double[] x, double[] y) {
        this.x = x.clone();
        this.y = y.clone();
        this.all = new double[x.length + y.length];
        System.arraycopy(x, 0, all, 0, x.length);
        System.arraycopy(y, 0, all, x.length, y.length);
    }

    /**
     * The three p-values of a permutation test.
     *
     * @param twoSided of a difference as far from zero
     * @param greater of a difference at least as large
     * @param less of a difference at most as large
     */
    public record PValues(PValue twoSided, PValue greater, PValue less) {
        /**
         * One of the three.
         *
         * @param alternative the direction
         * @return its p-value
         */
        public PValue of(Alternative alternative) {
            return switch (alternative) {
                case TWO_SIDED -> twoSided;
                case GREATER -> greater;
                case LESS -> less;
            };
        }
    }

    /**
     * A test of two samples.
     *
     * @param x the first sample, finite values
     * @param y the second sample
     * @return the test; none when a sample is empty
     */
    public static Estimable<MeanDifferencePermutation> of(double[] x, double[] y) {
        return x.length == 0 || y.length == 0
                ? Estimable.not(
                        Reason.EMPTY_GROUP, "no observation in the " + (x.length == 0 ? "first" : "second") + " group")
                : Estimable.of(new MeanDifferencePermutation(x, y));
    }

    /** {@return the mean of the first sample minus that of the second} */
    public double difference() {
        return Moments.of(x).mean() - Moments.of(y).mean();
    }

    /**
     * The exact p-values. Recorded decimals are whole numbers in their last place, so their sums have a distribution by
     * the shift algorithm; other values are listed split by split.
     *
     * @return the p-values; none when neither is feasible
     */
    public Estimable<PValues> exact() {
        Optional<int[]> scaled = RecordedDecimals.scaled(all);
        if (scaled.isPresent()) {
            SubsetSumDistribution distribution = new SubsetSumDistribution(scaled.get(), x.length);
            if (distribution.cost() <= MOST_ADDITIONS) {
                return Estimable.of(byShift(scaled.get(), distribution));
            }
        }
        double splits = 1;
        for (int i = 1; i <= x.length; i++) {
            splits *= (y.length + i) / (double) i;
        }
        if (splits > MOST_SPLITS) {
            return Estimable.not(Reason.TOO_LARGE, "too many splits for the exact test; draw them at random instead");
        }
        Tally tally = new Tally(scaled.map(MeanDifferencePermutation::widened).orElse(all), x.length);
        tally.list(0, 0, 0);
        return Estimable.of(tally.pValues(0));
    }

    /**
     * The normal approximation: the sum of the first sample has expectation {@code m z̄} and variance
     * {@code mn/(N(N − 1)) Σ (z − z̄)²} over all splits of the N = m + n values z.
     *
     * @return the p-values; none when all values are equal
     */
    public Estimable<PValues> asymptotic() {
        Moments moments = Moments.of(all);
        if (moments.isConstant()) {
            return Estimable.not(Reason.ALL_TIED, "all observations are equal");
        }
        double m = x.length;
        double n = all.length;
        double variance = m * (n - m) / (n * (n - 1)) * moments.sumOfSquares();
        double z = m * (Moments.of(x).mean() - moments.mean()) / Math.sqrt(variance);
        return Estimable.of(new PValues(
                TailProbability.normal(z, Alternative.TWO_SIDED),
                TailProbability.normal(z, Alternative.GREATER),
                TailProbability.normal(z, Alternative.LESS)));
    }

    private PValues byShift(int[] scaled, SubsetSumDistribution distribution) {
        long observed = 0;
        long total = 0;
        for (int i = 0; i < scaled.length; i++) {
            observed += i < x.length ? scaled[i] : 0;
            total += scaled[i];
        }
        double greater = distribution.atLeast(observed).log();
        double less = distribution.atMost(observed).log();
        // |S − E| with E = total · m / N, compared in whole numbers by multiplying with N.
        long n = scaled.length;
        long centre = total * x.length;
        long distance = Math.abs(observed * n - centre);
        if (distance == 0) {
            return new PValues(PValue.of(1), PValue.ofLog(greater), PValue.ofLog(less));
        }
        double low = distribution.atMost(Math.floorDiv(centre - distance, n)).log();
        double high =
                distribution.atLeast(-Math.floorDiv(-(centre + distance), n)).log();
        double larger = Math.max(low, high);
        double both = larger + StrictMath.log1p(StrictMath.exp(Math.min(low, high) - larger));
        return new PValues(PValue.ofLog(both), PValue.ofLog(greater), PValue.ofLog(less));
    }

    /**
     * The p-values from random splits, the observed one counted among them: {@code (b + 1)/(B + 1)} with b of B splits
     * at least as extreme (Phipson and Smyth 2010). The splits are drawn in blocks of fixed size, each with its own
     * stream seeded by one number of the generator, so the result depends on the generator's state alone.
     *
     * @param draws B, at least 1
     * @param generator gives one seed per block
     * @return the p-values
     */
    public PValues monteCarlo(int draws, RandomGenerator generator) {
        if (draws < 1) {
            throw new IllegalArgumentException("expected at least one draw, found " + draws);
        }
        double[] values = RecordedDecimals.scaled(all)
                .map(MeanDifferencePermutation::widened)
                .orElse(all);
        Tally tally = new Tally(values, x.length);
        for (int start = 0; start < draws; start += BLOCK) {
            tally.draw(Math.min(BLOCK, draws - start), generator.nextLong());
        }
        return tally.pValues(1);
    }

    private static double[] widened(int[] whole) {
        double[] values = new double[whole.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = whole[i];
        }
        return values;
    }

    /** Counts splits by what they say. */
    private static final class Tally {
        private final double[] values;
        private final int m;
        private final double observed;
        private final double mean;
        private final double slack;
        private long splits;
        private long asGreat;
        private long asSmall;
        private long asFar;

        Tally(double[] values, int m) {
            this.values = values;
            this.m = m;
            double sum = 0;
            double total = 0;
            double largest = 1;
            for (int i = 0; i < values.length; i++) {
                sum += i < m ? values[i] : 0;
                total += values[i];
                largest = Math.max(largest, Math.abs(values[i]));
            }
            this.observed = sum;
            this.mean = total * m / values.length;
            this.slack = 1e-12 * largest * values.length;
        }

        void list(int position, int taken, double sum) {
            if (taken == m) {
                count(sum);
                return;
            }
            if (values.length - position > m - taken) {
                list(position + 1, taken, sum);
            }
            list(position + 1, taken + 1, sum + values[position]);
        }

        private void count(double sum) {
            splits++;
            asGreat += sum >= observed - slack ? 1 : 0;
            asSmall += sum <= observed + slack ? 1 : 0;
            asFar += Math.abs(sum - mean) >= Math.abs(observed - mean) - slack ? 1 : 0;
        }

        /** Draws splits: the smaller sample by the first steps of a Fisher-Yates shuffle. */
        void draw(int count, long seed) {
            double[] pool = values.clone();
            int n = pool.length;
            int chosen = Math.min(m, n - m);
            double total = 0;
            for (double value : pool) {
                total += value;
            }
            SplitMix stream = new SplitMix(seed);
            for (int d = 0; d < count; d++) {
                double sum = 0;
                for (int i = 0; i < chosen; i++) {
                    int j = i + stream.below(n - i);
                    double value = pool[j];
                    pool[j] = pool[i];
                    pool[i] = value;
                    sum += value;
                }
                count(chosen == m ? sum : total - sum);
            }
        }

        PValues pValues(int observedItself) {
            double all = splits + observedItself;
            return new PValues(
                    PValue.of((asFar + observedItself) / all),
                    PValue.of((asGreat + observedItself) / all),
                    PValue.of((asSmall + observedItself) / all));
        }
    }

    /** The SplitMix64 stream (Steele, Lea and Flood 2014), written out so that no library release changes a result. */
    private static final class SplitMix {
        private long state;

        SplitMix(long seed) {
            this.state = seed;
        }

        private long next() {
            state += 0x9E3779B97F4A7C15L;
            long z = state;
            z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
            z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
            return z ^ (z >>> 31);
        }

        /** Uniform on 0 to bound − 1: the high half of a 32-bit product, biased ones rejected (Lemire 2019). */
        int below(int bound) {
            long product = (next() >>> 32) * bound;
            long low = product & 0xFFFFFFFFL;
            if (low < bound) {
                long threshold = (0x100000000L - bound) % bound;
                while (low < threshold) {
                    product = (next() >>> 32) * bound;
                    low = product & 0xFFFFFFFFL;
                }
            }
            return (int) (product >>> 32);
        }
    }
}
