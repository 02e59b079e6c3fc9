package org.sapwood.synthetic;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/**
 * Random draws keyed by (seed, unit, stream): each subject has its own generator for every purpose, so that adding a
 * subject, or a draw for one purpose, moves no other draw. Only {@code StrictMath} is used: the same draws on every
 * machine.
 */
public final class Draws {

    /** What the draws of a unit are for. */
    public enum Stream {
        SCREENING(1),
        BASELINE(2),
        ALLOCATION(3),
        COURSE(4),
        MEASUREMENT(5),
        DISPOSITION(6),
        GLUCOCORTICOID(7),
        ADVERSE_EVENTS(8),
        LABORATORY(9),
        BIOMARKERS(10),
        DOSING(11),
        ELIGIBILITY(12),
        SUMMARIES(13);

        private final long number;

        Stream(long number) {
            this.number = number;
        }
    }

    private final UniformRandomProvider source;

    private Draws(UniformRandomProvider source) {
        this.source = source;
    }

    /**
     * The draws of one unit for one purpose.
     *
     * @param seed the seed of the trial
     * @param unit the number of the subject (or block, or summary) drawn for
     * @param stream the purpose
     */
    public static Draws of(long seed, long unit, Stream stream) {
        long key = mix(mix(mix(seed) + unit) + stream.number);
        return new Draws(RandomSource.XO_RO_SHI_RO_128_PP.create(new long[] {key, mix(key)}));
    }

    /** The finaliser of SplitMix64 (Steele, Lea and Flood 2014): a bijection that spreads neighbouring keys. */
    private static long mix(long key) {
        long z = key + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** Uniform on [0, 1). */
    public double uniform() {
        return source.nextDouble();
    }

    /** Uniform between two limits. */
    public double uniform(double low, double high) {
        return low + (high - low) * uniform();
    }

    /** A whole number, both limits included. */
    public int whole(int low, int high) {
        return source.nextInt(low, high + 1);
    }

    /** Whether an event of that probability happens. */
    public boolean happens(double probability) {
        return uniform() < probability;
    }

    /** Standard normal, after Box and Muller. */
    public double normal() {
        double radius = Math.sqrt(-2 * StrictMath.log(1 - uniform()));
        return radius * StrictMath.cos(2 * StrictMath.PI * uniform());
    }

    /** Normal with that mean and standard deviation. */
    public double normal(double mean, double deviation) {
        return mean + deviation * normal();
    }

    /** Log-normal with the given median and standard deviation of the logarithm. */
    public double logNormal(double median, double deviation) {
        return median * StrictMath.exp(normal(0, deviation));
    }

    /** Poisson, by multiplication of uniforms: for small means. */
    public int poisson(double mean) {
        double limit = StrictMath.exp(-mean);
        int count = 0;
        for (double product = uniform(); product > limit; product *= uniform()) {
            count++;
        }
        return count;
    }

    /** One of several values with the given weights. */
    public <T> T weighted(List<T> values, double... weights) {
        double total = 0;
        for (double weight : weights) {
            total += weight;
        }
        double at = uniform() * total;
        for (int i = 0; i < values.size() - 1; i++) {
            at -= weights[i];
            if (at < 0) {
                return values.get(i);
            }
        }
        return values.get(values.size() - 1);
    }

    /** One of several equally likely values. */
    public <T> T oneOf(List<T> values) {
        return values.get(source.nextInt(values.size()));
    }

    /** The values in an order in which every permutation is equally likely (Fisher and Yates). */
    public <T> List<T> shuffled(List<T> values) {
        List<T> order = new ArrayList<>(values);
        for (int i = order.size() - 1; i > 0; i--) {
            Collections.swap(order, i, source.nextInt(i + 1));
        }
        return order;
    }
}
