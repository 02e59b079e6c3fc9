package org.sapwood.display;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A template's notes with a mark, such as {@code [1] …}: printed when a head or a row's label carries the mark. Cells
 * carry none; a {@code [1]} in a cell is a count of events.
 */
final class MarkedNotes {
    private static final Pattern MARK = Pattern.compile("^(\\[[^\\]]+])");

    private MarkedNotes() {}

    /** {@return the notes without those whose mark is nowhere, because optional rows vanished} */
    static List<String> carried(List<String> notes, List<TableModel.Column> columns, List<TableModel.Row> rows) {
        return notes.stream()
                .filter(note -> {
                    Matcher mark = MARK.matcher(note);
                    return !mark.find() || carries(mark.group(1), columns, rows);
                })
                .toList();
    }

    private static boolean carries(String mark, List<TableModel.Column> columns, List<TableModel.Row> rows) {
        return columns.stream()
                        .anyMatch(column -> column.spanner().contains(mark)
                                || column.head().stream().anyMatch(line -> line.contains(mark)))
                || rows.stream().anyMatch(row -> row.label().contains(mark));
    }
}
