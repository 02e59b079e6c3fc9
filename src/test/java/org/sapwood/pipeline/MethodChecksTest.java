package org.sapwood.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sapwood.sap.Sap;
import org.sapwood.sap.SapReader;
import org.sapwood.yaml.Complaints;

/** A method for another kind of values than its endpoint has is refused before any data are read. */
class MethodChecksTest {
    private static final String PLAN = """
        study: {id: small, protocol: P1, title: Small, cut-off: 2026-01-31, synthetic: true, seed: 7}
        treatments:
          planned: TRT
          arms:
            active: {label: Active, value: A}
            placebo: {label: Placebo, value: P, reference: true}
        data:
          folder: .
          subjects: adsl
          datasets: {adsl: {file: adsl.csv}, adqs: {file: adqs.csv}, adtte: {file: adtte.csv}}
        visits:
          variable: AVISIT
          schedule:
            BASELINE: {label: Baseline, week: 0, baseline: true}
            WEEK 4: {label: Week 4, week: 4}
        analysis-sets: {all: {label: All}}
        endpoints:
          score: {label: Score, dataset: adqs}
          change: {label: Change, change-of: score}
          low: {label: Low, responder-on: score, at-most: 2}
          class: {label: Class, classes-of: score, classes: [{label: Low}, {label: High, at-least: 3}]}
          onset: {label: Onset, first-time: low}
        estimands:
          of-low: {label: E, population: all, variable: low, visit: WEEK 4, treatment: {test: active, reference: placebo}, missing: non-response, summary: s}
          of-change: {label: E, population: all, variable: change, visit: WEEK 4, treatment: {test: active, reference: placebo}, summary: s}
        analyses:
          a: %s
        displays: {}
        """;

    @TempDir
    private Path folder;

    private List<String> complaints(String analysis) throws IOException {
        Path file = Files.writeString(folder.resolve("plan.yaml"), PLAN.formatted(analysis));
        Complaints complaints = new Complaints();
        Sap sap = SapReader.read(file, "plan.yaml", complaints)
                .orElseThrow(() -> new AssertionError(complaints.lines().toString()));
        MethodChecks.plan(sap, complaints);
        return complaints.lines();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {method: classes-by-visit, set: all, endpoint: score, visits: [WEEK 4]} | needs classes; endpoint "score" is none. Add an endpoint with "classes-of: score"
        {method: kaplan-meier, set: all, endpoint: low, at-risk: [0]}           | needs a time to an event; endpoint "low" is none
        {method: responders, estimand: of-change, compare-by: [fisher]}         | needs a yes or no; endpoint "change" is none. Add an endpoint with "responder-on: change"
        {method: tipping-point, estimand: of-change}                            | needs a yes or no; endpoint "change" is none
        {method: paired-responders, set: all, endpoint: change, visits: [BASELINE, WEEK 4]} | needs a yes or no; endpoint "change" is none
        {method: describe, set: all, endpoints: [score, class], visits: [WEEK 4]} | needs a number by visit; endpoint "class" is none
        {method: describe, set: all, endpoints: [onset], visits: [WEEK 4]}      | needs a number by visit; endpoint "onset" is none
        {method: within-arm, set: all, endpoint: onset, visits: [WEEK 4]}       | needs a number by visit; endpoint "onset" is none
        {method: compare-at-visit, set: all, endpoint: class, visit: WEEK 4, test: [welch], pairs: [{test: active, reference: placebo}]} | needs a number by visit; endpoint "class" is none
        {method: ancova, set: all, endpoint: onset, visit: WEEK 4, pairs: [{test: active, reference: placebo}]} | needs a number by visit; endpoint "onset" is none
        {method: compare-classes, set: all, endpoint: score, visit: WEEK 4, pairs: [{test: active, reference: placebo}]} | needs classes; endpoint "score" is none
        {method: correlations, set: all, endpoints: [score], with: onset, visit: WEEK 4} | needs a number by visit; endpoint "onset" is none
        {method: repeated-responders, estimand: of-change, visits: [WEEK 4]}    | needs a yes or no; endpoint "change" is none
        {method: mmrm, set: all, endpoint: class, visits: [WEEK 4]}             | needs a number by visit; endpoint "class" is none
        {method: multiple-imputation, set: all, endpoint: class, visits: [WEEK 4], imputation: {method: monotone, number: 5}} | needs a number by visit; endpoint "class" is none
        """)
    void anotherKindOfValuesIsRefused(String analysis, String complaint) throws IOException {
        assertThat(complaints(analysis))
                .singleElement()
                .asString()
                .startsWith("plan.yaml:27 analyses.a: analysis \"a\" " + complaint);
    }

    @Test
    void theRightKindsAreAccepted() throws IOException {
        for (String analysis : List.of(
                "{method: classes-by-visit, set: all, endpoint: class, visits: [WEEK 4]}",
                "{method: kaplan-meier, set: all, endpoint: onset, at-risk: [0]}",
                "{method: responders, estimand: of-low, compare-by: [fisher]}",
                "{method: paired-responders, set: all, endpoint: low, visits: [BASELINE, WEEK 4]}",
                "{method: paired-responders, set: all, endpoint: score, visits: [BASELINE, WEEK 4]}",
                "{method: describe, set: all, endpoints: [score, change, low], visits: [WEEK 4]}",
                "{method: mmrm, set: all, endpoint: change, visits: [WEEK 4]}")) {
            assertThat(complaints(analysis)).as(analysis).isEmpty();
        }
    }
}
