package org.sapwood.synthetic.myositis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sapwood.data.Dataset;
import org.sapwood.sap.Condition.Is;
import org.sapwood.synthetic.chart.Chart;

class MyositisTrialTest {
    @TempDir
    private static Path folder;

    private static Chart chart;

    @BeforeAll
    static void generate() throws IOException {
        new MyositisTrial().generate(60, 5, folder);
        chart = new Chart(folder);
    }

    @Test
    void everyBlockOfFourHasTwoOfEachArmInTheOrderOfRegistration() {
        Dataset subjects = chart.read("adsl");
        Map<Integer, Integer> balance = new TreeMap<>();
        int[] registered = {0};
        subjects.select(new Is("RANDFL", "Y")).rows().forEach(row -> {
            registered[0]++;
            assertThat(subjects.require("ALLOCNO").decimal(row).intValueExact()).isEqualTo(registered[0]);
            balance.merge(
                    subjects.require("ALLOCBLK").decimal(row).intValueExact(),
                    subjects.require("TRT01PN").decimal(row).intValueExact() == 1 ? 1 : -1,
                    Integer::sum);
        });
        assertThat(balance)
                .hasSize(15)
                .allSatisfy((block, sum) -> assertThat(sum).isZero());
    }

    @Test
    void whoEnteredHadActiveDiseaseAndTransaminasesUpToThreeTimesNormal() {
        Map<String, Map<String, String>> facts = chart.facts();
        for (String subject : chart.subjects("RANDFL", "Y")) {
            Map<String, String> of = facts.getOrDefault(subject, Map.of());
            assertThat(number(of, "cdasi-activity") >= 5 || number(of, "mmt8-150") <= 142)
                    .as(subject)
                    .isTrue();
            assertThat(number(of, "ast") / number(of, "ast-uln")).as(subject).isLessThanOrEqualTo(3);
            assertThat(number(of, "alt") / number(of, "alt-uln")).as(subject).isLessThanOrEqualTo(3);
        }
    }

    @Test
    void factsSayWhyAScreeningFailed() {
        Map<String, Map<String, String>> facts = chart.facts();
        for (String subject : chart.subjects("SCRNFRS", Screening.TRANSAMINASES)) {
            Map<String, String> of = facts.getOrDefault(subject, Map.of());
            assertThat(Math.max(number(of, "ast") / number(of, "ast-uln"), number(of, "alt") / number(of, "alt-uln")))
                    .isGreaterThan(3);
        }
        for (String subject : chart.subjects("SCRNFRS", Screening.NOT_ACTIVE)) {
            Map<String, String> of = facts.getOrDefault(subject, Map.of());
            assertThat(number(of, "cdasi-activity")).isLessThan(5);
            assertThat(number(of, "mmt8-150")).isGreaterThan(142);
        }
        for (String subject : chart.subjects("SCRNFRS", Screening.STEROID)) {
            assertThat(number(facts.getOrDefault(subject, Map.of()), "gc-mg-kg-highest-of-1-month"))
                    .isGreaterThan(0.5);
        }
        assertThat(chart.subjects("RANDFL", "N")).isNotEmpty();
    }

    private static double number(Map<String, String> facts, String name) {
        return new BigDecimal(facts.getOrDefault(name, "NONE")).doubleValue();
    }

    @Test
    void onlyTheArmWithInterleukinHasInjectionsAndOnlyOnOddDays() {
        Dataset doses = chart.read("adex");
        List<String> interleukin = chart.subjects("TRT01A", "IL-2 + CICLOSPORIN + GC");
        for (int row = 0; row < doses.rows(); row++) {
            assertThat(interleukin).contains(doses.require("USUBJID").text(row));
            assertThat(doses.require("ASTDY").decimal(row).intValueExact() % 2).isEqualTo(1);
        }
        assertThat(doses.rows()).isPositive();
    }
}
