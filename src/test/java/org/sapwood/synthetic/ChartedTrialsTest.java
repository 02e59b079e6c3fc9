package org.sapwood.synthetic;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sapwood.synthetic.chart.Chart;
import org.sapwood.synthetic.lupus.LupusTrial;
import org.sapwood.synthetic.myositis.MyositisTrial;
import org.sapwood.synthetic.pilot.PilotTrial;
import org.sapwood.synthetic.polymyalgia.PolymyalgiaTrial;

/** What must hold of every invented trial that has the nine datasets of a chart. */
class ChartedTrialsTest {

    /** The trials, with the folder, the size and the seed of the committed datasets. */
    enum Charted {
        PILOT(new PilotTrial(), "nct04062019-iim-pilot", 18, 1),
        MYOSITIS(new MyositisTrial(), "nct04237987-iim", 20, 39),
        POLYMYALGIA(new PolymyalgiaTrial(), "nct04062006-pmr", 15, 31),
        LUPUS(new LupusTrial(), "nct02465580-sle", 60, 4);

        private final TrialGenerator generator;
        private final String fixture;
        private final int subjects;
        private final long seed;

        Charted(TrialGenerator generator, String fixture, int subjects, long seed) {
            this.generator = generator;
            this.fixture = fixture;
            this.subjects = subjects;
            this.seed = seed;
        }

        private Chart committed() {
            return new Chart(Path.of("fixtures", fixture));
        }

        private Chart generated(int size, Path folder) throws IOException {
            generator.generate(size, 5, folder);
            return new Chart(folder);
        }
    }

    @ParameterizedTest
    @EnumSource
    void committedFixtureIsWhatItsReadmeSays(Charted trial, @TempDir Path again) throws IOException {
        trial.generator.generate(trial.subjects, trial.seed, again);
        trial.committed().assertSameAs(again);
    }

    @ParameterizedTest
    @EnumSource
    void committedDatasetsFitTogether(Charted trial) {
        trial.committed().assertFitsTogether();
    }

    @ParameterizedTest
    @EnumSource(names = {"MYOSITIS", "POLYMYALGIA"})
    void datasetsOfALargerTrialFitTogether(Charted trial, @TempDir Path larger) throws IOException {
        trial.generated(60, larger).assertFitsTogether();
    }

    @ParameterizedTest
    @EnumSource(names = {"MYOSITIS", "POLYMYALGIA"})
    void moreSubjectsLeaveTheEarlierOnesAsTheyWere(Charted trial, @TempDir Path folder) throws IOException {
        Path smaller = folder.resolve("smaller");
        trial.generator.generate(40, 5, smaller);
        trial.generated(60, folder.resolve("larger")).assertContinues(smaller);
    }

    @ParameterizedTest
    @EnumSource
    void refusesATrialWithoutSubjects(Charted trial, @TempDir Path none) {
        assertThatThrownBy(() -> trial.generator.generate(0, 1, none))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("found 0");
    }

    @ParameterizedTest
    @EnumSource(names = {"PILOT", "LUPUS"})
    void publishedSummariesHoldForOneSizeOnly(Charted trial, @TempDir Path none) {
        assertThatThrownBy(() -> trial.generator.generate(trial.subjects + 1, 1, none))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected " + trial.subjects);
    }
}
