package org.sapwood.synthetic.polymyalgia;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sapwood.data.Dataset;
import org.sapwood.synthetic.chart.Chart;

class PolymyalgiaTrialTest {
    /** Days 1-5, 8-12, 15-19, 22-26, then weekly from day 33, as registered. */
    private static final List<Integer> REGISTERED = List.of(
            1, 2, 3, 4, 5, 8, 9, 10, 11, 12, 15, 16, 17, 18, 19, 22, 23, 24, 25, 26, 33, 40, 47, 54, 61, 68, 75, 82);

    @TempDir
    private static Path folder;

    private static Chart chart;

    @BeforeAll
    static void generate() throws IOException {
        new PolymyalgiaTrial().generate(40, 5, folder);
        chart = new Chart(folder);
    }

    @Test
    void dosesAreGivenOnRegisteredDaysOnly() {
        Dataset doses = chart.read("adex");
        for (int row = 0; row < doses.rows(); row++) {
            assertThat(REGISTERED).contains(doses.require("ASTDY").decimal(row).intValueExact());
        }
        assertThat(PolymyalgiaTrial.calendar()).isEqualTo(REGISTERED);
    }

    @Test
    void dosePerSquareMetreIsTheDoseOverTheSurface() {
        Dataset doses = chart.read("adex");
        for (int row = 0; row < doses.rows(); row++) {
            BigDecimal surface = doses.require("BSA").decimal(row);
            assertThat(surface).isBetween(new BigDecimal("1.2"), new BigDecimal("2.4"));
            assertThat(doses.require("EXDOSM2").decimal(row))
                    .isEqualByComparingTo(
                            doses.require("EXDOSE").decimal(row).divide(surface, 0, RoundingMode.HALF_UP));
        }
    }

    @Test
    void factsSayWhyAScreeningFailed() {
        Map<String, Map<String, String>> facts = chart.facts();
        for (String subject : chart.subjects("SCRNFRS", Screening.STEROID)) {
            assertThat(dose(facts, subject)).isGreaterThan(BigDecimal.TEN);
        }
        for (String subject : chart.subjects("SCRNFRS", Screening.ARTERITIS)) {
            assertThat(facts.getOrDefault(subject, Map.of())).containsEntry("giant-cell-arteritis", "Y");
        }
        for (String subject : chart.subjects("ENRLFL", "Y")) {
            assertThat(dose(facts, subject)).isLessThanOrEqualTo(BigDecimal.TEN);
            assertThat(facts.getOrDefault(subject, Map.of())).containsEntry("giant-cell-arteritis", "N");
        }
        assertThat(chart.subjects("ENRLFL", "N")).isNotEmpty();
    }

    private static BigDecimal dose(Map<String, Map<String, String>> facts, String subject) {
        return new BigDecimal(facts.getOrDefault(subject, Map.of()).getOrDefault("gc-mg-day", "NONE"));
    }
}
