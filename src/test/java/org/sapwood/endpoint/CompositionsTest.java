package org.sapwood.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sapwood.data.DataRejected;

/** Compositions as plans write them, from records to values. */
class CompositionsTest {

    /** Scores of four subjects; 02 missed week 8, 03 missed week 12, 04 was seen at baseline only. */
    private static final SmallTrial TRIAL = new SmallTrial().with("adqs", """
        USUBJID,AVISIT,ADY,PARAMCD,AVAL
        01,BASELINE,1,SCORE,10
        01,WEEK 4,30,SCORE,4
        01,WEEK 8,57,SCORE,2
        01,WEEK 12,85,SCORE,8
        02,BASELINE,1,SCORE,10
        02,WEEK 4,29,SCORE,3
        02,WEEK 12,88,SCORE,1
        03,BASELINE,1,SCORE,10
        03,WEEK 4,29,SCORE,9
        03,WEEK 8,57,SCORE,9
        04,BASELINE,1,SCORE,10
        01,BASELINE,1,OTHER,4
        01,WEEK 4,30,OTHER,0
        01,WEEK 8,57,OTHER,5
        01,WEEK 12,85,OTHER,5
        02,WEEK 4,29,OTHER,6
        02,WEEK 8,57,OTHER,7
        02,WEEK 12,88,OTHER,1
        """);

    private static final String ENDPOINTS = """
        score: {label: Score, dataset: adqs, where: {PARAMCD: SCORE}, better: lower}
        other: {label: Other, dataset: adqs, where: {PARAMCD: OTHER}}
        low: {label: Low, responder-on: score, at-most: 5}
        high: {label: High, responder-on: other, at-least: 5}
        gained: {label: Gained, responder-on: score, improved-by: 6}
        gained-much: {label: Gained, responder-on: score, improved-by-percent: 80, baseline-at-least: 10}
        lost: {label: Lost, responder-on: other, worsened-by: 1, better: lower}
        above: {label: Above, responder-on: score, at-most: 5, baseline-above: 10}
        all: {label: All, all-of: [low, high]}
        all-known: {label: All, all-of: [low, high], missing-parts: must-be-known}
        any: {label: Any, any-of: [low, high]}
        alone: {label: Alone, all-of: low, without: high}
        kept: {label: Kept, sustained: low, visits: [WEEK 4, WEEK 8, WEEK 12]}
        ever: {label: Ever, ever: low, visits: [WEEK 4, WEEK 8, WEEK 12]}
        ever-so-far: {label: Ever so far, ever: high}
        twice: {label: Twice, confirmed: low}
        twice-seen: {label: Twice, confirmed: low, missed-visit: skipped}
        best: {label: Best, best: score, visits: [WEEK 4, WEEK 8, WEEK 12]}
        worst: {label: Worst, worst: score, visits: [WEEK 4, WEEK 8, WEEK 12]}
        last: {label: Last, last: score, visits: [WEEK 4, WEEK 8, WEEK 12]}
        area: {label: Area, area-under: score, visits: [BASELINE, WEEK 4, WEEK 8, WEEK 12]}
        mean: {label: Mean, area-under: score, visits: [BASELINE, WEEK 4, WEEK 8, WEEK 12], per-day: true}
        time: {label: Time, first-time: low}
        time-weeks: {label: Time, first-time: low, unit: weeks}
        time-twice: {label: Time, first-time: low, consecutive: 2, missed-visit: skipped, dated-by: confirming-visit}
        ratio: {label: Ratio, ratio-of: [score, other]}
        """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        gained    | 01 WEEK 4=1; 01 WEEK 8=1; 01 WEEK 12=0; 02 WEEK 4=1; 02 WEEK 12=1; 03 WEEK 4=0; 03 WEEK 8=0
        gained-much | 01 WEEK 4=0; 01 WEEK 8=1; 01 WEEK 12=0; 02 WEEK 4=0; 02 WEEK 12=1; 03 WEEK 4=0; 03 WEEK 8=0
        lost      | 01 WEEK 4=0; 01 WEEK 8=1; 01 WEEK 12=1
        all       | 01 WEEK 4=0; 01 WEEK 8=1; 01 WEEK 12=0; 02 WEEK 4=1; 02 WEEK 12=0; 03 WEEK 4=0; 03 WEEK 8=0
        all-known | 01 WEEK 4=0; 01 WEEK 8=1; 01 WEEK 12=0; 02 WEEK 4=1; 02 WEEK 12=0
        any       | 01 WEEK 4=1; 01 WEEK 8=1; 01 WEEK 12=1; 02 WEEK 4=1; 02 WEEK 8=1; 02 WEEK 12=1
        alone     | 01 WEEK 4=1; 01 WEEK 8=0; 01 WEEK 12=0; 02 WEEK 4=0; 02 WEEK 8=0; 02 WEEK 12=1; 03 WEEK 4=0; 03 WEEK 8=0
        kept      | 01 WEEK 12=0; 03 WEEK 12=0
        ever      | 01 WEEK 12=1; 02 WEEK 12=1
        ever-so-far | 01 WEEK 4=0; 01 WEEK 8=1; 01 WEEK 12=1; 02 WEEK 4=1; 02 WEEK 8=1; 02 WEEK 12=1
        twice     | 01 WEEK 4=0; 01 WEEK 8=1; 01 WEEK 12=1; 02 WEEK 4=0; 03 WEEK 4=0; 03 WEEK 8=0; 03 WEEK 12=0; 04 WEEK 4=0
        twice-seen| 01 WEEK 4=0; 01 WEEK 8=1; 01 WEEK 12=1; 02 WEEK 4=0; 02 WEEK 12=1; 03 WEEK 4=0; 03 WEEK 8=0; 03 WEEK 12=0; 04 WEEK 4=0
        best      | 01 WEEK 12=2; 02 WEEK 12=1; 03 WEEK 12=9
        worst     | 01 WEEK 12=8; 02 WEEK 12=3; 03 WEEK 12=9
        last      | 01 WEEK 12=8; 02 WEEK 12=1; 03 WEEK 12=9
        """)
    void valuesFollowByHand(String endpoint, String expected) {
        assertThat(SmallTrial.values(TRIAL.endpoints(ENDPOINTS), endpoint).stream()
                        .filter(line -> !line.contains("?") && !line.contains("BASELINE")))
                .as(endpoint)
                .containsExactly(expected.strip().split("; "));
    }

    @Test
    void missingPartsLeaveAReason() {
        EndpointValues all = TRIAL.endpoints(ENDPOINTS).of("all-known");
        assertThat(all.reasonFor("03", "WEEK 4")).isEqualTo("High: no record at WEEK 4");
        assertThat(all.reasonFor("02", "WEEK 8")).isEqualTo("Score: no record at WEEK 8");
    }

    @Test
    void aBaselineThatIsTooLowIsNamed() {
        assertThat(SmallTrial.values(TRIAL.endpoints(ENDPOINTS), "above"))
                .hasSize(16)
                .contains("01 WEEK 4=? baseline 10 is too low to be counted");
    }

    @Test
    void areasUsePlannedDaysUnlessDaysAreRecorded() {
        // Planned days 1, 29, 57, 85. Subject 01: 28 (10+4)/2 + 28 (4+2)/2 + 28 (2+8)/2 = 196 + 84 + 140 = 420.
        // Subject 02 has no week 8: 28 (10+3)/2 + 56 (3+1)/2 = 182 + 112 = 294.
        assertThat(SmallTrial.values(TRIAL.endpoints(ENDPOINTS), "area"))
                .containsExactly(
                        "01 WEEK 12=420",
                        "02 WEEK 12=294",
                        "03 WEEK 12=? Score: no record at WEEK 12",
                        "04 WEEK 12=? Score: no record at WEEK 12");
        assertThat(SmallTrial.values(TRIAL.endpoints(ENDPOINTS), "mean")).contains("01 WEEK 12=5", "02 WEEK 12=3.5");
        // Recorded days of 01 are 1, 30, 57, 85: 29 × 7 + 27 × 3 + 28 × 5 = 203 + 81 + 140 = 424.
        Endpoints recorded = recordedDays().endpoints(ENDPOINTS);
        assertThat(SmallTrial.values(recorded, "area")).contains("01 WEEK 12=424");
    }

    private static SmallTrial recordedDays() {
        return TRIAL.shuffled(1).daysIn("adqs");
    }

    @Test
    void firstTimesAreStudyDays() {
        assertThat(SmallTrial.times(TRIAL.endpoints(ENDPOINTS), "time"))
                .containsExactly("01 29 event", "02 29 event", "03 57 censored", "04 0 censored");
        assertThat(SmallTrial.times(recordedDays().endpoints(ENDPOINTS), "time"))
                .containsExactly("01 30 event", "02 29 event", "03 57 censored", "04 0 censored");
        assertThat(SmallTrial.times(TRIAL.endpoints(ENDPOINTS), "time-twice"))
                .containsExactly("01 57 event", "02 85 event", "03 57 censored", "04 0 censored");
        assertThat(TRIAL.endpoints(ENDPOINTS).timesOf("time-weeks").of("03").time())
                .isEqualByComparingTo("8.1428571428571428571");
    }

    @Test
    void aRatioNeedsADenominator() {
        assertThat(SmallTrial.values(TRIAL.endpoints(ENDPOINTS), "ratio"))
                .contains("01 BASELINE=2.5", "01 WEEK 4=? Other is 0: no ratio", "01 WEEK 8=0.4");
    }

    @Test
    void originsHoldTheRecordsOfEveryPart() {
        Endpoints endpoints = TRIAL.endpoints(ENDPOINTS);
        assertThat(endpoints.of("all").origin("01", "WEEK 8").in("adqs")).containsExactly(3, 14);
        assertThat(endpoints.of("kept").origin("01", "WEEK 12").in("adqs")).containsExactly(2, 3, 4);
        assertThat(endpoints.timesOf("time").of("01").origin().in("adqs")).containsExactly(2, 3, 4);
    }

    @Test
    void theOrderOfRecordsChangesNothing() {
        Endpoints endpoints = TRIAL.endpoints(ENDPOINTS);
        for (long seed = 1; seed <= 20; seed++) {
            Endpoints shuffled = TRIAL.shuffled(seed).endpoints(ENDPOINTS);
            for (String id :
                    ENDPOINTS.lines().map(line -> line.split(":", 2)[0]).toList()) {
                if (id.startsWith("time")) {
                    assertThat(SmallTrial.times(shuffled, id)).isEqualTo(SmallTrial.times(endpoints, id));
                } else {
                    assertThat(SmallTrial.values(shuffled, id)).isEqualTo(SmallTrial.values(endpoints, id));
                }
            }
        }
    }

    @Test
    void aNumberIsNoPartOfAComposite() {
        Endpoints endpoints = TRIAL.endpoints(ENDPOINTS + "wrong: {label: Wrong, all-of: [score]}\n");
        assertThatThrownBy(() -> endpoints.of("wrong"))
                .isInstanceOf(DataRejected.class)
                .hasMessageContaining("endpoint \"score\" of subject 01 at BASELINE: expected 1 (yes) or 0 (no)");
    }

    @Test
    void visitsMustFollowEachOther() {
        Endpoints endpoints = new SmallTrial().with("adqs", """
            USUBJID,AVISIT,ADY,PARAMCD,AVAL
            01,BASELINE,1,SCORE,10
            01,WEEK 4,60,SCORE,4
            01,WEEK 8,57,SCORE,2
            01,WEEK 12,85,SCORE,2
            02,WEEK 4,60,OTHER,4
            """).daysIn("adqs").endpoints(ENDPOINTS);
        assertThatThrownBy(() -> endpoints.of("area"))
                .isInstanceOf(DataRejected.class)
                .hasMessageContaining("subject 01: WEEK 8 (day 57) is not after WEEK 4 (day 60)");
    }
}
