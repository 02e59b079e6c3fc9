package org.sapwood.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.sapwood.analysis.SmallStudy.arm;
import static org.sapwood.analysis.SmallStudy.comparison;
import static org.sapwood.analysis.SmallStudy.number;

import java.nio.file.Path;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sapwood.result.ResultSet;

/** Methods for single-arm and small trials, against numbers computed by hand. */
class SmallTrialMethodsTest {
    private static final Offset<Double> CLOSE = within(1e-9);

    @TempDir
    Path folder;

    private SmallStudy oneArm() {
        StringBuilder subjects = new StringBuilder("USUBJID,TRT01P\n");
        StringBuilder values = new StringBuilder("USUBJID,AVISIT,AVAL\n");
        int[] before = {5, 5, 5, 5, 5, 1, 1, 5, 5, 5};
        int[] after = {1, 1, 1, 1, 1, 1, 2, 2, 8, 6};
        for (int i = 0; i < before.length; i++) {
            subjects.append("S").append(i).append(",A\n");
            values.append("S").append(i).append(",BASELINE,").append(before[i]).append('\n');
            values.append("S").append(i).append(",WEEK 12,").append(after[i]).append('\n');
        }
        return new SmallStudy(folder).dataset("adsl", subjects.toString()).dataset("adm", values.toString());
    }

    private static final String ENDPOINTS = """
            analysis-sets: {all: {label: All}}
            endpoints:
              score: {label: Score, dataset: adm}
              change: {label: Change, change-of: score}
              low: {label: Low score, responder-on: score, at-most: 2}
            """;

    @Test
    void oneArmIsDescribedWithoutAComparison() {
        ResultSet results = oneArm().plan(ENDPOINTS + """
                        estimands:
                          main: {label: Main, population: all, variable: low, visit: WEEK 12, summary: proportion}
                        analyses:
                          r:
                            method: responders
                            estimand: main
                            interval: [wilson, clopper-pearson]
                            benchmark: {proportion: 0.5, alternative: greater}
                        """).results();
        // 8 of 10: Wilson (p + z²/2n ± z√(p(1−p)/n + z²/4n²))/(1 + z²/n), z = 1.959964
        assertThat(number(results, arm("r", "a").withParameter("response").withLevel("Responder"), "conf_low"))
                .isCloseTo(0.490162, within(1e-6));
        assertThat(number(results, arm("r", "a").withParameter("response").withLevel("Responder"), "conf_high"))
                .isCloseTo(0.943318, within(1e-6));
        // Clopper-Pearson of 8/10, R binom.test(8, 10)
        assertThat(number(results, arm("r", "a").withParameter("interval").withLevel("Clopper-Pearson"), "conf_low"))
                .isCloseTo(0.4439045, within(1e-6));
        assertThat(number(results, arm("r", "a").withParameter("interval").withLevel("Clopper-Pearson"), "conf_high"))
                .isCloseTo(0.9747893, within(1e-6));
        // P(X >= 8) = (45 + 10 + 1)/1024
        assertThat(number(results, arm("r", "a").withParameter("benchmark"), "p_value"))
                .isCloseTo(56.0 / 1024, CLOSE);
        assertThat(results.rows()).noneMatch(row -> row.key().toString().contains("-vs-"));
    }

    @Test
    void pairedProportionsAreComparedByMcNemar() {
        ResultSet results = oneArm().plan(
                        ENDPOINTS
                                + "analyses: {p: {method: paired-responders, set: all, endpoint: low, visits: [BASELINE, WEEK 12]}}\n")
                .results();
        // low at baseline: 2; at week 12: 8; changed to low: 6, away from low: 0 → 2 (1/2)^6
        assertThat(number(results, arm("p", "a").withParameter("mcnemar-exact"), "p_value"))
                .isCloseTo(2.0 / 64, CLOSE);
        assertThat(number(results, arm("p", "a").withParameter("change"), "estimate"))
                .isCloseTo(0.6, CLOSE);
        assertThat(number(
                        results, arm("p", "a").withParameter("pairing").withLevel("Met only at the later visit"), "n"))
                .isEqualTo(6);
        assertThat(number(results, arm("p", "a").withParameter("response").withVisit("Baseline"), "n"))
                .isEqualTo(2);
    }

    @Test
    void changeWithinTheOnlyArmIsTestedBySignedRanks() {
        ResultSet results = oneArm().plan(ENDPOINTS
                        + "analyses: {w: {method: within-arm, set: all, endpoint: change, visits: [WEEK 12]}}\n")
                .results();
        // differences −4 ×5, 0, 1, −3, 3, 1: ranks of |d| without the zero: 1.5 (1), 1.5 (1), 3.5 (−3), 3.5 (3), 7 ×5
        // (−4);
        // positive sum 6.5. Sign patterns with a sum of at most 6.5 among 512 : {}, 1.5, 1.5, 3, 3.5 ×2, 5 ×4, 6.5 ×2,
        // 7 > 6.5
        // → 1 + 2 + 1 + 2 + 4 + 2 = 12; two-sided 24/512
        assertThat(number(results, arm("w", "a").withParameter("Change").withVisit("Week 12"), "p_value"))
                .isCloseTo(24.0 / 512, CLOSE);
        assertThat(number(results, arm("w", "a").withParameter("Change").withVisit("Week 12"), "n"))
                .isEqualTo(10);
    }

    private SmallStudy twoArms() {
        StringBuilder subjects = new StringBuilder("USUBJID,TRT01P\n");
        StringBuilder values = new StringBuilder("USUBJID,AVISIT,AVAL\n");
        double[] test = {1, 2, 3, 4};
        double[] reference = {5, 6, 7};
        for (int i = 0; i < 7; i++) {
            subjects.append("S").append(i).append(i < 4 ? ",A\n" : ",B\n");
            values.append("S")
                    .append(i)
                    .append(",WEEK 12,")
                    .append(i < 4 ? test[i] : reference[i - 4])
                    .append('\n');
        }
        return new SmallStudy(folder)
                .arms("a: {label: A}", "b: {label: B, reference: true}")
                .dataset("adsl", subjects.toString())
                .dataset("adm", values.toString());
    }

    @Test
    void twoArmsAreComparedAtOneVisit() {
        ResultSet results = twoArms().plan(ENDPOINTS + """
                        analyses:
                          c:
                            method: compare-at-visit
                            set: all
                            endpoint: score
                            visit: WEEK 12
                            test: [mann-whitney, welch, student, permutation]
                            pairs: [{test: a, reference: b}]
                        """).results();
        // every value of a below every value of b: 1 split of C(7, 3) = 35, and its mirror image
        assertThat(number(
                        results,
                        comparison("c", "a", "b").withParameter("mann-whitney").withVisit("Week 12"),
                        "p_value"))
                .isCloseTo(2.0 / 35, CLOSE);
        assertThat(number(
                        results,
                        comparison("c", "a", "b").withParameter("permutation").withVisit("Week 12"),
                        "p_value"))
                .isCloseTo(2.0 / 35, CLOSE);
        // differences of 1…4 minus 5…7: −6 −5 −5 −4 −4 −4 −3 −3 −3 −2 −2 −1, median −3.5
        assertThat(number(
                        results,
                        comparison("c", "a", "b").withParameter("mann-whitney").withVisit("Week 12"),
                        "estimate"))
                .isCloseTo(-3.5, CLOSE);
        // means 2.5 and 6; pooled variance (5 + 2)/5 = 1.4
        assertThat(number(
                        results,
                        comparison("c", "a", "b").withParameter("student").withVisit("Week 12"),
                        "estimate"))
                .isCloseTo(-3.5, CLOSE);
        assertThat(number(
                        results,
                        comparison("c", "a", "b").withParameter("student").withVisit("Week 12"),
                        "se"))
                .isCloseTo(Math.sqrt(1.4 * (1.0 / 4 + 1.0 / 3)), CLOSE);
        // variances 5/3 and 1: se² = 5/12 + 1/3 = 3/4, df = (3/4)²/((5/12)²/3 + (1/3)²/2)
        assertThat(number(
                        results,
                        comparison("c", "a", "b").withParameter("welch").withVisit("Week 12"),
                        "df"))
                .isCloseTo(0.5625 / (25.0 / 432 + 1.0 / 18), CLOSE);
        assertThat(number(results, arm("c", "a").withParameter("Score").withVisit("Week 12"), "median"))
                .isEqualTo(2.5);
    }

    @Test
    void smallProportionsAreComparedExactly() {
        ResultSet results = twoArms().plan("""
                        analysis-sets: {all: {label: All}}
                        endpoints:
                          score: {label: Score, dataset: adm}
                          high: {label: High score, responder-on: score, at-least: 5}
                        estimands:
                          main:
                            label: Main
                            population: all
                            variable: high
                            visit: WEEK 12
                            treatment: {test: a, reference: b}
                            summary: difference of proportions
                        analyses:
                          r:
                            method: responders
                            estimand: main
                            compare-by: [fisher, fisher-mid-p, permutation, barnard, boschloo, chi-square, n-1-chi-square,
                                         exact-unconditional, newcombe, miettinen-nurminen]
                        """).results();
        // 0 of 4 against 3 of 3: one table of C(7, 3) = 35 as extreme
        assertThat(number(results, comparison("r", "a", "b").withParameter("fisher"), "p_value"))
                .isCloseTo(1.0 / 35, CLOSE);
        assertThat(number(results, comparison("r", "a", "b").withParameter("fisher-mid-p"), "p_value"))
                .isCloseTo(0.5 / 35, CLOSE);
        // the difference −1 is farther than any other: 3 of 4 against 0 of 3 differs by 0.75
        assertThat(number(results, comparison("r", "a", "b").withParameter("permutation"), "p_value"))
                .isCloseTo(1.0 / 35, CLOSE);
        // unconditional: the tables (0, 3) and (4, 0), sup of (1−π)^4 π^3 + π^4 (1−π)^3 = π³(1−π)³ at π = 1/2
        assertThat(number(results, comparison("r", "a", "b").withParameter("barnard"), "p_value"))
                .isCloseTo(1.0 / 64, within(1e-6));
        // χ² = 7, reduced by 6/7 to 6: erfc(√(χ²/2))
        assertThat(number(results, comparison("r", "a", "b").withParameter("chi-square"), "p_value"))
                .isCloseTo(0.008150972, within(1e-8));
        assertThat(number(results, comparison("r", "a", "b").withParameter("n-1-chi-square"), "p_value"))
                .isCloseTo(0.014305878, within(1e-8));
        assertThat(number(results, comparison("r", "a", "b").withParameter("exact-unconditional"), "estimate"))
                .isEqualTo(-1);
        assertThat(number(results, comparison("r", "a", "b").withParameter("exact-unconditional"), "conf_low"))
                .isEqualTo(-1);
    }

    @Test
    void aMixedModelWithoutBaselineAtOneVisitIsStudentsT() {
        ResultSet results = twoArms().plan("""
                        analysis-sets: {all: {label: All}}
                        endpoints: {score: {label: Score, dataset: adm}}
                        analyses: {m: {method: mmrm, set: all, endpoint: score, visits: [WEEK 12], baseline: false}}
                        """).results();
        // means 2.5 and 6, sums of squares 5 and 2: pooled variance 7/5, standard error √(7/5 (1/4 + 1/3)), t on 5
        // degrees
        // of freedom; nobody has a baseline, and nobody is left out
        var difference = comparison("m", "a", "b").withParameter("Score").withVisit("Week 12");
        assertThat(number(results, difference, "estimate")).isCloseTo(-3.5, CLOSE);
        assertThat(number(results, difference, "se")).isCloseTo(Math.sqrt(7.0 / 5 * (1.0 / 4 + 1.0 / 3)), CLOSE);
        assertThat(number(results, difference, "df")).isCloseTo(5, within(1e-6));
        assertThat(number(results, arm("m", "a").withParameter("Score").withVisit("Week 12"), "n"))
                .isEqualTo(4);
    }
}
