package org.sapwood.stats.linear;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sapwood.stats.design.RankRevealingQr;

/**
 * Whether the maximum-likelihood estimate of a logistic or Poisson model exists (Albert and Anderson 1984).
 *
 * <p>It does not when some direction δ improves the fit of some observations and worsens none: aᵢ'δ ≥ 0 for all i, not
 * all zero, where aᵢ = ±xᵢ. By Stiemke's lemma there is no such δ exactly when some combination Σ λᵢaᵢ = 0 has all
 * λᵢ ≥ 1. That is a non-negative least-squares problem, solved in finitely many steps (Lawson and Hanson 1974); no
 * limit of iterations or size of a coefficient has to be guessed.
 */
public final class Separation {
    private static final double TOLERANCE = 1e-9;

    private Separation() {}

    /**
     * Checks a binary response.
     *
     * @param x the design, one array per observation
     * @param event whether each observation has the event
     * @return true when the estimate does not exist
     */
    public static boolean ofBinary(double[][] x, boolean[] event) {
        List<double[]> a = new ArrayList<>();
        for (int i = 0; i < x.length; i++) {
            a.add(event[i] ? x[i].clone() : negative(x[i]));
        }
        return existsDirection(a.toArray(double[][]::new));
    }

    /**
     * Checks counts: an observation with a positive count pins its linear predictor, one with zero lets it fall.
     *
     * @param x the design, one array per observation
     * @param count at least 0
     * @return true when the estimate does not exist
     */
    public static boolean ofCounts(double[][] x, double[] count) {
        List<double[]> a = new ArrayList<>();
        for (int i = 0; i < x.length; i++) {
            a.add(negative(x[i]));
            if (count[i] > 0) {
                a.add(x[i].clone());
            }
        }
        return existsDirection(a.toArray(double[][]::new));
    }

    private static double[] negative(double[] row) {
        double[] minus = new double[row.length];
        for (int j = 0; j < row.length; j++) {
            minus[j] = -row[j];
        }
        return minus;
    }

    /**
     * Whether some δ has aᵢ'δ ≥ 0 for all i, not all zero.
     *
     * @param a one array per inequality
     * @return true when there is such a direction
     */
    public static boolean existsDirection(double[][] a) {
        if (a.length == 0) {
            return false;
        }
        double[][] rows = orthonormal(a);
        int n = rows.length;
        int p = rows[0].length;
        // minimise |Σ μᵢaᵢ − b|, μ ≥ 0, b = −Σ aᵢ; a zero residual is a positive combination λ = 1 + μ
        double[] b = new double[p];
        for (double[] row : rows) {
            for (int j = 0; j < p; j++) {
                b[j] -= row[j];
            }
        }
        double[] residual = nonNegativeResidual(rows, b);
        double worst = 0;
        double size = 0;
        for (int j = 0; j < p; j++) {
            worst = Math.max(worst, Math.abs(residual[j]));
            size = Math.max(size, Math.abs(b[j]));
        }
        if (worst <= TOLERANCE * Math.max(1, size)) {
            return false;
        }
        // the negated residual is the direction; certify it
        double improvement = 0;
        for (int i = 0; i < n; i++) {
            improvement = Math.max(improvement, -dot(rows[i], residual));
        }
        return improvement > TOLERANCE * worst;
    }

    /** The same row geometry with orthonormal columns, so that scale and collinearity of X do not matter. */
    private static double[][] orthonormal(double[][] rows) {
        RankRevealingQr qr = RankRevealingQr.of(rows);
        int[] independent = qr.independent();
        double[][] some = new double[rows.length][independent.length];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < independent.length; j++) {
                some[i][j] = rows[i][independent[j]];
            }
        }
        return RankRevealingQr.of(some).orthonormalBasis();
    }

    /** Lawson and Hanson's active-set method; returns b − Σ μᵢaᵢ. */
    private static double[] nonNegativeResidual(double[][] rows, double[] b) {
        int n = rows.length;
        double[] mu = new double[n];
        boolean[] passive = new boolean[n];
        double[] residual = b.clone();
        double floor = 1e-12 * Math.max(1, Arrays.stream(b).map(Math::abs).max().orElse(1));
        for (int step = 0; step < 30 * (n + b.length); step++) {
            int best = -1;
            double steepest = floor;
            for (int i = 0; i < n; i++) {
                double gradient = passive[i] ? 0 : dot(rows[i], residual);
                if (gradient > steepest) {
                    steepest = gradient;
                    best = i;
                }
            }
            if (best < 0) {
                return residual;
            }
            passive[best] = true;
            if (!descend(rows, b, mu, passive)) {
                return residual;
            }
            residual = b.clone();
            for (int i = 0; i < n; i++) {
                for (int j = 0; mu[i] > 0 && j < b.length; j++) {
                    residual[j] -= mu[i] * rows[i][j];
                }
            }
        }
        return residual;
    }

    /** Solves on the passive set, dropping members until all are positive; false when nothing moves any more. */
    private static boolean descend(double[][] rows, double[] b, double[] mu, boolean[] passive) {
        boolean moved = false;
        while (true) {
            int[] set = java.util.stream.IntStream.range(0, mu.length)
                    .filter(i -> passive[i])
                    .toArray();
            double[][] columns = new double[b.length][set.length];
            for (int k = 0; k < set.length; k++) {
                for (int j = 0; j < b.length; j++) {
                    columns[j][k] = rows[set[k]][j];
                }
            }
            double[] solution = RankRevealingQr.of(columns).solve(b);
            double fraction = 1;
            for (int k = 0; k < set.length; k++) {
                if (solution[k] <= 0) {
                    double share = mu[set[k]] / (mu[set[k]] - solution[k]);
                    fraction = Math.min(fraction, Double.isNaN(share) ? 0 : share);
                }
            }
            for (int k = 0; k < set.length; k++) {
                double next = mu[set[k]] + fraction * (solution[k] - mu[set[k]]);
                moved |= next != mu[set[k]];
                mu[set[k]] = next;
                if (fraction < 1 && next <= 1e-14) {
                    mu[set[k]] = 0;
                    passive[set[k]] = false;
                }
            }
            if (fraction >= 1) {
                return moved;
            }
        }
    }

    private static double dot(double[] u, double[] v) {
        double sum = 0;
        for (int j = 0; j < u.length; j++) {
            sum += u[j] * v[j];
        }
        return sum;
    }
}
