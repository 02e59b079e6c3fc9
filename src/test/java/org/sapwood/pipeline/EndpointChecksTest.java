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
import org.sapwood.endpoint.SmallTrial;
import org.sapwood.sap.Sap;
import org.sapwood.sap.SapReader;
import org.sapwood.yaml.Complaints;

/** What a plan may not say about its endpoints. */
class EndpointChecksTest {
    private static final SmallTrial TRIAL = new SmallTrial().with("adqs", "USUBJID,AVISIT,PARAMCD,AVAL\n");

    @TempDir
    private Path folder;

    private List<String> complaints(String endpoints) throws IOException {
        Path file = Files.writeString(folder.resolve("plan.yaml"), TRIAL.plan(endpoints));
        Complaints complaints = new Complaints();
        Sap sap = SapReader.read(file, "plan.yaml", complaints).orElse(null);
        if (sap != null) {
            EndpointChecks.plan(sap, complaints);
        }
        return complaints.lines();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        instrument: patglob-cm, range: [0, 80]       | patient global: expected 0 to 10 cm in steps of 0.1, the plan declares 0 to 80 (registry text A1
        instrument: haq-di, better: higher           | HAQ-DI: lower is better, the plan declares higher is better (registry text A2
        instrument: mmt8-150, range: [0, 80]         | MMT-8, both sides: expected 0 to 150 in steps of 1, the plan declares 0 to 80 (registry text A3
        instrument: cdasi-activity, range: [0, 32]   | CDASI activity: expected 0 to 100 in steps of 1, the plan declares 0 to 32 (registry text A4
        instrument: haqdi                            | no instrument named "haqdi". Known: vas-cm
        """)
    void registryErrorsAreRefusedWithTheReason(String declared, String complaint) throws IOException {
        assertThat(complaints("x: {label: X, dataset: adqs, " + declared + "}\n"))
                .singleElement()
                .asString()
                .contains(complaint);
    }

    @Test
    void whatTheDictionarySaysIsAccepted() throws IOException {
        assertThat(complaints("""
            x: {label: X, dataset: adqs, instrument: patglob-cm, range: [0, 10], better: lower}
            y: {label: Y, dataset: adqs, instrument: mmt8-150, range: [0, 150], better: higher}
            """)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {label: Y, all-of: [score]}                | endpoint "y" needs a yes or no; "score" is none
        {label: Y, sustained: score}               | endpoint "y" needs a yes or no; "score" is none
        {label: Y, first-time: score}              | endpoint "y" needs a yes or no; "score" is none
        {label: Y, best: x}                        | nothing says which way "x" is better
        {label: Y, responder-on: x, improved-by: 4} | nothing says which way "x" is better
        {label: Y, responder-on: x, improved-by: 4, at-least: 1} | a responder reaches a value or moves by an amount
        {label: Y, responder-on: x}                | a responder needs a threshold
        {label: Y, change-of: time}                | endpoint "y" needs values by visit; "time" is a time to an event
        {label: Y, logarithm-of: score, below-limit: half} | "below-limit" needs a recorded endpoint
        {label: Y, rule: pmr-flare, inputs: {pmr: x}} | rule "pmr-flare" has no input "pmr"
        {label: Y, rule: pmr-flare, inputs: {pmr-as: x}, settings: {limits: open}} | setting "limits": "open" is not one of: inclusive, exclusive
        {label: Y, rule: pmr-flare}                | a rule needs its inputs
        {label: Y, any-of: [y]}                    | endpoint "y" is derived from itself: y uses y
        {label: Y, area-under: x, visits: [WEEK 4]} | an area needs at least two visits
        {label: Y, ratio-of: [x]}                  | expected [numerator, denominator]
        {label: Y, ever: x, visits: [WEEK 5]}      | no visit named "WEEK 5"
        """)
    void compositionsFitTheirParts(String endpoint, String complaint) throws IOException {
        List<String> lines = complaints("""
            x: {label: X, dataset: adqs}
            yes: {label: Yes, responder-on: x, at-least: 1}
            score: {label: Score, change-of: x}
            time: {label: Time, first-time: yes}
            y: %s
            """.formatted(endpoint));
        assertThat(lines).anySatisfy(line -> assertThat(line).contains(complaint));
    }

    @Test
    void oneTrialHasOneScale() throws IOException {
        String inputs = "physician-global: p, patient-global: q, mmt: m, haq-di: h, extramuscular-global: e";
        assertThat(complaints("""
            p: {label: P, dataset: adqs, instrument: phyglob-cm}
            q: {label: Q, dataset: adqs, instrument: patglob-mm}
            m: {label: M, dataset: adqs, instrument: mmt8-80}
            h: {label: H, dataset: adqs, instrument: haq-di}
            e: {label: E, dataset: adqs}
            tis: {label: TIS, rule: total-improvement-score, inputs: {%s}}
            """.formatted(inputs)))
                .satisfiesExactly(
                        line -> assertThat(line)
                                .contains("\"q\" is recorded in mm")
                                .contains("has analogue-scale cm"),
                        line -> assertThat(line)
                                .contains("\"m\" is MMT-8, one side")
                                .contains("has mmt-maximum 150"));
    }
}
