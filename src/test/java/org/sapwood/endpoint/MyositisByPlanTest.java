package org.sapwood.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The myositis criteria from records in two datasets, at several visits and under the plan's settings. */
class MyositisByPlanTest {
    private static final List<String> MEASURES = List.of("PHYS", "PAT", "MMT", "HAQ", "EM");

    private final StringBuilder measures = new StringBuilder("USUBJID,AVISIT,PARAMCD,AVAL\n");
    private final StringBuilder enzymes = new StringBuilder("USUBJID,AVISIT,PARAMCD,AVAL,ANRHI\n");

    /** Physician, patient, MMT, HAQ, extramuscular and CK of limit 200; a dash for missing. */
    private MyositisByPlanTest visit(String subject, String visit, String values) {
        String[] parts = values.split(" ");
        for (int i = 0; i < MEASURES.size(); i++) {
            if (!parts[i].equals("-")) {
                measures.append(String.join(",", subject, visit, MEASURES.get(i), parts[i]))
                        .append('\n');
            }
        }
        if (!parts[5].equals("-")) {
            enzymes.append(String.join(",", subject, visit, "CK", parts[5], "200"))
                    .append('\n');
        }
        return this;
    }

    private Endpoints endpoints(String settings) {
        Map<String, String> inputs = new LinkedHashMap<>();
        inputs.put("physician-global", "phys");
        inputs.put("patient-global", "pat");
        inputs.put("mmt", "mmt");
        inputs.put("haq-di", "haq");
        inputs.put("extramuscular-global", "em");
        StringBuilder core = new StringBuilder();
        inputs.forEach((input, endpoint) -> core.append(core.isEmpty() ? "" : ", ")
                .append(input)
                .append(": ")
                .append(endpoint));
        return new SmallTrial()
                .with("adqs", measures.toString())
                .with("adlb", enzymes.toString())
                .endpoints("""
                        phys: {label: Physician, dataset: adqs, where: {PARAMCD: PHYS}}
                        pat: {label: Patient, dataset: adqs, where: {PARAMCD: PAT}}
                        mmt: {label: MMT-8, dataset: adqs, where: {PARAMCD: MMT}}
                        haq: {label: HAQ-DI, dataset: adqs, where: {PARAMCD: HAQ}}
                        em: {label: Extramuscular, dataset: adqs, where: {PARAMCD: EM}}
                        ck: {label: CK, dataset: adlb, where: {PARAMCD: CK}}
                        ck-limit: {label: CK limit, dataset: adlb, where: {PARAMCD: CK}, value: ANRHI}
                        tis: {label: TIS, rule: total-improvement-score, inputs: {%1$s, ck: ck, ck-limit: ck-limit}}
                        tis20: {label: TIS 20, responder-on: tis, at-least: 20}
                        tis-upper: {label: TIS, rule: total-improvement-score, inputs: {%1$s, ck: ck, ck-limit: ck-limit}, settings: {missing-component: full-points}}
                        tis-highest: {label: TIS, rule: attainable-improvement-score, inputs: {%1$s, ck: ck, ck-limit: ck-limit}}
                        doi: {label: DOI, rule: definition-of-improvement, inputs: {%1$s, ck: ck, ck-limit: ck-limit}%2$s}
                        worse: {label: Worse, rule: proderm-deterioration, inputs: {%1$s}}
                        confirmed: {label: Confirmed, confirmed: worse}
                        proderm: {label: ProDERM, all-of: [tis20], without: [confirmed]}
                        rim: {label: RIM, first-time: doi, consecutive: 2}
                        rim-late: {label: RIM, first-time: doi, consecutive: 2, dated-by: confirming-visit}
                        """.formatted(core, settings));
    }

    @Test
    void theWorkedExamplesComeOutOfThePlan() {
        Endpoints endpoints = visit("W3", "BASELINE", "6 5 120 1.5 3 1000")
                .visit("W3", "WEEK 4", "5.4 4.4 124 1.25 2.4 840")
                .visit("W3", "WEEK 8", "- 4.4 124 1.25 2.4 840")
                .visit("W3", "WEEK 12", "5.4 - 124 1.25 2.4 840")
                .visit("W7", "BASELINE", "6 5 100 1.5 4.5 1500")
                .visit("W7", "WEEK 4", "1.9 0.9 146 0.25 0.4 200")
                .endpoints("");
        assertThat(SmallTrial.values(endpoints, "tis"))
                .contains(
                        "W3 WEEK 4=35",
                        "W3 WEEK 8=? no total improvement score: physician global missing at follow-up",
                        "W3 WEEK 12=32.5",
                        "W7 WEEK 4=100")
                .noneMatch(line -> line.contains("BASELINE"));
        assertThat(endpoints.of("tis").at("W3", "WEEK 12").note()).isEqualTo("a component is missing and scores 0");
        assertThat(endpoints.of("tis20").at("W3", "WEEK 12").note()).isEqualTo("a component is missing and scores 0");
    }

    @Test
    void aMissingComponentMayHaveFullPointsAsAnUpperBound() {
        Endpoints endpoints = visit("W3", "BASELINE", "6 5 120 1.5 3 1000")
                .visit("W3", "WEEK 4", "5.4 4.4 124 1.25 2.4 840")
                .visit("W3", "WEEK 8", "- 4.4 124 1.25 2.4 840")
                .visit("W3", "WEEK 12", "5.4 - 124 1.25 2.4 840")
                .endpoints("");
        // week 12: 32.5 without the patient global, which has at most 10 points; a required measure stays required
        assertThat(SmallTrial.values(endpoints, "tis-upper"))
                .contains(
                        "W3 WEEK 4=35",
                        "W3 WEEK 8=? no total improvement score: physician global missing at follow-up",
                        "W3 WEEK 12=42.5");
        assertThat(endpoints.of("tis-upper").at("W3", "WEEK 12").note())
                .isEqualTo("a component is missing and has full points");
        assertThat(endpoints.of("tis-upper").method()).contains("missing-component full-points");
    }

    @Test
    void theHighestScoreIsWhatTheBaselineAllows() {
        Endpoints endpoints = visit("strong", "BASELINE", "9 9 150 0 9 3000")
                .visit("weak", "BASELINE", "9 9 100 2 9 3000")
                .visit("weak", "WEEK 4", "9 9 100 2 9 3000")
                .endpoints("");
        // full strength loses 32.5 points, no disability 10
        assertThat(SmallTrial.values(endpoints, "tis-highest"))
                .contains("strong BASELINE=57.5", "weak BASELINE=100", "weak WEEK 4=100");
    }

    @Test
    void theOriginNamesTheRecordsOfBothDatasets() {
        EndpointValues tis = visit("01", "BASELINE", "6 5 100 1.5 4.5 1500")
                .visit("01", "WEEK 4", "1.9 0.9 146 0.25 0.4 200")
                .endpoints("")
                .of("tis");
        Origin origin = tis.origin("01", "WEEK 4");
        assertThat(origin.in("adqs")).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
        assertThat(origin.in("adlb")).containsExactly(1, 2);
        assertThat(tis.records(List.of("01"), "WEEK 4")).isEqualTo(origin.in("adqs"));
        assertThat(tis.selection()).isEqualTo("inputs of total-improvement-score; with records of adlb");
    }

    /** Three measures improved by 25 % and more; patient global and HAQ-DI worse by 50 %, extramuscular global 0 before. */
    @ParameterizedTest
    @CsvSource({
        "worse-above-noise, 0.4, 1",
        "worse-above-noise, 0.5, 0",
        "never-worse, 0.5, 1",
        "smallest-step, 0.1, 1",
        "smallest-step, 0.2, 0"
    })
    void aBaselineOfZeroFollowsThePolicyOfThePlan(String policy, String extramuscular, String expected) {
        Endpoints endpoints = visit("01", "BASELINE", "8 2 100 1 0 1000")
                .visit("01", "WEEK 4", "6 3 130 1.5 " + extramuscular + " 500")
                .endpoints(", settings: {zero-baseline: " + policy + "}");
        assertThat(SmallTrial.values(endpoints, "doi")).containsExactly("01 WEEK 4=" + expected);
        assertThat(endpoints.of("doi").method()).contains("zero-baseline " + policy);
    }

    @Test
    void improvementAndDeteriorationAreConfirmedAtTwoVisits() {
        String baseline = "4 4 100 1 2 400";
        String better = "2 2 130 0.5 1 200";
        String worse = "4 4 140 1 4 200";
        Endpoints endpoints = visit("01", "BASELINE", baseline)
                .visit("01", "WEEK 4", better)
                .visit("01", "WEEK 8", worse)
                .visit("01", "WEEK 12", better)
                .visit("02", "BASELINE", baseline)
                .visit("02", "WEEK 4", worse)
                .visit("02", "WEEK 8", better)
                .visit("02", "WEEK 12", better)
                .visit("03", "BASELINE", baseline)
                .visit("03", "WEEK 4", worse)
                .visit("03", "WEEK 8", worse)
                .visit("03", "WEEK 12", better)
                .endpoints("");
        assertThat(SmallTrial.times(endpoints, "rim"))
                .containsExactly("01 85 censored", "02 57 event", "03 85 censored");
        assertThat(SmallTrial.times(endpoints, "rim-late"))
                .containsExactly("01 85 censored", "02 85 event", "03 85 censored");
        // Extramuscular 2 to 4 is worse by 2 cm.
        assertThat(SmallTrial.values(endpoints, "worse"))
                .contains("01 WEEK 4=0", "01 WEEK 8=1", "03 WEEK 4=1", "03 WEEK 8=1", "03 WEEK 12=0");
        assertThat(SmallTrial.values(endpoints, "confirmed"))
                .contains("01 WEEK 12=0", "02 WEEK 12=0", "03 WEEK 4=0", "03 WEEK 8=1", "03 WEEK 12=1");
        assertThat(SmallTrial.values(endpoints, "proderm")).contains("01 WEEK 12=1", "02 WEEK 12=1", "03 WEEK 12=0");
    }

    @Test
    void aValueThatIsBetterForThePatientNeverLowersTheScore() {
        String[] followUps = {
            "5 5 110 1.5 3 800", "4 5 110 1.5 3 800", "4 4 110 1.5 3 800", "4 4 125 1.5 3 800",
            "4 4 125 1 3 800", "4 4 125 1 1 800", "4 4 125 1 1 100", "0 0 150 0 0 50"
        };
        for (int i = 0; i < followUps.length; i++) {
            String subject = "0" + i;
            visit(subject, "BASELINE", "6 6 100 2 4 1000").visit(subject, "WEEK 4", followUps[i]);
        }
        EndpointValues tis = endpoints("").of("tis");
        for (int i = 1; i < followUps.length; i++) {
            assertThat(tis.at("0" + i, "WEEK 4").value())
                    .as(followUps[i])
                    .isGreaterThanOrEqualTo(tis.at("0" + (i - 1), "WEEK 4").value());
        }
    }
}
