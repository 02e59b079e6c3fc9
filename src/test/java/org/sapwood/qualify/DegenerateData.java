package org.sapwood.qualify;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The degenerate forms of a reference case: its method and options with data that hold little or nothing. */
final class DegenerateData {
    /** Methods whose x and y are two samples, not pairs. */
    private static final String INDEPENDENT = "(t_|mann|hodges|brunner|variance|kolm|median|stand|perm).*";

    private DegenerateData() {}

    /** {@return the case without any observation: no rows, no values, counts of zero} */
    static ReferenceCase emptied(ReferenceCase reference) {
        CaseTable table = reference.table();
        return with(reference, nothing(reference.data()), table == null ? null : rows(table, 0));
    }

    /** {@return degenerate forms by name; those that leave the data as they were are left out} */
    static Map<String, ReferenceCase> of(ReferenceCase reference) {
        Map<String, ReferenceCase> forms = new LinkedHashMap<>();
        CaseTable table = reference.table();
        if (table != null) {
            forms.put("one row", with(reference, Map.of(), rows(table, 1)));
            forms.put("two rows", with(reference, Map.of(), rows(table, 2)));
            Object response = reference.options().containsKey("response")
                    ? reference.options().get("response")
                    : reference.options().get("event");
            if (response != null) {
                String column = response.toString().split(" ", 2)[0];
                forms.put("all missing", with(reference, Map.of(), replaced(table, column, null)));
                forms.put("all 0", with(reference, Map.of(), replaced(table, column, "0")));
                forms.put("all 1", with(reference, Map.of(), replaced(table, column, "1")));
            }
            if (table.columns().containsKey("ARM")) {
                String first = String.valueOf(table.column("ARM").get(0));
                forms.put("one arm", with(reference, Map.of(), table.filter(Map.of("ARM", first))));
                forms.put("one row per arm", with(reference, Map.of(), onePerArm(table)));
            }
        } else {
            Map<String, ?> data = reference.data();
            forms.put("all zero", with(reference, each(data, v -> number(v, 0)), null));
            forms.put("all one", with(reference, each(data, v -> number(v, 1)), null));
            forms.put("first part zero", with(reference, each(data, DegenerateData::firstZero), null));
            if (!data.containsKey("table") && !data.containsKey("transitions")) {
                forms.put("first part only", with(reference, each(data, DegenerateData::firstOnly), null));
            }
            forms.put("second column zero", with(reference, each(data, DegenerateData::columnZero), null));
            for (String group : List.of("1", "2")) {
                forms.put("group " + group + " empty", with(reference, some(data, group, DegenerateData::zeros), null));
                forms.put("group " + group + " without events", with(reference, events(data, group), null));
            }
            if (data.keySet().equals(Set.of("x", "y")) && reference.method().matches(INDEPENDENT)) {
                for (String group : List.of("x", "y")) {
                    forms.put(group + " empty", with(reference, some(data, group, v -> List.of()), null));
                    forms.put(group + " single", with(reference, some(data, group, DegenerateData::firstOnly), null));
                    forms.put(group + " constant", with(reference, some(data, group, v -> number(v, 3)), null));
                }
            }
        }
        forms.values().removeIf(form -> form.data().equals(reference.data()) && table == null);
        return forms;
    }

    private static ReferenceCase with(ReferenceCase r, Map<String, ?> data, @Nullable CaseTable table) {
        return new ReferenceCase(
                r.id(),
                r.method(),
                r.options(),
                data,
                table,
                r.expected(),
                r.source(),
                r.tolerance(),
                r.absoluteTolerance(),
                r.toleranceBy());
    }

    private static Map<String, ?> each(Map<String, ?> data, UnaryOperator<Object> change) {
        Map<String, Object> changed = new LinkedHashMap<>();
        data.forEach((name, value) -> changed.put(name, change.apply(value)));
        return changed;
    }

    /** Changes the data whose name ends as a group does. */
    private static Map<String, ?> some(Map<String, ?> data, String group, UnaryOperator<Object> change) {
        Map<String, Object> changed = new LinkedHashMap<>();
        data.forEach((name, value) -> changed.put(name, name.endsWith(group) ? change.apply(value) : value));
        return changed;
    }

    private static Map<String, ?> events(Map<String, ?> data, String group) {
        Map<String, Object> changed = new LinkedHashMap<>(data);
        for (String name : List.of("x" + group, "events" + group)) {
            changed.computeIfPresent(name, (any, value) -> zeros(value));
        }
        return changed;
    }

    private static Object zeros(Object value) {
        return number(value, 0);
    }

    /** A table keeps its shape with counts of zero; a list loses all its values. */
    private static Map<String, ?> nothing(Map<String, ?> data) {
        Map<String, Object> empty = new LinkedHashMap<>();
        data.forEach((name, value) ->
                empty.put(name, value instanceof List<?> && !name.startsWith("table") ? List.of() : number(value, 0)));
        return empty;
    }

    private static Object number(Object value, int number) {
        if (value instanceof List<?> list) {
            return list.stream().map(item -> number(item, number)).toList();
        }
        return value instanceof Number ? number : value;
    }

    private static Object firstZero(Object value) {
        if (!(value instanceof List<?> list) || list.isEmpty()) {
            return value;
        }
        List<Object> changed = new ArrayList<>(list);
        changed.set(0, number(changed.get(0), 0));
        return changed;
    }

    private static Object firstOnly(Object value) {
        return value instanceof List<?> list && !list.isEmpty() ? List.of(list.get(0)) : value;
    }

    /** In tables and lists of tables, the second column. */
    private static Object columnZero(Object value) {
        if (!(value instanceof List<?> list) || list.isEmpty() || !(list.get(0) instanceof List<?> inner)) {
            return value;
        }
        if (!inner.isEmpty() && inner.get(0) instanceof List<?>) {
            return list.stream().map(DegenerateData::columnZero).toList();
        }
        return list.stream()
                .map(row -> {
                    List<Object> changed = new ArrayList<>((List<?>) row);
                    if (changed.size() > 1) {
                        changed.set(1, 0);
                    }
                    return (Object) changed;
                })
                .toList();
    }

    private static CaseTable rows(CaseTable table, int count) {
        Map<String, List<@Nullable String>> columns = new LinkedHashMap<>();
        table.columns().forEach((name, cells) -> columns.put(name, cells.subList(0, count)));
        return new CaseTable(columns);
    }

    private static CaseTable replaced(CaseTable table, String column, @Nullable String cell) {
        Map<String, List<@Nullable String>> columns = new LinkedHashMap<>(table.columns());
        columns.put(column, Collections.nCopies(table.rows(), cell));
        return new CaseTable(columns);
    }

    private static CaseTable onePerArm(CaseTable table) {
        List<@Nullable String> arms = table.column("ARM");
        Map<String, List<@Nullable String>> columns = new LinkedHashMap<>();
        List<Integer> first = new ArrayList<>();
        for (int i = 0; i < arms.size(); i++) {
            if (arms.indexOf(arms.get(i)) == i) {
                first.add(i);
            }
        }
        table.columns().forEach((name, cells) -> {
            List<@Nullable String> some = new ArrayList<>();
            first.forEach(i -> some.add(cells.get(i)));
            columns.put(name, some);
        });
        return new CaseTable(columns);
    }
}
