package org.sapwood.stats.contingency;

import java.util.List;
import org.sapwood.stats.ConfidenceLevel;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.Estimable.Reason;

/**
 * The Breslow–Day test that the odds ratio is the same in all strata: Σ (a − e)²/v, e and v being mean and asymptotic
 * variance of a at the Mantel–Haenszel odds ratio (Breslow and Day 1980). Strata with an empty margin play no part; of
 * the others one degree of freedom is lost.
 */
public final class BreslowDay {
    /** Whether Tarone's term (Σ(a − e))²/Σv is taken off, which makes the statistic efficient (Tarone 1985). */
    public enum Tarone {
        NONE,
        CORRECTED
    }

    private BreslowDay() {}

    /**
     * The test.
     *
     * @param strata one table per stratum
     * @param tarone whether to correct
     * @return statistic and p-value; {@code NO_INFORMATIVE_STRATUM} with fewer than two informative strata, {@code
     *     ZERO_DENOMINATOR} when the common odds ratio is 0 or infinite
     */
    public static Estimable<ChiSquareResult> test(List<TwoByTwo> strata, Tarone tarone) {
        List<TwoByTwo> informative =
                strata.stream().filter(t -> !t.hasEmptyMargin()).toList();
        if (informative.size() < 2) {
            return Estimable.not(Reason.NO_INFORMATIVE_STRATUM, "fewer than two informative strata to compare");
        }
        // the reference method takes the odds ratio over all strata; those with an empty margin add nothing to it
        return commonOddsRatio(informative) instanceof Estimable.Of<Double> of
                ? Estimable.of(test(informative, of.value(), tarone))
                : Estimable.not(Reason.ZERO_DENOMINATOR, "the common odds ratio is zero or infinite");
    }

    private static Estimable<Double> commonOddsRatio(List<TwoByTwo> strata) {
        var common = MantelHaenszel.oddsRatio(strata, ConfidenceLevel.NINETY_FIVE);
        return common.interval().isEstimable() ? common.estimate() : common.logStandardError();
    }

    private static ChiSquareResult test(List<TwoByTwo> strata, double oddsRatio, Tarone tarone) {
        double sum = 0;
        double deviations = 0;
        double variances = 0;
        for (TwoByTwo t : strata) {
            double e = expected(t, oddsRatio);
            double v = 1 / (1 / e + 1 / (t.row1() - e) + 1 / (t.column1() - e) + 1 / (t.row2() - t.column1() + e));
            sum += (t.a() - e) * (t.a() - e) / v;
            deviations += t.a() - e;
            variances += v;
        }
        double taken = tarone == Tarone.CORRECTED ? deviations * deviations / variances : 0;
        return ChiSquareResult.of(Math.max(0, sum - taken), strata.size() - 1);
    }

    /** The first cell with the given margins and odds ratio: e(n₂ − m + e) = ψ(n₁ − e)(m − e). */
    private static double expected(TwoByTwo t, double oddsRatio) {
        double n1 = t.row1();
        double m = t.column1();
        double a = 1 - oddsRatio;
        double b = t.row2() - m + oddsRatio * (n1 + m);
        double c = oddsRatio * n1 * m;
        double root = Math.sqrt(b * b + 4 * a * c);
        // the admissible root, written so that equal terms are not subtracted
        return b > 0 ? 2 * c / (b + root) : (root - b) / (2 * a);
    }
}
