package org.sapwood.endpoint.dosing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sapwood.endpoint.Dated;
import org.sapwood.endpoint.Derived;
import org.sapwood.sap.DoseAmount;
import org.sapwood.sap.DosingSpec.Formula;
import org.sapwood.sap.Regimen;

class ExposureTest {

    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
    private static final Regimen TEN_DOSES = new Regimen.EveryNthDay(1, 2, 20);

    private static List<Dated<BigDecimal>> doses(int... days) {
        return IntStream.of(days).mapToObj(day -> new Dated<>(day, MILLION)).toList();
    }

    private static Exposure exposure(int tolerance, int lastDay, int... days) {
        return Exposure.of(TEN_DOSES, Derived.of(MILLION), doses(days), tolerance, lastDay);
    }

    @Test
    void comparesPlanAndDiary() {
        Exposure exposure = exposure(0, 20, 19, 1, 3, 5, 7, 9, 11, 12, 15);
        assertThat(exposure.missedDays()).containsExactly(13, 17);
        assertThat(exposure.unplannedDays()).containsExactly(12);
        assertThat(exposure.compliancePercent().orElseThrow().toText(1)).isEqualTo("80");
        assertThat(exposure.intensityPercent().orElseThrow().toText(1)).isEqualTo("90");
        assertThat(exposure.durationDays()).isEqualTo(19);
    }

    @Test
    void eightyPercentIsAdherent() {
        BigDecimal eighty = BigDecimal.valueOf(80);
        assertThat(exposure(0, 20, 1, 3, 5, 7, 9, 11, 13, 15).isAdherent(eighty).isYes())
                .isTrue();
        assertThat(exposure(0, 20, 1, 3, 5, 7, 9, 11, 13).isAdherent(eighty).reasons())
                .containsExactly("7 of 10 planned doses given, 80 % needed");
    }

    @Test
    void aToleranceMatchesNeighbouringDays() {
        assertThat(exposure(1, 20, 2, 4).unplannedDays()).isEmpty();
        assertThat(exposure(1, 20, 2, 4).missedDays()).hasSize(8).startsWith(5);
    }

    @Test
    void aDoseOfNothingIsNotADoseAndDaysAfterWithdrawalDoNotCount() {
        Exposure withdrawn = Exposure.of(
                TEN_DOSES,
                Derived.of(MILLION),
                List.of(new Dated<>(1, MILLION), new Dated<>(3, BigDecimal.ZERO), new Dated<>(9, MILLION)),
                0,
                6);
        assertThat(withdrawn.plannedDays()).containsExactly(1, 3, 5);
        assertThat(withdrawn.givenDoses()).hasSize(1);
        assertThat(withdrawn.plannedUnits().orElseThrow()).isEqualByComparingTo("3000000");
    }

    @Test
    void aDosePerSquareMetreNeedsTheBodySurface() {
        DoseAmount perSquareMetre = new DoseAmount.PerSquareMetre(MILLION);
        assertThat(BodySurface.unitsPerDose(perSquareMetre, new BigDecimal("1.6"))
                        .orElseThrow())
                .isEqualByComparingTo("1600000");
        assertThat(BodySurface.unitsPerDose(perSquareMetre, null).isKnown()).isFalse();
        assertThat(BodySurface.unitsPerDose(new DoseAmount.Flat(MILLION), null).orElseThrow())
                .isEqualByComparingTo(MILLION);
        assertThat(BodySurface.unitsPerDose(new DoseAmount.Counted(), null).reasonMissing())
                .isEqualTo("the planned doses have no units");
    }

    @Test
    void bodySurfaceOfAnAdultOf180CentimetresAnd80Kilograms() {
        BigDecimal height = BigDecimal.valueOf(180);
        BigDecimal weight = BigDecimal.valueOf(80);
        assertThat(BodySurface.of(Formula.MOSTELLER, height, weight)).isEqualByComparingTo("2");
        // 0.007184 x 80^0.425 x 180^0.725 by logarithms: exp(-4.93590 + 1.86236 + 3.76489)
        assertThat(BodySurface.of(Formula.DU_BOIS, height, weight).doubleValue())
                .isCloseTo(1.9964, org.assertj.core.api.Assertions.within(5e-5));
    }

    @Test
    void refusesImpossibleCalendars() {
        assertThatThrownBy(() -> new Regimen.Cycles(2, 7, new Regimen.EveryNthDay(1, 1, 8)))
                .hasMessage("a cycle of 7 days cannot have a dose on its day 8");
        assertThatThrownBy(() -> new Regimen.EveryNthDay(0, 1, 8)).isInstanceOf(IllegalArgumentException.class);
    }
}
