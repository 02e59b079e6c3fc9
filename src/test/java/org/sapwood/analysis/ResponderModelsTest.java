package org.sapwood.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.sapwood.analysis.SmallStudy.comparison;
import static org.sapwood.analysis.SmallStudy.number;
import static org.sapwood.analysis.SmallStudy.value;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sapwood.result.ResultKey;
import org.sapwood.result.ResultSet;
import org.sapwood.result.Value;

/** Two arms compared by logistic models, in tables whose models are saturated and can be computed by hand. */
class ResponderModelsTest {
    private static final ResultKey LOGISTIC = comparison("r", "a", "b").withParameter("logistic");
    private static final ResultKey FIRTH = comparison("r", "a", "b").withParameter("firth");
    private static final double Z = 1.959963984540054;

    @TempDir
    Path folder;

    /** Responders of ten subjects per arm; every other one of stratum X. */
    private ResultSet results(int first, int second, String strata) {
        StringBuilder subjects = new StringBuilder("USUBJID,TRT01P,STRATUM\n");
        StringBuilder values = new StringBuilder("USUBJID,AVISIT,AVAL\n");
        for (int arm = 0; arm < 2; arm++) {
            for (int i = 0; i < 10; i++) {
                String id = (arm == 0 ? "A" : "B") + i;
                subjects.append(id)
                        .append(arm == 0 ? ",A," : ",B,")
                        .append(i % 2 == 0 ? "X" : "Y")
                        .append('\n');
                values.append(id)
                        .append(",WEEK 12,")
                        .append(i < (arm == 0 ? first : second) ? 1 : 0)
                        .append('\n');
            }
        }
        return new SmallStudy(folder)
                .arms("a: {label: A}", "b: {label: B, reference: true}")
                .dataset("adsl", subjects.toString())
                .dataset("adm", values.toString())
                .plan("""
                        analysis-sets: {all: {label: All}}
                        endpoints:
                          score: {label: Score, dataset: adm}
                          yes: {label: Yes, responder-on: score, at-least: 1}
                        estimands:
                          e: {label: E, population: all, variable: yes, visit: WEEK 12, treatment: {test: a, reference: b}, missing: non-response, summary: s}
                        analyses:
                          r: {method: responders, estimand: e, compare-by: [logistic, firth]%s}
                        """.formatted(strata))
                .results();
    }

    @Test
    void withoutStrataTheModelIsTheTable() {
        ResultSet results = results(8, 3, "");
        assertThat(number(results, LOGISTIC, "estimate")).isCloseTo(0.5, within(1e-9));
        // variances of the two samples of ten, each over its ten subjects
        double se = Math.sqrt((0.8 * 0.2 + 0.3 * 0.7) / 9);
        assertThat(number(results, LOGISTIC, "conf_low")).isCloseTo(0.5 - Z * se, within(1e-9));
        double odds = 8.0 * 7 / (2 * 3);
        assertThat(number(results, LOGISTIC, "odds_ratio")).isCloseTo(odds, within(1e-7));
        assertThat(number(results, LOGISTIC, "odds_ratio_high"))
                .isCloseTo(odds * Math.exp(Z * Math.sqrt(1 / 8.0 + 1 / 2.0 + 1 / 3.0 + 1 / 7.0)), within(1e-5));
        // the penalty of a saturated table is half a subject in every cell
        assertThat(number(results, FIRTH, "odds_ratio")).isCloseTo(8.5 * 7.5 / (2.5 * 3.5), within(1e-7));
        assertThat(number(results, FIRTH, "odds_ratio_low")).isLessThan(8.5 * 7.5 / (2.5 * 3.5));
    }

    @Test
    void whereAllRespondOnlyThePenalisedModelHasAnOddsRatio() {
        ResultSet results = results(10, 3, "");
        assertThat(value(results, LOGISTIC, "odds_ratio"))
                .isInstanceOfSatisfying(
                        Value.NotEstimable.class,
                        none -> assertThat(none.reason()).isEqualTo("SEPARATION"));
        assertThat(value(results, LOGISTIC, "estimate")).isInstanceOf(Value.NotEstimable.class);
        assertThat(number(results, FIRTH, "odds_ratio")).isCloseTo(10.5 * 7.5 / (0.5 * 3.5), within(1e-6));
        assertThat(number(results, FIRTH, "p_value")).isLessThan(0.01);
    }

    @Test
    void strataAreFactorsOfTheModel() {
        ResultSet results = results(6, 3, ", strata: [STRATUM]");
        // R: glm(y ~ arm + stratum, binomial), and the mean difference of its predictions for both arms
        assertThat(number(results, LOGISTIC, "odds_ratio")).isCloseTo(3.55294464586, within(1e-8));
        assertThat(number(results, LOGISTIC, "estimate")).isCloseTo(0.3, within(1e-9));
    }

    @Test
    void nobodyGivesNoModel() {
        ResultSet results = results(0, 0, "");
        assertThat(value(results, LOGISTIC, "odds_ratio")).isInstanceOf(Value.NotEstimable.class);
    }
}
