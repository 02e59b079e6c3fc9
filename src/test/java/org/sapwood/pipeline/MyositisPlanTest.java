package org.sapwood.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sapwood.display.Cell;
import org.sapwood.display.TableModel;

/** The plan of NCT04237987 on its invented data; expected numbers were counted from the CSV files by other programs. */
class MyositisPlanTest {
    private static PlanResults results;

    @BeforeAll
    static void run() {
        results = PlanResults.of(Path.of("sap/nct04237987-iim.yaml"));
    }

    /** 7 and 6 of 10 met the definition; one and two of them after an intercurrent event. */
    @Test
    void primaryEndpointUnderBothStrategies() {
        assertThat(results.number("r-primary/il2/response/Responder/n")).isEqualTo(6);
        assertThat(results.number("r-primary/control/response/Responder/n")).isEqualTo(4);
        assertThat(results.number("r-primary-policy/il2/response/Responder/n")).isEqualTo(7);
        assertThat(results.number("r-primary-policy/control/response/Responder/n"))
                .isEqualTo(6);
    }

    /** The hypergeometric distribution of 10 responders among 10 and 10. */
    @Test
    void fishersTestByEnumeration() {
        assertThat(results.number("r-primary/il2-vs-control/fisher/p_value")).isCloseTo(30313 / 46189.0, within(1e-14));
    }

    /** All 6^5 = 7776 ways to fill five blocks of four were listed: 4536 are not more likely than the observed six. */
    @Test
    void permutationTestKeepsTheBlocksOfTheAllocationList() {
        assertThat(results.number("r-primary/il2-vs-control/permutation-within-strata/p_value"))
                .isCloseTo(4536 / 7776.0, within(1e-14));
    }

    /** Subject 002 at baseline and week 12: 139 and 142 of 150 points, HAQ-DI 0.875 and 0.625, CK 449 and 369 of 200 U/L. */
    @Test
    void derivedMeasuresOfOneSubjectByHand() {
        String subject = "/NCT04237987-01-002/value";
        assertThat(results.number("l-response/overall/MMT-8 (0-150)/Baseline" + subject))
                .isEqualTo(139);
        assertThat(results.number("l-response/overall/MMT-8 (0-150)/Week 12" + subject))
                .isEqualTo(142);
        assertThat(results.number("l-response/overall/HAQ-DI (0-3)/Baseline" + subject))
                .isEqualTo(0.875);
        assertThat(results.number("l-response/overall/HAQ-DI (0-3)/Week 12" + subject))
                .isEqualTo(0.625);
        assertThat(results.number("l-response/overall/Most abnormal enzyme (x ULN)/Baseline" + subject))
                .isCloseTo(449 / 200.0, within(1e-12));
    }

    /** Its six measures improve by 12, 0, 2, 8 1/3, 2 2/3 and 1 percent of their ranges: 7.5 + 0 + 0 + 5 + 0 + 0 points. */
    @Test
    void totalImprovementScoreOfOneSubjectByHand() {
        assertThat(results.number("l-response/overall/Total Improvement Score/Week 12/NCT04237987-01-002/value"))
                .isEqualTo(12.5);
    }

    /** 19 of 20 have a class at week 12; every class has its line, with those in it of those who have one. */
    @Test
    void classesOfBothArmsAndThoseWithoutOne() {
        TableModel table = results.table("t-tis-class");
        assertThat(table.rows().subList(0, 5).stream()
                        .map(row -> row.cells().stream().map(Cell::text).toList()))
                .containsExactly(
                        List.of("4/10 (40.0)", "2/9 (22.2)"),
                        List.of("4/10 (40.0)", "4/9 (44.4)"),
                        List.of("2/10 (20.0)", "2/9 (22.2)"),
                        List.of("0/10", "1/9 (11.1)"),
                        List.of("0/10", "1/10 (10.0)"));
    }

    /** Of 27 screened, two had transaminases above three times normal and two entered after a live vaccine. */
    @Test
    void eligibilityFromTheFacts() {
        assertThat(results.number("eligibility/overall/exclusion/E05 ALT or AST above 3 times normal/n"))
                .isEqualTo(2);
        assertThat(results.number("eligibility/overall/subjects/Recorded reason is a criterion not met/n"))
                .isEqualTo(7);
        assertThat(results.number("eligibility/overall/subjects/Entered although a criterion was not met/n"))
                .isEqualTo(2);
    }

    /** Every other day from day 1 to day 83. */
    @Test
    void fortyTwoDosesArePlanned() {
        assertThat(results.number("exposure/il2/Every other day for 12 weeks/planned-doses/max"))
                .isEqualTo(42);
    }

    @Test
    void survivalCurvesBeginWithEverybody() {
        assertThat(results.number("doi-times/il2/curve/0/survival")).isEqualTo(1);
        assertThat(results.number("doi-times/control/curve/0/survival")).isEqualTo(1);
    }

    @Test
    void howTheProtocolWasReadIsPrinted() {
        TableModel notes = results.table("t-notes");
        assertThat(notes.rows().stream().flatMap(row -> row.cells().stream()).map(Cell::text))
                .anyMatch(text -> text.contains("there is no placebo"))
                .contains("Joined by AND in the text, which contradicts itself; read as OR.");
    }

    @Test
    void displayNumbersAreUnique() {
        assertThat(results.displayNumbers()).doesNotHaveDuplicates();
    }
}
