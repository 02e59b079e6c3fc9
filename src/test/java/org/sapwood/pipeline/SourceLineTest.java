package org.sapwood.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sapwood.display.SourceLine;

/** A display names the datasets its numbers come from, all of them and no other. */
class SourceLineTest {

    private static String source(String plan, String display) {
        return Pipeline.assemble(
                        new Pipeline.Request(Path.of(plan), Optional.empty(), Optional.empty(), List.of(display)))
                .report()
                .displays()
                .stream()
                .map(only -> only.source())
                .map(SourceLine::text)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aListingByVisitNamesTheDatasetsOfItsColumns() {
        assertThat(source("sap/nct05495321-dm.yaml", "l-core-set"))
                .contains("ADSL (", "ADCSM (", "ADGC (")
                .doesNotContain("ADLB", "ADEX", "ADAE");
    }

    @Test
    void aTableOfAnEndpointMadeFromTwoDatasetsNamesBoth() {
        assertThat(source("sap/nct02465580-sle.yaml", "Table 14.2.4.14")).contains("ADQS (", "ADGCD (");
    }
}
