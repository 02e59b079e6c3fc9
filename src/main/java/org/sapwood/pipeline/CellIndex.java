package org.sapwood.pipeline;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.sapwood.display.Cell;
import org.sapwood.display.Display;
import org.sapwood.display.Report;
import org.sapwood.display.TableModel;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * Which results stand in which cell of a table, so that a cell can be traced: {@code <display>/<row>/<column>}, rows
 * counted from 1 within the table, columns by their id.
 */
final class CellIndex {
    private CellIndex() {}

    static void write(Report report, OutputStream out) throws IOException {
        JsonFactory factory = JsonFactory.builder()
                .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                .build();
        try (JsonGenerator json = factory.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            json.writeName("labels");
            json.writeStartArray();
            report.front().banners().forEach(json::writeString);
            json.writeEndArray();
            for (Display display : report.displays()) {
                if (display instanceof TableModel table) {
                    table(json, table);
                }
            }
            json.writeRaw("\n");
            json.writeEndObject();
        }
        out.write('\n');
    }

    private static void table(JsonGenerator json, TableModel table) {
        int row = 0;
        for (TableModel.Row line : table.rows()) {
            if (line.kind() == TableModel.Kind.GAP) {
                continue;
            }
            row++;
            for (int column = 0; column < line.cells().size(); column++) {
                Cell cell = line.cells().get(column);
                List<String> keys = sources(cell);
                if (!keys.isEmpty()) {
                    json.writeRaw("\n ");
                    json.writeName(table.id() + "/" + row + "/"
                            + table.columns().get(column).id());
                    json.writeStartObject();
                    json.writeStringProperty("row", line.label());
                    json.writeStringProperty("text", cell.text());
                    json.writeName("results");
                    json.writeStartArray();
                    keys.forEach(json::writeString);
                    json.writeEndArray();
                    json.writeEndObject();
                }
            }
        }
    }

    private static List<String> sources(Cell cell) {
        return cell instanceof Cell.Text text
                ? text.pieces().stream()
                        .filter(Cell.Formatted.class::isInstance)
                        .map(piece -> ((Cell.Formatted) piece).source().toString())
                        .toList()
                : List.of();
    }
}
