package org.sapwood.data.json;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sapwood.data.DataComplaint;
import org.sapwood.data.DataComplaints;
import org.sapwood.data.DataFile;
import org.sapwood.data.DataRejected;
import org.sapwood.data.Dataset;
import org.sapwood.data.DatasetReader;
import org.sapwood.data.Missing;
import org.sapwood.data.ReadingRules;
import org.sapwood.data.StrictText;
import org.sapwood.data.Variable;
import org.sapwood.data.VariableFiller;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;

/**
 * Reads CDISC Dataset-JSON 1.1, as one object ({@code .json}) or line by line ({@code .ndjson}). The data type that the
 * file declares decides the kind of a variable: numbers are taken digit by digit without a detour through doubles, and a
 * date is a date when its target type is a number of days, otherwise it is text and may be partial.
 */
public final class JsonDatasetReader implements DatasetReader {

    /** The reader. */
    public JsonDatasetReader() {}

    @Override
    public String format() {
        return "Dataset-JSON";
    }

    @Override
    public List<String> extensions() {
        return List.of("json", "ndjson");
    }

    @Override
    public Dataset read(DataFile file, ReadingRules rules) {
        JsonContent content;
        try {
            content = JsonContent.parse(StrictText.decode(file, rules.encoding()));
        } catch (StreamConstraintsException limit) {
            throw new DataRejected(DataComplaint.unsafe(file.name(), limit.getOriginalMessage()));
        } catch (JacksonException malformed) {
            throw new DataRejected(DataComplaint.at(
                    file.name(),
                    malformed.getLocation() == null
                            ? ""
                            : "line " + malformed.getLocation().getLineNr(),
                    "",
                    "not Dataset-JSON: " + malformed.getOriginalMessage(),
                    "The file is damaged or cut off; send it again."));
        }
        DataComplaints complaints = new DataComplaints();
        checkShape(file, content, rules, complaints);
        complaints.throwIfAny();
        List<Variable> variables = new ArrayList<>();
        for (int column = 0; column < content.columns().size(); column++) {
            variables.add(variable(file, content, column, rules, complaints));
        }
        complaints.throwIfAny();
        return new Dataset(content.name().toUpperCase(Locale.ROOT), content.label(), file, variables, null, List.of());
    }

    private static void checkShape(DataFile file, JsonContent content, ReadingRules rules, DataComplaints complaints) {
        if (!content.version().startsWith("1.1")) {
            complaints.add(DataComplaint.at(
                    file.name(),
                    "/datasetJSONVersion",
                    "",
                    "expected version 1.1; found \"" + content.version() + "\"",
                    ""));
        }
        int rows = content.rows().size();
        if (content.records() != rows) {
            complaints.add(DataComplaint.at(
                    file.name(),
                    "/records",
                    "",
                    "the file declares " + content.records() + " records; found " + rows,
                    "The transfer may be incomplete."));
        }
        if (rules.expectedRecords().isPresent() && rules.expectedRecords().getAsInt() != rows) {
            complaints.add(DataComplaint.of(
                    file.name(),
                    "expected " + rules.expectedRecords().getAsInt() + " records; found " + rows,
                    "The transfer may be incomplete."));
        }
        if (rows == 0 && rules.emptiness() == ReadingRules.Emptiness.REFUSED) {
            complaints.add(DataComplaint.of(
                    file.name(), "0 records", "Declare that the file may be empty, or send it again."));
        }
        List<String> names = new ArrayList<>();
        for (JsonContent.ColumnSpec column : content.columns()) {
            String folded = column.head().name().toUpperCase(Locale.ROOT);
            if (folded.isBlank() || names.contains(folded)) {
                complaints.add(DataComplaint.at(
                        file.name(),
                        "/columns/" + names.size(),
                        "",
                        folded.isBlank()
                                ? "the variable has no name"
                                : "the variable \"" + column.head().name() + "\" occurs twice",
                        ""));
            }
            names.add(folded);
        }
        for (int row = 0; row < rows; row++) {
            int cells = content.rows().get(row).size();
            if (cells != names.size()) {
                complaints.add(DataComplaint.at(
                        file.name(), "/rows/" + row, "", "expected " + names.size() + " cells; found " + cells, ""));
            }
        }
    }

    private static Variable variable(
            DataFile file, JsonContent content, int column, ReadingRules rules, DataComplaints complaints) {
        JsonContent.ColumnSpec spec = content.columns().get(column);
        String name = spec.head().name();
        Variable.Kind held = spec.kind();
        Variable.Kind declared = rules.kinds().getOrDefault(name, held);
        if (declared != held) {
            complaints.add(DataComplaint.at(
                    file.name(),
                    "/columns/" + column,
                    name,
                    "the plan declares " + declared.name().toLowerCase(Locale.ROOT) + "; the file declares "
                            + spec.dataType(),
                    "Correct the declaration."));
        }
        Filling filling = new Filling(file, column, name, complaints);
        switch (held) {
            case TEXT -> {
                VariableFiller.OfText filler = new VariableFiller.OfText(spec.head());
                filling.each(
                        content,
                        filler,
                        "text",
                        cell -> {
                            boolean textual = cell instanceof String || cell instanceof Boolean;
                            return textual ? Optional.of(cell.toString()) : Optional.empty();
                        },
                        filler::append);
                return filler.variable();
            }
            case NUMBER -> {
                VariableFiller.OfNumber filler = new VariableFiller.OfNumber(spec.head(), Missing.BLANK);
                boolean asText = spec.dataType().equals("decimal");
                filling.each(content, filler, "a number", cell -> number(cell, asText), filler::append);
                return filler.variable();
            }
            default -> {
                VariableFiller.OfDate filler = new VariableFiller.OfDate(spec.head());
                filling.each(content, filler, "a date such as 2024-01-31", JsonDatasetReader::date, filler::append);
                return filler.variable();
            }
        }
    }

    /** The cells of one column, handed over one by one. */
    private record Filling(DataFile file, int column, String name, DataComplaints complaints) {

        <T> void each(
                JsonContent content,
                VariableFiller filler,
                String expected,
                Function<Object, Optional<T>> convert,
                Consumer<T> append) {
            for (int row = 0; row < content.rows().size(); row++) {
                @Nullable Object cell = content.rows().get(row).get(column);
                if (cell == null || cell.equals("")) {
                    filler.append(Missing.BLANK);
                    continue;
                }
                Optional<T> value = convert.apply(cell);
                if (value.isPresent()) {
                    append.accept(value.get());
                } else {
                    filler.append(Missing.BLANK);
                    complaints.add(DataComplaint.at(
                            file.name(),
                            "/rows/" + row + "/" + column,
                            name,
                            "found \"" + cell + "\"; expected " + expected,
                            "Correct the cell or the declared data type."));
                }
            }
        }
    }

    private static Optional<BigDecimal> number(Object cell, boolean asText) {
        try {
            if (cell instanceof String text && asText && text.length() <= 400) {
                return finite(new BigDecimal(text));
            }
        } catch (NumberFormatException noNumber) {
            return Optional.empty();
        }
        return cell instanceof BigDecimal number ? finite(number) : Optional.empty();
    }

    private static Optional<BigDecimal> finite(BigDecimal number) {
        return Double.isInfinite(number.doubleValue()) ? Optional.empty() : Optional.of(number);
    }

    private static Optional<LocalDate> date(Object cell) {
        try {
            return cell instanceof String text && text.length() == 10
                    ? Optional.of(LocalDate.parse(text))
                    : Optional.empty();
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
    }
}
