package org.sapwood.qualify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sapwood.stats.design.Coding;
import org.sapwood.stats.design.Column;
import org.sapwood.stats.design.DesignMatrix;
import org.sapwood.stats.design.Intercept;
import org.sapwood.stats.design.LeastSquaresMeans;
import org.sapwood.stats.design.Margins;
import org.sapwood.stats.design.ModelFrame;
import org.sapwood.stats.design.Term;

/**
 * The part that all regression cases share: the options {@code terms}, {@code factors}, {@code reference},
 * {@code filter}, {@code missing} and {@code derived} turned into a model frame of complete rows.
 *
 * @param table the rows that passed the filter, before rows with missing values were left out
 * @param frame the rows used
 * @param everyLevel the same rows with every factor level, used or not
 * @param terms the fixed effects
 */
record ModelCase(CaseTable table, ModelFrame frame, ModelFrame everyLevel, List<Term> terms) {
    private static final Pattern QUOTIENT = Pattern.compile("(\\w+)\\s*/\\s*(\\S+)");
    private static final String FIRST_LEVEL = "first level of each factor";
    private static final String LAST_SORTED = "last level in sorted order";

    /**
     * Reads the model of a case.
     *
     * @param input the case
     * @param alsoNumeric further numeric columns that must be known, for example the response or the follow-up time
     * @return the model
     */
    static ModelCase of(CaseInput input, List<String> alsoNumeric) {
        return of(input, alsoNumeric, List.of());
    }

    /**
     * Reads the model of a case.
     *
     * @param input the case
     * @param alsoNumeric further numeric columns that must be known, for example the response or the follow-up time
     * @param alsoFactors further classification columns that must be known, for example strata; levels as in
     *     {@code factors}, or sorted
     * @return the model
     */
    static ModelCase of(CaseInput input, List<String> alsoNumeric, List<String> alsoFactors) {
        String missing = input.text("missing", "rows with any missing model variable are left out");
        if (!missing.startsWith("rows with any missing")) {
            throw CaseInput.unknown("missing", missing, List.of("rows with any missing model variable are left out"));
        }
        CaseTable table = derive(filter(input.table(), input.option("filter")), input.option("derived"));
        List<Term> terms = Term.parse(input.texts("terms"));
        Map<String, List<String>> levels = levels(input);
        Set<String> variables = new LinkedHashSet<>(Term.variablesOf(terms));
        variables.addAll(alsoNumeric);
        variables.addAll(alsoFactors);
        ModelFrame.Builder builder = ModelFrame.builder();
        for (String name : variables) {
            List<@Nullable String> cells = table.column(name);
            List<String> known = levels.get(name);
            if (known != null && !alsoNumeric.contains(name)) {
                builder.factor(name, known, asLabels(cells, known));
            } else if (alsoFactors.contains(name) || !isNumeric(cells)) {
                builder.factor(name, sortedLevels(cells), cells);
            } else {
                builder.numeric(name, table.numbers(name));
            }
        }
        ModelFrame all = builder.build();
        ModelFrame frame = all.complete(variables);
        return new ModelCase(table, frame, all.select(frame.sourceRows()), terms);
    }

    /** {@return the design with reference coding} */
    DesignMatrix design() {
        return DesignMatrix.of(frame, terms);
    }

    /** {@return the design without a column of ones} */
    DesignMatrix designWithoutIntercept() {
        return DesignMatrix.of(frame, terms, Coding.REFERENCE, Intercept.ABSORBED);
    }

    /**
     * The coefficients that the design lacks because no row has the factor level.
     *
     * @param design the design of the rows used, in reference coding
     * @return their names
     */
    List<String> unusedColumns(DesignMatrix design) {
        if (design.unusedLevels().isEmpty()) {
            return List.of();
        }
        List<String> names = new ArrayList<>(DesignMatrix.of(everyLevel, terms).names().stream()
                .filter(name -> !name.equals("(Intercept)"))
                .toList());
        names.removeAll(design.names());
        return names;
    }

    /** {@return the means of an effect over every level of the factors, for their names} */
    LeastSquaresMeans everyMean(List<String> effect, Margins margins) {
        return LeastSquaresMeans.of(DesignMatrix.of(everyLevel, terms), effect, margins);
    }

    /** {@return a numeric column of the rows used} */
    double[] numbers(String column) {
        double[] all = table.numbers(column);
        int[] rows = frame.sourceRows();
        double[] used = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            used[i] = all[rows[i]];
        }
        return used;
    }

    /** {@return the cells of any column in the rows used} */
    List<@Nullable String> texts(String column) {
        List<@Nullable String> all = table.column(column);
        List<@Nullable String> used = new ArrayList<>();
        for (int row : frame.sourceRows()) {
            used.add(all.get(row));
        }
        return used;
    }

    /** {@return the labels of a classification column in the rows used} */
    List<String> labels(String column) {
        Column.Factor factor = frame.factor(column);
        List<String> labels = new ArrayList<>();
        for (int row = 0; row < factor.rows(); row++) {
            labels.add(factor.label(row));
        }
        return labels;
    }

    private static Map<String, List<String>> levels(CaseInput input) {
        String reference = input.text("reference", FIRST_LEVEL);
        boolean sorted = reference.startsWith(LAST_SORTED);
        if (!sorted && !reference.equals(FIRST_LEVEL)) {
            throw CaseInput.unknown("reference", reference, List.of(FIRST_LEVEL, LAST_SORTED));
        }
        Map<String, List<String>> levels = new LinkedHashMap<>();
        if (input.option("factors") instanceof Map<?, ?> factors) {
            factors.forEach((name, listed) -> {
                List<String> names = new ArrayList<>();
                for (Object level : listed instanceof List<?> list ? list : List.of(listed)) {
                    names.add(plain(level));
                }
                levels.put(String.valueOf(name), sorted ? lastSortedFirst(names) : names);
            });
        }
        return levels;
    }

    /** SAS takes the last level in sorted order as the reference; the others stay in sorted order. */
    private static List<String> lastSortedFirst(List<String> names) {
        List<String> sorted = new ArrayList<>(new TreeSet<>(names));
        sorted.add(0, sorted.remove(sorted.size() - 1));
        return sorted;
    }

    private static CaseTable filter(CaseTable table, @Nullable Object filter) {
        if (!(filter instanceof Map<?, ?> wanted)) {
            return table;
        }
        List<Integer> kept = new ArrayList<>();
        for (int row = 0; row < table.rows(); row++) {
            boolean keep = true;
            for (Map.Entry<?, ?> entry : wanted.entrySet()) {
                String cell = table.column(String.valueOf(entry.getKey())).get(row);
                Object value = entry.getValue();
                boolean found = false;
                for (Object one : value instanceof List<?> list ? list : List.of(value)) {
                    found |= cell != null && isSame(cell, plain(one));
                }
                keep &= found;
            }
            if (keep) {
                kept.add(row);
            }
        }
        Map<String, List<@Nullable String>> columns = new LinkedHashMap<>();
        table.columns().forEach((name, cells) -> {
            List<@Nullable String> some = new ArrayList<>();
            kept.forEach(row -> some.add(cells.get(row)));
            columns.put(name, some);
        });
        return new CaseTable(columns);
    }

    /** {@code derived} holds quotients such as {@code "WEEK / 24"}. */
    private static CaseTable derive(CaseTable table, @Nullable Object derived) {
        if (!(derived instanceof Map<?, ?> definitions) || definitions.isEmpty()) {
            return table;
        }
        Map<String, List<@Nullable String>> columns = new LinkedHashMap<>(table.columns());
        definitions.forEach((name, text) -> {
            Matcher quotient = QUOTIENT.matcher(String.valueOf(text));
            if (!quotient.matches()) {
                throw CaseInput.unknown("derived", text, List.of("COLUMN / number"));
            }
            double divisor = Double.parseDouble(quotient.group(2));
            List<@Nullable String> cells = new ArrayList<>();
            for (double value : table.numbers(quotient.group(1))) {
                cells.add(Double.isNaN(value) ? null : Double.toString(value / divisor));
            }
            columns.put(String.valueOf(name), cells);
        });
        return new CaseTable(columns);
    }

    private static List<@Nullable String> asLabels(List<@Nullable String> cells, List<String> levels) {
        List<@Nullable String> labels = new ArrayList<>();
        for (String cell : cells) {
            String label = cell;
            if (cell != null && !levels.contains(cell)) {
                for (String level : levels) {
                    label = isSame(cell, level) ? level : label;
                }
            }
            labels.add(label);
        }
        return labels;
    }

    private static List<String> sortedLevels(List<@Nullable String> cells) {
        Set<String> levels = new TreeSet<>();
        for (String cell : cells) {
            if (cell != null && !cell.equals("NA")) {
                levels.add(cell);
            }
        }
        return List.copyOf(levels);
    }

    private static boolean isSame(String cell, String wanted) {
        if (cell.equals(wanted)) {
            return true;
        }
        Double a = number(cell);
        Double b = number(wanted);
        return a != null && a.equals(b);
    }

    private static boolean isNumeric(List<@Nullable String> cells) {
        for (String cell : cells) {
            if (cell != null && !cell.equals("NA") && number(cell) == null) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable Double number(String text) {
        try {
            return Double.valueOf(text.strip());
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** A JSON number as R would write it: 1, not 1.0. */
    private static String plain(@Nullable Object value) {
        if (value instanceof Double number && number == Math.rint(number) && Math.abs(number) < 1e15) {
            return Long.toString(number.longValue());
        }
        return String.valueOf(value);
    }
}
