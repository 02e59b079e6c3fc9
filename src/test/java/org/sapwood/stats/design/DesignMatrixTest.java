package org.sapwood.stats.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class DesignMatrixTest {
    private static final ModelFrame FRAME = ModelFrame.builder()
            .numeric("BASE", new double[] {1, 2, 3, Double.NaN, 5, 6, 7})
            .factor("ARM", List.of("PBO", "LOW", "HIGH"), List.of("PBO", "LOW", "HIGH", "PBO", "LOW", "HIGH", "PBO"))
            .factor("SEX", List.of("M", "F"), Arrays.asList("M", "F", "F", "M", "M", null, "F"))
            .build();

    @Test
    void rowsWithAMissingVariableAreDroppedAndTheOthersRemembered() {
        assertThat(FRAME.complete().sourceRows()).containsExactly(0, 1, 2, 4, 6);
        assertThat(FRAME.complete(List.of("ARM")).rows()).isEqualTo(7);
    }

    @Test
    void levelsThatNoRowHasAreDropped() {
        ModelFrame some = FRAME.select(new int[] {0, 1, 4}).complete();
        assertThat(some.factor("ARM").levels()).containsExactly("PBO", "LOW");
    }

    @Test
    void columnsAreNamedByVariableAndLevel() {
        DesignMatrix design = DesignMatrix.of(FRAME.complete(), Term.parse(List.of("BASE", "ARM*SEX")));
        assertThat(design.names())
                .containsExactly(
                        "(Intercept)", "BASE", "ARM=LOW", "ARM=HIGH", "SEX=F", "ARM=LOW:SEX=F", "ARM=HIGH:SEX=F");
        assertThat(design.rows()[1]).containsExactly(1, 2, 1, 0, 1, 1, 0);
        assertThat(design.rows()[3]).containsExactly(1, 5, 1, 0, 0, 0, 0);
    }

    @Test
    void interactionWithoutOneMainEffectIsCodedByEveryLevel() {
        DesignMatrix design = DesignMatrix.of(FRAME.complete(), Term.parse(List.of("SEX", "ARM:SEX")));
        assertThat(design.names())
                .containsExactly(
                        "(Intercept)", "SEX=F", "SEX=M:ARM=LOW", "SEX=F:ARM=LOW", "SEX=M:ARM=HIGH", "SEX=F:ARM=HIGH");
    }

    @Test
    void sumToZeroCodingGivesMinusOneToTheLastLevel() {
        DesignMatrix design =
                DesignMatrix.of(FRAME.complete(), Term.parse(List.of("ARM")), Coding.SUM_TO_ZERO, Intercept.INCLUDED);
        assertThat(design.rows()[2]).containsExactly(1, -1, -1);
        assertThat(design.rows()[0]).containsExactly(1, 1, 0);
    }

    @Test
    void termsAreOrderedByDegreeAndVariablesByTheirMainEffects() {
        assertThat(Term.parse(List.of("BASE", "ARM:STRATUM", "STRATUM", "ARM")).stream()
                        .map(Term::label))
                .containsExactly("BASE", "STRATUM", "ARM", "STRATUM:ARM");
    }

    @Test
    void emptyTermIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Term.parse(List.of("ARM:")));
    }

    @Test
    void aliasedColumnsAreNamed() {
        ModelFrame frame = FRAME.complete();
        double[] base = frame.numbers("BASE");
        double[] twice = Arrays.stream(base).map(v -> 2 * v + 3).toArray();
        DesignMatrix design = DesignMatrix.of(
                frame.with(new Column.Numeric("TWICE", twice)), Term.parse(List.of("BASE", "TWICE", "SEX")));
        assertThat(design.aliased()).containsExactly("TWICE");
        RankRevealingQr qr = RankRevealingQr.of(design.rows());
        assertThat(qr.distanceFromRowSpace(new double[] {0, 0, 0, 1})).isLessThan(1e-12);
        assertThat(qr.distanceFromRowSpace(new double[] {0, 1, 2, 0})).isLessThan(1e-12);
        assertThat(qr.distanceFromRowSpace(new double[] {0, 1, 0, 0})).isGreaterThan(0.01);
    }

    @Test
    void leastSquaresMeansAverageOverTheOtherFactor() {
        DesignMatrix design = DesignMatrix.of(FRAME.complete(), Term.parse(List.of("BASE", "ARM", "SEX")));
        LeastSquaresMeans equal = LeastSquaresMeans.of(design, List.of("ARM"), Margins.EQUAL);
        assertThat(equal.mean("LOW").coefficients()).containsExactly(1, 3.6, 1, 0, 0.5);
        LeastSquaresMeans observed = LeastSquaresMeans.of(design, List.of("ARM"), Margins.OBSERVED);
        assertThat(observed.mean("PBO").coefficients()[4]).isCloseTo(0.6, within(1e-15));
        assertThat(observed.differences().stream().map(LinearFunction::name))
                .containsExactly("LOW-PBO", "HIGH-PBO", "HIGH-LOW");
    }

    @Test
    void meansOfATwoFactorEffectAreNamedWithABar() {
        DesignMatrix design = DesignMatrix.of(FRAME.complete(), Term.parse(List.of("ARM*SEX")));
        LeastSquaresMeans means = LeastSquaresMeans.of(design, List.of("ARM", "SEX"), Margins.EQUAL);
        assertThat(means.mean("HIGH|F").coefficients()).containsExactly(1, 0, 1, 1, 0, 1);
        assertThat(means.differences().get(0).name()).isEqualTo("LOW-PBO|M");
    }

    @Test
    void levelsWithoutARowAreNamedThoughTheyHaveNoColumn() {
        ModelFrame frame = ModelFrame.builder()
                .factor("ARM", List.of("PBO", "LOW", "HIGH"), List.of("PBO", "LOW", "HIGH", "LOW"))
                .numeric("BASE", new double[] {1, 2, Double.NaN, 4})
                .build()
                .complete();

        DesignMatrix design = DesignMatrix.of(frame, Term.parse(List.of("ARM", "BASE")));

        assertThat(design.names()).containsExactly("(Intercept)", "ARM=LOW", "BASE");
        assertThat(design.unusedLevels()).containsExactly("ARM=HIGH");
    }

    @Test
    void withoutAnyRowTheModelKeepsItsColumns() {
        ModelFrame frame = ModelFrame.builder()
                .factor("ARM", List.of("PBO", "LOW"), List.of("PBO"))
                .numeric("BASE", new double[] {Double.NaN})
                .build()
                .complete();

        DesignMatrix design = DesignMatrix.of(frame, Term.parse(List.of("ARM", "BASE")));

        assertThat(design.observations()).isZero();
        assertThat(design.names()).containsExactly("(Intercept)", "ARM=LOW", "BASE");
    }
}
