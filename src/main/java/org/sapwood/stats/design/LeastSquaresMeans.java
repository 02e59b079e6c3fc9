package org.sapwood.stats.design;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The linear functions behind least-squares means (estimated marginal means; Searle, Speed and Milliken 1980): the
 * model's prediction at each combination of the effect's levels, averaged over the other factors, every covariate held
 * at its mean over the rows used.
 */
public final class LeastSquaresMeans {
    private final Map<String, LinearFunction> rows = new LinkedHashMap<>();
    private final List<List<String>> levels;

    /**
     * The rows of an effect.
     *
     * @param design the model
     * @param effect the factors of the effect, for example {@code ARM} or {@code ARM, AVISIT}
     * @param margins how the other factors are averaged
     */
    public LeastSquaresMeans(DesignMatrix design, List<String> effect, Margins margins) {
        ModelFrame frame = design.frame();
        levels = effect.stream().map(f -> frame.factor(f).levels()).toList();
        List<String> factors = new ArrayList<>(effect);
        List<String> covariates = new ArrayList<>();
        for (String variable : Term.variablesOf(design.terms())) {
            if (!frame.isFactor(variable)) {
                covariates.add(variable);
            } else if (!factors.contains(variable)) {
                factors.add(variable);
            }
        }
        int size = 1;
        for (String factor : factors) {
            size *= frame.factor(factor).levels().size();
        }
        ModelFrame.Builder grid = ModelFrame.builder();
        double[] weights = new double[size];
        java.util.Arrays.fill(weights, 1);
        String[] names = new String[size];
        java.util.Arrays.fill(names, "");
        int repeat = size;
        for (int f = 0; f < factors.size(); f++) {
            Column.Factor factor = frame.factor(factors.get(f));
            int k = factor.levels().size();
            repeat /= k;
            int[] counts = factor.counts();
            List<String> labels = new ArrayList<>(size);
            for (int i = 0; i < size; i++) {
                int level = i / repeat % k;
                String label = factor.levels().get(level);
                labels.add(label);
                if (f < effect.size()) {
                    names[i] = f == 0 ? label : names[i] + "|" + label;
                } else {
                    weights[i] *= margins == Margins.EQUAL ? 1.0 / k : (double) counts[level] / frame.rows();
                }
            }
            grid.factor(factor.name(), factor.levels(), labels);
        }
        for (String covariate : covariates) {
            double[] held = new double[size];
            java.util.Arrays.fill(held, ((Column.Numeric) frame.column(covariate)).mean());
            grid.numeric(covariate, held);
        }
        double[][] x = design.rows(grid.build());
        for (int i = 0; i < size; i++) {
            double[] l = rows.computeIfAbsent(names[i], n -> new LinearFunction(n, new double[design.columns()]))
                    .coefficients();
            for (int j = 0; j < l.length; j++) {
                l[j] += weights[i] * x[i][j];
            }
        }
    }

    /**
     * The rows of an effect.
     *
     * @param design the model
     * @param effect the factors of the effect
     * @param margins how the other factors are averaged
     * @return the rows
     */
    public static LeastSquaresMeans of(DesignMatrix design, List<String> effect, Margins margins) {
        return new LeastSquaresMeans(design, effect, margins);
    }

    /** {@return one function per combination of the effect's levels, named {@code ACT|W12}; the first factor varies slowest} */
    public List<LinearFunction> means() {
        return List.copyOf(rows.values());
    }

    /**
     * One mean.
     *
     * @param name for example {@code ACT|W12}
     * @return its function
     * @throws IllegalArgumentException when the effect has no such combination
     */
    public LinearFunction mean(String name) {
        LinearFunction row = rows.get(name);
        if (row == null) {
            throw new IllegalArgumentException("no mean named \"" + name + "\". Known: " + rows.keySet());
        }
        return row;
    }

    /**
     * Pairwise differences in the first factor of the effect, within each combination of the others: later level minus
     * earlier level, named {@code ACT-PBO|W12}.
     *
     * @return the differences, ordered by the other factors, then as LOW-PBO, HIGH-PBO, HIGH-LOW
     */
    public List<LinearFunction> differences() {
        List<String> others = new ArrayList<>(List.of(""));
        for (List<String> factor : levels.subList(1, levels.size())) {
            List<String> longer = new ArrayList<>();
            for (String start : others) {
                for (String level : factor) {
                    longer.add(start + "|" + level);
                }
            }
            others = longer;
        }
        List<String> first = levels.get(0);
        List<LinearFunction> differences = new ArrayList<>();
        for (String rest : others) {
            for (int j = 0; j < first.size(); j++) {
                for (int i = j + 1; i < first.size(); i++) {
                    differences.add(mean(first.get(i) + rest)
                            .minus(mean(first.get(j) + rest), first.get(i) + "-" + first.get(j) + rest));
                }
            }
        }
        return differences;
    }
}
