package org.sapwood.stats.sequential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sapwood.stats.ConfidenceLevel;
import org.sapwood.stats.Interval;
import org.sapwood.stats.distribution.GaussLegendre;

class GroupSequentialPropertyTest {
    private static final double[] LOOKS = {0.3, 0.55, 0.8, 1};
    private static final List<SpendingFunction> FUNCTIONS = List.of(
            new SpendingFunction.LanDeMetsObrienFleming(),
            new SpendingFunction.LanDeMetsPocock(),
            new SpendingFunction.HwangShihDeCani(-4),
            new SpendingFunction.HwangShihDeCani(0),
            new SpendingFunction.KimDeMets(2));

    @ParameterizedTest
    @EnumSource(Sides.class)
    void crossingUnderNoEffectFollowsTheSpending(Sides sides) {
        for (SpendingFunction function : FUNCTIONS) {
            StoppingBoundary boundary = GroupSequentialDesign.spending(LOOKS, function, 0.05, sides);
            StoppingBoundary.Crossing crossing = boundary.crossing(0);
            double[] spent = function.spent(LOOKS, sides.perSide(0.05));
            double total = 0;
            for (int k = 0; k < 4; k++) {
                total += crossing.upper()[k];
                assertThat(total).isCloseTo(spent[k], within(1e-12));
            }
            assertThat(total).isCloseTo(sides.perSide(0.05), within(1e-12));
            if (sides == Sides.TWO) {
                assertThat(crossing.lower()).containsExactly(crossing.upper(), within(1e-13));
            } else {
                assertThat(crossing.lower()).containsOnly(0);
            }
        }
    }

    @Test
    void pValueAtTheBoundaryIsTheErrorSpent() {
        SpendingFunction function = new SpendingFunction.LanDeMetsPocock();
        StoppingBoundary boundary = GroupSequentialDesign.spending(LOOKS, function, 0.025, Sides.ONE);
        for (int look = 1; look <= 4; look++) {
            StageWiseInference inference = StageWiseInference.of(boundary, look, boundary.upper()[look - 1]);
            double spent = function.spent(LOOKS[look - 1], 0.025);
            assertThat(inference.pValue().value()).isCloseTo(spent, within(1e-12));
            Interval interval = inference.interval(ConfidenceLevel.of(1 - 2 * spent));
            assertThat(interval.lower()).isCloseTo(0, within(1e-8));
            assertThat(interval.contains(inference.medianUnbiasedDrift())).isTrue();
            assertThat(inference.repeatedInterval(ConfidenceLevel.of(0.95)).lower())
                    .isCloseTo(0, within(1e-12));
        }
    }

    @Test
    void firstLookInferenceIsThatOfAFixedDesign() {
        StoppingBoundary boundary =
                GroupSequentialDesign.spending(LOOKS, new SpendingFunction.KimDeMets(1), 0.025, Sides.ONE);
        StageWiseInference first = StageWiseInference.of(boundary, 1, 3);
        assertThat(first.pValue().value()).isCloseTo(first.naivePValue().value(), within(1e-15));
        assertThat(first.medianUnbiasedDrift()).isCloseTo(3 / Math.sqrt(0.3), within(1e-10));
    }

    @Test
    void classicalConstantsAreThoseOfTheBook() {
        // Jennison and Turnbull (2000), tables 2.1 and 2.3, alpha 0.05 two-sided.
        assertThat(constant(2, 0.5)).isCloseTo(2.178, within(0.0006));
        assertThat(constant(5, 0.5)).isCloseTo(2.413, within(0.0006));
        assertThat(constant(2, 0)).isCloseTo(1.977, within(0.0006));
        assertThat(constant(5, 0)).isCloseTo(2.040, within(0.0006));
        assertThat(constant(1, 0)).isCloseTo(1.959963984540054, within(1e-12));
    }

    private static double constant(int looks, double delta) {
        return GroupSequentialDesign.wangTsiatis(looks, delta, 0.05, Sides.TWO).upper()[looks - 1];
    }

    @ParameterizedTest
    @EnumSource(FutilityDesign.Futility.class)
    void futilityDesignKeepsBothErrors(FutilityDesign.Futility futility) {
        FutilityDesign design = FutilityDesign.of(
                LOOKS,
                new SpendingFunction.LanDeMetsObrienFleming(),
                0.025,
                new SpendingFunction.HwangShihDeCani(-2),
                0.1,
                futility);
        StoppingBoundary boundary = design.boundary();
        assertThat(boundary.crossing(design.drift()).upperTotal()).isCloseTo(0.9, within(1e-9));
        assertThat(Arrays.stream(boundary.crossing(design.drift()).lower()).sum())
                .isCloseTo(0.1, within(1e-9));
        StoppingBoundary counted = futility == FutilityDesign.Futility.BINDING
                ? boundary
                : StoppingBoundary.upperOnly(boundary.information(), boundary.upper());
        assertThat(counted.crossing(0).upperTotal()).isCloseTo(0.025, within(1e-10));
        assertThat(design.inflation()).isGreaterThan(1);
    }

    @ParameterizedTest
    @EnumSource(FutilityDesign.Futility.class)
    void futilityDesignIsFoundForEarlyAndManyLooks(FutilityDesign.Futility futility) {
        double[] many = {0.05, 0.2, 0.4, 0.5, 0.9, 1};
        for (SpendingFunction up : FUNCTIONS) {
            for (SpendingFunction down : FUNCTIONS) {
                FutilityDesign design = FutilityDesign.of(many, up, 0.025, down, 0.2, futility);
                assertThat(design.boundary().crossing(design.drift()).upperTotal())
                        .isCloseTo(0.8, within(1e-9));
            }
        }
    }

    @Test
    void predictivePowerIsConditionalPowerAveraged() {
        ConditionalPower interim = new ConditionalPower(0.4, 1.1, 2);
        double sd = 1 / Math.sqrt(0.4);
        double average = GaussLegendre.of(32)
                .integrate(
                        x -> interim.given(interim.currentTrend() + sd * x)
                                * StrictMath.exp(-x * x / 2)
                                / Math.sqrt(2 * StrictMath.PI),
                        -9,
                        9,
                        8);
        assertThat(interim.predictive()).isCloseTo(average, within(1e-12));
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatThrownBy(() -> StoppingBoundary.upperOnly(new double[] {0.5, 0.4}, new double[2]))
                .hasMessageContaining("increasing");
        assertThatThrownBy(() -> StoppingBoundary.upperOnly(new double[0], new double[0]))
                .hasMessageContaining("at least one look");
        assertThatThrownBy(() -> StoppingBoundary.of(new double[] {1}, new double[] {2}, new double[] {1}))
                .hasMessageContaining("look 1");
        assertThatThrownBy(() -> new ConditionalPower(1, 0, 2)).hasMessageContaining("1.0");
    }

    /** Two looks at half and all of the information, crossed at 1.96 and 2: stopping at the first look saves half. */
    @Test
    void theExpectedInformationIsWhatTheFirstLookSaves() {
        StoppingBoundary boundary = StoppingBoundary.symmetric(new double[] {0.5, 1}, new double[] {1.96, 2});
        double stopsAtFirst = 0.04999579029644087; // 2 (1 - Phi(1.96))
        assertThat(boundary.crossing(0).expectedInformation()).isCloseTo(1 - 0.5 * stopsAtFirst, within(1e-12));
        StoppingBoundary upper = StoppingBoundary.upperOnly(new double[] {0.5, 1}, new double[] {1.96, 2});
        assertThat(upper.crossing(0).expectedInformation()).isCloseTo(1 - 0.25 * stopsAtFirst, within(1e-12));
    }
}
