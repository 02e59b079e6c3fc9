package org.sapwood.data.csv;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.sapwood.data.DataComplaint;
import org.sapwood.data.DataComplaints;
import org.sapwood.data.Missing;
import org.sapwood.data.ReadingRules;
import org.sapwood.data.Variable;
import org.sapwood.data.VariableFiller;
import org.sapwood.data.VariableHead;

/**
 * Gives each column its kind: the declared one; otherwise number when every cell that holds something is a plain decimal
 * number without leading zeros and of at most 15 digits when whole, date when every such cell looks like
 * {@code 2024-01-31}, and text in all other cases. Words that programs write for missing or unlawful numbers are not
 * guessed away: a column of numbers with an {@code NA} or {@code Inf} among them is complained about.
 */
final class ColumnTyping {

    /** A number as programs print it: no leading zeros, an exponent only in the form {@code e-05}. */
    private static final Pattern PLAIN = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?(e[-+][0-9]{2,3})?");

    private static final Pattern DECLARED =
            Pattern.compile("[-+]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][-+]?[0-9]{1,3})?");
    private static final Pattern LONG_WHOLE = Pattern.compile("-?[0-9]{16,}");
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Set<String> NO_NUMBERS =
            Set.of("NA", "N/A", "NAN", "INF", "+INF", "-INF", "INFINITY", "-INFINITY", "NULL", ".", "-", "#N/A");
    private static final int EARLIEST_YEAR = 1850;
    private static final int LATEST_YEAR = 2200;
    private static final int LONGEST_NUMBER = 400;
    private static final int PLACES = 5;

    private final String file;
    private final List<CsvRecord> records;
    private final ReadingRules rules;
    private final DataComplaints complaints;

    ColumnTyping(String file, List<CsvRecord> records, ReadingRules rules, DataComplaints complaints) {
        this.file = file;
        this.records = records;
        this.rules = rules;
        this.complaints = complaints;
    }

    Variable variable(String name, int column) {
        VariableHead head = VariableHead.of(name);
        return switch (rules.kindOf(name).orElseGet(() -> kind(column))) {
            case TEXT -> text(head, column);
            case NUMBER -> number(head, column);
            case DATE -> date(head, column);
        };
    }

    private Variable.Kind kind(int column) {
        boolean number = true;
        boolean date = true;
        boolean any = false;
        for (CsvRecord record : records) {
            String cell = record.getField(column);
            if (isMissing(cell) || isNoNumber(cell)) {
                continue;
            }
            any = true;
            number = number && (isShortDecimal(cell) || (cell.length() <= LONGEST_NUMBER && isPlain(cell)));
            date = date && cell.length() == 10 && DATE.matcher(cell).matches();
            if (!number && !date) {
                return Variable.Kind.TEXT;
            }
        }
        if (!any) {
            return Variable.Kind.TEXT;
        }
        return number ? Variable.Kind.NUMBER : Variable.Kind.DATE;
    }

    private Variable text(VariableHead head, int column) {
        VariableFiller.OfText filler = new VariableFiller.OfText(head);
        for (CsvRecord record : records) {
            String cell = record.getField(column);
            filler.append(isMissing(cell) ? "" : cell);
        }
        return filler.variable();
    }

    private Variable number(VariableHead head, int column) {
        VariableFiller.OfNumber filler = new VariableFiller.OfNumber(head, Missing.BLANK);
        Refusals refusals = new Refusals(head.name(), "a number with \".\"");
        for (CsvRecord record : records) {
            String cell = record.getField(column);
            Optional<BigDecimal> number = isMissing(cell) ? Optional.empty() : parseNumber(cell);
            if (number.isPresent()) {
                filler.append(number.get());
            } else {
                filler.append(Missing.BLANK);
                if (!isMissing(cell)) {
                    refusals.add(record, cell);
                }
            }
        }
        refusals.complain();
        return filler.variable();
    }

    private Variable date(VariableHead head, int column) {
        VariableFiller.OfDate filler = new VariableFiller.OfDate(head);
        Refusals refusals = new Refusals(head.name(), "a date such as 2024-01-31");
        for (CsvRecord record : records) {
            String cell = record.getField(column);
            Optional<LocalDate> date = isMissing(cell) ? Optional.empty() : parseDate(cell);
            if (date.isPresent()) {
                filler.append(date.get());
            } else {
                filler.append(Missing.BLANK);
                if (!isMissing(cell)) {
                    refusals.add(record, cell);
                }
            }
        }
        refusals.complain();
        return filler.variable();
    }

    private boolean isMissing(String cell) {
        return cell.isBlank() || rules.missingCodes().contains(cell);
    }

    private static boolean isNoNumber(String cell) {
        char first = cell.isEmpty() ? ' ' : cell.charAt(0);
        return cell.length() <= 9 && (first < '0' || first > '9') && NO_NUMBERS.contains(cell.toUpperCase(Locale.ROOT));
    }

    /** Whether a cell is a plain decimal of at most 15 digits without exponent: most cells, told without an expression. */
    private static boolean isShortDecimal(String cell) {
        int from = cell.startsWith("-") ? 1 : 0;
        int digits = 0;
        int point = -1;
        for (int i = from; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (c == '.' && point < 0 && digits > 0) {
                point = i;
            } else if (c >= '0' && c <= '9') {
                digits++;
            } else {
                return false;
            }
        }
        int whole = (point < 0 ? cell.length() : point) - from;
        return digits > 0 && digits <= 15 && point != cell.length() - 1 && (whole == 1 || cell.charAt(from) != '0');
    }

    private static boolean isPlain(String cell) {
        return PLAIN.matcher(cell).matches() && !LONG_WHOLE.matcher(cell).matches();
    }

    private static Optional<BigDecimal> parseNumber(String cell) {
        if (isShortDecimal(cell)) {
            return Optional.of(new BigDecimal(cell));
        }
        if (cell.length() > LONGEST_NUMBER || !DECLARED.matcher(cell).matches()) {
            return Optional.empty();
        }
        BigDecimal value = new BigDecimal(cell);
        return Double.isInfinite(value.doubleValue()) ? Optional.empty() : Optional.of(value);
    }

    private static Optional<LocalDate> parseDate(String cell) {
        if (!DATE.matcher(cell).matches()) {
            return Optional.empty();
        }
        try {
            LocalDate date = LocalDate.parse(cell);
            return date.getYear() < EARLIEST_YEAR || date.getYear() > LATEST_YEAR
                    ? Optional.empty()
                    : Optional.of(date);
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
    }

    /** The cells of one column that are not what the column holds: the first places one by one, the rest counted. */
    private final class Refusals {
        private final String name;
        private final String expected;
        private int count;

        Refusals(String name, String expected) {
            this.name = name;
            this.expected = expected;
        }

        void add(CsvRecord record, String cell) {
            count++;
            if (count <= PLACES) {
                String shown = cell.length() > 60 ? cell.substring(0, 60) + "…" : cell;
                complaints.add(DataComplaint.at(
                        file,
                        "line " + record.getStartingLineNumber(),
                        name,
                        "found \"" + shown + "\"; expected " + expected,
                        isNoNumber(cell)
                                ? "Declare \"" + cell + "\" as a missing code, or the variable as text."
                                : "Correct the cell, or declare the variable as text."));
            }
        }

        void complain() {
            if (count > PLACES) {
                complaints.add(DataComplaint.at(file, "", name, count + " such cells in all", ""));
            }
        }
    }
}
