package org.sapwood.data.xpt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sapwood.data.DataFormats;
import org.sapwood.data.Dataset;
import org.sapwood.data.ReadingRules;
import org.sapwood.data.Variable;
import org.sapwood.sap.Condition;

/** The CDISC pilot trial's analysis datasets, when somebody has put them beside the repository. */
class PilotTrialReferenceTest {

    private static final Path FOLDER = Path.of("..", "shared", "data", "cdiscpilot01");

    @BeforeAll
    static void dataAreThere() {
        assumeTrue(Files.isDirectory(FOLDER), "no CDISC pilot data beside the repository");
    }

    private static Dataset read(String name) {
        return DataFormats.read(FOLDER.resolve(name), name, ReadingRules.DEFAULT);
    }

    @Test
    void subjectLevelDataset() {
        Dataset adsl = read("adsl.xpt");
        assertThat(adsl.rows()).isEqualTo(254);
        assertThat(adsl.require("USUBJID").distinct()).hasSize(254);
        assertThat(adsl.require("TRT01P").distinct())
                .containsExactlyInAnyOrder("Placebo", "Xanomeline High Dose", "Xanomeline Low Dose");
        assertThat(adsl.select(new Condition.Is("TRT01P", "Placebo")).size()).isEqualTo(86);
        assertThat(adsl.require("TRTSDT").date(0)).isEqualTo(LocalDate.of(2014, 1, 2));
        assertThat(adsl.notes()).isEmpty();
    }

    @Test
    void adverseEventsAndTimes() {
        assertThat(read("adae.xpt").rows()).isEqualTo(1191);
        assertThat(read("adae.xpt").variables()).hasSize(55);
        assertThat(read("adtte.xpt").rows()).isEqualTo(254);
    }

    @Test
    void questionnaireOfTwelveThousandRecords() {
        Dataset adas = read("adadas.xpt");
        assertThat(adas.rows()).isEqualTo(12463);
        assertThat(adas.require("AVISITN").kind()).isEqualTo(Variable.Kind.NUMBER);
    }
}
