package org.sapwood.stats.mixed;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.sapwood.stats.design.Column;
import org.sapwood.stats.design.DesignMatrix;
import org.sapwood.stats.design.LinearFunction;
import org.sapwood.stats.design.ModelFrame;
import org.sapwood.stats.design.RankRevealingQr;
import org.sapwood.stats.design.Term;

/**
 * The hypotheses of type III tests for a design in reference coding, in the basis of SAS (and lmerTest).
 *
 * <p>Every column of the overparameterised design, which has an indicator for each level, is written as a combination of
 * the columns of the design. Read by the latter, the coefficients of a term are made orthogonal to those of the terms that
 * contain it; what remains on the design's own columns are the functions that are zero under the hypothesis. The basis
 * matters: Satterthwaite's degrees of freedom of a test of several functions depend on it, the F statistic does not.
 *
 * <p>Source: Goodnight (1980), Communications in Statistics A 9, 167–180.
 */
final class TypeThreeFunctions {
    private static final double ZERO = 1e-8;

    private TypeThreeFunctions() {}

    /**
     * The hypotheses of every term.
     *
     * @param design in reference coding
     * @return for each term the functions that are zero under its hypothesis, none for an aliased term
     */
    static Map<Term, List<LinearFunction>> of(DesignMatrix design) {
        List<String> names = new ArrayList<>();
        double[][] general = generalForm(design, names);
        List<Term> terms = design.terms();
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, terms.size()).boxed().toList());
        order.sort(Comparator.comparingInt(t -> -terms.get(t).order()));
        for (int t : order) {
            int[] containing = IntStream.range(0, terms.size())
                    .filter(u -> isContained(terms.get(t), terms.get(u), design.frame()))
                    .flatMap(u -> Arrays.stream(design.columnsOf(u)))
                    .toArray();
            if (containing.length > 0) {
                orthogonalise(general, design.columnsOf(t), containing);
            }
        }
        Map<Term, List<LinearFunction>> functions = new LinkedHashMap<>();
        for (int t = 0; t < terms.size(); t++) {
            List<LinearFunction> ofTerm = new ArrayList<>();
            for (int k : design.columnsOf(t)) {
                double[] l = new double[design.columns()];
                double size = 0;
                for (int j = 0; j < l.length; j++) {
                    double x = general[names.indexOf(design.names().get(j))][k];
                    // the entries are fractions of numbers of levels; what is left of zeros is rounding
                    l[j] = Math.abs(x) < 1e-11 ? 0 : x;
                    size += Math.abs(x);
                }
                if (size > ZERO) {
                    ofTerm.add(new LinearFunction(design.names().get(k), l));
                }
            }
            functions.put(terms.get(t), ofTerm);
        }
        return functions;
    }

    /** SAS's containment: the same covariates, and more factors that include all of the first term's. */
    private static boolean isContained(Term inner, Term outer, ModelFrame frame) {
        Set<String> numeric = new HashSet<>(inner.variables());
        numeric.removeIf(frame::isFactor);
        Set<String> other = new HashSet<>(outer.variables());
        other.removeIf(frame::isFactor);
        return outer.order() > inner.order() && outer.contains(inner) && numeric.equals(other);
    }

    /** Rows: columns of the overparameterised design, named; columns: their coefficients on the design's columns. */
    private static double[][] generalForm(DesignMatrix design, List<String> names) {
        List<double[]> columns = new ArrayList<>();
        double[] ones = new double[design.observations()];
        Arrays.fill(ones, 1);
        names.add("(Intercept)");
        columns.add(ones);
        for (Term term : design.terms()) {
            List<String> termNames = List.of("");
            List<double[]> termColumns = List.of(ones);
            for (String variable : term.variables()) {
                List<String> longerNames = new ArrayList<>();
                List<double[]> longer = new ArrayList<>();
                for (Map.Entry<String, double[]> part :
                        parts(design.frame(), variable).entrySet()) {
                    for (int c = 0; c < termNames.size(); c++) {
                        String start = termNames.get(c).isEmpty() ? "" : termNames.get(c) + ":";
                        longerNames.add(start + part.getKey());
                        longer.add(product(termColumns.get(c), part.getValue()));
                    }
                }
                termNames = longerNames;
                termColumns = longer;
            }
            names.addAll(termNames);
            columns.addAll(termColumns);
        }
        RankRevealingQr qr = RankRevealingQr.of(design.rows());
        return columns.stream().map(qr::solve).toArray(double[][]::new);
    }

    private static Map<String, double[]> parts(ModelFrame frame, String variable) {
        Map<String, double[]> parts = new LinkedHashMap<>();
        if (frame.column(variable) instanceof Column.Factor factor) {
            for (int level = 0; level < factor.levels().size(); level++) {
                double[] indicator = new double[frame.rows()];
                for (int i = 0; i < indicator.length; i++) {
                    indicator[i] = factor.codes()[i] == level ? 1 : 0;
                }
                parts.put(variable + "=" + factor.levels().get(level), indicator);
            }
        } else {
            parts.put(variable, frame.numbers(variable));
        }
        return parts;
    }

    private static double[] product(double[] x, double[] y) {
        double[] out = new double[x.length];
        Arrays.setAll(out, i -> x[i] * y[i]);
        return out;
    }

    /** Replaces the first columns by their least-squares residuals on the second. */
    private static void orthogonalise(double[][] matrix, int[] columns, int[] on) {
        double[][] x = new double[matrix.length][on.length];
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < on.length; j++) {
                x[i][j] = matrix[i][on[j]];
            }
        }
        RankRevealingQr qr = RankRevealingQr.of(x);
        for (int column : columns) {
            double[] y = new double[matrix.length];
            for (int i = 0; i < y.length; i++) {
                y[i] = matrix[i][column];
            }
            double[] b = qr.solve(y);
            for (int i = 0; i < y.length; i++) {
                matrix[i][column] = y[i] - Dense.dot(b, x[i]);
            }
        }
    }
}
