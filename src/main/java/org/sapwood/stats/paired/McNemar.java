package org.sapwood.stats.paired;

import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.Estimable.Reason;
import org.sapwood.stats.PValue;
import org.sapwood.stats.inference.ChiSquareTest;

/**
 * McNemar's test that a yes is as frequent in the first measurement as in the second. Only the discordant pairs speak:
 * given their number {@code b + c}, {@code b} is binomial with probability one half.
 */
public final class McNemar {
    /** Whether the difference of the discordant counts is shortened by one before squaring. */
    public enum Correction {
        NONE,
        /** Edwards (1948): {@code (|b − c| − 1)² / (b + c)}. */
        EDWARDS
    }

    private McNemar() {}

    /**
     * The chi-square form, {@code (b − c)² / (b + c)} with one degree of freedom.
     *
     * @param table the pairs
     * @param correction of the difference
     * @return the test; none without discordant pairs
     */
    public static Estimable<ChiSquareTest> asymptotic(PairedTable table, Correction correction) {
        return discordant(table).map(count -> {
            double difference = Math.abs(table.firstOnly() - table.secondOnly());
            if (correction == Correction.EDWARDS && difference > 0) {
                difference -= 1;
            }
            return ChiSquareTest.of(difference * difference / count, 1);
        });
    }

    /**
     * The exact binomial test: twice the smaller tail, at most 1.
     *
     * @param table the pairs
     * @return the two-sided p-value; none without discordant pairs
     */
    public static Estimable<PValue> exact(PairedTable table) {
        return discordant(table).map(count -> PValue.of(2 * tail(table, count)));
    }

    /**
     * The exact test less the probability of the observed outcome counted one half in each tail. With equal discordant
     * counts both tails hold the same single outcome, and the p-value is {@code 1 − P(b)/2}.
     *
     * @param table the pairs
     * @return the two-sided p-value; none without discordant pairs
     */
    public static Estimable<PValue> midP(PairedTable table) {
        return discordant(table).map(count -> {
            double point = BinomialDistribution.of(count, 0.5).probability(table.firstOnly());
            return PValue.of(table.firstOnly() == table.secondOnly() ? 1 - point / 2 : 2 * tail(table, count) - point);
        });
    }

    private static double tail(PairedTable table, int count) {
        return BinomialDistribution.of(count, 0.5)
                .cumulativeProbability(Math.min(table.firstOnly(), table.secondOnly()));
    }

    private static Estimable<Integer> discordant(PairedTable table) {
        return table.discordant() == 0
                ? Estimable.not(Reason.NO_DISCORDANT_PAIRS, "no pair changed between the two measurements")
                : Estimable.of(table.discordant());
    }
}
