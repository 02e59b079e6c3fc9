package org.sapwood.stats.design;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The design matrix X of a model, with the names of its columns: {@code (Intercept)}, {@code BASE}, {@code ARM=ACT},
 * {@code ARM=ACT:AVISIT=W12}.
 *
 * <p>A factor inside a term is coded by contrasts when the term without it is in the model as well (the intercept is
 * the empty term), and by an indicator for every level otherwise; so {@code AVISIT} and {@code ARM:AVISIT} without
 * {@code ARM} span the same space as in R and SAS. In an interaction the levels of the first variable vary fastest.
 */
public final class DesignMatrix {
    private final ModelFrame frame;
    private final List<Term> terms;
    private final Coding coding;
    private final Intercept intercept;
    private final List<String> names;
    private final int[] termOfColumn;
    private final double[][] rows;

    private DesignMatrix(ModelFrame frame, List<Term> terms, Coding coding, Intercept intercept) {
        this.frame = frame;
        this.terms = List.copyOf(terms);
        this.coding = coding;
        this.intercept = intercept;
        List<String> names = new ArrayList<>();
        List<Integer> owner = new ArrayList<>();
        if (intercept == Intercept.INCLUDED) {
            names.add("(Intercept)");
            owner.add(-1);
        }
        for (int t = 0; t < terms.size(); t++) {
            for (String name : columnNames(terms.get(t))) {
                names.add(name);
                owner.add(t);
            }
        }
        this.names = List.copyOf(names);
        this.termOfColumn = owner.stream().mapToInt(Integer::intValue).toArray();
        this.rows = rows(frame);
    }

    /**
     * A design with an intercept and reference coding.
     *
     * @param frame complete rows only
     * @param terms the fixed effects
     * @return the design
     */
    public static DesignMatrix of(ModelFrame frame, List<Term> terms) {
        return of(frame, terms, Coding.REFERENCE, Intercept.INCLUDED);
    }

    /**
     * A design.
     *
     * @param frame complete rows only
     * @param terms the fixed effects
     * @param coding how factors become columns
     * @param intercept whether there is a column of ones
     * @return the design
     */
    public static DesignMatrix of(ModelFrame frame, List<Term> terms, Coding coding, Intercept intercept) {
        return new DesignMatrix(frame, terms, coding, intercept);
    }

    /** {@return the number of observations} */
    public int observations() {
        return rows.length;
    }

    /** {@return the number of columns, aliased ones included} */
    public int columns() {
        return names.size();
    }

    /** {@return the column names} */
    public List<String> names() {
        return names;
    }

    /** {@return the fixed effects in model order} */
    public List<Term> terms() {
        return terms;
    }

    /** {@return the frame the design was made from} */
    public ModelFrame frame() {
        return frame;
    }

    /** {@return X, one array per observation; not a copy, do not write} */
    public double[][] rows() {
        return rows;
    }

    /** {@return one value} */
    public double get(int row, int column) {
        return rows[row][column];
    }

    /**
     * The columns that belong to a term.
     *
     * @param term index into {@link #terms()}, −1 for the intercept
     * @return column numbers
     */
    public int[] columnsOf(int term) {
        return IntStream.range(0, names.size())
                .filter(j -> termOfColumn[j] == term)
                .toArray();
    }

    /** {@return the same model in another coding} */
    public DesignMatrix coded(Coding other) {
        return of(frame, terms, other, intercept);
    }

    /**
     * The columns that depend linearly on earlier ones.
     *
     * @return their names, empty when the design has full rank
     */
    public List<String> aliased() {
        return Arrays.stream(RankRevealingQr.of(rows).aliased())
                .mapToObj(names::get)
                .toList();
    }

    /**
     * The factor levels of this model that no observation has; they have no column.
     *
     * @return their names as coefficients are named, {@code ARM=HIGH}; empty when every level is used
     */
    public List<String> unusedLevels() {
        List<String> unused = new ArrayList<>();
        for (String variable : Term.variablesOf(terms)) {
            frame.unusedLevels().getOrDefault(variable, List.of()).forEach(level -> unused.add(variable + "=" + level));
        }
        return List.copyOf(unused);
    }

    /**
     * Design rows for other observations, for example a reference grid; factor levels and coding are those of this
     * design.
     *
     * @param other a frame with the same variables and, for factors, the same levels
     * @return one row per observation
     */
    public double[][] rows(ModelFrame other) {
        double[][] x = new double[other.rows()][names.size()];
        int column = 0;
        if (intercept == Intercept.INCLUDED) {
            for (double[] row : x) {
                row[0] = 1;
            }
            column = 1;
        }
        for (Term term : terms) {
            column = fill(x, column, term, other);
        }
        return x;
    }

    private int fill(double[][] x, int from, Term term, ModelFrame other) {
        int width = columnNames(term).size();
        for (int j = 0; j < width; j++) {
            for (double[] row : x) {
                row[from + j] = 1;
            }
        }
        int repeat = 1;
        for (String variable : term.variables()) {
            if (other.column(variable) instanceof Column.Factor factor) {
                double[][] coded = contrasts(term, variable);
                int k = coded.length == 0 ? 0 : coded[0].length;
                for (int i = 0; i < x.length; i++) {
                    double[] code = coded[factor.codes()[i]];
                    for (int j = 0; j < width; j++) {
                        x[i][from + j] *= code[j / repeat % k];
                    }
                }
                repeat *= k;
            } else {
                multiply(x, from, width, other.numbers(variable));
            }
        }
        return from + width;
    }

    private static void multiply(double[][] x, int from, int width, double[] values) {
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < width; j++) {
                x[i][from + j] *= values[i];
            }
        }
    }

    /** Rows are levels, columns are what the level contributes to each column of the term. */
    private double[][] contrasts(Term term, String variable) {
        int levels = frame.factor(variable).levels().size();
        if (isFullyCoded(term, variable)) {
            double[][] indicator = new double[levels][levels];
            for (int l = 0; l < levels; l++) {
                indicator[l][l] = 1;
            }
            return indicator;
        }
        double[][] coded = new double[levels][Math.max(0, levels - 1)];
        for (int l = 0; l < levels; l++) {
            for (int j = 0; j < levels - 1; j++) {
                coded[l][j] = switch (coding) {
                    case REFERENCE -> l == j + 1 ? 1 : 0;
                    case SUM_TO_ZERO -> l == levels - 1 ? -1 : l == j ? 1 : 0;
                };
            }
        }
        return coded;
    }

    private boolean isFullyCoded(Term term, String variable) {
        List<String> others =
                term.variables().stream().filter(v -> !v.equals(variable)).toList();
        return !others.isEmpty()
                && terms.stream()
                        .noneMatch(
                                t -> t.order() == others.size() && t.variables().containsAll(others));
    }

    private List<String> columnNames(Term term) {
        List<String> columns = List.of("");
        for (String variable : term.variables()) {
            List<String> parts = frame.column(variable) instanceof Column.Factor factor
                    ? levelNames(factor, isFullyCoded(term, variable))
                    : List.of(variable);
            List<String> longer = new ArrayList<>();
            for (String part : parts) {
                for (String column : columns) {
                    longer.add(column.isEmpty() ? part : column + ":" + part);
                }
            }
            columns = longer;
        }
        return columns;
    }

    private List<String> levelNames(Column.Factor factor, boolean everyLevel) {
        List<String> levels = factor.levels();
        List<String> shown = everyLevel
                ? levels
                : coding == Coding.REFERENCE
                        ? levels.subList(Math.min(1, levels.size()), levels.size())
                        : levels.subList(0, Math.max(0, levels.size() - 1));
        return shown.stream().map(level -> factor.name() + "=" + level).toList();
    }
}
