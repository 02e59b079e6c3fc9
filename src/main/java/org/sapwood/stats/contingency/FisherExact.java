package org.sapwood.stats.contingency;

import org.sapwood.stats.Alternative;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.PValue;

/**
 * Fisher's exact test: the distribution of the table given both margins. Outcomes whose probability equals the observed
 * one within a relative 1e-7 count as equally likely. A table whose margins leave no freedom has p-value 1.
 */
public final class FisherExact {
    /** Relative difference of probabilities that counts as a tie. */
    static final double TIE = 1e-7;

    private FisherExact() {}

    /**
     * The test of a 2×2 table.
     *
     * @param table the counts
     * @param alternative {@code GREATER}: the odds of the first row exceed those of the second
     * @param method how two tails are combined; only used for the two-sided test
     * @return the p-value
     */
    public static PValue test(TwoByTwo table, Alternative alternative, TwoSidedMethod method) {
        return pValue(NoncentralHypergeometric.of(table), table.a(), alternative, method);
    }

    static PValue pValue(NoncentralHypergeometric distribution, int x, Alternative alternative, TwoSidedMethod method) {
        return switch (alternative) {
            case GREATER -> distribution.probabilityOf(s -> s >= x);
            case LESS -> distribution.probabilityOf(s -> s <= x);
            case TWO_SIDED ->
                switch (method) {
                    case MINIMUM_LIKELIHOOD -> minimumLikelihood(distribution, x);
                    case CENTRAL -> central(distribution, x);
                    case BLAKER -> blaker(distribution, x);
                };
        };
    }

    private static PValue minimumLikelihood(NoncentralHypergeometric distribution, int x) {
        double bound = distribution.logWeight(x) + StrictMath.log1p(TIE);
        return distribution.probabilityOf(s -> distribution.logWeight(s) <= bound);
    }

    private static PValue central(NoncentralHypergeometric distribution, int x) {
        PValue greater = distribution.probabilityOf(s -> s >= x);
        PValue less = distribution.probabilityOf(s -> s <= x);
        return PValue.ofLog(StrictMath.log(2) + Math.min(greater.log(), less.log()));
    }

    private static PValue blaker(NoncentralHypergeometric distribution, int x) {
        PValue greater = distribution.probabilityOf(s -> s >= x);
        PValue less = distribution.probabilityOf(s -> s <= x);
        boolean observedAbove = greater.log() <= less.log();
        double bound = Math.min(greater.log(), less.log()) + StrictMath.log1p(TIE);
        int opposite = observedAbove ? distribution.lowest() - 1 : distribution.highest() + 1;
        while (true) {
            int next = observedAbove ? opposite + 1 : opposite - 1;
            if (observedAbove ? next >= x : next <= x) {
                break;
            }
            PValue tail = distribution.probabilityOf(s -> observedAbove ? s <= next : s >= next);
            if (tail.log() > bound) {
                break;
            }
            opposite = next;
        }
        int last = opposite;
        return distribution.probabilityOf(s -> observedAbove ? s >= x || s <= last : s <= x || s >= last);
    }

    /**
     * The probability of the observed table given its margins.
     *
     * @param table the counts
     * @return in (0, 1]
     */
    public static double tableProbability(TwoByTwo table) {
        NoncentralHypergeometric distribution = NoncentralHypergeometric.of(table);
        return distribution.probabilityOf(s -> s == table.a()).value();
    }

    /**
     * The mid-p-value: the exact p-value less half the probability of the observed table (Lancaster 1961), for the
     * two-sided test as SAS PROC FREQ does, or twice the smaller one-sided mid-p-value.
     *
     * @param table the counts
     * @param alternative the direction
     * @param method {@code MINIMUM_LIKELIHOOD} or {@code CENTRAL}; only used for the two-sided test
     * @return the mid-p-value
     * @throws IllegalArgumentException for Blaker's method, which has no mid-p-value
     */
    public static PValue midP(TwoByTwo table, Alternative alternative, TwoSidedMethod method) {
        double half = tableProbability(table) / 2;
        if (alternative != Alternative.TWO_SIDED) {
            return PValue.of(test(table, alternative, method).value() - half);
        }
        return switch (method) {
            case MINIMUM_LIKELIHOOD ->
                PValue.of(test(table, alternative, method).value() - half);
            case CENTRAL ->
                PValue.of(2
                        * Math.min(
                                midP(table, Alternative.GREATER, method).value(),
                                midP(table, Alternative.LESS, method).value()));
            case BLAKER -> throw new IllegalArgumentException("Blaker's two-sided p-value has no mid-p version");
        };
    }

    /**
     * The test of an r×c table (Freeman and Halton 1951): the sum of the probabilities of all tables with the same
     * margins that are not more likely than the observed one.
     *
     * @param table the counts; empty rows and columns play no part
     * @return p-value and the probability of the table itself; {@code TOO_LARGE} when the tables cannot be counted in
     *     reasonable time
     */
    public static Estimable<ExactTableResult> test(ContingencyTable table) {
        return ExactTableTests.fisher(table);
    }
}
