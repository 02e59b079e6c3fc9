package org.sapwood.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.sapwood.analysis.SmallStudy.arm;
import static org.sapwood.analysis.SmallStudy.comparison;
import static org.sapwood.analysis.SmallStudy.number;
import static org.sapwood.analysis.SmallStudy.value;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sapwood.result.ResultKey;
import org.sapwood.result.ResultSet;
import org.sapwood.result.Statistic;
import org.sapwood.result.Value;

/** Classes, repeated yes or no, and correlations, against R and numbers by hand. */
class ResponseMethodsTest {
    private static final String CLASSES = """
            analysis-sets: {all: {label: All}}
            endpoints:
              score: {label: Score, dataset: adm}
              class: {label: Class, classes-of: score, classes: [{label: None}, {label: Minimal, at-least: 1}, {label: Moderate, at-least: 2}, {label: Major, at-least: 3}]}
            analyses:
              c: {method: compare-classes, set: all, endpoint: class, visit: WEEK 12, pairs: [{test: a, reference: b}]}
            """;

    private static final String LOWEST = CLASSES.replace("visit: WEEK 12,", "visit: WEEK 12, missing: lowest-class,");

    @TempDir
    Path folder;

    /** Two arms with so many subjects in each class; one more subject of the first arm has no value. */
    private ResultSet classes(int[] first, int[] second) {
        return classes(first, second, CLASSES);
    }

    private ResultSet classes(int[] first, int[] second, String plan) {
        StringBuilder subjects = new StringBuilder("USUBJID,TRT01P\nlost,A\n");
        StringBuilder values = new StringBuilder("USUBJID,AVISIT,AVAL\n");
        int id = 0;
        for (int arm = 0; arm < 2; arm++) {
            int[] counts = arm == 0 ? first : second;
            for (int level = 0; level < counts.length; level++) {
                for (int i = 0; i < counts[level]; i++) {
                    id++;
                    subjects.append('S').append(id).append(arm == 0 ? ",A\n" : ",B\n");
                    values.append('S')
                            .append(id)
                            .append(",WEEK 12,")
                            .append(level)
                            .append('\n');
                }
            }
        }
        return new SmallStudy(folder)
                .arms("a: {label: A}", "b: {label: B, reference: true}")
                .dataset("adsl", subjects.toString())
                .dataset("adm", values.toString())
                .plan(plan)
                .results();
    }

    @Test
    void classesAreComparedByProportionalOddsWinOddsAndTrend() {
        ResultSet results = classes(new int[] {22, 35, 26, 24}, new int[] {46, 33, 16, 13});
        assertThat(number(results, arm("c", "a").withParameter("class").withLevel("Minimal"), "n"))
                .isEqualTo(35);
        assertThat(number(results, arm("c", "a").withParameter("class").withLevel("Minimal"), "big_n"))
                .isEqualTo(107);
        assertThat(number(results, arm("c", "a").withParameter("missing"), "n")).isEqualTo(1);
        ResultKey odds = comparison("c", "a", "b").withParameter("proportional-odds");
        // MASS::polr(class ~ arm), Wald interval
        assertThat(number(results, odds, "estimate")).isCloseTo(2.538317859, within(1e-5));
        assertThat(number(results, odds, "conf_low")).isCloseTo(1.545116701, within(1e-4));
        assertThat(number(results, odds, "conf_high")).isCloseTo(4.169948813, within(1e-4));
        ResultKey wins = comparison("c", "a", "b").withParameter("win-odds");
        // R, by the formulas of Brunner and Munzel on the log scale
        assertThat(number(results, wins, "probability")).isCloseTo(0.6396244375216, within(1e-12));
        assertThat(number(results, wins, "estimate")).isCloseTo(1.7748829391283, within(1e-12));
        assertThat(number(results, wins, "conf_low")).isCloseTo(1.3016119996423, within(1e-9));
        assertThat(number(results, wins, "conf_high")).isCloseTo(2.4202369434782, within(1e-9));
        assertThat(number(results, wins, "p_value")).isCloseTo(0.0003342084053, within(1e-12));
        // coin::independence_test, exact
        assertThat(number(results, comparison("c", "a", "b").withParameter("trend"), "p_value"))
                .isCloseTo(0.00034784235, within(1e-11));
    }

    @Test
    void theTrendIsTestedExactlyAndAsymptotically() {
        ResultSet results = classes(new int[] {2, 3, 4, 3}, new int[] {5, 4, 2, 1});
        ResultKey trend = comparison("c", "a", "b").withParameter("trend");
        // all tables of these margins listed; prop.trend.test
        assertThat(number(results, trend, "p_value")).isCloseTo(0.131161811671, within(1e-11));
        assertThat(number(results, trend, "asymptotic_p_value")).isCloseTo(0.0830265841977, within(1e-12));
    }

    @Test
    void aMissingClassIsTheLowestWhereThePlanSaysSo() {
        ResultSet results = classes(new int[] {2, 3, 4, 3}, new int[] {5, 4, 2, 1}, LOWEST);
        ResultKey none = arm("c", "a").withParameter("class").withLevel("None");
        assertThat(number(results, none, "n")).isEqualTo(3);
        assertThat(number(results, none, "big_n")).isEqualTo(13);
        ResultKey missing = arm("c", "a").withParameter("missing");
        assertThat(number(results, missing, "n")).isEqualTo(1);
        assertThat(number(results, missing, "big_n")).isEqualTo(13);
        assertThat(results.find(missing, new Statistic("n")).notes())
                .containsExactly("Missing classes are counted as None.");
        // 201 of 2 · 12 · 12 halves without the lost one, who ties with five
        assertThat(number(results, comparison("c", "a", "b").withParameter("win-odds"), "probability"))
                .isCloseTo(206.0 / (2 * 13 * 12), within(1e-12));
    }

    @Test
    void aClassNobodyIsInDoesNotStopTheModel() {
        // with two classes left the common odds ratio is the cross ratio, 4 · 5/(2 · 1)
        ResultSet results = classes(new int[] {2, 0, 0, 4}, new int[] {5, 0, 0, 1});
        assertThat(number(results, comparison("c", "a", "b").withParameter("proportional-odds"), "estimate"))
                .isCloseTo(10, within(1e-9));
    }

    @Test
    void anArmWithoutAnyClassIsNotCompared() {
        ResultSet results = classes(new int[4], new int[] {5, 4, 2, 1});
        for (String parameter : new String[] {"proportional-odds", "win-odds"}) {
            assertThat(value(results, comparison("c", "a", "b").withParameter(parameter), "estimate"))
                    .as(parameter)
                    .isInstanceOf(Value.NotEstimable.class);
        }
        assertThat(value(results, comparison("c", "a", "b").withParameter("trend"), "asymptotic_p_value"))
                .isInstanceOf(Value.NotEstimable.class);
    }

    @Test
    void armsThatDoNotOverlapHaveNoOdds() {
        ResultSet results = classes(new int[] {0, 0, 3, 2}, new int[] {4, 1, 0, 0});
        assertThat(value(results, comparison("c", "a", "b").withParameter("proportional-odds"), "estimate"))
                .isInstanceOfSatisfying(
                        Value.NotEstimable.class,
                        none -> assertThat(none.reason()).isEqualTo("SEPARATION"));
        assertThat(value(results, comparison("c", "a", "b").withParameter("win-odds"), "estimate"))
                .isInstanceOf(Value.NotEstimable.class);
    }

    @Test
    void oneClassForAllHasNoOdds() {
        ResultSet results = classes(new int[] {0, 3, 0, 0}, new int[] {0, 4, 0, 0});
        assertThat(value(results, comparison("c", "a", "b").withParameter("proportional-odds"), "estimate"))
                .isInstanceOf(Value.NotEstimable.class);
        assertThat(value(results, comparison("c", "a", "b").withParameter("win-odds"), "estimate"))
                .isInstanceOf(Value.NotEstimable.class);
        assertThat(value(results, comparison("c", "a", "b").withParameter("trend"), "p_value"))
                .isInstanceOf(Value.NotEstimable.class);
    }

    private static final String REPEATED = """
            analysis-sets: {all: {label: All}}
            endpoints:
              score: {label: Score, dataset: adm}
              yes: {label: Yes, responder-on: score, at-least: 1}
            estimands:
              e: {label: E, population: all, variable: yes, visit: WEEK 8, treatment: {test: a, reference: b}, missing: %s, summary: s}
            analyses:
              r: {method: repeated-responders, estimand: e, visits: [WEEK 4, WEEK 8], correlation: %s}
            """;

    /** Six subjects per arm; responders at weeks 4 and 8: 4 and 4 of 6 against 2 and 2 of 6. */
    private SmallStudy repeated(String missing, String correlation) {
        return repeated(
                missing, correlation, new int[][] {{1, 1}, {1, 0}, {0, 1}, {1, 1}, {0, 0}, {1, 1}}, new int[][] {
                    {0, 0}, {1, 0}, {0, 1}, {0, 0}, {1, 1}, {0, 0}
                });
    }

    private SmallStudy repeated(String missing, String correlation, int[][] a, int[][] b) {
        StringBuilder subjects = new StringBuilder("USUBJID,TRT01P\n");
        StringBuilder values = new StringBuilder("USUBJID,AVISIT,AVAL\n");
        for (int arm = 0; arm < 2; arm++) {
            for (int i = 0; i < 6; i++) {
                String id = (arm == 0 ? "A" : "B") + i;
                int[] answers = (arm == 0 ? a : b)[i];
                subjects.append(id).append(arm == 0 ? ",A\n" : ",B\n");
                values.append(id).append(",WEEK 4,").append(answers[0]).append('\n');
                if (!id.equals("B5") || !missing.equals("non-response")) {
                    values.append(id).append(",WEEK 8,").append(answers[1]).append('\n');
                }
            }
        }
        return new SmallStudy(folder)
                .arms("a: {label: A}", "b: {label: B, reference: true}")
                .dataset("adsl", subjects.toString())
                .dataset("adm", values.toString())
                .plan(REPEATED.formatted(missing, correlation));
    }

    @Test
    void withCompleteDataEachVisitHasItsCrossRatioAndItsWaldInterval() {
        for (String correlation : new String[] {"independence", "exchangeable", "ar1"}) {
            ResultSet results = repeated("left-out", correlation).results();
            for (String visit : new String[] {"Week 4", "Week 8"}) {
                ResultKey key =
                        comparison("r", "a", "b").withParameter("response").withVisit(visit);
                // (4/2)/(2/4); the sandwich of a saturated model is √(1/4 + 1/2 + 1/2 + 1/4)
                assertThat(number(results, key, "estimate")).isCloseTo(4, within(1e-8));
                double half = 1.959963984540054 * Math.sqrt(1.5);
                assertThat(Math.log(number(results, key, "conf_high")) - Math.log(4))
                        .isCloseTo(half, within(1e-7));
            }
            assertThat(number(
                            results,
                            comparison("r", "a", "b").withParameter("response").withVisit("All visits"),
                            "estimate"))
                    .isCloseTo(4, within(1e-8));
        }
    }

    @Test
    void oddsRatiosOfTwoVisitsAreTestedForEquality() {
        int[][] a = {{1, 1}, {1, 0}, {1, 1}, {1, 1}, {0, 0}, {1, 1}};
        int[][] b = {{0, 0}, {1, 1}, {0, 1}, {0, 1}, {1, 0}, {0, 1}};
        ResultSet results = repeated("left-out", "exchangeable", a, b).results();
        ResultKey test = comparison("r", "a", "b").withParameter("homogeneity").withVisit("Equal at all visits");
        // odds ratios 10 and 1; variance of the difference from the influence of each subject on both, in R
        assertThat(number(results, test, "statistic")).isCloseTo(Math.log(10) * Math.log(10) / 2.625, within(1e-9));
        assertThat(number(results, test, "df")).isEqualTo(1);
        assertThat(number(results, test, "p_value")).isCloseTo(0.155262584992, within(1e-9));
    }

    @Test
    void aVisitWithoutResponderHasNoOddsRatioAndNoTest() {
        int[][] a = {{1, 0}, {1, 0}, {0, 0}, {1, 0}, {0, 0}, {1, 0}};
        int[][] b = {{0, 0}, {1, 1}, {0, 1}, {0, 1}, {1, 0}, {0, 1}};
        ResultSet results = repeated("left-out", "exchangeable", a, b).results();
        ResultKey week8 = comparison("r", "a", "b").withParameter("response").withVisit("Week 8");
        assertThat(value(results, week8, "estimate"))
                .isInstanceOfSatisfying(
                        Value.NotEstimable.class,
                        none -> assertThat(none.reason()).isEqualTo("SEPARATION"));
        ResultKey test = comparison("r", "a", "b").withParameter("homogeneity").withVisit("Equal at all visits");
        assertThat(value(results, test, "p_value")).isInstanceOf(Value.NotEstimable.class);
    }

    @Test
    void aMissingAnswerCountsAsTheEstimandSays() {
        ResultSet results = repeated("non-response", "exchangeable").results();
        ResultKey week8 = arm("r", "b").withParameter("response").withVisit("Week 8");
        assertThat(number(results, week8, "n")).isEqualTo(2);
        assertThat(number(results, week8, "big_n")).isEqualTo(6);
    }

    @Test
    void correlationsAreOfRanks() {
        StringBuilder values = new StringBuilder("USUBJID,PARAMCD,AVISIT,AVAL\n");
        StringBuilder subjects = new StringBuilder("USUBJID,TRT01P\n");
        double[] x = {1, 20, 300, 4000, 50000};
        double[] y = {2, 1, 4, 3, 5};
        for (int i = 0; i < 5; i++) {
            subjects.append('S').append(i).append(",A\n");
            values.append('S').append(i).append(",X,WEEK 12,").append(x[i]).append('\n');
            values.append('S').append(i).append(",Y,WEEK 12,").append(y[i]).append('\n');
        }
        subjects.append("S5,A\n");
        values.append("S5,X,WEEK 12,7\n");
        ResultSet results = new SmallStudy(folder)
                .dataset("adsl", subjects.toString())
                .dataset("adm", values.toString())
                .plan("""
                        analysis-sets: {all: {label: All}}
                        endpoints:
                          x: {label: X, dataset: adm, where: {PARAMCD: X}}
                          y: {label: Y, dataset: adm, where: {PARAMCD: Y}}
                        analyses:
                          k: {method: correlations, set: all, endpoints: [x], with: y, visit: WEEK 12}
                        """)
                .results();
        ResultKey key = arm("k", "a").withParameter("X");
        // 1 − 6 · 4 / (5 · 24); t = 0.8 √(3 / 0.36); tanh(atanh 0.8 ± z/√2)
        assertThat(number(results, key, "n")).isEqualTo(5);
        assertThat(number(results, key, "estimate")).isCloseTo(0.8, within(1e-12));
        assertThat(number(results, key, "p_value")).isCloseTo(0.1040880387, within(1e-9));
        assertThat(number(results, key, "conf_low")).isCloseTo(-0.27964004, within(1e-8));
        assertThat(number(results, key, "conf_high")).isCloseTo(0.98619619, within(1e-8));
    }
}
