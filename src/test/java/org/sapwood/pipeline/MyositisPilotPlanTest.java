package org.sapwood.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sapwood.display.TableModel;

/** The plan of NCT04062019 gives what Miao 2021 published, from the measures and through the rules. */
class MyositisPilotPlanTest {
    private static PlanResults results;

    @BeforeAll
    static void run() {
        results = PlanResults.of(Path.of("sap/nct04062019-iim-pilot.yaml"));
    }

    /** 14 and 15 of 18; the limits of Clopper-Pearson and Wilson were computed with R. */
    @ParameterizedTest
    @CsvSource({"doi-w12, 14, 52.4, 93.6, 54.8, 91.0", "tis20-w12, 15, 58.6, 96.4, 60.8, 94.2"})
    void responders(String analysis, int n, double low, double high, double wilsonLow, double wilsonHigh) {
        String responder = analysis + "/il2/response/Responder/";
        assertThat(results.number(responder + "n")).isEqualTo(n);
        assertThat(results.number(responder + "percent")).isCloseTo(n / 18.0, within(1e-15));
        assertThat(100 * results.number(responder + "conf_low")).isCloseTo(low, within(0.05));
        assertThat(100 * results.number(responder + "conf_high")).isCloseTo(high, within(0.05));
        String wilson = analysis + "/il2/interval/Wilson/";
        assertThat(100 * results.number(wilson + "conf_low")).isCloseTo(wilsonLow, within(0.05));
        assertThat(100 * results.number(wilson + "conf_high")).isCloseTo(wilsonHigh, within(0.05));
    }

    @ParameterizedTest
    @CsvSource({
        "Baseline, median, 7",
        "Baseline, q1, 4.5",
        "Baseline, q3, 13",
        "Week 12, median, 2",
        "Week 12, q1, 0",
        "Week 12, q3, 7"
    })
    void skinActivity(String visit, String statistic, double published) {
        assertThat(results.number("cdasi-by-visit/il2/CDASI activity/" + visit + "/" + statistic))
                .isEqualTo(published);
    }

    /** 14 patients fell, 4 stayed (3 of them without skin disease): 2 / 2^14. */
    @Test
    void skinActivityWithinTheArm() {
        String change = "cdasi-within/il2/Change in CDASI activity/Week 12/";
        assertThat(results.number(change + "n")).isEqualTo(18);
        assertThat(results.number(change + "p_value")).isCloseTo(2 / 16_384.0, within(1e-15));
    }

    @ParameterizedTest
    @CsvSource({
        "Baseline, median, 8.97",
        "Baseline, q1, 5.77",
        "Baseline, q3, 9.89",
        "Week 12, median, 15.2",
        "Week 12, q1, 10.4",
        "Week 12, q3, 17.3"
    })
    void regulatoryCells(String visit, String statistic, double published) {
        assertThat(results.number("treg-cd4-by-visit/il2/Treg (% of CD4)/" + visit + "/" + statistic))
                .isCloseTo(published, within(1e-9));
    }

    /** Twelve pairs, falls of rank sum 7: 19 of the 4096 assignments of signs are as far, on either side. */
    @Test
    void regulatoryCellsWithinTheArm() {
        String change = "treg-cd4-within/il2/Change in Treg (% of CD4)/Week 12/";
        assertThat(results.number(change + "n")).isEqualTo(12);
        assertThat(results.number(change + "p_value")).isCloseTo(38 / 4_096.0, within(1e-14));
    }

    @ParameterizedTest
    @CsvSource({
        "physician-global, Change in physician global (cm), -1",
        "patient-global, Change in patient global (cm), -1",
        "mmt, Change in MMT-8 (0-150), 1",
        "haq, Change in HAQ-DI (0-3), -1",
        "extramuscular-global, Change in extramuscular global (cm), -1",
        "ck, Change in creatine kinase (U/L), -1"
    })
    void coreSetMeasuresImproved(String measure, String change, int sign) {
        assertThat(sign * results.number(measure + "-within/il2/" + change + "/Week 12/estimate"))
                .isPositive();
        assertThat(results.number(measure + "-within/il2/" + change + "/Week 12/p_value"))
                .isLessThan(0.001);
    }

    @Test
    void noEventWasSerious() {
        assertThat(results.number("ae-overview/il2/Serious/n")).isZero();
        assertThat(results.number("ae-overview-follow-up/il2/Serious/n")).isZero();
        assertThat(results.number("ae-overview/il2/Any adverse event/n")).isPositive();
    }

    /** Every published number agrees to its digits or says why it cannot be had; none of them cannot. */
    @Test
    void publishedNumbersAgree() {
        List<String> verdicts = results.table("t-published").rows().stream()
                .filter(row -> row.kind() == TableModel.Kind.BODY)
                .map(row -> row.cells().get(2).text())
                .toList();
        assertThat(verdicts)
                .hasSize(17)
                .allMatch(verdict -> verdict.startsWith("Agrees to the printed digits")
                        || verdict.startsWith("Cannot be reproduced: "));
        assertThat(verdicts).filteredOn(verdict -> verdict.startsWith("Cannot")).hasSize(0);
    }

    /** Three of the four screening failures break a criterion, the fourth withdrew consent; one entered all the same. */
    @Test
    void eligibilityFollowsFromTheFacts() {
        assertThat(results.number("eligibility/overall/subjects/Entered although a criterion was not met/n"))
                .isEqualTo(1);
        assertThat(results.number("eligibility/overall/subjects/Recorded reason is a criterion not met/n"))
                .isEqualTo(3);
        assertThat(results.number("eligibility/overall/subjects/Recorded reason is no criterion not met/n"))
                .isEqualTo(1);
    }

    /** Day 1, 3, … 83: 42 doses of a million units. */
    @Test
    void fortyTwoDosesArePlanned() {
        assertThat(results.number("exposure/il2/Every other day for 12 weeks/planned-doses/max"))
                .isEqualTo(42);
    }

    @Test
    void displaysAreNumberedAsReportsAre() {
        assertThat(results.displayNumbers())
                .doesNotHaveDuplicates()
                .contains("Table 14.1.5", "Table 14.2.1.1", "Table 14.2.4.1", "Table 14.3.1.1", "Listing 16.2.6.1");
    }
}
