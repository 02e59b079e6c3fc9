package org.sapwood.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sapwood.display.ListingModel;
import org.sapwood.result.ResultRow;
import org.sapwood.result.ResultSet;
import org.sapwood.result.Value;
import org.sapwood.sap.EligibilitySpec;
import org.sapwood.sap.PlanTexts;

/** Eligibility and exposure of the shipped trial, from the plan's text to the page. */
class EligibilityAndExposureTest {
    @TempDir
    private static Path folder;

    private static Pipeline.Assembled trial;

    @BeforeAll
    static void assemble() throws IOException {
        trial = Pipeline.assemble(InventedTrial.copiedTo(folder)
                .request("f-consort", "t-eligibility", "t-exposure", "l-eligibility", "l-exposure"));
    }

    private static Value find(String address) {
        ResultSet results = trial.results();
        for (ResultRow row : results.rows()) {
            if ((row.key() + "/" + row.statistic()).equals(address)) {
                return row.value();
            }
        }
        throw new AssertionError("no result " + address);
    }

    private static long count(String address) {
        return ((Value.Count) find(address)).n();
    }

    /** The reasons in the flow of subjects are those for which criteria stand. */
    @Test
    void everyReasonOfTheFlowIsTheRecordedReasonOfOneCriterion() {
        Map<String, Long> flow = new TreeMap<>();
        Map<String, Long> criteria = new TreeMap<>();
        for (ResultRow row : trial.results().of("flow")) {
            if (row.key().parameter().equals("screened")
                    && row.key().stratum().equals("lost")
                    && !row.key().level().isEmpty()) {
                flow.put(row.key().level(), ((Value.Count) row.value()).n());
            }
        }
        Map<String, String> reasonOf = Map.of(
                "I02", "Classification criteria not met",
                "I03", "Disease not active enough",
                "I04", "Glucocorticoid dose above limit",
                "I05", "New immunosuppressant within 12 weeks",
                "I07", "Consent withdrawn",
                "E01", "Active infection",
                "E02", "Severe organ dysfunction",
                "E03", "Malignancy");
        for (ResultRow row : trial.results().of("eligibility")) {
            String id = row.key().level().substring(0, 3);
            if (row.statistic().name().equals("recorded") && reasonOf.containsKey(id)) {
                criteria.put(reasonOf.get(id), ((Value.Count) row.value()).n());
            }
        }
        assertThat(criteria).hasSize(8).isEqualTo(flow);
        assertThat(count("eligibility/overall/subjects/Recorded reason is a criterion not met/n"))
                .isEqualTo(84)
                .isEqualTo(flow.values().stream().mapToLong(n -> n).sum());
    }

    @Test
    void whoEntersAgainstACriterionIsAProtocolDeviation() {
        long deviations = trial.report().displays().stream()
                .filter(display -> display.id().equals("l-eligibility"))
                .flatMap(display -> ((ListingModel) display).rows().stream())
                .filter(row -> row.get(6).text().startsWith("Entered: protocol deviation"))
                .map(row -> row.get(0).text())
                .distinct()
                .count();
        assertThat(deviations)
                .isPositive()
                .isEqualTo(count("eligibility/overall/subjects/Entered although a criterion was not met/n"));
    }

    @Test
    void theCalendarIsFortyTwoDosesTwice() {
        PlanTexts.shipped("nct05495321-dm")
                .dosing()
                .regimens()
                .forEach(regimen -> assertThat(regimen.days().doseDays()).hasSize(42));
        assertThat(find("exposure/il2/Double-blind stage/planned-doses/max"))
                .isEqualTo(new Value.Exact(BigDecimal.valueOf(42)));
    }

    @Test
    void placeboHasDosesAndNoUnits() {
        assertThat(((Value.Count) find("exposure/placebo/Double-blind stage/given-doses/n")).n())
                .isPositive();
        assertThat(trial.results().of("exposure").stream().map(row -> row.key().toString()))
                .contains("exposure/il2/Double-blind stage/units")
                .doesNotContain("exposure/placebo/Double-blind stage/units");
    }

    @Test
    void aMisspeltFactIsRefused(@TempDir Path broken) throws IOException {
        InventedTrial trial =
                InventedTrial.copiedTo(broken).editPlan("{below: {gc-mg-kg: 0.5}", "{below: {gc-mgkg: 0.5}");
        assertThatThrownBy(trial::run)
                .hasMessageContaining("no record of the fact \"gc-mgkg\"; needed by criterion \"I04\"")
                .hasMessageContaining("Did you mean \"gc-mg-kg\"?");
    }

    @Test
    void contradictingFactsAreRefused(@TempDir Path broken) throws IOException {
        InventedTrial trial = InventedTrial.copiedTo(broken)
                .editPlan("key: [USUBJID, IETESTCD]", "key: []")
                .edit("adie.csv", text -> text + "NCT05495321-07-0001,consent,,N,\n");
        assertThatThrownBy(() -> trial.run("t-eligibility"))
                .hasMessageContaining("the same fact of one subject is Y in")
                .hasMessageContaining("and N here");
    }

    @Test
    void theLimitsOfTheCriteriaLieWhereTheRegistryPutsThem() {
        List<EligibilitySpec.Rule> rules =
                PlanTexts.shipped("nct05495321-dm").eligibility().rules();
        assertThat(rules)
                .extracting(EligibilitySpec.Rule::id)
                .doesNotHaveDuplicates()
                .hasSize(10);
        assertThat(rules.get(0).when()).isEqualTo(PlanTexts.criterion("{at-least: {age: 18}, at-most: {age: 75}}"));
    }
}
