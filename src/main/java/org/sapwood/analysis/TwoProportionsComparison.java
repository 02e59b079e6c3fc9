package org.sapwood.analysis;

import java.util.Arrays;
import org.sapwood.sap.MethodSpec.BinaryComparison;
import org.sapwood.stats.Alternative;
import org.sapwood.stats.ConfidenceLevel;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.Interval;
import org.sapwood.stats.PValue;
import org.sapwood.stats.contingency.ChiSquareResult;
import org.sapwood.stats.contingency.ContinuityCorrection;
import org.sapwood.stats.contingency.FisherExact;
import org.sapwood.stats.contingency.PearsonChiSquare;
import org.sapwood.stats.contingency.TwoByTwo;
import org.sapwood.stats.contingency.TwoSidedMethod;
import org.sapwood.stats.contingency.UnconditionalStatistic;
import org.sapwood.stats.contingency.UnconditionalTest;
import org.sapwood.stats.proportion.ExactRiskDifference;
import org.sapwood.stats.proportion.RiskDifference;
import org.sapwood.stats.proportion.RiskDifferenceInterval;
import org.sapwood.stats.proportion.TwoProportions;
import org.sapwood.stats.rank.MeanDifferencePermutation;

/** Two proportions compared without strata: a difference with its interval, or a two-sided p-value. */
final class TwoProportionsComparison {
    private TwoProportionsComparison() {}

    /**
     * Writes the rows of one comparison.
     *
     * @param at where; the method's name is set here
     * @param comparison which one, without strata
     * @param pair the counts, test before reference
     * @param level of intervals
     * @throws IllegalArgumentException for a stratified comparison
     */
    static void write(Rows.At at, BinaryComparison comparison, TwoProportions pair, ConfidenceLevel level) {
        switch (comparison) {
            case MIETTINEN_NURMINEN ->
                difference(
                        at,
                        pair,
                        "miettinen-nurminen",
                        RiskDifference.interval(pair, RiskDifferenceInterval.MIETTINEN_NURMINEN, level));
            case NEWCOMBE ->
                difference(at, pair, "newcombe", RiskDifference.interval(pair, RiskDifferenceInterval.NEWCOMBE, level));
            case EXACT_UNCONDITIONAL ->
                difference(
                        at,
                        pair,
                        "exact unconditional (Chan-Zhang)",
                        ExactRiskDifference.interval(pair, ExactRiskDifference.Ordering.SCORE, level));
            case CHI_SQUARE ->
                p(
                        at,
                        "Pearson chi-square without continuity correction",
                        PearsonChiSquare.test(TwoByTwo.of(pair).table(), ContinuityCorrection.NONE)
                                .map(ChiSquareResult::pValue));
            case N_1_CHI_SQUARE ->
                p(
                        at,
                        "N-1 chi-square",
                        PearsonChiSquare.nMinusOne(TwoByTwo.of(pair).table()).map(ChiSquareResult::pValue));
            case FISHER ->
                p(
                        at,
                        "Fisher's exact test, two-sided by probability",
                        Estimable.of(FisherExact.test(
                                TwoByTwo.of(pair), Alternative.TWO_SIDED, TwoSidedMethod.MINIMUM_LIKELIHOOD)));
            case FISHER_MID_P ->
                p(
                        at,
                        "Fisher's exact test, mid-p, two-sided by probability",
                        Estimable.of(FisherExact.midP(
                                TwoByTwo.of(pair), Alternative.TWO_SIDED, TwoSidedMethod.MINIMUM_LIKELIHOOD)));
            case BARNARD -> p(at, "Barnard's test, pooled z", unconditional(pair, UnconditionalStatistic.Z_POOLED));
            case BOSCHLOO -> p(at, "Boschloo's test", unconditional(pair, UnconditionalStatistic.BOSCHLOO));
            case PERMUTATION ->
                p(at, "exact permutation test, two-sided by the distance of the proportions", permutation(pair));
            case CMH_MIETTINEN_NURMINEN, PERMUTATION_WITHIN_STRATA, LOGISTIC, FIRTH ->
                throw new IllegalArgumentException("a stratified comparison or a model needs the subjects");
        }
    }

    private static void difference(Rows.At at, TwoProportions pair, String name, Estimable<Interval> interval) {
        at.by("difference of proportions, " + name + " interval")
                .real("estimate", RiskDifference.estimate(pair))
                .interval("conf", interval);
    }

    private static void p(Rows.At at, String method, Estimable<PValue> p) {
        at.by(method).p("p_value", p);
    }

    private static Estimable<PValue> unconditional(TwoProportions pair, UnconditionalStatistic statistic) {
        return UnconditionalTest.of(pair, statistic, Alternative.TWO_SIDED).map(UnconditionalTest::pValue);
    }

    private static Estimable<PValue> permutation(TwoProportions pair) {
        return MeanDifferencePermutation.of(outcomes(pair.x1(), pair.n1()), outcomes(pair.x2(), pair.n2()))
                .flatMap(MeanDifferencePermutation::exact)
                .map(MeanDifferencePermutation.PValues::twoSided);
    }

    private static double[] outcomes(int responders, int subjects) {
        double[] outcomes = new double[subjects];
        Arrays.fill(outcomes, 0, responders, 1);
        return outcomes;
    }
}
