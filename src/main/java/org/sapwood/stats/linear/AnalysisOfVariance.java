package org.sapwood.stats.linear;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.Estimable.Reason;
import org.sapwood.stats.design.Coding;
import org.sapwood.stats.design.DesignMatrix;
import org.sapwood.stats.design.FTest;
import org.sapwood.stats.design.LinearFunction;
import org.sapwood.stats.design.RankRevealingQr;
import org.sapwood.stats.design.Term;
import org.sapwood.stats.design.WaldQuadraticForm;

/**
 * Tests of the terms of a linear model, all against the residual mean square of the full model.
 *
 * <p>Type I adds the terms one after the other in model order. Type II compares with the model of all terms that do not
 * contain the tested one. Type III tests each term with all others in the model, factors in sum-to-zero coding; it
 * agrees with SAS when every cell of the interactions is filled.
 */
public final class AnalysisOfVariance {
    private AnalysisOfVariance() {}

    /**
     * Sequential tests.
     *
     * @param model the full model
     * @return one test per term, in model order; not estimable when the earlier terms leave the term nothing
     */
    public static Map<Term, Estimable<TermTest>> typeOne(LinearModel model) {
        DesignMatrix design = model.design();
        Map<Term, Estimable<TermTest>> tests = new LinkedHashMap<>();
        List<Integer> columns = new ArrayList<>();
        add(columns, design.columnsOf(-1));
        Reduction before = Reduction.of(model, columns);
        for (int t = 0; t < design.terms().size(); t++) {
            add(columns, design.columnsOf(t));
            Reduction after = Reduction.of(model, columns);
            tests.put(design.terms().get(t), difference(model, design.terms().get(t), after, before));
            before = after;
        }
        return tests;
    }

    /**
     * Tests of each term adjusted for all terms that do not contain it.
     *
     * @param model the full model
     * @return one test per term, in model order
     */
    public static Map<Term, Estimable<TermTest>> typeTwo(LinearModel model) {
        DesignMatrix design = model.design();
        Map<Term, Estimable<TermTest>> tests = new LinkedHashMap<>();
        for (Term tested : design.terms()) {
            List<Integer> without = new ArrayList<>();
            add(without, design.columnsOf(-1));
            for (int t = 0; t < design.terms().size(); t++) {
                if (!design.terms().get(t).contains(tested)) {
                    add(without, design.columnsOf(t));
                }
            }
            List<Integer> with = new ArrayList<>(without);
            add(with, design.columnsOf(design.terms().indexOf(tested)));
            tests.put(tested, difference(model, tested, Reduction.of(model, with), Reduction.of(model, without)));
        }
        return tests;
    }

    /**
     * Tests of each term adjusted for all others.
     *
     * @param model the full model
     * @return one test per term, in model order; not estimable for terms with empty cells
     */
    public static Map<Term, Estimable<TermTest>> typeThree(LinearModel model) {
        DesignMatrix design = model.design().coded(Coding.SUM_TO_ZERO);
        RankRevealingQr qr = RankRevealingQr.of(design.rows());
        double[] beta = qr.solve(model.response());
        double[][] inverse = qr.crossProductInverse();
        int[] aliased = qr.aliased();
        Map<Term, Estimable<TermTest>> tests = new LinkedHashMap<>();
        for (int t = 0; t < design.terms().size(); t++) {
            Term term = design.terms().get(t);
            boolean touched = false;
            for (int u = 0; u < design.terms().size(); u++) {
                int[] columns = design.columnsOf(u);
                touched |= design.terms().get(u).contains(term)
                        && IntStream.of(columns)
                                .anyMatch(j -> IntStream.of(aliased).anyMatch(a -> a == j));
            }
            if (touched) {
                tests.put(
                        term,
                        Estimable.not(
                                Reason.RANK_DEFICIENT,
                                term.label() + " has no type III test because some of its columns are aliased"));
                continue;
            }
            List<LinearFunction> zero = new ArrayList<>();
            for (int j : design.columnsOf(t)) {
                double[] unit = new double[design.columns()];
                unit[j] = 1;
                zero.add(new LinearFunction(design.names().get(j), unit));
            }
            WaldQuadraticForm form = WaldQuadraticForm.of(zero, beta, inverse);
            tests.put(term, test(model, term, form.rank(), form.value()));
        }
        return tests;
    }

    private static void add(List<Integer> columns, int[] more) {
        for (int column : more) {
            columns.add(column);
        }
    }

    private static Estimable<TermTest> difference(LinearModel model, Term term, Reduction more, Reduction less) {
        return test(model, term, more.rank - less.rank, more.minusResidual - less.minusResidual);
    }

    private static Estimable<TermTest> test(LinearModel model, Term term, int df, double sumOfSquares) {
        if (df == 0) {
            return Estimable.not(Reason.RANK_DEFICIENT, term.label() + " is confounded with the other terms");
        }
        double ss = Math.max(0, sumOfSquares);
        double meanSquare = model.residualSumOfSquares() / model.residualDegreesOfFreedom();
        return Estimable.of(
                new TermTest(term, df, ss, FTest.of(ss / df / meanSquare, df, model.residualDegreesOfFreedom())));
    }

    /** The rank of a set of columns and the (negated) sum of squares they leave unexplained. */
    private record Reduction(int rank, double minusResidual) {
        static Reduction of(LinearModel model, List<Integer> columns) {
            double[][] rows = model.design().rows();
            double[][] some = new double[rows.length][columns.size()];
            for (int i = 0; i < rows.length; i++) {
                for (int j = 0; j < columns.size(); j++) {
                    some[i][j] = rows[i][columns.get(j)];
                }
            }
            RankRevealingQr qr = RankRevealingQr.of(some);
            double[] effects = qr.effects(model.response());
            double residual = 0;
            for (int i = qr.rank(); i < effects.length; i++) {
                residual += effects[i] * effects[i];
            }
            return new Reduction(qr.rank(), -residual);
        }
    }
}
