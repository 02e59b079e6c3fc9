package org.sapwood.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sapwood.display.TableModel;

/** The plan of NCT04062006 on its invented data; expected numbers were counted from the CSV files by other programs. */
class PolymyalgiaPlanTest {
    private static PlanResults results;

    @BeforeAll
    static void run() {
        results = PlanResults.of(Path.of("sap/nct04062006-pmr.yaml"));
    }

    /** All 14 changes are positive: p = 2 / 2^14, and the Walsh averages were listed. */
    @Test
    void primaryEndpointByEnumeration() {
        String change = "treg-within/il2/Change in Treg (% of lymphocytes)/Week 12/";
        assertThat(results.number(change + "n")).isEqualTo(14);
        assertThat(results.number(change + "p_value")).isCloseTo(1 / 8192.0, within(1e-15));
        assertThat(results.number(change + "estimate")).isCloseTo(3.19, within(1e-12));
        assertThat(results.number(change + "conf_low")).isCloseTo(2.305, within(1e-12));
        assertThat(results.number(change + "conf_high")).isCloseTo(4.235, within(1e-12));
    }

    /** With ties: 13 changes, rank sum 85 of 91, 13 of 4096 by convolution. */
    @Test
    void primaryMeasureAtWeek24ByEnumeration() {
        String change = "treg-within/il2/Change in Treg (% of lymphocytes)/Week 24/";
        assertThat(results.number(change + "n")).isEqualTo(13);
        assertThat(results.number(change + "p_value")).isCloseTo(13 / 4096.0, within(1e-15));
        assertThat(results.number(change + "estimate")).isCloseTo(0.64, within(1e-12));
    }

    /** Subject 001: CRP 11.5 mg/L, pain 4.8, physician 3.6, no stiffness, elevation 1. */
    @Test
    void activityScoreOfOneSubjectByHand() {
        assertThat(results.number("l-response/overall/PMR-AS/Baseline/NCT04062006-01-001/value"))
                .isCloseTo(1.15 + 4.8 + 3.6 + 0 + 1, within(1e-12));
    }

    /** 2 of 15: the limits of Clopper and Pearson are beta quantiles. */
    @Test
    void remissionAtWeek12() {
        String responder = "remission-w12/il2/response/Responder/";
        assertThat(results.number(responder + "n")).isEqualTo(2);
        assertThat(results.number(responder + "conf_low")).isCloseTo(0.016576, within(1e-6));
        assertThat(results.number(responder + "conf_high")).isCloseTo(0.404603, within(1e-6));
    }

    /** Eight subjects reached normal CRP, none lost it: 2 / 2^8. */
    @Test
    void mcNemarOfNormalProtein() {
        assertThat(results.number("crp-normal-paired/il2/mcnemar-exact/p_value"))
                .isCloseTo(2 / 256.0, within(1e-15));
    }

    /**
     * Subject 001 takes 6 mg methylprednisolone in the week before week 4; subject 013 has a pulse of 500 mg on days 95 to
     * 97, which does not count, and 15 mg before week 16; the diary of subject 017 has a hole of 20 days before week 16.
     */
    @Test
    void dosesOfThreeSubjectsFromTheirDiaries() {
        String dose = "l-response/overall/Prednisone-equivalent dose, mean of 7 days (mg/day)/";
        assertThat(results.number(dose + "Week 4/NCT04062006-01-001/value")).isEqualTo(7.5);
        assertThat(results.number(dose + "Week 12/NCT04062006-01-013/value")).isEqualTo(5);
        assertThat(results.number(dose + "Week 16/NCT04062006-01-013/value")).isEqualTo(15);
        assertThat(results.number(dose + "Week 12/NCT04062006-01-017/value")).isEqualTo(17.5);
        assertThat(results.has(dose + "Week 16/NCT04062006-01-017/value")).isFalse();
    }

    /** 28 days in the calendar, 406 doses given to 15 subjects; height and weight give the surface by Mosteller. */
    @Test
    void exposureFlatAndPerSquareMetre() {
        String flat = "exposure/il2/28 doses of 1 MIU (text)/";
        assertThat(results.number(flat + "planned-doses/max")).isEqualTo(28);
        assertThat(results.number(flat + "given-doses/mean")).isCloseTo(406 / 15.0, within(1e-12));
        assertThat(results.number(flat + "units/mean")).isCloseTo(396_500_000 / 15.0, within(1e-6));
        assertThat(results.number(flat + "compliance/mean")).isCloseTo(97.857142857, within(1e-8));
        assertThat(results.number(flat + "intensity/mean")).isCloseTo(95.595238095, within(1e-8));
        String perSurface = "exposure/il2/28 doses of 1 MIU/m² (description of the arm)/";
        assertThat(results.number(perSurface + "units-per-square-metre/mean")).isCloseTo(15_929_277.3056, within(1e-3));
        assertThat(results.number(perSurface + "intensity/mean")).isCloseTo(57.629051809, within(1e-8));
    }

    /** Every recorded reason of the six screen failures is a criterion not met; one subject entered with a changed NSAID. */
    @Test
    void eligibilityFromTheFacts() {
        assertThat(results.number("eligibility/overall/subjects/Recorded reason is a criterion not met/n"))
                .isEqualTo(6);
        assertThat(results.number("eligibility/overall/subjects/Entered although a criterion was not met/n"))
                .isEqualTo(1);
        assertThat(results.number("eligibility/overall/exclusion/E01 Giant cell arteritis/n"))
                .isEqualTo(3);
    }

    @Test
    void oneArmHasNoTotalBesideIt() {
        assertThat(results.table("t-demographics").columns()).hasSize(1);
        assertThat(results.table("t-screening").columns()).hasSize(1);
    }

    /** A count of one event is printed as [1], which is no mark of a note. */
    @Test
    void countsOfEventsAreNoMarks() {
        TableModel table = results.table("t-ae-overview-follow-up");
        assertThat(table.rows().stream().flatMap(row -> row.cells().stream()))
                .anyMatch(cell -> cell.text().equals("[1]"));
        assertThat(table.notes()).noneMatch(note -> note.mark().equals("[1]"));
    }

    @Test
    void displayNumbersAreUnique() {
        assertThat(results.displayNumbers()).doesNotHaveDuplicates();
    }
}
