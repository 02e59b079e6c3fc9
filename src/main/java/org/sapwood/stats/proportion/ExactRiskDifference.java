package org.sapwood.stats.proportion;

import java.util.function.DoubleUnaryOperator;
import org.sapwood.stats.ConfidenceLevel;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.Interval;

/**
 * The exact unconditional interval for p₁ − p₂: two one-sided tests at α/2 are inverted, each p-value being the largest
 * over the second proportion (Santner and Snell 1980; Chan and Zhang 1999). Tables whose statistic equals the observed
 * one within 1e-9 count as at least as extreme.
 */
public final class ExactRiskDifference {
    /** By what the tables are ordered. */
    public enum Ordering {
        /** The score statistic at the difference tested (Chan and Zhang 1999). */
        SCORE,
        /** The observed difference (Santner and Snell 1980). */
        RAW_DIFFERENCE
    }

    private static final double TIE = 1e-9;
    private static final int COARSE = 80;
    private static final int FINE = 40;
    private static final int HALVINGS = 40;
    private static final int NUISANCE_POINTS = 160;
    /** How far below the level a value on the grid of the second proportion may be and still lead above it. */
    private static final double WITHIN_REACH = 0.002;

    private final int n1;
    private final int n2;
    private final int x1;
    private final int x2;
    private final Ordering ordering;
    private final BinomialProbabilities first;
    private final BinomialProbabilities second;
    private final double[] probabilities1;
    private final double[] probabilities2;
    private final double[] cumulative2;
    private final double[] statistics;
    /** The region for each x₁: the x₂ from … to, or one by one where they are not neighbours. */
    private final int[] from;

    private final int[] to;
    private final boolean[][] single;

    private ExactRiskDifference(TwoProportions data, Ordering ordering) {
        this.n1 = data.n1();
        this.n2 = data.n2();
        this.x1 = data.x1();
        this.x2 = data.x2();
        this.ordering = ordering;
        this.first = new BinomialProbabilities(n1);
        this.second = new BinomialProbabilities(n2);
        this.probabilities1 = new double[n1 + 1];
        this.probabilities2 = new double[n2 + 1];
        this.cumulative2 = new double[n2 + 2];
        this.statistics = new double[n2 + 1];
        this.from = new int[n1 + 1];
        this.to = new int[n1 + 1];
        this.single = new boolean[n1 + 1][0];
    }

    /**
     * The interval. The search goes inwards from −1 and 1 to the first difference that is not rejected.
     *
     * @param data the counts
     * @param ordering by what tables are ordered
     * @param level the coverage
     * @return the interval, or {@code EMPTY_GROUP}
     */
    public static Estimable<Interval> interval(TwoProportions data, Ordering ordering, ConfidenceLevel level) {
        if (data.hasEmptyGroup()) {
            return RiskDifference.emptyGroup();
        }
        // the upper limit is minus the lower limit of the exchanged groups
        double lower = lower(data, ordering, level.alpha() / 2);
        double upper = -lower(data.swapped(), ordering, level.alpha() / 2);
        return Estimable.of(new Interval(lower, upper, level));
    }

    private static double lower(TwoProportions data, Ordering ordering, double tail) {
        if (data.x1() == 0 && data.x2() == data.n2()) {
            return -1;
        }
        ExactRiskDifference search = new ExactRiskDifference(data, ordering);
        double estimate = data.p1() - data.p2();
        double[] bracket = search.narrow(-1 + TIE, estimate, COARSE, tail);
        bracket = search.narrow(bracket[0], bracket[1], FINE, tail);
        double low = bracket[0];
        double high = bracket[1];
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (search.tailExceeds(middle, tail)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return (low + high) / 2;
    }

    /** The first of equal steps whose end is not rejected; the p-value may jump, so no step is left out. */
    private double[] narrow(double outer, double inner, int stepCount, double tail) {
        double low = outer;
        for (int k = 1; k < stepCount; k++) {
            double high = outer + (inner - outer) * k / stepCount;
            if (tailExceeds(high, tail)) {
                return new double[] {low, high};
            }
            low = high;
        }
        return new double[] {low, inner};
    }

    /** Whether the largest probability of a table at least as far up as the observed one, given d, exceeds the tail. */
    private boolean tailExceeds(double d, double tail) {
        chooseRegion(d);
        double least = Math.max(0, -d);
        double most = Math.min(1, 1 - d);
        DoubleUnaryOperator probability = p2 -> probability(Math.min(1, Math.max(0, p2 + d)), p2);
        double[] points = new double[NUISANCE_POINTS + 1];
        double[] values = new double[NUISANCE_POINTS + 1];
        for (int i = 0; i <= NUISANCE_POINTS; i++) {
            double sine = StrictMath.sin(Math.PI / 2 * i / NUISANCE_POINTS);
            points[i] = least + (most - least) * sine * sine;
            values[i] = probability.applyAsDouble(points[i]);
            if (values[i] > tail) {
                return true;
            }
        }
        for (int i = 0; i <= NUISANCE_POINTS; i++) {
            int before = Math.max(0, i - 1);
            int after = Math.min(NUISANCE_POINTS, i + 1);
            if (values[i] > tail - WITHIN_REACH && values[i] >= values[before] && values[i] >= values[after]) {
                GridMaximum.Peak peak = GridMaximum.refine(probability, points[before], points[after], 1e-10);
                if (peak.value() > tail) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Finds the tables at least as extreme as the observed one at d. */
    private void chooseRegion(double d) {
        double observed = statistic(x1, x2, d);
        double bound = observed - TIE * Math.max(1, Math.abs(observed));
        for (int i = 0; i <= n1; i++) {
            int count = 0;
            from[i] = n2 + 1;
            to[i] = -1;
            for (int j = 0; j <= n2; j++) {
                statistics[j] = statistic(i, j, d);
                if (statistics[j] >= bound) {
                    count++;
                    from[i] = Math.min(from[i], j);
                    to[i] = j;
                }
            }
            single[i] = new boolean[0];
            if (count > 0 && count != to[i] - from[i] + 1) {
                single[i] = new boolean[n2 + 1];
                for (int j = 0; j <= n2; j++) {
                    single[i][j] = statistics[j] >= bound;
                }
            }
        }
    }

    private double statistic(int i, int j, double d) {
        return ordering == Ordering.SCORE
                ? RiskDifferenceScore.at(new TwoProportions(i, n1, j, n2), d, VarianceFactor.NONE)
                        .z()
                : (double) i / n1 - (double) j / n2;
    }

    private double probability(double p1, double p2) {
        first.fill(p1, probabilities1);
        second.fill(p2, probabilities2);
        for (int j = 0; j <= n2; j++) {
            cumulative2[j + 1] = cumulative2[j] + probabilities2[j];
        }
        double sum = 0;
        for (int i = 0; i <= n1; i++) {
            boolean[] some = single[i];
            double inner = 0;
            if (some.length > 0) {
                for (int j = 0; j <= n2; j++) {
                    inner += some[j] ? probabilities2[j] : 0;
                }
            } else if (to[i] >= 0) {
                inner = cumulative2[to[i] + 1] - cumulative2[from[i]];
            }
            sum += probabilities1[i] * inner;
        }
        return sum;
    }
}
