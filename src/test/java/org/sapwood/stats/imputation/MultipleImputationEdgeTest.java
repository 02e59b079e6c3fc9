package org.sapwood.stats.imputation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.Estimable.Reason;
import org.sapwood.stats.imputation.IncompleteTrial.Loss;

/** Data that cannot be imputed say why, and where. */
class MultipleImputationEdgeTest {
    private static final double GAP = Double.NaN;
    private static final RandomStreams STREAMS = new RandomStreams(1, "edge");

    private static IncompleteData data(double[][] predictors, double[][] values) {
        List<String> ids = java.util.stream.IntStream.range(0, values.length)
                .mapToObj(i -> "P" + (i + 1))
                .toList();
        return IncompleteData.of(ids, List.of("WEEK 4", "WEEK 8"), predictors, values);
    }

    private static double[][] ones(int n) {
        double[][] x = new double[n][1];
        for (double[] row : x) {
            row[0] = 1;
        }
        return x;
    }

    private static void assertRefused(Estimable<?> result, Reason reason, String detail) {
        assertThat(result).isInstanceOfSatisfying(Estimable.NotEstimable.class, none -> {
            assertThat(none.reason()).isEqualTo(reason);
            assertThat(none.detail()).isEqualTo(detail);
        });
    }

    private static Estimable<double[][]> chained(IncompleteData data) {
        return new FullyConditionalImputation(
                        data, List.of(ImputationModel.LINEAR_REGRESSION, ImputationModel.LINEAR_REGRESSION), STREAMS)
                .draw(1);
    }

    @Test
    void aGapBeforeAValueIsNoMonotonePattern() {
        IncompleteData data = data(ones(4), new double[][] {{1, 2}, {2, 1}, {GAP, 3}, {4, GAP}});
        assertRefused(
                MonotoneImputation.of(data, ImputationModel.LINEAR_REGRESSION, STREAMS),
                Reason.OUTSIDE_DOMAIN,
                "not monotone: P3 has WEEK 8 but not WEEK 4; a fully conditional imputation takes any pattern");
    }

    @Test
    void aVisitNobodyHasCannotBeImputed() {
        IncompleteData data = data(ones(3), new double[][] {{1, GAP}, {2, GAP}, {3, GAP}});
        assertRefused(chained(data), Reason.EMPTY_GROUP, "WEEK 8: nobody has a value");
        assertRefused(
                MonotoneImputation.of(data, ImputationModel.LINEAR_REGRESSION, STREAMS),
                Reason.EMPTY_GROUP,
                "WEEK 8: nobody has a value");
    }

    @Test
    void tooFewObservedValuesLeaveNoVariance() {
        IncompleteData data = data(ones(4), new double[][] {{1, 3}, {2, 1}, {3, GAP}, {5, GAP}});
        assertRefused(
                chained(data),
                Reason.TOO_FEW_OBSERVATIONS,
                "WEEK 8: 2 observed values leave no degree of freedom for 2 coefficients");
    }

    @Test
    void equalObservedValuesHaveNoVariance() {
        IncompleteData data = data(ones(5), new double[][] {{1, 3}, {2, 3}, {3, 3}, {5, 3}, {4, GAP}});
        assertRefused(chained(data), Reason.ZERO_VARIANCE, "WEEK 8: the regression fits every observed value exactly");
    }

    @Test
    void aStratumNobodyWasSeenInIsNotExtrapolated() {
        double[][] x = {{1, 0}, {1, 0}, {1, 0}, {1, 0}, {1, 1}};
        IncompleteData data = data(x, new double[][] {{1, 3}, {2, 1}, {3, 4}, {5, 2}, {4, GAP}});
        assertRefused(
                chained(data),
                Reason.RANK_DEFICIENT,
                "WEEK 8 of P5: nobody with a value shares the factor levels of one who has none");
    }

    @Test
    void separatedBinaryValuesHaveNoPosterior() {
        IncompleteData data = data(ones(5), new double[][] {{1, 0}, {2, 0}, {3, 1}, {5, 1}, {4, GAP}});
        Estimable<double[][]> result = new FullyConditionalImputation(
                        data, List.of(ImputationModel.LINEAR_REGRESSION, ImputationModel.LOGISTIC_REGRESSION), STREAMS)
                .draw(1);
        assertThat(result).isInstanceOfSatisfying(Estimable.NotEstimable.class, none -> {
            assertThat(none.reason()).isEqualTo(Reason.SEPARATION);
            assertThat(none.detail()).startsWith("WEEK 8: ");
        });
    }

    @Test
    void theSameUnitTwiceIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        IncompleteData.of(List.of("P1", "P1"), List.of("V"), ones(2), new double[][] {{1}, {2}}))
                .withMessage("unit \"P1\" is given twice");
    }

    @Test
    void aVisitNobodyHasStopsReferenceBasedDraws() {
        IncompleteTrial trial = IncompleteTrial.draw(20, 2, Loss.MONOTONE, 1, 3);
        assertRefused(
                ReferenceBasedImputation.of(
                        trial.profiles(), trial.ids(), ReferenceStrategy.JUMP_TO_REFERENCE, STREAMS),
                Reason.EMPTY_GROUP,
                "V2: nobody has a value");
        assertRefused(
                ConditionalMeanImputation.complete(trial.profiles(), ReferenceStrategy.JUMP_TO_REFERENCE),
                Reason.EMPTY_GROUP,
                "V2: nobody has a value");
    }
}
