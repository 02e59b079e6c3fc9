package org.sapwood.data;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.sapwood.sap.Condition;
import org.sapwood.yaml.Suggestion;

/**
 * What must hold before a plan may be applied to a dataset. Every check is a function of its arguments that answers
 * with complaints; none throws for data. A check whose variables are absent says nothing: {@link #present} has said it.
 */
public final class DatasetChecks {

    private static final int PLACES = 5;
    private static final int LISTED = 12;

    private DatasetChecks() {}

    /**
     * The variables are there.
     *
     * @param dataset the dataset
     * @param names the variables
     * @param neededBy what needs them, for example {@code endpoint "tis20-w12"}; may be empty
     * @return one complaint per absent variable, with the nearest name
     */
    public static List<DataComplaint> present(Dataset dataset, Collection<String> names, String neededBy) {
        return names.stream()
                .filter(name -> dataset.variable(name).isEmpty())
                .map(name -> dataset.unknown(name, neededBy))
                .toList();
    }

    /**
     * A variable holds what is needed. One without any value passes as every kind.
     *
     * @param dataset the dataset
     * @param name the variable
     * @param kind what it must hold
     * @param neededBy what needs it; may be empty
     * @return a complaint with the first cells that are in the way
     */
    public static List<DataComplaint> kind(Dataset dataset, String name, Variable.Kind kind, String neededBy) {
        Variable variable = dataset.variable(name).orElse(null);
        if (variable == null || variable.kind() == kind || variable.isEntirelyMissing()) {
            return List.of();
        }
        StringJoiner cells = new StringJoiner(", ");
        int shown = 0;
        for (int row = 0; row < dataset.rows() && shown < PLACES; row++) {
            if (!variable.isMissing(row) && !(kind == Variable.Kind.NUMBER && isNumber(variable.text(row)))) {
                cells.add(dataset.whereIs(row) + " \"" + variable.text(row) + "\"");
                shown++;
            }
        }
        String problem = "expected " + plural(kind) + "; found " + plural(variable.kind())
                + (shown == 0 ? "" : " (first: " + cells + ")") + needed(neededBy);
        return List.of(DataComplaint.at(
                dataset.file(), "", name, problem, "Correct the cells, or declare codes that mean missing."));
    }

    /**
     * No two records have the same key.
     *
     * @param dataset the dataset
     * @param keys the variables that make the key
     * @return one complaint that names the keys that occur more than once and where
     */
    public static List<DataComplaint> uniqueKeys(Dataset dataset, List<String> keys) {
        return uniqueKeys(dataset, keys, Condition.always());
    }

    /**
     * No two of some records have the same key.
     *
     * @param dataset the dataset
     * @param keys the variables that make the key
     * @param among the records that matter
     * @return one complaint that names the keys that occur more than once and where
     */
    public static List<DataComplaint> uniqueKeys(Dataset dataset, List<String> keys, Condition among) {
        if (keys.stream().anyMatch(key -> dataset.variable(key).isEmpty())) {
            return List.of();
        }
        List<Variable> variables = keys.stream().map(dataset::require).toList();
        Map<List<String>, Integer> first = new HashMap<>();
        Map<List<String>, List<Integer>> repeated = new LinkedHashMap<>();
        dataset.select(among).rows().forEach(row -> {
            List<String> key =
                    variables.stream().map(variable -> variable.text(row)).toList();
            Integer earlier = first.putIfAbsent(key, row);
            if (earlier != null) {
                repeated.computeIfAbsent(key, k -> new ArrayList<>(List.of(earlier)))
                        .add(row);
            }
        });
        if (repeated.isEmpty()) {
            return List.of();
        }
        StringJoiner places = new StringJoiner("; ");
        repeated.entrySet().stream()
                .limit(PLACES)
                .forEach(entry -> places.add(String.join(" ", entry.getKey()) + " in "
                        + String.join(
                                ", ",
                                entry.getValue().stream()
                                        .limit(PLACES)
                                        .map(dataset::whereIs)
                                        .toList())));
        String more = repeated.size() > PLACES ? "; …" : "";
        return List.of(DataComplaint.of(
                dataset.file(),
                repeated.size() + (repeated.size() == 1 ? " key occurs" : " keys occur") + " more than once in "
                        + String.join(" × ", keys) + ": " + places + more,
                "Keep one record of each."));
    }

    /**
     * The values of a variable lie within the range of their instrument.
     *
     * @param dataset the dataset
     * @param among the records of the instrument
     * @param name the variable that holds the values
     * @param instrument what messages call the values, for example {@code PATGLOB}
     * @param low the least possible value
     * @param high the greatest possible value, or null when there is none
     * @return one complaint with the count and the first places
     */
    public static List<DataComplaint> within(
            Dataset dataset,
            Condition among,
            String name,
            String instrument,
            BigDecimal low,
            @Nullable BigDecimal high) {
        Variable variable = dataset.variable(name).orElse(null);
        if (variable == null || variable.kind() != Variable.Kind.NUMBER) {
            return List.of();
        }
        int[] outside = dataset.select(among)
                .rows()
                .filter(row -> !variable.isMissing(row))
                .filter(row -> variable.decimal(row).compareTo(low) < 0
                        || (high != null && variable.decimal(row).compareTo(high) > 0))
                .toArray();
        if (outside.length == 0) {
            return List.of();
        }
        StringJoiner places = new StringJoiner("; ");
        BigDecimal least = variable.decimal(outside[0]);
        BigDecimal greatest = least;
        for (int i = 0; i < outside.length; i++) {
            BigDecimal value = variable.decimal(outside[i]);
            least = least.min(value);
            greatest = greatest.max(value);
            if (i < PLACES) {
                places.add(dataset.whereIs(outside[i]) + ", " + value.toPlainString());
            }
        }
        String range = high == null ? "from " + low.toPlainString() : low.toPlainString() + "–" + high.toPlainString();
        String problem = outside.length + (outside.length == 1 ? " value of " : " values of ") + instrument
                + " outside " + range + " (first: " + places + "; they lie in " + least.toPlainString() + "–"
                + greatest.toPlainString() + ")";
        return List.of(DataComplaint.of(dataset.file(), problem, scaleHint(least, greatest, low, high)));
    }

    /**
     * The values of a variable lie on the grid of their instrument.
     *
     * @param dataset the dataset
     * @param among the records of the instrument
     * @param name the variable that holds the values
     * @param instrument what messages call the values
     * @param step the distance of legal values, counted from 0; above 0
     * @return one complaint with the count and the first places
     */
    public static List<DataComplaint> onGrid(
            Dataset dataset, Condition among, String name, String instrument, BigDecimal step) {
        Variable variable = dataset.variable(name).orElse(null);
        if (variable == null || variable.kind() != Variable.Kind.NUMBER) {
            return List.of();
        }
        int[] off = dataset.select(among)
                .rows()
                .filter(row -> !variable.isMissing(row))
                .filter(row -> variable.decimal(row).remainder(step).signum() != 0)
                .toArray();
        if (off.length == 0) {
            return List.of();
        }
        StringJoiner places = new StringJoiner("; ");
        for (int i = 0; i < Math.min(off.length, PLACES); i++) {
            places.add(dataset.whereIs(off[i]) + ", " + variable.decimal(off[i]).toPlainString());
        }
        return List.of(DataComplaint.of(
                dataset.file(),
                off.length + (off.length == 1 ? " value of " : " values of ") + instrument + " not in steps of "
                        + step.toPlainString() + " (first: " + places + ")",
                "Correct them, or leave the instrument out of the plan."));
    }

    private static String scaleHint(BigDecimal least, BigDecimal greatest, BigDecimal low, @Nullable BigDecimal high) {
        if (high != null && high.signum() > 0 && low.signum() >= 0 && least.signum() >= 0) {
            for (BigDecimal factor : List.of(BigDecimal.TEN, BigDecimal.valueOf(100))) {
                BigDecimal enlarged = high.multiply(factor);
                if (greatest.compareTo(enlarged) <= 0) {
                    return "Are they recorded on 0–" + enlarged.toPlainString() + ", in another unit than the plan's?";
                }
            }
        }
        return "Correct them, or the range in the plan.";
    }

    /**
     * A variable takes a value that the plan asks for.
     *
     * @param dataset the dataset
     * @param among the records that are looked at, for example those of one parameter
     * @param name the variable
     * @param expected the value
     * @param neededBy what needs it, for example {@code endpoint "tis20-w12"}; may be empty
     * @return a complaint with the values found
     */
    public static List<DataComplaint> takes(
            Dataset dataset, Condition among, String name, String expected, String neededBy) {
        Variable variable = dataset.variable(name).orElse(null);
        if (variable == null) {
            return List.of();
        }
        Set<String> found = values(dataset, among, variable);
        boolean taken = variable.kind() == Variable.Kind.NUMBER
                ? !dataset.select(among.and(new Condition.Is(name, expected))).isEmpty()
                : found.contains(expected);
        if (taken) {
            return List.of();
        }
        String context = among.equals(Condition.always()) ? "" : " where " + among;
        return List.of(DataComplaint.of(
                dataset.file(),
                "column " + name + " has no value \"" + expected + "\"" + context + " (found: " + listed(found) + ")"
                        + needed(neededBy),
                Suggestion.nearest(expected, found)
                        .map(near -> "Did you mean \"" + near + "\"?")
                        .orElse("")));
    }

    /**
     * A variable takes no value but those of the plan, and is nowhere missing.
     *
     * @param dataset the dataset
     * @param among the records that are looked at, for example those randomised
     * @param name the variable
     * @param allowed the values of the plan
     * @return a complaint with the other values and how often each occurs
     */
    public static List<DataComplaint> only(Dataset dataset, Condition among, String name, Collection<String> allowed) {
        Variable variable = dataset.variable(name).orElse(null);
        if (variable == null) {
            return List.of();
        }
        Map<String, Integer> strange = new LinkedHashMap<>();
        dataset.select(among).rows().forEach(row -> {
            String value = variable.text(row);
            if (!allowed.contains(value)) {
                strange.merge(value.isEmpty() ? "missing" : "\"" + value + "\"", 1, Integer::sum);
            }
        });
        if (strange.isEmpty()) {
            return List.of();
        }
        StringJoiner counts = new StringJoiner(", ");
        strange.forEach((value, count) -> counts.add(value + " (" + count + ")"));
        String context = among.equals(Condition.always()) ? "" : " where " + among;
        return List.of(DataComplaint.at(
                dataset.file(),
                "",
                name,
                "expected only " + listed(new LinkedHashSet<>(allowed)) + context + "; found " + counts,
                "Values compare by exact characters."));
    }

    /**
     * Every subject of a dataset is in the subject-level dataset.
     *
     * @param dataset the dataset
     * @param subjects the subject-level dataset
     * @param id the variable that identifies subjects in both
     * @return a complaint with the unknown subjects
     */
    public static List<DataComplaint> subjectsKnown(Dataset dataset, Dataset subjects, String id) {
        Variable here = dataset.variable(id).orElse(null);
        Variable there = subjects.variable(id).orElse(null);
        if (here == null || there == null) {
            return List.of();
        }
        Set<String> unknown = new LinkedHashSet<>(here.distinct());
        unknown.removeAll(there.distinct());
        return unknown.isEmpty()
                ? List.of()
                : List.of(DataComplaint.at(
                        dataset.file(),
                        "",
                        id,
                        unknown.size() + (unknown.size() == 1 ? " subject is" : " subjects are") + " not in "
                                + subjects.file() + ": " + listed(unknown),
                        ""));
    }

    /**
     * Identifiers are present and consist of visible characters: no control, zero-width or direction-changing ones and
     * no blanks around.
     *
     * @param dataset the dataset
     * @param id the variable
     * @return a complaint per place, the first of them
     */
    public static List<DataComplaint> cleanIdentifiers(Dataset dataset, String id) {
        Variable variable = dataset.variable(id).orElse(null);
        if (variable == null) {
            return List.of();
        }
        List<DataComplaint> complaints = new ArrayList<>();
        for (int row = 0; row < dataset.rows() && complaints.size() < PLACES; row++) {
            String value = variable.text(row);
            if (value.isEmpty()) {
                complaints.add(
                        DataComplaint.at(dataset.file(), dataset.whereIs(row), id, "the identifier is missing", ""));
            } else if (!value.equals(value.strip()) || value.codePoints().anyMatch(DatasetChecks::isInvisible)) {
                complaints.add(DataComplaint.at(
                        dataset.file(),
                        dataset.whereIs(row),
                        id,
                        "the identifier \"" + escaped(value) + "\" has blanks around it or invisible characters",
                        "Remove them."));
            }
        }
        return complaints;
    }

    private static boolean isInvisible(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.CONTROL || type == Character.FORMAT || type == Character.SURROGATE;
    }

    private static String escaped(String value) {
        StringBuilder shown = new StringBuilder();
        value.codePoints().forEach(c -> {
            if (isInvisible(c)) {
                shown.append("<U+")
                        .append(Integer.toHexString(0x10000 | c).substring(1))
                        .append('>');
            } else {
                shown.appendCodePoint(c);
            }
        });
        return shown.toString();
    }

    private static Set<String> values(Dataset dataset, Condition among, Variable variable) {
        Set<String> values = new LinkedHashSet<>();
        dataset.select(among)
                .rows()
                .filter(row -> !variable.isMissing(row))
                .forEach(row -> values.add(variable.text(row)));
        return values;
    }

    private static boolean isNumber(String text) {
        return text.matches("[-+]?[0-9]+(\\.[0-9]+)?");
    }

    private static String plural(Variable.Kind kind) {
        return switch (kind) {
            case TEXT -> "text";
            case NUMBER -> "numbers";
            case DATE -> "dates";
        };
    }

    private static String listed(Set<String> values) {
        if (values.isEmpty()) {
            return "none";
        }
        List<String> first = values.stream().limit(LISTED).toList();
        return String.join(", ", first) + (values.size() > LISTED ? ", … (" + values.size() + " in all)" : "");
    }

    private static String needed(String neededBy) {
        return neededBy.isEmpty() ? "" : "; needed by " + neededBy;
    }
}
