package org.sapwood.qualify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A small CSV table as the reference cases use it: text cells, an empty cell is missing.
 *
 * @param columns cells by column name, in file order; all columns have the same length
 */
public record CaseTable(Map<String, List<@Nullable String>> columns) {

    /** {@return the number of rows} */
    public int rows() {
        return columns.values().stream().findFirst().map(List::size).orElse(0);
    }

    /** {@return the cells of a column} */
    public List<@Nullable String> column(String name) {
        List<@Nullable String> column = columns.get(name);
        if (column == null) {
            throw new CaseInput.Unsupported("no column named \"" + name + "\". Known: " + columns.keySet());
        }
        return column;
    }

    /** {@return a column as numbers, NaN where missing} */
    public double[] numbers(String name) {
        List<@Nullable String> cells = column(name);
        double[] numbers = new double[cells.size()];
        for (int i = 0; i < numbers.length; i++) {
            String cell = cells.get(i);
            numbers[i] = cell == null || cell.isEmpty() || cell.equals("NA") ? Double.NaN : Double.parseDouble(cell);
        }
        return numbers;
    }

    /** {@return the rows where the named columns hold the given values} */
    public CaseTable filter(Map<String, String> values) {
        List<Integer> kept = new ArrayList<>();
        for (int i = 0; i < rows(); i++) {
            boolean keep = true;
            for (Map.Entry<String, String> entry : values.entrySet()) {
                keep &= entry.getValue().equals(column(entry.getKey()).get(i));
            }
            if (keep) {
                kept.add(i);
            }
        }
        Map<String, List<@Nullable String>> filtered = new LinkedHashMap<>();
        columns.forEach((name, cells) -> {
            List<@Nullable String> some = new ArrayList<>(kept.size());
            kept.forEach(i -> some.add(cells.get(i)));
            filtered.put(name, some);
        });
        return new CaseTable(filtered);
    }
}
