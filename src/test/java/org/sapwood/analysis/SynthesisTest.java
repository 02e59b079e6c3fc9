package org.sapwood.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.sapwood.analysis.SmallStudy.arm;
import static org.sapwood.analysis.SmallStudy.comparison;
import static org.sapwood.analysis.SmallStudy.number;
import static org.sapwood.analysis.SmallStudy.value;

import java.nio.file.Path;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sapwood.data.DataRejected;
import org.sapwood.result.Group;
import org.sapwood.result.ResultKey;
import org.sapwood.result.ResultSet;
import org.sapwood.result.Value;

/** Events, subgroups, estimates side by side and families of hypotheses, against numbers computed by hand. */
class SynthesisTest {
    private static final Offset<Double> CLOSE = within(1e-9);

    @TempDir
    Path folder;

    /**
     * Two arms of 8, four women and four men each. Response at week 12: women of A 3 of 4, women of B 1 of 4, men of A 1 of 4,
     * men of B 3 of 4. Score 1 for a response and 5 otherwise.
     */
    private SmallStudy study() {
        StringBuilder subjects = new StringBuilder("USUBJID,TRT01P,SEX\n");
        StringBuilder values = new StringBuilder("USUBJID,AVISIT,AVAL\n");
        int id = 0;
        for (String arm : List.of("A", "B")) {
            for (String sex : List.of("F", "M")) {
                int responders = arm.equals("A") == sex.equals("F") ? 3 : 1;
                for (int i = 0; i < 4; i++) {
                    String subject = "S" + (char) ('a' + id++);
                    subjects.append(subject + "," + arm + "," + sex + "\n");
                    values.append(subject + ",WEEK 12," + (i < responders ? 1 : 5) + "\n");
                }
            }
        }
        return new SmallStudy(folder)
                .arms("a: {label: A}", "b: {label: B, reference: true}")
                .dataset("adsl", subjects.toString())
                .dataset("adm", values.toString())
                // Sa and Sb of A, Si of B; days 20, 30, 57 and again 60, 85, 86
                .dataset(
                        "adice",
                        "USUBJID,TYPE,DAY\nSa,RESCUE,57\nSa,RESCUE,60\nSa,STOP,20\nSb,STOP,86\nSi,RESCUE,85\n");
    }

    private static final String PLAN = """
        analysis-sets: {all: {label: All}}
        intercurrent-events:
          rescue: {label: Rescue, dataset: adice, where: {TYPE: RESCUE}, day: DAY}
          stop: {label: Stop, dataset: adice, where: {TYPE: STOP}, day: DAY}
        endpoints:
          score: {label: Score, dataset: adm}
          low: {label: Low, responder-on: score, at-most: 2}
        estimands:
          main:
            label: Main
            population: all
            variable: low
            visit: WEEK 12
            treatment: {test: a, reference: b}
            intercurrent-events: {rescue: treatment-policy, stop: treatment-policy}
            missing: non-response
            summary: difference of proportions
          failing:
            label: Failing
            population: all
            variable: low
            visit: WEEK 12
            treatment: {test: a, reference: b}
            intercurrent-events: {rescue: composite, stop: composite}
            missing: non-response
            summary: difference of proportions
        analyses:
          r: {method: responders, estimand: main, compare-by: [miettinen-nurminen, fisher]}
          f: {method: responders, estimand: failing, compare-by: [miettinen-nurminen, fisher]}
          c: {method: compare-at-visit, set: all, endpoint: score, visit: WEEK 12, test: [student, welch], pairs: [{test: a, reference: b}]}
        """;

    @Test
    void eventsAreCountedUpToVisitsAndDays() {
        ResultSet results = study().plan(PLAN
                        + "  e: {method: intercurrent-events, set: all, events: [rescue, stop], visits: [WEEK"
                        + " 8, WEEK 12]}\n")
                .results();
        ResultKey a8 = arm("e", "a").withVisit("Week 8"); // up to day 57
        assertThat(number(results, a8.withLevel("Rescue"), "n")).isEqualTo(1);
        assertThat(number(results, a8.withLevel("Rescue"), "events")).isEqualTo(1);
        assertThat(number(results, a8.withLevel("Any intercurrent event"), "n")).isEqualTo(1);
        assertThat(number(results, a8.withLevel("Any intercurrent event"), "events"))
                .isEqualTo(2);
        ResultKey a12 = arm("e", "a").withVisit("Week 12"); // up to day 85: Sb's stop is of day 86
        assertThat(number(results, a12.withLevel("Rescue"), "events")).isEqualTo(2);
        assertThat(number(results, a12.withLevel("Stop"), "n")).isEqualTo(1);
        assertThat(number(results, arm("e", "b").withVisit("Week 12").withLevel("Rescue"), "n"))
                .isEqualTo(1);
        ResultKey cumulated = arm("e", "a").withParameter("cumulative");
        assertThat(value(results, cumulated.withLevel("20"), "percent")).isEqualTo(new Value.Ratio(1, 8));
        assertThat(value(results, cumulated.withLevel("1"), "percent")).isEqualTo(new Value.Ratio(0, 8));
    }

    @Test
    void theLedgerSaysWhatEachEventDoes() {
        Study study = study().plan(PLAN).study();
        List<EventLedger.Line> lines = EventLedger.of(study, "all", List.of("failing", "main"));
        assertThat(lines.stream().map(l -> l.subject().id() + " " + l.event() + " " + l.day() + ": " + l.effect()))
                .containsExactly(
                        "Sa Stop 20: 1 → 0",
                        "Sa Rescue 57: None: Stop on day 20 decides",
                        "Sa Rescue 60: None: Stop on day 20 decides",
                        "Sb Stop 86: None: after Week 12",
                        "Si Rescue 85: 1 → 0");
        assertThat(lines.get(0).strategies()).containsExactly("Composite", "Treatment policy");
        assertThat(lines.get(3).beforeVisit()).isFalse();
    }

    @Test
    void subgroupsOfABinaryEndpointAreComparedByTheirOddsRatios() {
        ResultSet results = study().plan(PLAN + """
              s:
                method: subgroups
                estimand: main
                pair: {test: a, reference: b}
                subgroups: {Sex: {Female: {SEX: F}, Male: {SEX: M}}}
            """).results();
        ResultKey female = comparison("s", "a", "b").withParameter("Sex").withLevel("Female");
        assertThat(number(results, female, "estimate")).isCloseTo(0.5, CLOSE); // 3/4 − 1/4
        assertThat(number(results, female.withLevel("Male"), "estimate")).isCloseTo(-0.5, CLOSE);
        assertThat(number(
                        results,
                        comparison("s", "a", "b").withParameter("Overall").withLevel("All subjects"),
                        "estimate"))
                .isCloseTo(0, CLOSE);
        // common odds ratio 1: a expected 2 in both, variance 1/(4 · 1/2) = 1/2, (1² + 1²)/(1/2) = 4 on 1 df; Tarone's
        // term is 0
        assertThat(number(results, ResultKey.of("s", new Group.AllArms()).withParameter("Sex"), "p_value"))
                .isCloseTo(0.0455002639, within(1e-8));
    }

    @Test
    void subgroupsOfANumberAreComparedByTheInteraction() {
        ResultSet results = study().plan(PLAN + """
              s:
                method: subgroups
                set: all
                endpoint: score
                visit: WEEK 12
                pair: {test: a, reference: b}
                subgroups: {Sex: {Female: {SEX: F}, Male: {SEX: M}}}
            """).results();
        ResultKey female = comparison("s", "a", "b").withParameter("Sex").withLevel("Female");
        assertThat(number(results, female, "estimate")).isCloseTo(-2, CLOSE); // 2 − 4
        assertThat(number(results, female.withLevel("Male"), "estimate")).isCloseTo(2, CLOSE);
        // cells of 4 with sum of squares 12: σ² = 48/12 = 4; contrast −4 with variance 4 · 4/4 = 4: F(1, 12) = 4
        assertThat(number(results, ResultKey.of("s", new Group.AllArms()).withParameter("Sex"), "p_value"))
                .isCloseTo(0.0686546, within(1e-6));
    }

    @Test
    void aSubjectInNoLevelIsCounted() {
        ResultSet results = study().plan(PLAN + """
              s:
                method: subgroups
                estimand: main
                pair: {test: a, reference: b}
                subgroups: {Sex: {Female: {SEX: F}, Other: {SEX: X}}}
            """).results();
        assertThat(number(results, ResultKey.of("s", new Group.AllArms()).withParameter("Sex"), "unclassified"))
                .isEqualTo(8);
        assertThat(value(results, ResultKey.of("s", new Group.AllArms()).withParameter("Sex"), "p_value"))
                .isInstanceOf(Value.NotEstimable.class);
    }

    @Test
    void estimatesStandSideBySideWithTheirArms() {
        ResultSet results = study().plan(PLAN + """
              e:
                method: estimates
                set: all
                rows:
                  Policy: {analysis: r, parameter: miettinen-nurminen, p-value: fisher}
                  Failure: {analysis: f, parameter: miettinen-nurminen}
            """).results();
        assertThat(number(results, comparison("e", "a", "b").withLevel("Policy"), "estimate"))
                .isCloseTo(0, CLOSE);
        // Sa and Si fail: 3/8 − 3/8
        assertThat(number(results, arm("e", "a").withLevel("Failure"), "n")).isEqualTo(3);
        assertThat(number(results, arm("e", "b").withLevel("Failure"), "n")).isEqualTo(3);
        assertThat(number(results, comparison("e", "a", "b").withLevel("Policy"), "p_value"))
                .isCloseTo(1, CLOSE);
        assertThat(results.of("e"))
                .as("a comparison without a test has no p-value of another one")
                .noneMatch(row -> row.key().level().equals("Failure")
                        && row.statistic().name().equals("p_value"));
    }

    @Test
    void anAddressThatFitsSeveralComparisonsIsRefused() {
        SmallStudy study = study().plan(PLAN + "  e: {method: estimates, set: all, rows: {Both: {analysis: c}}}\n");
        assertThatThrownBy(study::results)
                .isInstanceOf(DataRejected.class)
                .hasMessageContaining("expected one estimate of a comparison of \"c\"; found 2")
                .hasMessageContaining("c/a-vs-b/student/Week 12");
    }

    /** Four p-values of exactly known size: Fisher's test of 8 and 8 with x and y responders. */
    private SmallStudy fourTests() {
        int[][] responders = {{8, 0}, {7, 1}, {6, 2}, {4, 4}};
        StringBuilder subjects = new StringBuilder("USUBJID,TRT01P\n");
        StringBuilder values = new StringBuilder("USUBJID,AVISIT,PARAMCD,AVAL\n");
        for (int i = 0; i < 16; i++) {
            subjects.append("S" + (char) ('a' + i) + "," + (i < 8 ? "A" : "B") + "\n");
            for (int t = 0; t < 4; t++) {
                int needed = responders[t][i < 8 ? 0 : 1];
                values.append("S" + (char) ('a' + i) + ",WEEK 12,T" + t + "," + (i % 8 < needed ? 1 : 0) + "\n");
            }
        }
        return new SmallStudy(folder)
                .arms("a: {label: A}", "b: {label: B, reference: true}")
                .dataset("adsl", subjects.toString())
                .dataset("adm", values.toString());
    }

    private ResultSet family(String procedure, String... more) {
        StringBuilder plan = new StringBuilder("analysis-sets: {all: {label: All}}\nendpoints:\n");
        for (int t = 0; t < 4; t++) {
            plan.append("  v" + t + ": {label: V, dataset: adm, where: {PARAMCD: T" + t + "}}\n");
            plan.append("  e" + t + ": {label: E, responder-on: v" + t + ", at-least: 1}\n");
        }
        plan.append("estimands:\n");
        for (int t = 0; t < 4; t++) {
            plan.append("  m" + t + ": {label: M, population: all, variable: e" + t
                    + ", visit: WEEK 12, treatment: {test: a, reference: b}, summary: d}\n");
        }
        plan.append("analyses:\n");
        for (int t = 0; t < 4; t++) {
            plan.append("  r" + t + ": {method: responders, estimand: m" + t + ", compare-by: [fisher]}\n");
        }
        plan.append("  family:\n    method: multiplicity\n    set: all\n    procedure: " + procedure
                + "\n    hypotheses:\n");
        int[] order = {1, 0, 2, 3};
        for (int k = 0; k < 4; k++) {
            plan.append("      H" + order[k] + ": {analysis: r" + order[k] + (more.length > k ? ", " + more[k] : "")
                    + "}\n");
        }
        return fourTests().plan(plan.toString()).results();
    }

    /** C(16, 8) = 12870 tables: 2, 130 and 1698 of them as unlikely. */
    private static final double P0 = 2.0 / 12870;

    private static final double P1 = (2.0 + 128) / 12870;
    private static final double P2 = (2.0 + 128 + 1568) / 12870;

    private static double adjusted(ResultSet results, String hypothesis) {
        return number(results, ResultKey.of("family", new Group.AllArms()).withLevel(hypothesis), "adjusted_p");
    }

    private static Value decision(ResultSet results, String hypothesis) {
        return value(results, ResultKey.of("family", new Group.AllArms()).withLevel(hypothesis), "decision");
    }

    @Test
    void holmMultipliesByWhatIsLeft() {
        ResultSet results = family("holm");
        assertThat(adjusted(results, "H0")).isCloseTo(4 * P0, CLOSE);
        assertThat(adjusted(results, "H1")).isCloseTo(3 * P1, CLOSE);
        assertThat(adjusted(results, "H2")).isCloseTo(2 * P2, CLOSE);
        assertThat(adjusted(results, "H3")).isEqualTo(1);
        assertThat(decision(results, "H1")).isEqualTo(new Value.Word("Rejected"));
        assertThat(decision(results, "H2")).isEqualTo(new Value.Word("Not rejected"));
    }

    @Test
    void falseDiscoveryRateDividesByRank() {
        ResultSet results = family("benjamini-hochberg");
        assertThat(adjusted(results, "H0")).isCloseTo(4 * P0, CLOSE);
        assertThat(adjusted(results, "H1")).isCloseTo(4 * P1 / 2, CLOSE);
        assertThat(adjusted(results, "H2")).isCloseTo(4 * P2 / 3, CLOSE);
    }

    @Test
    void aFixedSequenceKeepsTheOrderOfThePlan() {
        ResultSet results = family("fixed-sequence"); // H1 before H0
        assertThat(adjusted(results, "H1")).isCloseTo(P1, CLOSE);
        assertThat(adjusted(results, "H0")).isCloseTo(P1, CLOSE);
        assertThat(adjusted(results, "H2")).isCloseTo(P2, CLOSE);
    }

    @Test
    void aGraphPassesItsAlphaOn() {
        // H1 starts with everything, passes it to H0, that to H2: as a fixed sequence; H3 never receives a share
        ResultSet results =
                family("graph", "weight: 1, passes: {H0: 1}", "weight: 0, passes: {H2: 1}", "weight: 0", "weight: 0");
        assertThat(adjusted(results, "H1")).isCloseTo(P1, CLOSE);
        assertThat(adjusted(results, "H0")).isCloseTo(P1, CLOSE);
        assertThat(adjusted(results, "H2")).isCloseTo(P2, CLOSE);
        assertThat(adjusted(results, "H3")).isEqualTo(1);
        assertThat(decision(results, "H3")).isEqualTo(new Value.Word("Not rejected"));
    }

    @Test
    void sharesOfAlphaAreSpentOnce() {
        assertThatThrownBy(() -> family("graph", "weight: 0.6", "weight: 0.6", "weight: 0", "weight: 0"))
                .hasMessageContaining("the shares of \"weight\" sum to 1.2, which is above 1");
    }

    @Test
    void resultsMayOnlyBeUsedBelowTheirAnalysis() {
        SmallStudy study = study().plan(PLAN.replace(
                "analyses:\n", "analyses:\n  e: {method: estimates, set: all, rows: {P: {analysis: r}}}\n"));
        assertThatThrownBy(study::results).hasMessageContaining("the results of \"r\" are not there yet");
    }
}
