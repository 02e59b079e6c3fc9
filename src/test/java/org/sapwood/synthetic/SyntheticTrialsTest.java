package org.sapwood.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SyntheticTrialsTest {

    @Test
    void protocolsAreUnique() {
        assertThat(SyntheticTrials.protocols()).doesNotHaveDuplicates();
        assertThat(SyntheticTrials.of("NCT00000000")).isEmpty();
    }

    @Test
    void everyFolderSaysItIsSynthetic(@TempDir Path folder) throws IOException {
        for (TrialGenerator trial : SyntheticTrials.all()) {
            Path out = folder.resolve(trial.protocol());
            trial.generate(trial.subjects(), 4, out);
            assertThat(out.resolve("README.md"))
                    .content()
                    .startsWith("# SYNTHETIC DATA")
                    .contains("seed 4");
            assertThat(out.resolve("adsl.csv")).content().contains(trial.protocol());
            assertThat(Files.size(out.resolve("adsl.csv"))).isPositive();
        }
    }
}
