package org.sapwood.sap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sapwood.yaml.Complaints;

/** What plans may say about classes and repeated responders, and what is refused with which words. */
class ResponseReaderTest {
    private static final String CLASSES = "endpoint: tis-class, visit: WEEK 12";
    private static final String REPEATED =
            "visits: [WEEK 4, WEEK 8, WEEK 12], factors: [STRATGC], correlation: exchangeable";

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                CLASSES + ", factors: [STRATGC], pairs: [{test: il2, reference: placebo}]|" + CLASSES
                        + "|nothing is compared. Add \"pairs: [{test: …, reference: …}]\"; for one arm, classes-by-visit.",
                CLASSES + "|" + CLASSES + ", missing: lowest|lowest-class",
                REPEATED + "|visits: [WEEK 4, WEEK 8]|is at WEEK 4, WEEK 8, but its estimand is at WEEK 12",
                REPEATED + "|visits: [WEEK 12], correlation: unstructured|exchangeable",
            })
    void whatCannotBeMeantIsRefused(String from, String to, String words) throws IOException {
        String plan = Files.readString(Path.of("sap/nct05495321-dm.yaml"));
        assertThat(plan).contains(from);
        Path file = Files.writeString(folder.resolve("plan.yaml"), plan.replace(from, to));
        Complaints complaints = new Complaints();
        SapReader.read(file, "plan.yaml", complaints);
        assertThat(complaints.lines()).anySatisfy(line -> assertThat(line).contains(words));
    }
}
