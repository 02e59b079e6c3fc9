package org.sapwood.sap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sapwood.yaml.Complaints;

/** Every contradiction between an estimand and its data or analyses is refused with its reason and its remedy. */
class EstimandLintTest {
    private static final String SOUND = """
        study: {id: s, protocol: S-1, title: A study, cut-off: 2026-01-31}
        treatments:
          planned: TRT01P
          arms: {a: {label: A}, b: {label: B, reference: true}}
          contrast-until: WEEK 12
        data: {folder: ., subjects: adsl, datasets: {adsl: {file: adsl.csv}, adm: {file: adm.csv}, adice: {file: adice.csv}}}
        visits:
          variable: AVISIT
          schedule:
            BASELINE: {label: Baseline, week: 0, baseline: true}
            WEEK 12: {label: Week 12, week: 12}
            WEEK 24: {label: Week 24, week: 24}
        analysis-sets: {fas: {label: FAS, where: {FASFL: Y}}, pp: {label: PP, where: {FASFL: Y, PPROTFL: Y}}}
        intercurrent-events:
          rescue: {label: Rescue, dataset: adice, where: {ICETYPE: RESCUE}, day: ASTDY}
          stop: {label: Stop, dataset: adice, where: {ICETYPE: STOP}, day: ASTDY}
        endpoints:
          score: {label: Score, dataset: adm, where: {PARAMCD: S}}
          change: {label: Change, change-of: score}
          low: {label: Low, responder-on: score, at-most: 2}
        estimands:
          binary:
            label: Binary
            population: fas
            variable: low
            visit: WEEK 12
            treatment: {test: a, reference: b}
            intercurrent-events: {rescue: composite, stop: treatment-policy}
            missing: non-response
            summary: difference of proportions
          number:
            label: Number
            population: fas
            variable: change
            visit: WEEK 12
            treatment: {test: a, reference: b}
            intercurrent-events: {rescue: hypothetical, stop: treatment-policy}
            missing: left-out
            summary: difference of means
        analyses:
          r: {method: responders, estimand: binary, compare-by: [fisher]}
          m: {method: mmrm, estimand: number, endpoint: change, visits: [WEEK 12]}
        """;

    @TempDir
    Path folder;

    private String complaint(String from, String to) throws IOException {
        assertThat(SOUND).contains(from);
        Path file = folder.resolve("plan.yaml");
        Files.writeString(file, SOUND.replace(from, to));
        Complaints complaints = new Complaints();
        SapReader.read(file, "plan.yaml", complaints);
        return String.join("\n", complaints.lines());
    }

    @Test
    void aSoundPlanIsAccepted() throws IOException {
        assertThat(complaint("Binary", "Binary")).isEmpty();
    }

    @Test
    void everyDeclaredEventNeedsAStrategy() throws IOException {
        assertThat(complaint("{rescue: composite, stop: treatment-policy}", "{rescue: composite}"))
                .contains("estimand \"binary\" names no strategy for the intercurrent event \"stop\"")
                .contains("Add \"intercurrent-events: {stop: treatment-policy}\"")
                .hasLineCount(1);
    }

    @Test
    void treatmentPolicyMayNotDropRecordsOffTreatment() throws IOException {
        assertThat(complaint("where: {PARAMCD: S}", "where: {PARAMCD: S, ONTRTFL: Y}"))
                .contains("endpoint \"score\" drops what was measured off treatment (ONTRTFL)")
                .contains("Remove ONTRTFL")
                .contains("estimand \"binary\"")
                .contains("estimand \"number\"");
    }

    @Test
    void treatmentPolicyMayNotDropSubjectsByHowTreatmentWent() throws IOException {
        assertThat(complaint("label: Number\n    population: fas", "label: Number\n    population: pp"))
                .contains("estimand \"number\" treats events by treatment policy, but its population \"pp\"")
                .contains("(PPROTFL)")
                .hasLineCount(1);
    }

    @Test
    void aCompositeNumberNeedsTheValueOfFailure() throws IOException {
        assertThat(complaint("{rescue: hypothetical,", "{rescue: composite,"))
                .contains("\"change\" is analysed as a number and no value stands for failure")
                .contains("Add \"failure: 0\"")
                .hasLineCount(1);
        assertThat(complaint("{rescue: hypothetical,", "{rescue: composite,").lines())
                .hasSize(1);
        assertThat(complaint(
                        "intercurrent-events: {rescue: hypothetical,",
                        "failure: 0\n    intercurrent-events: {rescue: composite,"))
                .isEmpty();
    }

    @Test
    void aHypotheticalStrategySaysWhatStandsForTheValuesSetAside() throws IOException {
        assertThat(complaint("    missing: left-out\n", ""))
                .contains("a hypothetical strategy sets values aside")
                .contains("Add \"missing: left-out\"");
        assertThat(complaint(
                        "{rescue: composite, stop: treatment-policy}",
                        "{rescue: hypothetical, stop: treatment-policy}"))
                .contains("would count as non-response, which is the composite strategy")
                .hasLineCount(1);
    }

    @Test
    void aPrincipalStratumSaysWhoBelongsToIt() throws IOException {
        assertThat(complaint("{rescue: composite, stop:", "{rescue: principal-stratum, stop:"))
                .contains("names a principal stratum but not who belongs to it")
                .contains("principal-stratum: {VARIABLE: value}")
                .hasLineCount(1);
    }

    @Test
    void armsOnTheSameTreatmentAreNotContrasted() throws IOException {
        assertThat(complaint("variable: low\n    visit: WEEK 12", "variable: low\n    visit: WEEK 24"))
                .contains("estimand \"binary\" contrasts the arms at WEEK 24")
                .contains("the same treatment after WEEK 12")
                .hasLineCount(1);
        assertThat(complaint("visits: [WEEK 12]", "visits: [WEEK 12, WEEK 24]"))
                .contains("analysis \"m\" contrasts the arms at WEEK 24")
                .hasLineCount(1);
    }

    @Test
    void theVisitIsPartOfTheVariable() throws IOException {
        assertThat(complaint("variable: low\n    visit: WEEK 12", "variable: low"))
                .contains("estimand \"binary\" does not say at which visit its variable is taken")
                .contains("analysis \"r\" needs it")
                .hasLineCount(1);
    }

    @Test
    void aMissingAttributeIsNamed() throws IOException {
        assertThat(complaint("    summary: difference of means\n", "")).contains("summary");
        assertThat(complaint(
                        "    treatment: {test: a, reference: b}\n    intercurrent-events: {rescue: h",
                        "    intercurrent-events: {rescue: h"))
                .contains("names its contrast");
    }

    @Test
    void everyArmMayBeDescribedAndNoneCompared() throws IOException {
        assertThat(complaint(
                        "treatment: {test: a, reference: b}\n    intercurrent-events: {rescue: h",
                        "treatment: each-arm\n    intercurrent-events: {rescue: h"))
                .isEmpty();
        assertThat(complaint(
                        "treatment: {test: a, reference: b}\n    intercurrent-events: {rescue: h",
                        "treatment: each-arms\n    intercurrent-events: {rescue: h"))
                .contains("expected test and reference, or each-arm; found \"each-arms\"")
                .contains("each-arm")
                .hasLineCount(1);
    }

    @Test
    void anAnalysisIsOfWhatItsEstimandIsOf() throws IOException {
        assertThat(complaint("estimand: number, endpoint: change", "estimand: number, endpoint: score"))
                .contains("analysis \"m\" is of endpoint \"score\", but its estimand is of \"change\"")
                .hasLineCount(1);
        assertThat(complaint("{method: mmrm, estimand: number,", "{method: mmrm, set: pp, estimand: number,"))
                .contains("is of set \"pp\", but its estimand is of \"fas\"")
                .hasLineCount(1);
        assertThat(complaint(
                        "treatment: {test: a, reference: b}\n    intercurrent-events: {rescue: c",
                        "treatment: {test: a}\n    intercurrent-events: {rescue: c"))
                .contains("analysis \"r\" compares arms, but its estimand \"binary\" has no reference arm")
                .hasLineCount(1);
    }

    @Test
    void aNumberHasNoNonResponse() throws IOException {
        assertThat(complaint(
                        "{rescue: hypothetical, stop: treatment-policy}\n    missing: left-out",
                        "{rescue: treatment-policy, stop: treatment-policy}\n    missing: non-response"))
                .contains("for which its estimand's \"missing: non-response\" means nothing")
                .hasLineCount(1);
    }

    @Test
    void anImputedAnalysisIsHeldToItsEstimandToo() throws IOException {
        assertThat(complaint(
                        "{method: mmrm, estimand: number, endpoint: change, visits: [WEEK 12]}",
                        "{method: conditional-mean, estimand: number, endpoint: score, visits: [WEEK 12],"
                                + " imputation: {method: jump-to-reference}}"))
                .contains("analysis \"m\" is of endpoint \"score\", but its estimand is of \"change\"")
                .hasLineCount(1);
    }

    @Test
    void aMethodThatIgnoresEventsMayNotNameAnEstimand() throws IOException {
        assertThat(complaint(
                        "  m: {method: mmrm",
                        "  d: {method: describe, estimand: number, endpoints: [change], visits: [WEEK 12]}\n"
                                + "  m: {method: mmrm"))
                .contains("analysis \"d\" names an estimand, but its method takes values as they were recorded")
                .contains("Write \"set: …\"");
    }
}
