package org.sapwood.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Notes to readers call the variables of a model by the plan's labels. */
class NotesInWordsTest {

    @ParameterizedTest
    @ValueSource(strings = {"Table 14.2.1.5", "Table 14.2.2.2", "Table 14.2.2.3"})
    void aModelNamesItsFactorsInWords(String display) {
        List<String> notes = Pipeline.assemble(new Pipeline.Request(
                        Path.of("sap/nct05495321-dm.yaml"), Optional.empty(), Optional.empty(), List.of(display)))
                .report()
                .displays()
                .stream()
                .flatMap(only -> only.notes().stream())
                .map(note -> note.text())
                .toList();
        assertThat(notes).anyMatch(note -> note.contains("glucocorticoid dose (<10, ≥10 mg/day)"));
        assertThat(notes).noneMatch(note -> note.contains("STRATGC"));
    }
}
