package org.sapwood.data.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.sapwood.data.DataComplaint;
import org.sapwood.data.DataComplaints;
import org.sapwood.data.DataFile;
import org.sapwood.data.DataFormats;
import org.sapwood.data.DataRejected;
import org.sapwood.data.Dataset;
import org.sapwood.data.DatasetReader;
import org.sapwood.data.ReadingRules;
import org.sapwood.data.StrictText;
import org.sapwood.data.Variable;

/**
 * Reads separated text with one header line. Nothing is repaired: a line with too few or too many cells, a header that
 * occurs twice, an open quote or a wrong delimiter refuses the file with all its places.
 */
public final class CsvDatasetReader implements DatasetReader {

    private static final int MOST_COLUMNS = 5_000;
    private static final int MOST_ROWS = 20_000_000;
    private static final int LONGEST_CELL = 1 << 20;

    /** The reader. */
    public CsvDatasetReader() {}

    @Override
    public String format() {
        return "CSV";
    }

    @Override
    public List<String> extensions() {
        return List.of("csv");
    }

    @Override
    public Dataset read(DataFile file, ReadingRules rules) {
        if (file.bytes().length == 0) {
            throw new DataRejected(DataComplaint.of(file.name(), "the file is empty (0 bytes)", "Send it again."));
        }
        String text = StrictText.decode(file, rules.encoding());
        int zero = text.indexOf('\0');
        if (zero >= 0) {
            throw new DataRejected(DataComplaint.at(
                    file.name(), "line " + lineAt(text, zero), "", "found a NUL character; this is no text file", ""));
        }
        List<CsvRecord> records = records(file, withoutEndMark(text), rules);
        DataComplaints complaints = new DataComplaints();
        List<String> names = header(file, records, rules, complaints);
        complaints.throwIfAny();
        List<CsvRecord> body = body(file, records, names.size(), complaints);
        complaints.throwIfAny();
        checkCount(file, body.size(), rules, complaints);
        ColumnTyping typing = new ColumnTyping(file.name(), body, rules, complaints);
        List<Variable> variables = new ArrayList<>();
        for (int column = 0; column < names.size(); column++) {
            variables.add(typing.variable(names.get(column), column));
        }
        complaints.throwIfAny();
        int[] lines = body.stream()
                .mapToInt(record -> (int) record.getStartingLineNumber())
                .toArray();
        return new Dataset(DataFormats.datasetName(file.name()), "", file, variables, lines, List.of());
    }

    private static List<CsvRecord> records(DataFile file, String text, ReadingRules rules) {
        CsvRecordHandler handler = CsvRecordHandler.builder()
                .maxFields(MOST_COLUMNS)
                .maxFieldSize(LONGEST_CELL)
                .maxRecordSize(16 * LONGEST_CELL)
                .build();
        List<CsvRecord> records = new ArrayList<>();
        try {
            CsvReader<CsvRecord> reader = CsvReader.builder()
                    .fieldSeparator(rules.delimiter())
                    .skipEmptyLines(false)
                    .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .allowUnclosedQuote(false)
                    .maxBufferSize(17 * LONGEST_CELL)
                    .build(handler, text);
            for (CsvRecord record : reader) {
                records.add(record);
                if (records.size() > MOST_ROWS) {
                    throw new DataRejected(DataComplaint.unsafe(file.name(), "more than " + MOST_ROWS + " lines"));
                }
            }
        } catch (CsvParseException malformed) {
            throw new DataRejected(malformed(file, text, records, malformed));
        }
        return records;
    }

    private static DataComplaint malformed(
            DataFile file, String text, List<CsvRecord> records, CsvParseException malformed) {
        OptionalInt open = openQuote(text);
        if (open.isPresent()) {
            return DataComplaint.at(
                    file.name(),
                    "line " + lineAt(text, open.getAsInt()),
                    "",
                    "a quotation mark is opened and never closed",
                    "Close it, or double quotation marks inside a quoted cell.");
        }
        Throwable cause = malformed.getCause() == null ? malformed : malformed.getCause();
        String message = String.valueOf(cause.getMessage());
        if (message.toLowerCase(Locale.ROOT).contains("max")) {
            return DataComplaint.unsafe(file.name(), "a limit of the reader is exceeded (" + message + ")");
        }
        String after = records.isEmpty()
                ? "line 1"
                : "after line " + records.get(records.size() - 1).getStartingLineNumber();
        return DataComplaint.at(file.name(), after, "", "not CSV: " + message, "");
    }

    /** Where the quote that is open at the end of the text was opened: inside quotes a doubled quote closes and reopens. */
    private static OptionalInt openQuote(String text) {
        int opened = -1;
        boolean open = false;
        for (int i = text.indexOf('"'); i >= 0; i = text.indexOf('"', i + 1)) {
            open = !open;
            boolean reopens = open && i > 0 && text.charAt(i - 1) == '"' && opened >= 0;
            if (open && !reopens) {
                opened = i;
            }
        }
        return open ? OptionalInt.of(opened) : OptionalInt.empty();
    }

    private static List<String> header(
            DataFile file, List<CsvRecord> records, ReadingRules rules, DataComplaints complaints) {
        if (records.isEmpty() || isBlank(records.get(0))) {
            complaints.add(DataComplaint.at(
                    file.name(), "line 1", "", "expected the names of the variables; found a blank line", ""));
            return List.of();
        }
        List<String> names = records.get(0).getFields();
        if (names.size() == 1) {
            wrongDelimiter(names.get(0), rules).ifPresent(other -> complaints.add(other.complaint(file.name())));
        }
        Map<String, Integer> seen = new HashMap<>();
        for (int column = 0; column < names.size(); column++) {
            String name = names.get(column);
            String folded = name.strip().toUpperCase(Locale.ROOT);
            Integer first = seen.putIfAbsent(folded, column);
            if (folded.isEmpty()) {
                complaints.add(DataComplaint.at(
                        file.name(), "line 1", String.valueOf(column + 1), "the variable has no name", ""));
            } else if (!name.equals(name.strip()) || name.chars().anyMatch(c -> Character.isISOControl(c))) {
                complaints.add(DataComplaint.at(
                        file.name(),
                        "line 1",
                        String.valueOf(column + 1),
                        "the name \"" + name.strip() + "\" has blanks or control characters around it",
                        "Remove them."));
            } else if (first != null) {
                complaints.add(DataComplaint.at(
                        file.name(),
                        "line 1",
                        String.valueOf(column + 1),
                        "the name \"" + name + "\" is also that of column " + (first + 1) + " (\"" + names.get(first)
                                + "\")",
                        "Rename one of them."));
            }
        }
        return names;
    }

    private record OtherDelimiter(char delimiter, long count) {
        DataComplaint complaint(String file) {
            return DataComplaint.at(
                    file,
                    "line 1",
                    "",
                    "expected several variables; found 1 column and " + count + " \"" + shown() + "\"",
                    "Declare the delimiter \"" + shown() + "\".");
        }

        private String shown() {
            return delimiter == '\t' ? "tab" : String.valueOf(delimiter);
        }
    }

    private static Optional<OtherDelimiter> wrongDelimiter(String onlyName, ReadingRules rules) {
        for (char other : new char[] {';', '\t', '|', ','}) {
            long count = onlyName.chars().filter(c -> c == other).count();
            if (other != rules.delimiter() && count > 0) {
                return Optional.of(new OtherDelimiter(other, count));
            }
        }
        return Optional.empty();
    }

    /** The records below the header; blank lines at the very end are none. */
    private static List<CsvRecord> body(
            DataFile file, List<CsvRecord> records, int columns, DataComplaints complaints) {
        int end = records.size();
        while (end > 1 && isBlank(records.get(end - 1))) {
            end--;
        }
        List<CsvRecord> body = records.subList(1, end);
        for (CsvRecord record : body) {
            if (record.getFieldCount() != columns) {
                complaints.add(DataComplaint.at(
                        file.name(),
                        "line " + record.getStartingLineNumber(),
                        "",
                        isBlank(record)
                                ? "blank line among the records"
                                : "expected " + columns + " cells; found " + record.getFieldCount(),
                        isBlank(record) ? "Remove it." : "Quote cells that contain the delimiter."));
            }
        }
        return body;
    }

    private static void checkCount(DataFile file, int rows, ReadingRules rules, DataComplaints complaints) {
        if (rows == 0 && rules.emptiness() == ReadingRules.Emptiness.REFUSED) {
            complaints.add(DataComplaint.of(
                    file.name(),
                    "0 records below the header",
                    "Declare that the file may be empty, or send it again."));
        }
        if (rules.expectedRecords().isPresent() && rules.expectedRecords().getAsInt() != rows) {
            complaints.add(DataComplaint.of(
                    file.name(),
                    "expected " + rules.expectedRecords().getAsInt() + " records; found " + rows,
                    "The transfer may be incomplete."));
        }
    }

    private static boolean isBlank(CsvRecord record) {
        return record.getFieldCount() == 1 && record.getField(0).isEmpty();
    }

    /** Old DOS programs end a text with Ctrl-Z. */
    private static String withoutEndMark(String text) {
        return text.endsWith("\u001A") ? text.substring(0, text.length() - 1) : text;
    }

    private static long lineAt(String text, int position) {
        return 1 + text.substring(0, position).chars().filter(c -> c == '\n').count();
    }
}
