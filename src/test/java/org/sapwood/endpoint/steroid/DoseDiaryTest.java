package org.sapwood.endpoint.steroid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sapwood.endpoint.steroid.Glucocorticoid.METHYLPREDNISOLONE;
import static org.sapwood.endpoint.steroid.Glucocorticoid.PREDNISONE;
import static org.sapwood.endpoint.steroid.Route.INTRAVENOUS;
import static org.sapwood.endpoint.steroid.Route.ORAL;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sapwood.endpoint.response.FirstTime;

class DoseDiaryTest {

    private static DoseRecord prednisone(int start, int end, String milligrams) {
        return new DoseRecord(start, end, PREDNISONE, ORAL, new BigDecimal(milligrams));
    }

    private static DoseDiary diary(DoseRecord... records) {
        return new DoseDiary(List.of(records), DiaryRule.STANDARD);
    }

    private static BigDecimal d(String text) {
        return new BigDecimal(text);
    }

    @ParameterizedTest
    @CsvSource({
        "CORTISONE, 25, 5",
        "HYDROCORTISONE, 10, 2.5",
        "PREDNISOLONE, 7.5, 7.5",
        "TRIAMCINOLONE, 4, 5",
        "METHYLPREDNISOLONE, 16, 20",
        "DEXAMETHASONE, 0.75, 5",
        "BETAMETHASONE, 0.6, 5",
        "DEFLAZACORT, 6, 5"
    })
    void convertsToPrednisone(Glucocorticoid drug, BigDecimal milligrams, String expected) {
        assertThat(drug.prednisoneEquivalent(milligrams).toText(6)).isEqualTo(expected);
    }

    @Test
    void dosesOfTheSameDayAddUp() {
        DoseDiary diary = diary(prednisone(1, 10, "5"), new DoseRecord(5, 7, METHYLPREDNISOLONE, ORAL, d("4")));
        assertThat(diary.dailyDose(4).orElseThrow().toText(2)).isEqualTo("5");
        assertThat(diary.dailyDose(5).orElseThrow().toText(2)).isEqualTo("10");
        assertThat(diary.cumulative(1, 10).orElseThrow().toText(2)).isEqualTo("65");
    }

    @Test
    void theMeanIsOverTheDaysBeforeTheVisit() {
        DoseDiary diary = diary(prednisone(-30, 81, "10"), prednisone(82, 100, "5"));
        // Days 78 to 84: four days of 10 mg and three of 5 mg.
        assertThat(diary.meanBefore(85, 7).orElseThrow().toText(4)).isEqualTo("7.8571");
        assertThat(diary.meanBefore(85, 14).orElseThrow().toText(4)).isEqualTo("8.9286");
        assertThat(diary.meanBefore(1, 7).orElseThrow().toText(4)).isEqualTo("10");
    }

    @Test
    void gapsUpToFourteenDaysAreCarried() {
        DoseDiary fourteen = diary(prednisone(1, 10, "10"), prednisone(25, 30, "5"));
        assertThat(fourteen.dailyDose(24).orElseThrow().toText(1)).isEqualTo("10");
        DoseDiary fifteen = diary(prednisone(1, 10, "10"), prednisone(26, 30, "5"));
        assertThat(fifteen.dailyDose(11).reasonMissing())
                .isEqualTo("no dose recorded from day 11 to day 25, longer than 14 days");
        assertThat(fifteen.dailyDose(44).isKnown()).isTrue();
        assertThat(fifteen.dailyDose(45).isKnown()).isFalse();
        assertThat(fifteen.dailyDose(0).reasonMissing()).isEqualTo("no dose recorded up to day 0");
    }

    @Test
    void pulsesAndLocalTreatmentAreListedAndNotCounted() {
        DoseDiary diary = diary(
                prednisone(1, 30, "10"),
                new DoseRecord(3, 5, METHYLPREDNISOLONE, INTRAVENOUS, d("250")),
                new DoseRecord(6, 6, METHYLPREDNISOLONE, INTRAVENOUS, d("249")),
                new DoseRecord(9, 9, Glucocorticoid.TRIAMCINOLONE, Route.INTRA_ARTICULAR, d("40")));
        assertThat(diary.dailyDose(4).orElseThrow().toText(1)).isEqualTo("10");
        assertThat(diary.dailyDose(6).orElseThrow().toText(2)).isEqualTo("321.25");
        assertThat(diary.dailyDose(9).orElseThrow().toText(1)).isEqualTo("10");
        assertThat(diary.pulses()).hasSize(1);
        assertThat(diary.notCounted()).hasSize(1);
    }

    @Test
    void findsTheFirstIncrease() {
        DoseDiary diary = diary(prednisone(1, 10, "10"), prednisone(11, 20, "5"), prednisone(21, 30, "7.5"));
        assertThat(diary.firstIncrease(2, 30)).hasValue(21);
        assertThat(diary.firstIncrease(2, 20)).isEmpty();
    }

    @Test
    void theTaperMustBeHeld() {
        DoseDiary diary = diary(
                prednisone(1, 9, "10"), prednisone(10, 12, "5"), prednisone(13, 20, "10"), prednisone(21, 60, "5"));
        FirstTime held = new TimeToTaper(d("5"), 28).in(diary, 1, 60);
        assertThat(held.isEvent()).isTrue();
        assertThat(held.day()).isEqualTo(21);
        assertThat(new TimeToTaper(d("5"), 1).in(diary, 1, 60).day()).isEqualTo(10);
        FirstTime never = new TimeToTaper(d("2.5"), 1).in(diary, 1, 60);
        assertThat(never.isEvent()).isFalse();
        assertThat(never.day()).isEqualTo(60);
        assertThat(new TimeToTaper(d("2.5"), 1).in(diary, 1, 90).day()).isEqualTo(74);
    }

    @Test
    void studyDaysHaveNoDayZero() {
        assertThat(DoseRecord.withoutGap(-1)).isZero();
        assertThat(DoseRecord.withoutGap(1)).isEqualTo(1);
        assertThatThrownBy(() -> DoseRecord.withoutGap(0)).hasMessage("there is no study day 0");
    }
}
