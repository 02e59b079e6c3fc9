package org.sapwood.sap;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sapwood.yaml.Complaints;
import org.sapwood.yaml.YamlDocument;
import org.sapwood.yaml.YamlMapping;
import org.sapwood.yaml.YamlNode;
import org.sapwood.yaml.YamlSequence;

/** The schema that editors use and the reader accept the same plans. */
class PlanSchemaTest {
    private static final Path DM = Path.of("sap/nct05495321-dm.yaml");

    private static Schema schema() throws IOException {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(Path.of("sap/sapwood.schema.json")));
    }

    static List<Path> plans() throws IOException {
        List<Path> plans = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(Path.of("sap"), "*.yaml")) {
            files.forEach(plans::add);
        }
        plans.sort(null);
        return plans;
    }

    @ParameterizedTest
    @MethodSource("plans")
    void everyPlanFitsTheSchemaAndTheReader(Path plan) throws IOException {
        assertThat(schema().validate(json(Files.readString(plan)), InputFormat.JSON))
                .isEmpty();
        Complaints complaints = new Complaints();
        assertThat(SapReader.read(plan, plan.toString(), complaints)).isPresent();
        assertThat(complaints.lines()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "  protocol: NCT05495321|  protocoll: NCT05495321",
                "  confidence: 0.95|  confidense: 0.95",
                "reference: true}|referense: true}",
                "  subjects: adsl|  subjcts: adsl",
                "label: Week 12, week: 12,|label: Week 12, weak: 12,",
                "label: Full Analysis Set, where:|label: Full Analysis Set, wher:",
                "day: ASTDY, reason: ICEREAS}|daay: ASTDY, reason: ICEREAS}",
                "lanes: {events: |lanes: {evnts: ",
                "responder-on: tis, at-least: 20|responder-on: tis, at-lest: 20",
                "    missing: non-response|    mising: non-response",
                "    method: mmrm|    method: mmrmm",
                "    degrees-of-freedom: kenward-roger|    degrees-of-fredom: kenward-roger",
                "    title: Analysis Populations|    titel: Analysis Populations",
                "      sort: [USUBJID, AESEQ]|      srot: [USUBJID, AESEQ]",
                "imputation: {method: jump-to-reference, number: 50}|imputation: {method: jump-to-reference, numbr: 50}",
                "imputation: {method: jump-to-reference, number: 50}|imputation: {method: jump-to-placebo, number: 50}",
                "deltas: {from: 0, to: 24, by: 2}|deltas: {from: 0, until: 24, by: 2}",
                "    interval: wilson|    interval: wilsonn"
            })
    void whatTheReaderRefusesTheSchemaRefuses(String edit) throws IOException {
        String[] parts = edit.split("\\|");
        String plan = Files.readString(DM);
        assertThat(plan).contains(parts[0]);
        String broken = plan.replaceFirst(java.util.regex.Pattern.quote(parts[0]), parts[1]);
        Path file = Files.createTempFile("plan", ".yaml");
        try {
            Files.writeString(file, broken);
            Complaints complaints = new Complaints();
            assertThat(SapReader.read(file, "plan.yaml", complaints)).isEmpty();
            assertThat(schema().validate(json(broken), InputFormat.JSON)).isNotEmpty();
        } finally {
            Files.delete(file);
        }
    }

    @Test
    void theSchemaDescribesEveryMethodOfTheReader() throws IOException {
        Complaints complaints = new Complaints();
        Path file = Files.createTempFile("plan", ".yaml");
        try {
            Files.writeString(file, Files.readString(DM).replaceFirst("method: mmrm", "method: none-such"));
            SapReader.read(file, "plan.yaml", complaints);
        } finally {
            Files.delete(file);
        }
        String known = complaints.lines().get(0).replaceAll(".*Known: ", "").replaceAll("\\..*", "");
        String schema = Files.readString(Path.of("sap/sapwood.schema.json"));
        assertThat(Stream.of(known.split(", ")))
                .hasSizeGreaterThan(10)
                .allSatisfy(method -> assertThat(schema).contains("\"const\": \"" + method + "\""));
    }

    /** The plan as JSON, with the types an editor sees: numbers and truth values where a plain scalar is one. */
    private static String json(String yaml) {
        YamlMapping root = YamlDocument.parse(yaml, "plan", new Complaints()).orElseThrow();
        StringBuilder out = new StringBuilder();
        write(root, out);
        return out.toString();
    }

    private static void write(YamlNode node, StringBuilder out) {
        if (node instanceof YamlMapping mapping) {
            String[] comma = {"{"};
            if (mapping.fields().isEmpty()) {
                out.append('{');
            }
            mapping.fields().forEach((key, value) -> {
                out.append(comma[0]).append(quoted(key)).append(':');
                write(value, out);
                comma[0] = ",";
            });
            out.append('}');
        } else if (node instanceof YamlSequence sequence) {
            out.append('[');
            for (int i = 0; i < sequence.items().size(); i++) {
                out.append(i == 0 ? "" : ",");
                write(sequence.items().get(i), out);
            }
            out.append(']');
        } else {
            org.sapwood.yaml.YamlScalar scalar = (org.sapwood.yaml.YamlScalar) node;
            boolean plain = scalar.style() == org.sapwood.yaml.YamlScalar.Style.PLAIN;
            boolean typed = plain && scalar.raw().matches("-?(0|[1-9][0-9]*)(\\.[0-9]+)?|true|false");
            out.append(typed ? scalar.raw() : quoted(scalar.raw()));
        }
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
    }
}
