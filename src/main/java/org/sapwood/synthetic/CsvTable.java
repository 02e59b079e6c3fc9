package org.sapwood.synthetic;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Rows of text under a header, written as CSV with line feeds; cells are quoted only when they must be. */
public final class CsvTable {

    private final int columns;
    private final StringBuilder text = new StringBuilder();

    /**
     * A table without rows.
     *
     * @param names the names of its variables
     */
    public CsvTable(String... names) {
        columns = names.length;
        add(List.of((Object[]) names));
    }

    /** Adds a row; an empty text is a missing cell. */
    public void row(Object... cells) {
        add(List.of(cells));
    }

    private void add(List<Object> cells) {
        if (cells.size() != columns) {
            throw new IllegalArgumentException("expected " + columns + " cells; found " + cells.size());
        }
        for (int i = 0; i < columns; i++) {
            String cell = cells.get(i).toString();
            boolean quoted = cell.indexOf(',') >= 0 || cell.indexOf('"') >= 0 || cell.indexOf('\n') >= 0;
            text.append(i == 0 ? "" : ",").append(quoted ? '"' + cell.replace("\"", "\"\"") + '"' : cell);
        }
        text.append('\n');
    }

    /**
     * Writes the table.
     *
     * @throws IOException when the file cannot be written
     */
    public void write(Path file) throws IOException {
        Files.writeString(file, text, StandardCharsets.UTF_8);
    }
}
