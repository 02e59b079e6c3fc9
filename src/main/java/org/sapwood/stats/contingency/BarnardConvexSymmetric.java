package org.sapwood.stats.contingency;

import java.util.Arrays;
import org.sapwood.stats.Alternative;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.proportion.BinomialProbabilities;
import org.sapwood.stats.proportion.TwoProportions;

/**
 * Barnard's original CSM test (1947): convexity, symmetry, maximum. The region starts with the most extreme table and
 * grows, always by the neighbouring table that raises the largest probability over the common proportion the least,
 * until it holds the observed table. The proportion is searched on 1000 equally spaced points while the region grows,
 * ties (to 12 decimals) enter together, and the p-value of the final region is refined.
 */
public final class BarnardConvexSymmetric {
    private static final int POINTS = 1000;
    private static final double MARGIN = 1e-5;

    private enum State {
        UNSEEN,
        CANDIDATE,
        INSIDE
    }

    private final int n1;
    private final int n2;
    private final boolean twoSided;
    private final State[][] states;
    private final double[][] first;
    private final double[][] second;
    private final double[] inside = new double[POINTS];
    private final UnconditionalRegion region;

    private BarnardConvexSymmetric(int n1, int n2, boolean twoSided) {
        this.n1 = n1;
        this.n2 = n2;
        this.twoSided = twoSided;
        this.states = new State[n1 + 1][n2 + 1];
        for (State[] row : states) {
            Arrays.fill(row, State.UNSEEN);
        }
        this.first = probabilities(n1);
        this.second = probabilities(n2);
        this.region = new UnconditionalRegion(n1, n2);
    }

    private static double[][] probabilities(int n) {
        BinomialProbabilities binomial = new BinomialProbabilities(n);
        double[] at = new double[n + 1];
        double[][] table = new double[n + 1][POINTS];
        for (int g = 0; g < POINTS; g++) {
            binomial.fill(MARGIN + (1 - 2 * MARGIN) * g / (POINTS - 1), at);
            for (int x = 0; x <= n; x++) {
                table[x][g] = at[x];
            }
        }
        return table;
    }

    /**
     * The test.
     *
     * @param data two groups of fixed size
     * @param alternative {@code GREATER}: the first proportion is larger; two-sided the region is symmetric
     * @return the test, its statistic being the observed difference; {@code EMPTY_GROUP}
     */
    public static Estimable<UnconditionalTest> of(TwoProportions data, Alternative alternative) {
        if (data.hasEmptyGroup()) {
            return PearsonChiSquare.emptyMargin();
        }
        boolean swap =
                alternative == Alternative.GREATER || (alternative == Alternative.TWO_SIDED && data.p1() > data.p2());
        TwoProportions turned = swap ? data.swapped() : data;
        BarnardConvexSymmetric test =
                new BarnardConvexSymmetric(turned.n1(), turned.n2(), alternative == Alternative.TWO_SIDED);
        test.growTo(turned.x1(), turned.x2());
        return Estimable.of(test.region.test(data.p1() - data.p2()));
    }

    private void growTo(int x1, int x2) {
        enter(0, n2);
        while (states[x1][x2] != State.INSIDE) {
            int[][] candidates = candidates();
            double[] largest = new double[candidates.length];
            double smallest = Double.POSITIVE_INFINITY;
            for (int k = 0; k < largest.length; k++) {
                largest[k] = toTwelveDecimals(largestWith(candidates[k][0], candidates[k][1]));
                smallest = Math.min(smallest, largest[k]);
            }
            for (int k = 0; k < largest.length; k++) {
                if (largest[k] == smallest) {
                    enter(candidates[k][0], candidates[k][1]);
                }
            }
        }
    }

    private static double toTwelveDecimals(double p) {
        return StrictMath.rint(p * 1e12);
    }

    private void enter(int x1, int x2) {
        put(x1, x2);
        if (twoSided) {
            put(n1 - x1, n2 - x2);
        }
        see(x1, x2 - 1);
        see(x1 + 1, x2);
    }

    private void put(int x1, int x2) {
        if (states[x1][x2] != State.INSIDE) {
            states[x1][x2] = State.INSIDE;
            region.add(x1, x2);
            for (int g = 0; g < POINTS; g++) {
                inside[g] += first[x1][g] * second[x2][g];
            }
        }
    }

    private void see(int x1, int x2) {
        if (x1 <= n1 && x2 >= 0 && states[x1][x2] == State.UNSEEN) {
            states[x1][x2] = State.CANDIDATE;
        }
    }

    /** Convexity: of the candidates with one x₁ only that with the largest x₂, of those with one x₂ the smallest x₁. */
    private int[][] candidates() {
        int[][] chosen = new int[n1 + 1][];
        boolean[] taken = new boolean[n2 + 1];
        int count = 0;
        for (int i = 0; i <= n1; i++) {
            for (int j = n2; j >= 0; j--) {
                if (states[i][j] == State.CANDIDATE) {
                    if (!taken[j]) {
                        taken[j] = true;
                        chosen[count++] = new int[] {i, j};
                    }
                    break;
                }
            }
        }
        return Arrays.copyOf(chosen, count);
    }

    private double largestWith(int x1, int x2) {
        double largest = 0;
        for (int g = 0; g < POINTS; g++) {
            double p = inside[g] + first[x1][g] * second[x2][g];
            if (twoSided) {
                p += first[n1 - x1][g] * second[n2 - x2][g];
            }
            largest = Math.max(largest, p);
        }
        return largest;
    }
}
