package org.sapwood.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.sapwood.analysis.SmallStudy.arm;
import static org.sapwood.analysis.SmallStudy.number;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sapwood.result.ResultSet;

/**
 * The five strategies in binary and continuous analyses. Six subjects, score 10 at baseline; week 12 is day 85.
 *
 * <pre>
 * subject  week 4  week 8  week 12  event
 * S1       8       5       2        none
 * S2       8       9       9        none
 * S3       2       2       2        rescue on day 40: low since week 4
 * S4       9       2       2        rescue on day 85
 * S5       8       8       -        none, value missing
 * S6       8       8       2        rescue on day 86, after the visit
 * </pre>
 */
class StrategiesTest {
    @TempDir
    Path folder;

    private static final String RECORDED = "rescue: {label: Rescue, dataset: adice, where: {TYPE: RESCUE}, day: DAY}";

    private ResultSet results(String event, String strategy, String more) {
        int[][] scores = {{8, 5, 2}, {8, 9, 9}, {2, 2, 2}, {9, 2, 2}, {8, 8, -1}, {8, 8, 2}};
        StringBuilder subjects = new StringBuilder("USUBJID,TRT01P,NEVER\n");
        StringBuilder values = new StringBuilder("USUBJID,AVISIT,AVAL,HIGH\n");
        for (int i = 0; i < 6; i++) {
            subjects.append("S")
                    .append(i + 1)
                    .append(",A,")
                    .append(i < 2 ? "Y" : "N")
                    .append('\n');
            values.append("S").append(i + 1).append(",BASELINE,10,0\n");
            for (int v = 0; v < 3; v++) {
                if (scores[i][v] >= 0) {
                    values.append("S" + (i + 1) + ",WEEK " + (4 * (v + 1)) + "," + scores[i][v] + ","
                            + (i == 2 && v > 0 ? 1 : 0) + "\n");
                }
            }
        }
        return new SmallStudy(folder)
                .dataset("adsl", subjects.toString())
                .dataset("adm", values.toString())
                .dataset(
                        "adice",
                        "USUBJID,TYPE,DAY\nS3,RESCUE,40\nS3,RESCUE,60\nS4,RESCUE,85\nS6,RESCUE,86\nS1,OTHER,3\n")
                .plan("""
                    analysis-sets: {all: {label: All}}
                    intercurrent-events:
                      %s
                    endpoints:
                      score: {label: Score, dataset: adm}
                      change: {label: Change, change-of: score}
                      low: {label: Low, responder-on: score, at-most: 2}
                      raised: {label: Raised, dataset: adm, value: HIGH}
                      high: {label: High, responder-on: raised, at-least: 1}
                    estimands:
                      binary: {label: B, population: all, variable: low, visit: WEEK 12, intercurrent-events: {rescue: %s},
                               summary: p%s}
                      number: {label: N, population: all, variable: change, visit: WEEK 12, intercurrent-events: {rescue: %s},
                               failure: 0, summary: m%s}
                    analyses:
                      b: {method: responders, estimand: binary}
                      n: {method: within-arm, estimand: number, endpoint: change, visits: [WEEK 12]}
                    """.formatted(
                                event,
                                strategy,
                                more + (more.contains("missing") ? "" : ", missing: non-response"),
                                strategy,
                                more + (more.contains("missing") ? "" : ", missing: left-out")))
                .results();
    }

    private static double responders(ResultSet results) {
        return number(results, arm("b", "a").withParameter("response").withLevel("Responder"), "n");
    }

    private static double reason(ResultSet results, String parameter, String reason) {
        return number(results, arm("b", "a").withParameter(parameter).withLevel(reason), "n");
    }

    /** The mean of the Walsh averages' median is enough to know the changes analysed: their number and estimate. */
    private static double changes(ResultSet results, String statistic) {
        return number(results, arm("n", "a").withParameter("Change").withVisit("Week 12"), statistic);
    }

    @Test
    void treatmentPolicyUsesEveryValue() {
        ResultSet results = results(RECORDED, "treatment-policy", "");
        assertThat(responders(results)).isEqualTo(4); // S1, S3, S4, S6
        assertThat(reason(results, "non-response", "Missing, no intercurrent event"))
                .isEqualTo(1);
        assertThat(changes(results, "n")).isEqualTo(5);
        assertThat(changes(results, "estimate")).isEqualTo(-8); // −8 −1 −8 −8 −8
    }

    @Test
    void compositeMakesFailures() {
        ResultSet results = results(RECORDED, "composite", "");
        assertThat(responders(results)).isEqualTo(2); // S1, S6
        assertThat(reason(results, "non-response", "Rescue")).isEqualTo(2); // S3, S4
        assertThat(changes(results, "n")).isEqualTo(5); // −8 −1 0 0 −8
        // Walsh averages: 0 0 0, −0.5 −0.5, −1, −4 ×4, −4.5 ×2, −8 ×3: the 8th of 15 is −4
        assertThat(changes(results, "estimate")).isEqualTo(-4);
    }

    @Test
    void hypotheticalSetsAsideAndSaysSo() {
        ResultSet results = results(RECORDED, "hypothetical", ", missing: left-out");
        assertThat(responders(results)).isEqualTo(2); // S1, S6 of S1, S2, S6
        assertThat(number(results, arm("b", "a").withParameter("response").withLevel("Responder"), "big_n"))
                .isEqualTo(3);
        assertThat(reason(results, "left-out", "Set aside: Rescue")).isEqualTo(2);
        assertThat(reason(results, "left-out", "Missing, no intercurrent event"))
                .isEqualTo(1);
        assertThat(changes(results, "n")).isEqualTo(3); // −8 −1 −8
    }

    @Test
    void whileOnTreatmentTakesTheLastValueBefore() {
        ResultSet results = results(RECORDED, "while-on-treatment", "");
        assertThat(responders(results)).isEqualTo(4); // S1, S3 by week 4, S4 by week 8, S6
        assertThat(changes(results, "n")).isEqualTo(5); // −8 −1 −8 −8 −8
        assertThat(changes(results, "estimate")).isEqualTo(-8);
    }

    @Test
    void aPrincipalStratumLeavesTheOthersOut() {
        ResultSet results = results(RECORDED, "principal-stratum", ", principal-stratum: {NEVER: Y}");
        assertThat(number(results, arm("b", "a").withParameter("response").withLevel("Responder"), "big_n"))
                .isEqualTo(2); // S1, S2
        assertThat(reason(results, "left-out", "Outside the principal stratum")).isEqualTo(4);
        assertThat(changes(results, "n")).isEqualTo(2);
        assertThat(changes(results, "estimate")).isCloseTo(-4.5, within(1e-12)); // −8, −4.5, −1
    }

    @Test
    void anEventDerivedFromAnEndpointIsOfItsFirstVisit() {
        // high at week 8 (day 57) for S3 only, so that while on treatment its value is that of week 4
        ResultSet results = results("rescue: {label: Rescue, endpoint: high}", "composite", "");
        assertThat(responders(results)).isEqualTo(3); // S1, S4, S6
        assertThat(reason(results, "non-response", "Rescue")).isEqualTo(1);
    }
}
