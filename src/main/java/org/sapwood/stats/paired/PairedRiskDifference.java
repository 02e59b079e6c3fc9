package org.sapwood.stats.paired;

import java.util.function.DoubleUnaryOperator;
import org.sapwood.stats.ConfidenceLevel;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.Estimable.Reason;
import org.sapwood.stats.Interval;
import org.sapwood.stats.inference.RootSearch;
import org.sapwood.stats.inference.TailProbability;

/**
 * Intervals of the difference of two paired proportions, {@code d = (b − c)/n}, with b the pairs yes/no, c the pairs
 * no/yes and n all pairs. Limits are given as the formula yields them; only the score and square-and-add intervals stay
 * within [−1, 1] by themselves.
 */
public final class PairedRiskDifference {
    /** Which interval. */
    public enum Method {
        /** {@code d ± z √(b + c − (b − c)²/n) / n}. */
        WALD,
        /** The same, widened by {@code 1/n} on each side. */
        WALD_CORRECTED,
        /** Agresti and Min (2005): the Wald interval after half an observation is added to each cell. */
        AGRESTI_MIN,
        /** Tango (1998): all differences whose score test is not rejected. */
        TANGO,
        /** Newcombe (1998), method 10: Wilson limits squared and added, with the corrected correlation. */
        NEWCOMBE
    }

    private PairedRiskDifference() {}

    /**
     * The difference, first minus second.
     *
     * @param table the pairs
     * @return the difference; none without pairs
     */
    public static Estimable<Double> estimate(PairedTable table) {
        return present(table).map(n -> (table.firstOnly() - table.secondOnly()) / (double) n);
    }

    /**
     * The interval.
     *
     * @param table the pairs
     * @param method which interval
     * @param level the coverage
     * @return the interval; none without pairs
     */
    public static Estimable<Interval> interval(PairedTable table, Method method, ConfidenceLevel level) {
        double z = TailProbability.normalQuantile(level.alpha());
        return present(table).map(n -> switch (method) {
            case WALD -> wald(table, n, 0, z, 0, level);
            case WALD_CORRECTED -> wald(table, n, 0, z, 1.0 / n, level);
            case AGRESTI_MIN -> wald(table, n + 2, 1, z, 0, level);
            case TANGO -> tango(table, n, z, level);
            case NEWCOMBE -> newcombe(table, n, z, level);
        });
    }

    private static Estimable<Integer> present(PairedTable table) {
        return table.pairs() == 0
                ? Estimable.not(Reason.EMPTY_GROUP, "no pair of observations")
                : Estimable.of(table.pairs());
    }

    private static Interval wald(
            PairedTable table, double n, double added, double z, double widened, ConfidenceLevel level) {
        double difference = table.firstOnly() - table.secondOnly();
        double spread = table.discordant() + added - difference * difference / n;
        double half = z * Math.sqrt(Math.max(0, spread)) / n + widened;
        return new Interval(difference / n - half, difference / n + half, level);
    }

    private static Interval tango(PairedTable table, int n, double z, ConfidenceLevel level) {
        double estimate = (table.firstOnly() - table.secondOnly()) / (double) n;
        DoubleUnaryOperator below = delta -> score(table, n, delta) - z;
        DoubleUnaryOperator above = delta -> score(table, n, delta) + z;
        // The score is infinite at −1 and 1 unless the estimate lies there.
        double lower = estimate <= -1 ? -1 : RootSearch.between(below, -1 + 1e-12, estimate, 0);
        double upper = estimate >= 1 ? 1 : RootSearch.between(above, estimate, 1 - 1e-12, 0);
        return new Interval(lower, upper, level);
    }

    /** Tango's score at a difference; q is the restricted estimate of P(no, yes), the root of a quadratic. */
    private static double score(PairedTable table, int n, double delta) {
        double b = table.firstOnly();
        double c = table.secondOnly();
        double linear = -b - c + (2.0 * n - b + c) * delta;
        double constant = -c * delta * (1 - delta);
        double root = Math.sqrt(Math.max(0, linear * linear - 8.0 * n * constant));
        double q = linear > 0 ? -2 * constant / (linear + root) : (root - linear) / (4.0 * n);
        double variance = n * (2 * q + delta * (1 - delta));
        double centred = b - c - n * delta;
        return variance <= 0
                ? Math.signum(centred) * (centred == 0 ? 0 : Double.MAX_VALUE)
                : centred / Math.sqrt(variance);
    }

    private static Interval newcombe(PairedTable table, int n, double z, ConfidenceLevel level) {
        double first = table.firstYes();
        double second = table.secondYes();
        double[] one = wilsonDistances(first, n, z);
        double[] two = wilsonDistances(second, n, z);
        double margins = first * (n - first) * second * (n - second);
        double product = (double) table.bothYes() * table.neither() - (double) table.firstOnly() * table.secondOnly();
        double corrected = product > n / 2.0 ? product - n / 2.0 : Math.min(product, 0);
        double phi = margins == 0 ? 0 : corrected / Math.sqrt(margins);
        double difference = (first - second) / n;
        double below = Math.sqrt(Math.max(0, one[0] * one[0] - 2 * phi * one[0] * two[1] + two[1] * two[1]));
        double above = Math.sqrt(Math.max(0, two[0] * two[0] - 2 * phi * two[0] * one[1] + one[1] * one[1]));
        return new Interval(difference - below, difference + above, level);
    }

    /** How far Wilson's limits lie below and above the proportion. */
    private static double[] wilsonDistances(double yes, double n, double z) {
        double p = yes / n;
        double shrink = 1 + z * z / n;
        double middle = (p + z * z / (2 * n)) / shrink;
        double half = z / shrink * Math.sqrt(p * (1 - p) / n + z * z / (4 * n * n));
        return new double[] {p - (middle - half), middle + half - p};
    }
}
