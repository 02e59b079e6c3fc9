package org.sapwood.qualify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sapwood.stats.Alternative;
import org.sapwood.stats.ConfidenceLevel;

/**
 * The options and data of one reference case, read by name and type. Every option read is remembered: an option that
 * no code read is one the method does not know, and the case is reported as such instead of passing by luck.
 *
 * <p>JSON values arrive as {@code Number}, {@code String}, {@code Boolean}, {@code null}, {@code List<?>} or
 * {@code Map<String, ?>}. A list with a single element may be written as the bare element; list getters accept both.
 */
public final class CaseInput {

    /** A case asks for something this program does not know; says what and what is known. */
    public static final class Unsupported extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public Unsupported(String message) {
            super(message);
        }
    }

    private final Map<String, ?> options;
    private final Map<String, ?> data;
    private final @Nullable CaseTable table;
    private final Set<String> read = new LinkedHashSet<>();

    public CaseInput(Map<String, ?> options, Map<String, ?> data, @Nullable CaseTable table) {
        this.options = options;
        this.data = data;
        this.table = table;
    }

    /** {@return the CSV data of the case} */
    public CaseTable table() {
        if (table == null) {
            throw new Unsupported("this method needs data from a CSV file");
        }
        return table;
    }

    /** {@return the names of the options that nobody has read} */
    public List<String> unreadOptions() {
        List<String> unread = new ArrayList<>();
        for (String name : options.keySet()) {
            if (!read.contains(name)) {
                unread.add(name);
            }
        }
        return unread;
    }

    public boolean hasOption(String name) {
        read.add(name);
        return options.get(name) != null;
    }

    public boolean hasData(String name) {
        return data.get(name) != null;
    }

    /** {@return the option as parsed from JSON, or null when absent} */
    public @Nullable Object option(String name) {
        read.add(name);
        return options.get(name);
    }

    public String text(String name) {
        Object value = option(name);
        if (value == null) {
            throw new Unsupported("option \"" + name + "\" is missing");
        }
        return value.toString();
    }

    public String text(String name, String otherwise) {
        Object value = option(name);
        return value == null ? otherwise : value.toString();
    }

    public double number(String name, double otherwise) {
        Object value = option(name);
        return value == null ? otherwise : toDouble(value, name);
    }

    public double number(String name) {
        Object value = option(name);
        if (value == null) {
            throw new Unsupported("option \"" + name + "\" is missing");
        }
        return toDouble(value, name);
    }

    public boolean flag(String name, boolean otherwise) {
        Object value = option(name);
        return value == null ? otherwise : Boolean.parseBoolean(value.toString());
    }

    public List<String> texts(String name) {
        Object value = option(name);
        if (value == null) {
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        for (Object item : value instanceof List<?> list ? list : List.of(value)) {
            texts.add(String.valueOf(item));
        }
        return texts;
    }

    public double[] numbers(String name) {
        Object value = option(name);
        if (value == null) {
            return new double[0];
        }
        return toDoubles(value, name);
    }

    /** {@return a constant of an enum by its lower-case, underscore-separated name, or the given one when absent} */
    public <E extends Enum<E>> E choice(String name, Class<E> type, E otherwise) {
        Object value = option(name);
        if (value == null) {
            return otherwise;
        }
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(value.toString().toUpperCase(Locale.ROOT).replace('-', '_'))) {
                return constant;
            }
        }
        throw unknown(name, value, List.of(type.getEnumConstants()));
    }

    /** {@return an error that names the option, what was found and what is known} */
    public static Unsupported unknown(String option, @Nullable Object found, List<?> known) {
        return new Unsupported("option \"" + option + "\": no value named \"" + found + "\". Known: " + known);
    }

    public ConfidenceLevel level() {
        return ConfidenceLevel.of(number("level", 0.95));
    }

    public Alternative alternative() {
        return switch (text("alternative", "two.sided")) {
            case "two.sided", "two_sided", "two-sided" -> Alternative.TWO_SIDED;
            case "greater" -> Alternative.GREATER;
            case "less" -> Alternative.LESS;
            default ->
                throw unknown("alternative", options.get("alternative"), List.of("two.sided", "greater", "less"));
        };
    }

    /** {@return a datum as parsed from JSON} */
    public Object datum(String name) {
        Object value = data.get(name);
        if (value == null) {
            throw new Unsupported("data \"" + name + "\" is missing");
        }
        return value;
    }

    public double dataNumber(String name) {
        return toDouble(datum(name), name);
    }

    public int dataCount(String name) {
        return Math.toIntExact(Math.round(dataNumber(name)));
    }

    public double[] dataNumbers(String name) {
        return toDoubles(datum(name), name);
    }

    public int[] dataCounts(String name) {
        double[] values = dataNumbers(name);
        int[] counts = new int[values.length];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = Math.toIntExact(Math.round(values[i]));
        }
        return counts;
    }

    public List<String> dataTexts(String name) {
        List<String> texts = new ArrayList<>();
        Object value = datum(name);
        for (Object item : value instanceof List<?> list ? list : List.of(value)) {
            texts.add(String.valueOf(item));
        }
        return texts;
    }

    /** {@return a matrix given as a list of rows} */
    public double[][] dataMatrix(String name) {
        return toMatrix(datum(name), name);
    }

    /** {@return a list of matrices, for example one 2x2 table per stratum} */
    public List<double[][]> dataMatrices(String name) {
        List<double[][]> matrices = new ArrayList<>();
        for (Object item : (List<?>) datum(name)) {
            matrices.add(toMatrix(item, name));
        }
        return matrices;
    }

    /** {@return a list of one item per line of {@code name}, each converted} */
    public <T> List<T> dataList(String name, Function<Object, T> convert) {
        List<T> items = new ArrayList<>();
        for (Object item : (List<?>) datum(name)) {
            items.add(convert.apply(item));
        }
        return items;
    }

    /** Refuses lists that belong together but differ in length. */
    static void requireOneLength(String names, int... lengths) {
        for (int length : lengths) {
            if (length != lengths[0]) {
                throw new Unsupported(
                        "data: expected " + names + " of one length, found " + Arrays.toString(lengths) + " values");
            }
        }
    }

    static double[][] toMatrix(Object value, String name) {
        List<double[]> rows = new ArrayList<>();
        for (Object row : (List<?>) value) {
            rows.add(toDoubles(row, name));
        }
        return rows.toArray(double[][]::new);
    }

    static double[] toDoubles(Object value, String name) {
        List<?> list = value instanceof List<?> items ? items : List.of(value);
        double[] numbers = new double[list.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = toDouble(list.get(i), name);
        }
        return numbers;
    }

    static double toDouble(@Nullable Object value, String name) {
        if (value == null) {
            return Double.NaN;
        }
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        if (value instanceof Boolean flag) {
            return flag ? 1 : 0;
        }
        return switch (value.toString()) {
            case "Infinity" -> Double.POSITIVE_INFINITY;
            case "-Infinity" -> Double.NEGATIVE_INFINITY;
            case "NaN" -> Double.NaN;
            default -> throw new Unsupported("\"" + name + "\": expected a number, found \"" + value + "\"");
        };
    }
}
