package org.sapwood.synthetic.pilot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sapwood.synthetic.fitting.PublishedSummaries.medianAndQuartiles;
import static org.sapwood.synthetic.fitting.PublishedSummaries.printed;
import static org.sapwood.synthetic.fitting.PublishedSummaries.signedRank;
import static org.sapwood.synthetic.fitting.PublishedSummaries.values;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sapwood.data.Dataset;
import org.sapwood.sap.Condition.Is;
import org.sapwood.synthetic.chart.Chart;

class PilotTrialTest {
    private static final Chart FIXTURE = new Chart(Path.of("fixtures", "nct04062019-iim-pilot"));

    private static List<String> treated;

    @BeforeAll
    static void read() {
        treated = FIXTURE.subjects("FASFL", "Y");
    }

    @Test
    void eighteenWereTreated() {
        assertThat(treated).hasSize(18);
    }

    @Test
    void skinActivityIsAsPublished() {
        Dataset scores = FIXTURE.read("adqs");
        Map<String, Double> before = values(scores, "CDASIA", "BASELINE", treated);
        Map<String, Double> after = values(scores, "CDASIA", "WEEK 12", treated);
        assertThat(medianAndQuartiles(before.values())).isEqualTo("7 (4.5, 13)");
        assertThat(medianAndQuartiles(after.values())).isEqualTo("2 (0, 7)");
        assertThat(signedRank(before, after)).isLessThan(0.001);
    }

    @Test
    void regulatoryCellsAreAsPublished() {
        Dataset laboratory = FIXTURE.read("adlb");
        Map<String, Double> before = values(laboratory, "TREGCD4", "BASELINE", treated);
        Map<String, Double> after = values(laboratory, "TREGCD4", "WEEK 12", treated);
        assertThat(before).hasSameSizeAs(after).hasSize(12);
        assertThat(medianAndQuartiles(before.values())).isEqualTo("8.97 (5.77, 9.89)");
        assertThat(medianAndQuartiles(after.values())).isEqualTo("15.2 (10.4, 17.3)");
        assertThat(printed(signedRank(before, after))).isEqualTo("0.009");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PHYGLOB", "PATGLOB", "MMT8", "HAQDI", "EMGLOB"})
    void coreSetMeasuresImproved(String measure) {
        Dataset scores = FIXTURE.read("adqs");
        Map<String, Double> before = values(scores, measure, "BASELINE", treated);
        Map<String, Double> after = values(scores, measure, "WEEK 12", treated);
        double change = after.keySet().stream()
                .mapToDouble(subject -> after.get(subject) - before.get(subject))
                .sum();
        assertThat(after).hasSize(18);
        assertThat(measure.equals("MMT8") ? change : -change).isPositive();
        assertThat(signedRank(before, after)).isLessThan(0.001);
    }

    @Test
    void noEventIsSerious() {
        Dataset events = FIXTURE.read("adae");
        assertThat(events.rows()).isPositive();
        assertThat(events.select(new Is("AESER", "Y")).isEmpty()).isTrue();
    }

    @Test
    void anySeedKeepsThePublishedSummaries(@TempDir Path other) throws IOException {
        new PilotTrial().generate(18, 77, other);
        Chart chart = new Chart(other);
        Dataset laboratory = chart.read("adlb");
        List<String> subjects = chart.subjects("FASFL", "Y");
        Map<String, Double> before = values(laboratory, "TREGCD4", "BASELINE", subjects);
        Map<String, Double> after = values(laboratory, "TREGCD4", "WEEK 12", subjects);
        assertThat(printed(signedRank(before, after))).isEqualTo("0.009");
        assertThat(before).isNotEqualTo(values(FIXTURE.read("adlb"), "TREGCD4", "BASELINE", treated));
    }
}
