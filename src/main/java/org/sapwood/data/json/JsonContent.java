package org.sapwood.data.json;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sapwood.data.Variable;
import org.sapwood.data.VariableHead;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;

/**
 * What a Dataset-JSON file says, before it is checked.
 *
 * @param version the version of the format
 * @param name the dataset's name
 * @param label its label
 * @param records the declared number of records; −1 when there is none
 * @param columns the variables
 * @param rows the cells: {@code String}, {@code BigDecimal}, {@code Boolean} or null
 */
record JsonContent(
        String version,
        String name,
        String label,
        long records,
        List<ColumnSpec> columns,
        List<List<@Nullable Object>> rows) {

    /**
     * A variable as the file declares it.
     *
     * @param head name, label and format
     * @param dataType the data type
     * @param targetType the type a conversion should give, or empty
     */
    record ColumnSpec(VariableHead head, String dataType, String targetType) {
        Variable.Kind kind() {
            return switch (dataType) {
                case "integer", "float", "double", "decimal" -> Variable.Kind.NUMBER;
                case "date" -> targetType.equals("integer") ? Variable.Kind.DATE : Variable.Kind.TEXT;
                default -> Variable.Kind.TEXT;
            };
        }
    }

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(50)
                    .maxNumberLength(400)
                    .maxStringLength(1 << 20)
                    .build())
            .build();

    static JsonContent parse(String text) {
        try (JsonParser in = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            return new Reading(in).content();
        }
    }

    /** One pass over the tokens. */
    private static final class Reading {
        private final JsonParser in;
        private final List<ColumnSpec> columns = new ArrayList<>();
        private final List<List<@Nullable Object>> rows = new ArrayList<>();
        private String version = "";
        private String name = "";
        private String label = "";
        private long records = -1;

        Reading(JsonParser in) {
            this.in = in;
        }

        JsonContent content() {
            expect(in.nextToken(), JsonToken.START_OBJECT);
            while (in.nextToken() != JsonToken.END_OBJECT) {
                String field = in.currentName();
                in.nextToken();
                switch (field) {
                    case "datasetJSONVersion" -> version = scalar();
                    case "name" -> name = scalar();
                    case "label" -> label = scalar();
                    case "records" -> {
                        expect(in.currentToken(), JsonToken.VALUE_NUMBER_INT);
                        records = in.getLongValue();
                    }
                    case "columns" -> readColumns();
                    case "rows" -> readRows();
                    default -> in.skipChildren();
                }
            }
            for (JsonToken next = in.nextToken(); next != null; next = in.nextToken()) {
                expect(next, JsonToken.START_ARRAY); // line-delimited: one array per record
                rows.add(row());
            }
            return new JsonContent(version, name, label, records, columns, rows);
        }

        private void readColumns() {
            expect(in.currentToken(), JsonToken.START_ARRAY);
            while (in.nextToken() != JsonToken.END_ARRAY) {
                expect(in.currentToken(), JsonToken.START_OBJECT);
                String columnName = "";
                String columnLabel = "";
                String format = "";
                String type = "";
                String target = "";
                while (in.nextToken() != JsonToken.END_OBJECT) {
                    String field = in.currentName();
                    in.nextToken();
                    switch (field) {
                        case "name" -> columnName = scalar();
                        case "label" -> columnLabel = scalar();
                        case "displayFormat" -> format = scalar();
                        case "dataType" -> type = scalar();
                        case "targetDataType" -> target = scalar();
                        default -> in.skipChildren();
                    }
                }
                columns.add(new ColumnSpec(new VariableHead(columnName, columnLabel, format), type, target));
            }
        }

        private void readRows() {
            expect(in.currentToken(), JsonToken.START_ARRAY);
            while (in.nextToken() != JsonToken.END_ARRAY) {
                expect(in.currentToken(), JsonToken.START_ARRAY);
                rows.add(row());
            }
        }

        private List<@Nullable Object> row() {
            List<@Nullable Object> cells = new ArrayList<>(columns.size());
            for (JsonToken token = in.nextToken(); token != JsonToken.END_ARRAY; token = in.nextToken()) {
                cells.add(cell(token));
            }
            return cells;
        }

        private @Nullable Object cell(@Nullable JsonToken token) {
            if (token == JsonToken.VALUE_STRING) {
                return in.getString();
            }
            if (token == JsonToken.VALUE_NUMBER_INT || token == JsonToken.VALUE_NUMBER_FLOAT) {
                return in.getDecimalValue();
            }
            if (token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE) {
                return in.getBooleanValue();
            }
            expect(token, JsonToken.VALUE_NULL);
            return null;
        }

        private String scalar() {
            if (in.currentToken() == JsonToken.VALUE_NULL) {
                return "";
            }
            expect(in.currentToken(), JsonToken.VALUE_STRING);
            return in.getString();
        }

        private void expect(@Nullable JsonToken found, JsonToken expected) {
            if (found != expected) {
                throw new StreamReadException(in, "expected " + expected + "; found " + found);
            }
        }
    }
}
