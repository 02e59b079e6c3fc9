package org.sapwood.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sapwood.display.TableModel;

/** Published numbers beside reproduced ones, on a copy of the shipped plan with numbers that nobody published. */
class PublishedTableTest {
    private static final String NUMBERS = """

        published:
          randomised: {label: Subjects randomised, source: Paper, value: 240, result: screen-failures/overall/Randomised/n}
          share: {label: Share randomised, source: Paper, value: 74.1%, result: screen-failures/overall/Randomised/percent}
          excluded: {label: Subjects excluded, source: Paper, value: 83, result: screen-failures/overall/Excluded/n}
          treg: {label: Regulatory T cells, source: Registry, value: "0.009", cannot: The number of pairs is not given}

        displays:
          t-published: {number: Table 14.5.1, title: Published and Reproduced, set: screened, from-plan: published}
        """;

    @TempDir
    Path folder;

    private InventedTrial trial() throws IOException {
        return InventedTrial.copiedTo(folder)
                .editPlan("\ndisplays:\n", NUMBERS)
                .editPlan("unreported: refused", "unreported: allowed");
    }

    @Test
    void eachNumberHasItsVerdict() throws IOException {
        Pipeline.Assembled assembled = Pipeline.assemble(trial().request("t-published"));
        TableModel table = (TableModel) assembled.report().displays().get(0);
        assertThat(table.rows().stream()
                        .filter(row -> row.kind() == TableModel.Kind.BODY)
                        .map(row -> row.label() + " | " + row.cells().get(0).text() + " | "
                                + row.cells().get(1).text() + " | "
                                + row.cells().get(2).text()))
                .containsExactly(
                        "Subjects randomised | 240 | 240 | Agrees to the printed digits",
                        "Share randomised | 74.1% | 74.1% | Agrees to the printed digits",
                        "Subjects excluded | 83 | 84 | Differs",
                        "Regulatory T cells | 0.009 | – | Cannot be reproduced: The number of pairs is not given");
    }

    @Test
    void anAddressWithoutResultIsRefused() throws IOException {
        InventedTrial trial = trial().editPlan("overall/Randomised/percent", "overall/Randomized/percent");
        assertThatThrownBy(() -> Pipeline.assemble(trial.request("t-published")))
                .hasMessageContaining("no result \"screen-failures/overall/Randomized/percent\"")
                .hasMessageContaining("Did you mean \"screen-failures/overall/Randomised/percent\"?");
    }
}
