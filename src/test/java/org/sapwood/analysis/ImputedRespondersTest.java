package org.sapwood.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.sapwood.analysis.SmallStudy.arm;
import static org.sapwood.analysis.SmallStudy.comparison;
import static org.sapwood.analysis.SmallStudy.number;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sapwood.result.ResultKey;
import org.sapwood.result.ResultRow;
import org.sapwood.result.ResultSet;

/**
 * Responders after imputation of what they are made from. Everybody begins near 5; the first arm ends near 10, the second
 * near 5, so that whom the model draws from is beyond doubt.
 */
class ImputedRespondersTest {
    private static final int PER_ARM = 20;
    private static final ResultKey DIFFERENCE = comparison("i", "a", "b").withParameter("imputed");

    @TempDir
    Path folder;

    private final List<String> subjects = new ArrayList<>();
    private final List<String> values = new ArrayList<>();
    private final List<String> events = new ArrayList<>(List.of("Z,999"));

    ImputedRespondersTest() {
        Random random = new Random(1);
        for (int i = 0; i < 2 * PER_ARM; i++) {
            boolean first = i < PER_ARM;
            String id = (first ? "A" : "B") + i % PER_ARM;
            subjects.add(id + (first ? ",A" : ",B"));
            values.add(id + ",BASELINE," + (45 + random.nextInt(10)) / 10.0);
            values.add(id + ",WEEK 12," + ((first ? 100 : 50) + random.nextInt(9)) / 10.0);
        }
    }

    private ResultSet results() {
        return new SmallStudy(folder)
                .arms("a: {label: A}", "b: {label: B, reference: true}")
                .dataset("adsl", "USUBJID,TRT01P\n" + String.join("\n", subjects) + "\nZ,B\n")
                .dataset("adm", "USUBJID,AVISIT,AVAL\n" + String.join("\n", values) + "\n")
                .dataset("adice", "USUBJID,ASTDY\n" + String.join("\n", events) + "\n")
                .plan("""
                        analysis-sets: {all: {label: All}}
                        intercurrent-events: {rescue: {label: Rescue, dataset: adice, day: ASTDY}}
                        endpoints:
                          x: {label: X, dataset: adm}
                          change: {label: Change, change-of: x}
                          risen: {label: Risen, responder-on: change, at-least: 2.5}
                        estimands:
                          e: {label: E, population: all, variable: risen, visit: WEEK 12, treatment: {test: a, reference: b}, intercurrent-events: {rescue: composite}, missing: non-response, summary: s}
                        analyses:
                          i: {method: imputed-responders, estimand: e, components: [x], visits: [WEEK 12], imputation: {number: 20, seed: 3}}
                        """)
                .results();
    }

    private void lose(String subject, String visit) {
        assertThat(values.removeIf(line -> line.startsWith(subject + "," + visit + ",")))
                .isTrue();
    }

    @Test
    void whereNothingIsMissingTheDifferenceIsThatOfTheTable() {
        values.replaceAll(line -> line.startsWith("A0,WEEK 12") ? "A0,WEEK 12,5.1" : line);
        ResultSet results = results();
        // 19 of 20 against 0 of 21, Z having no value at all
        assertThat(number(results, DIFFERENCE, "estimate")).isCloseTo(0.95, within(1e-12));
        assertThat(number(results, DIFFERENCE, "se")).isCloseTo(Math.sqrt(0.95 * 0.05 / 20), within(1e-12));
        assertThat(number(results, DIFFERENCE, "missing_information")).isZero();
        assertThat(number(results, arm("i", "a").withParameter("imputed"), "imputed"))
                .isZero();
        assertThat(number(results, arm("i", "b").withParameter("imputed"), "big_n"))
                .isEqualTo(21);
    }

    @Test
    void missingMeasuresAreDrawnFromTheSubjectsLikeThem() {
        values.replaceAll(line -> line.startsWith("A0,WEEK 12") ? "A0,WEEK 12,5.1" : line);
        lose("A1", "WEEK 12");
        lose("B1", "WEEK 12");
        ResultSet results = results();
        assertThat(number(results, arm("i", "a").withParameter("imputed"), "imputed"))
                .isEqualTo(1);
        // most donors of A1 have risen, none of B1's has
        assertThat(number(results, arm("i", "a").withParameter("imputed"), "proportion"))
                .isBetween(18.5 / 20, 19.0 / 20);
        assertThat(number(results, arm("i", "b").withParameter("imputed"), "proportion"))
                .isZero();
    }

    @Test
    void anEventThatDecidesIsNotImputedAway() {
        values.replaceAll(line -> line.startsWith("A0,WEEK 12") ? "A0,WEEK 12,5.1" : line);
        lose("A1", "WEEK 12");
        events.add("A1,30");
        ResultSet results = results();
        assertThat(number(results, arm("i", "a").withParameter("imputed"), "imputed"))
                .isZero();
        assertThat(number(results, arm("i", "a").withParameter("imputed"), "proportion"))
                .isCloseTo(18.0 / 20, within(1e-12));
    }

    @Test
    void whatWasNeverMeasuredIsNotDrawn() {
        values.replaceAll(line -> line.startsWith("A0,WEEK 12") ? "A0,WEEK 12,5.1" : line);
        lose("A1", "BASELINE");
        lose("A1", "WEEK 12");
        ResultSet results = results();
        assertThat(number(results, arm("i", "a").withParameter("imputed"), "proportion"))
                .isCloseTo(18.0 / 20, within(1e-12));
    }

    @Test
    void theOrderOfRecordsChangesNoDigit() {
        values.replaceAll(line -> line.startsWith("A0,WEEK 12") ? "A0,WEEK 12,5.1" : line);
        for (String id : List.of("A1", "A2", "A3", "B4", "B5")) {
            lose(id, "WEEK 12");
        }
        List<String> before = printed(results());
        Collections.reverse(subjects);
        Collections.shuffle(values, new Random(5));
        assertThat(printed(results())).isEqualTo(before);
    }

    private static List<String> printed(ResultSet results) {
        return results.of("i").stream()
                .map(ResultRow::value)
                .map(Object::toString)
                .toList();
    }
}
