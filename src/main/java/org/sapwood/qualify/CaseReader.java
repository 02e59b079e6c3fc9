package org.sapwood.qualify;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** Reads files of reference cases; CSV data are found relative to the case file. */
public final class CaseReader {
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    /** Opens a file named relative to the case file. */
    @FunctionalInterface
    public interface Sibling {
        InputStream open(String relativeName) throws IOException;
    }

    private final Sibling siblings;
    private final Map<String, CaseTable> tables = new HashMap<>();

    public CaseReader(Sibling siblings) {
        this.siblings = siblings;
    }

    /**
     * Reads one file of cases.
     *
     * @param name the file's name, for messages and for opening it
     * @return its cases in file order
     * @throws IOException when it cannot be read or is not in the layout; the message names the file
     */
    public List<ReferenceCase> read(String name) throws IOException {
        List<ReferenceCase> cases = new ArrayList<>();
        try (InputStream in = siblings.open(name)) {
            Object root = JSON.readValue(in, Object.class);
            if (!(root instanceof List<?> list)) {
                throw new IOException(name + ": expected a list of cases, found an object");
            }
            for (Object item : list) {
                cases.add(toCase(asMap(item, name + ": a case"), name));
            }
        } catch (JacksonException e) {
            throw new IOException(name + ": not JSON: " + e.getOriginalMessage(), e);
        }
        return cases;
    }

    private ReferenceCase toCase(Map<String, ?> raw, String file) throws IOException {
        String id = String.valueOf(raw.get("id"));
        String where = file + ": case " + id;
        Object data = raw.get("data");
        CaseTable table = data instanceof String csv ? table(csv, where) : null;
        Map<String, Double> toleranceBy = new LinkedHashMap<>();
        if (raw.get("tolerance_by") != null) {
            asMap(raw.get("tolerance_by"), where + ": tolerance_by")
                    .forEach((key, value) -> toleranceBy.put(key, CaseInput.toDouble(value, key)));
        }
        return new ReferenceCase(
                id,
                String.valueOf(raw.get("method")),
                raw.get("options") == null || raw.get("options") instanceof List<?>
                        ? Map.of()
                        : asMap(raw.get("options"), where + ": options"),
                table != null || data == null || data instanceof List<?> ? Map.of() : asMap(data, where + ": data"),
                table,
                asMap(raw.get("expected"), where + ": expected"),
                String.valueOf(raw.get("source")),
                number(raw, "tolerance", 1e-9),
                number(raw, "absolute_tolerance", 0),
                toleranceBy);
    }

    private CaseTable table(String csv, String where) throws IOException {
        CaseTable known = tables.get(csv);
        if (known != null) {
            return known;
        }
        try (InputStream in = siblings.open(csv)) {
            CaseTable table = parse(new StringReader(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
            tables.put(csv, table);
            return table;
        } catch (IOException e) {
            throw new IOException(where + ": data file " + csv + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static CaseTable parse(Reader reader) throws IOException {
        List<List<@Nullable String>> cells = new ArrayList<>();
        Map<String, List<@Nullable String>> columns = new LinkedHashMap<>();
        try (CsvReader<CsvRecord> rows = CsvReader.builder().ofCsvRecord(reader)) {
            for (CsvRecord row : rows) {
                if (cells.isEmpty()) {
                    for (String name : row.getFields()) {
                        List<@Nullable String> column = new ArrayList<>();
                        columns.put(name, column);
                        cells.add(column);
                    }
                    continue;
                }
                for (int i = 0; i < cells.size(); i++) {
                    String cell = row.getField(i);
                    cells.get(i).add(cell.isEmpty() ? null : cell);
                }
            }
        }
        return new CaseTable(columns);
    }

    private static double number(Map<String, ?> raw, String name, double otherwise) {
        Object value = raw.get(name);
        return value == null ? otherwise : CaseInput.toDouble(value, name);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, ?> asMap(@Nullable Object value, String where) throws IOException {
        if (!(value instanceof Map<?, ?>)) {
            throw new IOException(where + ": expected an object, found " + value);
        }
        return (Map<String, ?>) value;
    }
}
