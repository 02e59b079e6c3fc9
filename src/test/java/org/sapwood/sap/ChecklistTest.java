package org.sapwood.sap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sapwood.yaml.Complaints;

class ChecklistTest {
    private static final Path DM = Path.of("sap/nct05495321-dm.yaml");

    @TempDir
    Path folder;

    /** The plans that promise to report everything. */
    static Stream<String> plansThatReportEverything() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("sap"))) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".yaml"))
                    .map(name -> name.replace(".yaml", ""))
                    .filter(name -> PlanTexts.shipped(name).conventions().everythingReported())
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("plansThatReportEverything")
    void noRowIsEmpty(String plan) {
        List<Checklist.Item> items = Checklist.of(PlanTexts.shipped(plan));
        assertThat(items).hasSizeGreaterThan(20);
        assertThat(items)
                .allSatisfy(item -> assertThat(item.displays()).as(item.label()).isNotEmpty());
    }

    @Test
    void aDisplayReportsWhatItsAnalysesAndTheirEndpointsAreMadeOf() {
        List<Checklist.Item> items = Checklist.of(PlanTexts.shipped("nct05495321-dm"));
        assertThat(displays(items, "Endpoint", "ck-limit"))
                .as("an input of the score of the primary endpoint")
                .contains("Table 14.2.1.1")
                .doesNotContain("Table 14.1.3");
        assertThat(displays(items, "Estimand", "primary")).contains("Table 14.2.1.1", "Figure 14.2.1.3");
        assertThat(displays(items, "Eligibility criterion", "E01")).containsExactly("Table 14.1.4", "Listing 16.2.2.2");
        assertThat(displays(items, "Dosing calendar", "open")).containsExactly("Table 14.3.0.1", "Listing 16.2.5.1");
        assertThat(displays(items, "Intercurrent event", "rescue"))
                .contains("Table 14.2.1.1")
                .doesNotContain("Table 14.1.5");
    }

    private static List<String> displays(List<Checklist.Item> items, String kind, String id) {
        return items.stream()
                .filter(item -> item.kind().equals(kind) && item.id().equals(id))
                .map(Checklist.Item::displays)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatNoDisplayReportsIsRefusedWhereThePlanAsksForIt() throws IOException {
        String plan = Files.readString(DM);
        String orphan = "  doi-again: {label: Improvement again, responder-on: doi, at-least: 1}\n\nestimands:\n";
        assertThat(complaints(plan.replaceFirst("\nestimands:\n", orphan)))
                .contains("no display reports endpoint \"doi-again\" (Improvement again)");
        assertThat(complaints(plan.replaceFirst("\nestimands:\n", orphan)
                        .replace("unreported: refused", "unreported: allowed")))
                .isEmpty();
    }

    private String complaints(String plan) throws IOException {
        Complaints complaints = new Complaints();
        SapReader.read(Files.writeString(folder.resolve("plan.yaml"), plan), "plan.yaml", complaints);
        return complaints.toString();
    }
}
