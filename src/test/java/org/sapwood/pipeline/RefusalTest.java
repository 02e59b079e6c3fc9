package org.sapwood.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bad input gets one clear line, its exit code, and publishes nothing. */
class RefusalTest {
    @TempDir
    Path folder;

    private InventedTrial trial;

    @BeforeEach
    void copy() throws IOException {
        trial = InventedTrial.copiedTo(folder);
    }

    private String refusal(ExitCode code) {
        return refusal(code, "t-sets");
    }

    private String refusal(ExitCode code, String display) {
        Refused refused = catchThrowableOfType(Refused.class, () -> trial.run(display));
        assertThat(refused).as("the run is refused").isNotNull();
        assertThat(refused.exitCode()).isEqualTo(code);
        assertThat(refused.lines()).hasSize(1);
        assertThat(trial.out()).doesNotExist();
        return refused.lines().get(0);
    }

    @Test
    void aMisspeltFieldIsNamedWithItsLineAndTheNearestField() throws IOException {
        trial.editPlan("responder-on: tis, at-least: 20}", "responder-on: tis, at-lest: 20}");
        assertThat(refusal(ExitCode.PLAN_REJECTED))
                .contains("plan.yaml:")
                .contains("endpoints.tis20: no field named \"at-lest\"")
                .contains("Did you mean \"at-least\"?");
    }

    @Test
    void aMisspeltFormOfAnEndpointIsOneComplaint() throws IOException {
        trial.editPlan("change-of: cdasi-activity}", "chnage-of: cdasi-activity}");
        assertThat(refusal(ExitCode.PLAN_REJECTED))
                .contains("endpoints.cdasi-change")
                .contains("no field named \"chnage-of\". Did you mean \"change-of\"?");
    }

    @Test
    void anUnknownMethodIsNamedWithTheKnownOnes() throws IOException {
        trial.editPlan("cdasi-mmrm:\n    method: mmrm", "cdasi-mmrm:\n    method: mmrmm");
        assertThat(refusal(ExitCode.PLAN_REJECTED))
                .contains("analyses.cdasi-mmrm.method: no method named \"mmrmm\"")
                .contains("Known: ")
                .contains("Did you mean \"mmrm\"?");
    }

    @Test
    void aMissingColumnIsNamedWithWhatNeedsIt() throws IOException {
        trial.edit("adsl.csv", text -> InventedTrial.replaceOnce(text, "FASFL", "FASFG"));
        assertThat(refusal(ExitCode.DATA_REJECTED))
                .contains("adsl.csv: no variable \"FASFL\"; needed by analysis set \"fas\" and ")
                .contains("Did you mean \"FASFG\"?");
    }

    @Test
    void aLabelOfAnAbsentVariableIsNamed() throws IOException {
        trial.editPlan("STRATSITE: site}", "STRATSIDE: site}");
        assertThat(refusal(ExitCode.DATA_REJECTED))
                .contains("adsl.csv: no variable \"STRATSIDE\"; needed by the labels in ")
                .contains("Did you mean \"STRATSITE\"?");
    }

    @Test
    void lanesWithoutTheirVariablesOrEventsAreRefused() throws IOException {
        trial.editPlan("lanes: {events: [rescue, ", "lanes: {events: [rescues, ");
        assertThat(refusal(ExitCode.PLAN_REJECTED))
                .contains("displays.f-lanes.lanes.events")
                .contains("Did you mean \"rescue\"?");
    }

    @Test
    void lanesNeedAStudyDay() throws IOException {
        trial.editPlan("treated-until: TRTDURD, until: EOSDY", "treated-until: TRTDURD, until: EOSSTT");
        assertThat(refusal(ExitCode.DATA_REJECTED))
                .contains("adsl.csv: variable EOSSTT, needed by display \"f-lanes\", holds no numbers");
    }

    @Test
    void aSubjectTwiceIsNamed() throws IOException {
        trial.edit("adsl.csv", text -> text + text.lines().skip(1).findFirst().orElseThrow() + "\n");
        assertThat(refusal(ExitCode.DATA_REJECTED)).contains("adsl.csv").contains("NCT05495321-07-0001");
    }

    @Test
    void aValueOutsideItsInstrumentIsNamedWithTheRange() throws IOException {
        trial.edit("adcsm.csv", text -> text.replaceFirst("(PATGLOB,[^\n]*?,WEEK 12,12,[^,]*,[^,]*,)[0-9.]+", "$180"));
        assertThat(refusal(ExitCode.DATA_REJECTED))
                .contains("adcsm.csv")
                .contains("patient global VAS (cm)")
                .contains("80")
                .contains("10");
    }

    @Test
    void anEmptyFileIsRefused() throws IOException {
        trial.edit("adae.csv", text -> "");
        assertThat(refusal(ExitCode.DATA_REJECTED)).contains("adae.csv").contains("empty");
    }

    @Test
    void aFileWithoutRecordsIsRefused() throws IOException {
        trial.edit("adae.csv", text -> text.lines().findFirst().orElseThrow() + "\n");
        assertThat(refusal(ExitCode.DATA_REJECTED)).contains("adae.csv").contains("record");
    }

    @Test
    void aMissingFileIsNamed() throws IOException {
        Files.delete(trial.data().resolve("adice.csv"));
        assertThat(refusal(ExitCode.DATA_REJECTED)).contains("adice.csv");
    }

    @Test
    void anIntercurrentEventWithoutADayIsRefused() throws IOException {
        trial.edit("adice.csv", text -> InventedTrial.replaceOnce(text, "2022-12-18,78,", "2022-12-18,,"));
        assertThat(refusal(ExitCode.DATA_REJECTED, "t-primary"))
                .contains("adice.csv")
                .contains("line 2")
                .contains("\"rescue\" of NCT05495321-01-0002 has no ASTDY");
    }

    @Test
    void aTagIsUnsafe() throws IOException {
        trial.editPlan("protocol: NCT05495321", "protocol: !!java.io.File NCT05495321");
        assertThat(refusal(ExitCode.UNSAFE_INPUT)).contains("plan.yaml:");
    }

    @Test
    void anEarlierPackageStaysWhole() throws IOException {
        trial.run("t-sets");
        byte[] before = Files.readAllBytes(trial.out().resolve("manifest.json"));
        trial.edit("adsl.csv", text -> text + text.lines().skip(1).findFirst().orElseThrow() + "\n");
        Refused refused = catchThrowableOfType(Refused.class, () -> trial.run("t-sets"));
        assertThat(refused.exitCode()).isEqualTo(ExitCode.DATA_REJECTED);
        assertThat(Files.readAllBytes(trial.out().resolve("manifest.json"))).isEqualTo(before);
    }

    @Test
    void aFlowThatLosesASubjectWithoutReasonIsRefused() throws IOException {
        trial.editPlan("          Malignancy: {SCRNFRS: MALIGNANCY}\n", "");
        Refused refused = catchThrowableOfType(Refused.class, () -> trial.run("f-consort"));
        assertThat(refused.exitCode()).isEqualTo(ExitCode.DATA_REJECTED);
        assertThat(refused.lines().get(0)).contains("5 subjects leave stage \"screened\" without a listed reason");
        assertThat(trial.out()).doesNotExist();
    }
}
