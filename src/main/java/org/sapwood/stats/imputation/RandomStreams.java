package org.sapwood.stats.imputation;

import org.apache.commons.rng.simple.RandomSource;

/**
 * Where the random numbers of one analysis come from: every unit has its own generator in every imputation, and so have
 * the parameters of every model. What one draws moves nobody else's draws, whatever the order or the number of threads.
 *
 * @param seed of the plan
 * @param purpose tells analyses of one plan apart, usually the analysis id
 */
public record RandomStreams(long seed, String purpose) {
    private static final long PARAMETERS = 1;
    private static final long UNIT = 2;

    /** {@return the generator for the parameters of one model in one imputation} */
    Draws ofParameters(int imputation, String model) {
        return draws(imputation, PARAMETERS, model);
    }

    /** {@return the generator for the missing values of one unit in one imputation} */
    Draws ofUnit(int imputation, String id) {
        return draws(imputation, UNIT, id);
    }

    private Draws draws(int imputation, long kind, String id) {
        long key = mix(mix(absorb(absorb(mix(seed), purpose) + imputation, id)) + kind);
        return new Draws(RandomSource.XO_RO_SHI_RO_128_PP.create(new long[] {key, mix(key)}));
    }

    /** Takes in a text, its length first, so that neighbouring texts cannot be split in two ways. */
    private static long absorb(long key, String text) {
        long state = mix(key + text.length());
        for (int i = 0; i < text.length(); i++) {
            state = mix(state + text.charAt(i));
        }
        return state;
    }

    /** The finaliser of SplitMix64 (Steele, Lea and Flood 2014): a bijection that spreads neighbouring keys. */
    private static long mix(long key) {
        long z = key + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
