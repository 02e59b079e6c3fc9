package org.sapwood.synthetic.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sapwood.synthetic.CsvTable;

/** The subject dataset: one record per screened subject in order of screening; what does not apply is empty. */
public final class SubjectTable {
    private static final List<String> SCREENING = List.of("HEIGHTBL", "WEIGHTBL", "BSABL", "SCRNDT", "SCRNFRS");
    private static final List<String> DISPOSITION =
            List.of("TRTSDT", "TRTEDT", "TRTDURD", "EOTSTT", "DCTREAS", "EOSSTT", "DCSREAS", "EOSDT", "EOSDY", "DTHFL");

    private final List<String> names = new ArrayList<>();
    private final TreeMap<Integer, List<Object>> rows = new TreeMap<>();

    /**
     * A dataset without records. Its variables are those of the trial, with what every trial has between them: after the
     * first the screening, after the second the disposition.
     *
     * @param identity who the subject is
     * @param allocation how the subject entered, was treated and is analysed
     * @param baseline disease and treatment at baseline
     */
    public SubjectTable(List<String> identity, List<String> allocation, List<String> baseline) {
        List.of(identity, SCREENING, allocation, DISPOSITION, baseline).forEach(names::addAll);
    }

    /** Adds a subject; variables that are not given are empty. */
    public void add(SubjectRecord subject) {
        Map<String, Object> values = subject.values();
        if (!names.containsAll(values.keySet())) {
            throw new IllegalArgumentException("expected variables among " + names + "; found " + values.keySet());
        }
        List<Object> cells = new ArrayList<>();
        names.forEach(name -> cells.add(values.getOrDefault(name, "")));
        rows.put(subject.person().number(), cells);
    }

    /** {@return the dataset} */
    public CsvTable table() {
        CsvTable table = new CsvTable(names.toArray(String[]::new));
        rows.values().forEach(cells -> table.row(cells.toArray()));
        return table;
    }
}
