package org.sapwood.stats.multiplicity;

import java.util.Arrays;

/**
 * The weighted Bonferroni procedure on a graph: hypothesis i starts with the share {@code w_i} of the level; when it is
 * rejected, its share travels along the edges in proportions {@code g_ij} and the edges are rewired around it.
 *
 * <p>Source: Bretz F, Maurer W, Brannath W, Posch M (2009), Stat Med 28:586–604.
 */
public final class GraphicalProcedure {
    /** Room for the rounding of p / w; levels are never told apart that finely. */
    private static final double ROUNDING = 1e-10;

    private final double[] weights;
    private final double[][] transitions;

    private GraphicalProcedure(double[] weights, double[][] transitions) {
        this.weights = weights;
        this.transitions = transitions;
    }

    /**
     * A graph.
     *
     * @param weights w, not negative, summing to at most 1
     * @param transitions g, one row per hypothesis, not negative, zero on the diagonal, rows summing to at most 1
     * @return the procedure
     * @throws IllegalArgumentException when the numbers break these rules
     */
    public static GraphicalProcedure of(double[] weights, double[][] transitions) {
        int m = weights.length;
        if (transitions.length != m) {
            throw new IllegalArgumentException("expected " + m + " rows of transitions, found " + transitions.length);
        }
        check("weights", weights);
        double[][] copy = new double[m][];
        for (int i = 0; i < m; i++) {
            if (transitions[i].length != m || transitions[i][i] != 0) {
                throw new IllegalArgumentException("expected " + m + " transitions with none to itself in row "
                        + (i + 1) + ", found " + Arrays.toString(transitions[i]));
            }
            check("transitions of row " + (i + 1), transitions[i]);
            copy[i] = transitions[i].clone();
        }
        return new GraphicalProcedure(weights.clone(), copy);
    }

    private static void check(String what, double... shares) {
        double sum = 0;
        for (double share : shares) {
            if (!(share >= 0)) {
                throw new IllegalArgumentException(what + ": expected numbers of at least 0, found " + share);
            }
            sum += share;
        }
        if (sum > 1 + 1e-9) {
            throw new IllegalArgumentException(what + ": expected a sum of at most 1, found " + sum);
        }
    }

    /**
     * Adjusted p-values: the smallest level at which the procedure rejects each hypothesis.
     *
     * @param p one p-value per hypothesis
     * @return adjusted p-values, 1 for hypotheses that never receive a share
     */
    public double[] adjust(double... p) {
        int m = weights.length;
        if (MultipleTestingProcedure.order(p).length != m) {
            throw new IllegalArgumentException("expected " + m + " p-values, found " + p.length);
        }
        double[] w = weights.clone();
        double[][] g = new double[m][];
        Arrays.setAll(g, i -> transitions[i].clone());
        boolean[] rejected = new boolean[m];
        double[] adjusted = new double[m];
        Arrays.fill(adjusted, 1);
        double largest = 0;
        for (int round = 0; round < m; round++) {
            int next = -1;
            for (int i = 0; i < m; i++) {
                if (!rejected[i] && w[i] > 0 && (next < 0 || p[i] / w[i] < p[next] / w[next])) {
                    next = i;
                }
            }
            if (next < 0) {
                break;
            }
            largest = Math.max(largest, Math.min(1, p[next] / w[next]));
            adjusted[next] = largest;
            rejected[next] = true;
            pass(next, rejected, w, g);
        }
        return adjusted;
    }

    private static void pass(int j, boolean[] rejected, double[] w, double[][] g) {
        int m = w.length;
        double[][] before = new double[m][];
        Arrays.setAll(before, i -> g[i].clone());
        for (int i = 0; i < m; i++) {
            if (rejected[i]) {
                continue;
            }
            w[i] += w[j] * before[j][i];
            double loop = before[i][j] * before[j][i];
            for (int k = 0; k < m; k++) {
                if (!rejected[k]) {
                    g[i][k] = i == k || loop >= 1 ? 0 : (before[i][k] + before[i][j] * before[j][k]) / (1 - loop);
                }
            }
        }
        w[j] = 0;
    }

    /**
     * Which hypotheses are rejected.
     *
     * @param level the familywise level
     * @param p one p-value per hypothesis
     * @return true where the adjusted p-value is at most the level
     */
    public boolean[] rejected(double level, double... p) {
        double[] adjusted = adjust(p);
        boolean[] rejected = new boolean[adjusted.length];
        for (int i = 0; i < rejected.length; i++) {
            rejected[i] = adjusted[i] <= level * (1 + ROUNDING);
        }
        return rejected;
    }
}
