package org.sapwood.data;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sapwood.sap.Condition;
import org.sapwood.yaml.Suggestion;

/** An analysis dataset: variables of equal length, in file order, and where they came from. Rows run from 0. */
public final class Dataset {

    private final String name;
    private final String label;
    private final String file;
    private final String sha256;
    private final int rows;
    private final Map<String, Variable> variables;
    private final int @Nullable [] lines;
    private final List<String> notes;

    /**
     * A dataset read from a file.
     *
     * @param name the dataset's name
     * @param label its label, or empty
     * @param source the file
     * @param variables its variables, in file order, with distinct names and equally many rows
     * @param lines the line of each row in a text file, from 1; null for files without lines
     * @param notes remarks of the reader that are no complaints
     */
    public Dataset(
            String name,
            String label,
            DataFile source,
            List<Variable> variables,
            int @Nullable [] lines,
            List<String> notes) {
        this.name = name;
        this.label = label;
        this.file = source.name();
        this.sha256 = source.sha256();
        this.rows = variables.isEmpty() ? 0 : variables.get(0).rows();
        Map<String, Variable> byName = new LinkedHashMap<>();
        for (Variable variable : variables) {
            if (variable.rows() != rows) {
                throw new IllegalArgumentException("expected " + rows + " rows; found " + variable);
            }
            if (byName.put(variable.name(), variable) != null) {
                throw new IllegalArgumentException("expected distinct names; found " + variable.name() + " twice");
            }
        }
        this.variables = Collections.unmodifiableMap(byName);
        this.lines = lines == null ? null : lines.clone();
        this.notes = List.copyOf(notes);
    }

    /** {@return the dataset's name, for example {@code ADSL}} */
    public String name() {
        return name;
    }

    /** {@return the label, or empty} */
    public String label() {
        return label;
    }

    /** {@return the file as messages call it} */
    public String file() {
        return file;
    }

    /** {@return the SHA-256 of the bytes that were parsed} */
    public String sha256() {
        return sha256;
    }

    /** {@return the number of records} */
    public int rows() {
        return rows;
    }

    /** {@return the variables in file order} */
    public List<Variable> variables() {
        return List.copyOf(variables.values());
    }

    /** {@return the names of the variables in file order} */
    public Set<String> names() {
        return variables.keySet();
    }

    /** {@return remarks of the reader that are no complaints} */
    public List<String> notes() {
        return notes;
    }

    /** {@return a variable, or empty when there is none of that name}
     *
     * @param variable the exact name
     */
    public Optional<Variable> variable(String variable) {
        return Optional.ofNullable(variables.get(variable));
    }

    /**
     * A variable that must be there.
     *
     * @param variable the exact name
     * @return the variable
     * @throws DataRejected with the nearest name when there is none
     */
    public Variable require(String variable) {
        return variable(variable).orElseThrow(() -> new DataRejected(unknown(variable, "")));
    }

    /**
     * The records that satisfy a condition, in file order.
     *
     * @param condition the condition
     * @return the selection
     * @throws DataRejected when the condition names an unknown variable, or compares one with what its kind cannot be
     */
    public Selection select(Condition condition) {
        DataComplaints complaints = new DataComplaints();
        Selection selection = new Selection(condition, new Matching(this, complaints).rows(condition));
        complaints.throwIfAny();
        return selection;
    }

    /** {@return where a row stands in the file, as a message says it: {@code line 214} or {@code record 213}}
     *
     * @param row the row
     */
    public String whereIs(int row) {
        return lines == null ? "record " + (row + 1) : "line " + lines[row];
    }

    /**
     * The complaint that a variable is missing from this dataset.
     *
     * @param variable the name asked for
     * @param neededBy what needs it, for example {@code endpoint "tis20-w12"}, or empty
     * @return the complaint
     */
    DataComplaint unknown(String variable, String neededBy) {
        String need = neededBy.isEmpty() ? "" : "; needed by " + neededBy;
        return DataComplaint.of(
                file, "no variable \"" + variable + "\"" + need, Suggestion.remedy(variable, new ArrayList<>(names())));
    }

    @Override
    public String toString() {
        return name + " (" + file + ", " + rows + " records, " + variables.size() + " variables)";
    }
}
