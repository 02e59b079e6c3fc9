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

/**
 * The plan of NCT02465580 gives what He 2020 published, from SLEDAI items, BILAG grades and the diary through the rules.
 * P-values between the arms are those of R on the published counts; where the paper prints another one, it cannot be had.
 */
class LupusPlanTest {
    private static PlanResults results;

    @BeforeAll
    static void run() {
        results = PlanResults.of(Path.of("sap/nct02465580-sle.yaml"));
    }

    @ParameterizedTest
    @CsvSource({
        "sri4-w12-published, 16, 29, 9, 30, 0.0504, 0.0524, 0.0673",
        "sri4-w24-published, 19, 29, 11, 30, 0.0267, 0.0280, 0.0379",
        "sri4-w12, 16, 30, 9, 30, 0.0668, 0.0691, 0.1154",
        "sri4-w24, 19, 30, 11, 30, 0.0389, 0.0405, 0.0698",
        "renal-complete-w24, 7, 13, 2, 12, 0.0530, 0.0580, 0.0968"
    })
    void respondersAndTests(
            String estimand, int n, int of, int m, int total, double pearson, double lessOne, double fisher) {
        assertThat(results.number(estimand + "-rate/il2/response/Responder/n")).isEqualTo(n);
        assertThat(results.number(estimand + "-rate/il2/response/Responder/percent"))
                .isCloseTo((double) n / of, within(1e-15));
        assertThat(results.number(estimand + "-rate/placebo/response/Responder/n"))
                .isEqualTo(m);
        assertThat(results.number(estimand + "-rate/placebo/response/Responder/percent"))
                .isCloseTo((double) m / total, within(1e-15));
        String against = estimand + "-rate/il2-vs-placebo/";
        assertThat(results.number(against + "chi-square/p_value")).isCloseTo(pearson, within(5e-5));
        assertThat(results.number(against + "n-1-chi-square/p_value")).isCloseTo(lessOne, within(5e-5));
        assertThat(results.number(against + "fisher/p_value")).isCloseTo(fisher, within(5e-5));
    }

    /** 25.2 % (Newcombe 0.1 to 46.3) and 28.9 % (3.4 to 49.6), computed with R from the counts. */
    @ParameterizedTest
    @CsvSource({"sri4-w12-published, 25.2, 0.1, 46.3", "sri4-w24-published, 28.9, 3.4, 49.6"})
    void differencesOfTheArms(String estimand, double difference, double low, double high) {
        String newcombe = estimand + "-rate/il2-vs-placebo/newcombe/";
        assertThat(100 * results.number(newcombe + "estimate")).isCloseTo(difference, within(0.05));
        assertThat(100 * results.number(newcombe + "conf_low")).isCloseTo(low, within(0.05));
        assertThat(100 * results.number(newcombe + "conf_high")).isCloseTo(high, within(0.05));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sledai-by-visit | SELENA-SLEDAI | Baseline | 12 | 8 | 27 | 11 | 8 | 22
            sledai-by-visit | SELENA-SLEDAI | Week 12 | 6 | 0 | 16 | 6 | 0 | 25
            sledai-by-visit | SELENA-SLEDAI | Week 24 | 4 | 0 | 18 | 8 | 0 | 25
            physician-by-visit | Physician's global (0-3) | Baseline | 2.3 | 1.55 | 2.75 | 2.2 | 1 | 2.3
            physician-by-visit | Physician's global (0-3) | Week 12 | 0 | 0 | 2 | 1 | 0 | 2
            physician-by-visit | Physician's global (0-3) | Week 24 | 0 | 0 | 1 | 1 | 0 | 2
            dsdna-by-visit | Anti-dsDNA (IU/mL) | Baseline | 34.8 | 1 | 1783.15 | 73.3 | 1 | 2525.53
            dsdna-by-visit | Anti-dsDNA (IU/mL) | Week 12 | 33 | 7 | 876.21 | 37.6 | 1.4 | 3467.8
            dsdna-by-visit | Anti-dsDNA (IU/mL) | Week 24 | 29 | 1 | 348.5 | 36.3 | 1 | 3467.8
            """)
    void tableTwoMediansAndRanges(
            String analysis,
            String measure,
            String visit,
            double median,
            double low,
            double high,
            double placeboMedian,
            double placeboLow,
            double placeboHigh) {
        String arm = analysis + "/il2/" + measure + "/" + visit + "/";
        assertThat(results.number(arm + "median")).isCloseTo(median, within(1e-9));
        assertThat(results.number(arm + "min")).isCloseTo(low, within(1e-9));
        assertThat(results.number(arm + "max")).isCloseTo(high, within(1e-9));
        String placebo = analysis + "/placebo/" + measure + "/" + visit + "/";
        assertThat(results.number(placebo + "median")).isCloseTo(placeboMedian, within(1e-9));
        assertThat(results.number(placebo + "min")).isCloseTo(placeboLow, within(1e-9));
        assertThat(results.number(placebo + "max")).isCloseTo(placeboHigh, within(1e-9));
    }

    /** Doses of the diary in prednisone equivalents; the range at baseline lacks the patients without glucocorticoid. */
    @ParameterizedTest
    @CsvSource({"Week 12, 10, 25, 15, 40", "Week 24, 10, 20, 10, 35"})
    void tableTwoDoses(String visit, double median, double high, double placeboMedian, double placeboHigh) {
        String measure = "/Prednisone-equivalent dose, mean of 7 days (mg/day)/" + visit + "/";
        assertThat(results.number("steroid-by-visit/il2" + measure + "median")).isEqualTo(median);
        assertThat(results.number("steroid-by-visit/il2" + measure + "max")).isEqualTo(high);
        assertThat(results.number("steroid-by-visit/placebo" + measure + "median"))
                .isEqualTo(placeboMedian);
        assertThat(results.number("steroid-by-visit/placebo" + measure + "max")).isEqualTo(placeboHigh);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            bilag-within | Change in reported BILAG | il2 | Week 12 | 0.014
            bilag-within | Change in reported BILAG | placebo | Week 12 | 0.037
            bilag-within | Change in reported BILAG | placebo | Week 24 | 0.004
            sledai-within | Change in SELENA-SLEDAI | placebo | Week 24 | 0.002
            dsdna-within | Change in anti-dsDNA (IU/mL) | il2 | Week 12 | 0.037
            dsdna-within | Change in anti-dsDNA (IU/mL) | il2 | Week 24 | 0.063
            dsdna-within | Change in anti-dsDNA (IU/mL) | placebo | Week 12 | 0.196
            anua-within | Change in anti-nucleosome (IU/mL) | il2 | Week 12 | 0.439
            steroid-within | Change in prednisone-equivalent dose (mg/day) | placebo | Week 12 | 0.004
            """)
    void tableTwoWithinTheArms(String analysis, String change, String arm, String visit, double published) {
        assertThat(results.number(analysis + "/" + arm + "/" + change + "/" + visit + "/p_value"))
                .isCloseTo(published, within(5e-4));
    }

    @ParameterizedTest
    @CsvSource({"severe-w12, 2, 4", "severe-w24, 1, 2", "ana-w12, 7, 11", "ana-w24, 8, 12"})
    void tableTwoCounts(String estimand, int interleukin, int placebo) {
        assertThat(results.number(estimand + "-rate/il2/response/Responder/n")).isEqualTo(interleukin);
        assertThat(results.number(estimand + "-rate/placebo/response/Responder/n"))
                .isEqualTo(placebo);
    }

    @ParameterizedTest
    @CsvSource({
        "Infection, 2, 6",
        "Severe infection, 0, 2",
        "Upper respiratory tract infection, 2, 4",
        "Injection site reaction, 9, 2",
        "Fever, 4, 0",
        "Flu-like symptoms, 3, 0",
        "Serious, 0, 3"
    })
    void tableThree(String kind, int interleukin, int placebo) {
        assertThat(results.number("ae-overview/il2/" + kind + "/n")).isEqualTo(interleukin);
        assertThat(results.number("ae-overview/placebo/" + kind + "/n")).isEqualTo(placebo);
    }

    /** 13 with rash before, 2 after, none new: 11 against 0 give 2 / 2^11. */
    @Test
    void rashByMcNemarInsteadOfIndependentGroups() {
        assertThat(results.number("rash-paired-w12/il2/mcnemar-exact/p_value")).isCloseTo(2 / 2_048.0, within(1e-15));
    }

    /** Every published number agrees to its digits or says why it cannot be had; nine of them cannot. */
    @Test
    void publishedNumbersAgree() {
        List<String> verdicts = results.table("t-published").rows().stream()
                .filter(row -> row.kind() == TableModel.Kind.BODY)
                .map(row -> row.cells().get(2).text())
                .toList();
        assertThat(verdicts)
                .hasSize(131)
                .allMatch(verdict -> verdict.startsWith("Agrees to the printed digits")
                        || verdict.startsWith("Cannot be reproduced: "));
        assertThat(verdicts).filteredOn(verdict -> verdict.startsWith("Cannot")).hasSize(9);
    }

    /** All eleven screening failures break the criterion of their recorded reason; one patient entered after a pulse. */
    @Test
    void eligibilityFollowsFromTheFacts() {
        assertThat(results.number("eligibility/overall/subjects/Recorded reason is a criterion not met/n"))
                .isEqualTo(11);
        assertThat(results.number("eligibility/overall/subjects/Entered although a criterion was not met/n"))
                .isEqualTo(1);
    }

    /** Seven injections in each of three cycles. */
    @ParameterizedTest
    @CsvSource({"il2", "placebo"})
    void twentyOneDosesArePlanned(String arm) {
        assertThat(results.number("exposure/" + arm + "/Three cycles of 14 days on, 14 days off/planned-doses/max"))
                .isEqualTo(21);
    }

    @Test
    void displaysAreNumberedAsReportsAre() {
        assertThat(results.displayNumbers())
                .doesNotHaveDuplicates()
                .contains("Figure 14.1.1", "Table 14.2.1.1", "Table 14.2.6.1", "Table 14.3.1.1", "Listing 16.2.2.2");
    }
}
