package org.sapwood.synthetic.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sapwood.synthetic.CsvTable;

/** The subject dataset: one record per screened subject in order of screening; what does not apply is empty. */
public final class SubjectTable {
    private final List<String> names;
    private final TreeMap<Integer, List<Object>> rows = new TreeMap<>();

    /** A dataset with these variables. */
    public SubjectTable(String... names) {
        this.names = List.of(names);
    }

    /** Adds a subject; variables that are not given are empty. */
    public void add(Person person, Map<String, Object> values) {
        if (!names.containsAll(values.keySet())) {
            throw new IllegalArgumentException("expected variables among " + names + "; found " + values.keySet());
        }
        List<Object> cells = new ArrayList<>();
        names.forEach(name -> cells.add(values.getOrDefault(name, "")));
        rows.put(person.number(), cells);
    }

    /** {@return the dataset} */
    public CsvTable table() {
        CsvTable table = new CsvTable(names.toArray(String[]::new));
        rows.values().forEach(cells -> table.row(cells.toArray()));
        return table;
    }
}
