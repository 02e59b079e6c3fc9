package org.sapwood.result;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes results as data: {@code results.json} with the subjects and records behind every number, {@code results.csv} with
 * one line per number. Both in the order of the results, numbers at full precision.
 */
public final class ResultFiles {
    private ResultFiles() {}

    /**
     * Writes JSON: {@code results} (one object per number) and {@code subject_sets}, {@code record_sets} which results
     * name, so that a list of subjects is written once.
     *
     * @param results the results
     * @param banners labels that every file carries
     * @param out left open
     * @throws IOException when writing fails
     */
    public static void writeJson(ResultSet results, List<String> banners, OutputStream out) throws IOException {
        Map<List<String>, String> subjectSets = new LinkedHashMap<>();
        Map<List<Integer>, String> recordSets = new LinkedHashMap<>();
        JsonFactory factory = JsonFactory.builder()
                .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                .build();
        try (JsonGenerator json = factory.createGenerator(tools.jackson.core.ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            json.writeName("labels");
            json.writeStartArray();
            banners.forEach(json::writeString);
            json.writeEndArray();
            json.writeName("results");
            json.writeStartArray();
            for (ResultRow row : results.rows()) {
                json.writeRaw("\n");
                Provenance origin = row.provenance();
                String subjects = subjectSets.computeIfAbsent(origin.subjects(), s -> "s" + (subjectSets.size() + 1));
                String records = recordSets.computeIfAbsent(origin.records(), r -> "r" + (recordSets.size() + 1));
                json.writeStartObject();
                json.writeStringProperty("key", row.key() + "/" + row.statistic());
                json.writeStringProperty("analysis", row.key().analysis());
                json.writeStringProperty("group", row.key().group().toString());
                json.writeStringProperty("parameter", row.key().parameter());
                json.writeStringProperty("visit", row.key().visit());
                json.writeStringProperty("stratum", row.key().stratum());
                json.writeStringProperty("level", row.key().level());
                json.writeStringProperty("statistic", row.statistic().name());
                value(json, row.value());
                if (!row.notes().isEmpty()) {
                    json.writeName("notes");
                    json.writeStartArray();
                    row.notes().forEach(json::writeString);
                    json.writeEndArray();
                }
                json.writeStringProperty("method", origin.method());
                json.writeStringProperty("plan", origin.plan());
                json.writeStringProperty("dataset", origin.dataset());
                json.writeStringProperty("selection", origin.selection());
                json.writeNumberProperty("n_subjects", origin.subjects().size());
                json.writeNumberProperty("n_records", origin.records().size());
                json.writeStringProperty("subjects", subjects);
                json.writeStringProperty("records", records);
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeName("subject_sets");
            json.writeStartObject();
            for (Map.Entry<List<String>, String> set : subjectSets.entrySet()) {
                json.writeRaw("\n");
                json.writeName(set.getValue());
                json.writeStartArray();
                set.getKey().forEach(json::writeString);
                json.writeEndArray();
            }
            json.writeEndObject();
            json.writeName("record_sets");
            json.writeStartObject();
            for (Map.Entry<List<Integer>, String> set : recordSets.entrySet()) {
                json.writeRaw("\n");
                json.writeName(set.getValue());
                json.writeStartArray();
                set.getKey().forEach(json::writeNumber);
                json.writeEndArray();
            }
            json.writeEndObject();
            json.writeRaw("\n");
            json.writeEndObject();
        }
        out.write('\n');
    }

    private static void value(JsonGenerator json, Value value) {
        json.writeStringProperty("state", value instanceof Value.NotEstimable ? "NOT_ESTIMABLE" : "VALUE");
        if (value instanceof Value.NotEstimable none) {
            json.writeStringProperty("reason", none.reason());
            json.writeStringProperty("detail", none.detail());
        } else if (value instanceof Value.Word word) {
            json.writeStringProperty("value", word.text());
        } else if (value instanceof Value.Real real && Double.isInfinite(real.x())) {
            json.writeStringProperty("value", real.x() > 0 ? "Infinity" : "-Infinity");
        } else {
            json.writeName("value");
            json.writeNumber(decimal(value));
            if (value instanceof Value.Ratio ratio) {
                json.writeNumberProperty("numerator", ratio.numerator());
                json.writeNumberProperty("denominator", ratio.denominator());
            }
            if (value instanceof Value.Probability p) {
                json.writeName("log_value");
                json.writeNumber(ShortestNumber.of(p.log()));
            }
        }
    }

    /**
     * Writes CSV after RFC 4180.
     *
     * @param results the results
     * @param banners labels that every file carries, in the column {@code label}
     * @param out left open
     * @throws IOException when writing fails
     */
    public static void writeCsv(ResultSet results, List<String> banners, OutputStream out) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        String label = String.join("; ", banners);
        writer.write("analysis,group,parameter,visit,stratum,level,statistic,value,state,reason,method,n_subjects,"
                + "n_records,dataset,selection,plan,label\n");
        for (ResultRow row : results.rows()) {
            Provenance origin = row.provenance();
            boolean none = row.value() instanceof Value.NotEstimable;
            String[] cells = {
                row.key().analysis(),
                row.key().group().toString(),
                row.key().parameter(),
                row.key().visit(),
                row.key().stratum(),
                row.key().level(),
                row.statistic().name(),
                text(row.value()),
                none ? "NOT_ESTIMABLE" : "VALUE",
                row.value() instanceof Value.NotEstimable ne ? ne.reason() + ": " + ne.detail() : "",
                origin.method(),
                String.valueOf(origin.subjects().size()),
                String.valueOf(origin.records().size()),
                origin.dataset(),
                origin.selection(),
                origin.plan(),
                label
            };
            for (int i = 0; i < cells.length; i++) {
                writer.write(quoted(cells[i]));
                writer.write(i + 1 < cells.length ? ',' : '\n');
            }
        }
        writer.flush();
    }

    private static String quoted(String cell) {
        return cell.matches("[^\",\r\n]*") ? cell : "\"" + cell.replace("\"", "\"\"") + "\"";
    }

    /** {@return a value as text at full precision; empty when not estimable} */
    public static String text(Value value) {
        if (value instanceof Value.NotEstimable) {
            return "";
        }
        if (value instanceof Value.Word word) {
            return word.text();
        }
        if (value instanceof Value.Real real && Double.isInfinite(real.x())) {
            return real.x() > 0 ? "Infinity" : "-Infinity";
        }
        return decimal(value).toString();
    }

    private static BigDecimal decimal(Value value) {
        if (value instanceof Value.Count count) {
            return BigDecimal.valueOf(count.n());
        }
        if (value instanceof Value.Exact exact) {
            return exact.x();
        }
        if (value instanceof Value.Ratio ratio) {
            return BigDecimal.valueOf(ratio.numerator())
                    .divide(BigDecimal.valueOf(ratio.denominator()), MathContext.DECIMAL64);
        }
        if (value instanceof Value.Probability probability) {
            return ShortestNumber.of(probability.p());
        }
        return ShortestNumber.of(((Value.Real) value).x());
    }
}
