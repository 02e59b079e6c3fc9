package org.sapwood.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.sapwood.data.DataRejected;

/** Doses before visits and the time to a taper, from the records of a diary. Planned visits: days 1, 29, 57 and 85. */
class DiaryEndpointsTest {

    /**
     * 01: prednisone 10 mg to day 25, then methylprednisolone 4 mg (5 mg prednisone), an inhaled and a pulse record beside.
     * 02: 20 mg to day 40, a gap of 10 days, 5 mg from day 51 to 60, then nothing. 03: no record.
     */
    private static final SmallTrial TRIAL = new SmallTrial().with("adgcd", """
        USUBJID,GCDRUG,GCROUTE,GCDOSE,ASTDY,AENDY
        01,PREDNISONE,ORAL,10,-30,25
        01,METHYLPREDNISOLONE,ORAL,4,26,90
        01,BUDESONIDE,INHALED,0.4,-30,90
        01,METHYLPREDNISOLONE,INTRAVENOUS,500,27,28
        02,PREDNISOLONE,PO,20,-10,40
        02,PREDNISOLONE,PO,5,51,60
        """).with("advs", """
                        USUBJID,AVISIT,PARAMCD,AVAL
                        01,BASELINE,WEIGHT,50
                        01,WEEK 8,WEIGHT,40
                        03,BASELINE,WEIGHT,60
                        """);

    private static final String DIARY = "diary: {dataset: adgcd, routes: {PO: oral}}";

    private static final String ENDPOINTS = """
        weight: {label: Weight, dataset: advs, where: {PARAMCD: WEIGHT}}
        dose7: {label: Dose, %1$s, quantity: mean-daily-dose}
        dose14: {label: Dose, %1$s, quantity: mean-daily-dose, days: 14}
        total: {label: Total, %1$s, quantity: cumulative-dose}
        per-kg: {label: Dose per kg, %1$s, quantity: dose-per-kilogram, weight: weight}
        taper: {label: Taper, %1$s, taper-to: 7.5, held-days: 10}
        pulsed: {label: Dose, diary: {dataset: adgcd, routes: {PO: oral}, pulses: included}, quantity: mean-daily-dose}
        change: {label: Change, change-of: dose7}
        halved: {label: Halved, responder-on: percent, at-most: -50}
        percent: {label: Percent, percent-change-of: dose7}
        """.formatted(DIARY);

    @Test
    void windowsEndTheDayBeforeTheVisit() {
        Endpoints endpoints = TRIAL.endpoints(ENDPOINTS);
        // 01 week 4: days 22 to 28 are 4 × 10 + 3 × 5 = 55 mg. 02 week 8: days 50 to 56, of which 50 is carried: 20 + 6
        // × 5.
        assertThat(SmallTrial.values(endpoints, "dose7"))
                .containsExactly(
                        "01 BASELINE=10",
                        "01 WEEK 4=7.8571428571428571429",
                        "01 WEEK 8=5",
                        "01 WEEK 12=5",
                        "02 BASELINE=20",
                        "02 WEEK 4=20",
                        "02 WEEK 8=7.1428571428571428571",
                        "02 WEEK 12=? no dose recorded from day 61 to day 78, longer than 14 days",
                        "03 BASELINE=? no dose recorded up to day -6",
                        "03 WEEK 4=? no dose recorded up to day 22",
                        "03 WEEK 8=? no dose recorded up to day 50",
                        "03 WEEK 12=? no dose recorded up to day 78");
        // 01 week 4: days 15 to 28 are 11 × 10 + 3 × 5 = 125 mg over 14 days.
        assertThat(SmallTrial.values(endpoints, "dose14")).contains("01 WEEK 4=8.9285714285714285714");
        // With the pulse of 500 mg methylprednisolone (625 mg prednisone) on days 27 and 28: 55 + 1250 = 1305 mg over 7
        // days.
        assertThat(SmallTrial.values(endpoints, "pulsed")).contains("01 WEEK 4=186.42857142857142857");
    }

    @Test
    void cumulativeDosesBeginOnDayOne() {
        // 01: 25 × 10 + 3 × 5 = 265 to day 28; to day 56 31 × 5 = 155 instead; 02: 40 × 20 + 10 × 20 + 6 × 5 = 1030.
        assertThat(SmallTrial.values(TRIAL.endpoints(ENDPOINTS), "total"))
                .contains("01 WEEK 4=265", "01 WEEK 8=405", "02 WEEK 8=1030")
                .noneMatch(line -> line.contains("BASELINE"));
    }

    @Test
    void theWeightIsTheLastOne() {
        assertThat(SmallTrial.values(TRIAL.endpoints(ENDPOINTS), "per-kg"))
                .contains(
                        "01 BASELINE=0.2",
                        "01 WEEK 8=0.125",
                        "01 WEEK 12=0.125",
                        "02 BASELINE=? no body weight up to the visit");
    }

    @Test
    void aTaperIsHeldOrCensored() {
        assertThat(SmallTrial.times(TRIAL.endpoints(ENDPOINTS), "taper"))
                .containsExactly("01 26 event", "02 51 event", "03 0 censored");
    }

    @Test
    void dosesAreEndpointsLikeOthers() {
        Endpoints endpoints = TRIAL.endpoints(ENDPOINTS);
        assertThat(SmallTrial.values(endpoints, "change")).contains("01 WEEK 8=-5");
        assertThat(SmallTrial.values(endpoints, "halved"))
                .contains("01 WEEK 4=0", "01 WEEK 8=1", "02 WEEK 8=1", "03 WEEK 8=? no baseline value");
    }

    @Test
    void originsAreTheRecordsOfTheWindow() {
        Endpoints endpoints = TRIAL.endpoints(ENDPOINTS);
        assertThat(endpoints.of("dose7").origin("01", "WEEK 12").in("adgcd")).containsExactly(2);
        assertThat(endpoints.of("dose7").origin("02", "WEEK 8").in("adgcd")).containsExactly(5, 6);
    }

    @Test
    void theOrderOfRecordsChangesNothing() {
        Endpoints endpoints = TRIAL.endpoints(ENDPOINTS);
        Endpoints shuffled = TRIAL.shuffled(7).endpoints(ENDPOINTS);
        for (String id : new String[] {"dose7", "dose14", "total", "per-kg", "pulsed"}) {
            assertThat(SmallTrial.values(shuffled, id)).isEqualTo(SmallTrial.values(endpoints, id));
        }
        assertThat(SmallTrial.times(shuffled, "taper")).isEqualTo(SmallTrial.times(endpoints, "taper"));
    }

    @Test
    void anUnknownDrugIsRefusedWithItsLine() {
        Endpoints endpoints = new SmallTrial()
                .with("adgcd", """
                    USUBJID,GCDRUG,GCROUTE,GCDOSE,ASTDY,AENDY
                    01,PREDNISON,ORAL,10,1,25
                    01,PREDNISONE,MOUTH,10,26,30
                    01,PREDNISONE,ORAL,10,30,26
                    """)
                .endpoints("dose7: {label: Dose, diary: {dataset: adgcd}, quantity: mean-daily-dose}\n");
        assertThatThrownBy(() -> endpoints.of("dose7"))
                .isInstanceOf(DataRejected.class)
                .hasMessageContaining("adgcd.csv line 2: GCDRUG \"PREDNISON\" is not one of: cortisone")
                .hasMessageContaining("adgcd.csv line 3: GCROUTE \"MOUTH\" is not one of: oral")
                .hasMessageContaining("adgcd.csv line 4: a dose ends on day 26 before it starts on day 30");
    }
}
