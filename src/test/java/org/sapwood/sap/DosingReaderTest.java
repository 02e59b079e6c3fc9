package org.sapwood.sap;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sapwood.yaml.Complaints;

/** The dose counts of the protocols, and calendars that cannot be meant. */
class DosingReaderTest {
    @Test
    void everyOtherDayForTwelveWeeksIs42Doses() {
        assertThat(PlanTexts.calendar("{every: 2, from: 1, to: 84}").doseDays())
                .hasSize(42)
                .startsWith(1, 3)
                .endsWith(83);
    }

    @Test
    void threeCyclesOfFourteenDaysOnAndOffAre21DosesEndingOnDay69() {
        assertThat(PlanTexts.calendar("{cycles: 3, length: 28, within: {every: 2, from: 1, to: 14}}")
                        .doseDays())
                .hasSize(21)
                .endsWith(69);
        assertThat(PlanTexts.calendar("{cycles: 3, length: 28, within: {every: 2, to: 15}}")
                        .doseDays())
                .hasSize(24);
    }

    @Test
    void thePolymyalgiaCalendarHas28DosesEndingOnDay82() {
        assertThat(PlanTexts.calendar("{sequence: [{cycles: 4, length: 7, within: {every: 1, from: 1, to: 5}},"
                                + " {every: 7, from: 33, to: 82}]}")
                        .doseDays())
                .containsExactly(
                        1, 2, 3, 4, 5, 8, 9, 10, 11, 12, 15, 16, 17, 18, 19, 22, 23, 24, 25, 26, 33, 40, 47, 54, 61, 68,
                        75, 82);
    }

    @Test
    void aDoseWithoutAmountIsCounted() {
        Complaints complaints = new Complaints();
        DosingSpec dosing = PlanTexts.dosing(
                "{a: {arm: il2, amount: {flat: 1000000}, days: {listed: [1]}}, b: {arm: placebo, days: {listed: [1]}}}",
                complaints);
        assertThat(complaints.lines()).isEmpty();
        assertThat(dosing.regimens())
                .extracting(DosingSpec.Planned::amount)
                .containsExactly(new DoseAmount.Flat(BigDecimal.valueOf(1_000_000)), new DoseAmount.Counted());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{arm: il2, days: {every: 0, to: 5}}| expected a first day of at least 1, a step of at least 1",
                "{arm: il2, days: {cycles: 2, length: 7, within: {listed: [8]}}}| a cycle of 7 days cannot have a dose on its day 8",
                "{arm: il2, days: {listed: [3, 1]}}| days are listed ascending",
                "{arm: il2, days: {each: 2}}| no field named \"each\"",
                "{arm: il3, days: {listed: [1]}}| no arm named \"il3\"",
                "{arm: il2, amount: {flat: 0}, days: {listed: [1]}}| a dose is above 0",
                "{arm: il2, amount: {per-square-metre: 5}, days: {listed: [1]}}| a dose per square metre needs the body surface"
            })
    void whatCannotBeMeantIsRefused(String regimen, String complaint) {
        Complaints complaints = new Complaints();
        PlanTexts.dosing("{r: " + regimen + "}", complaints);
        assertThat(complaints.toString()).contains(complaint);
    }
}
