package org.sapwood.stats.contingency;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.Estimable.Reason;
import org.sapwood.stats.PValue;

/**
 * The Cochran–Armitage test for a trend of binomial proportions over ordered groups. x and n are events and sizes, s
 * the scores, p the common proportion: z = Σ x(s − s̄)/√(p(1 − p) Σ n(s − s̄)²), s̄ = Σ ns/N. A positive z means that
 * the proportion of events (first column) rises with the score.
 */
public final class CochranArmitage {
    private static final double TIE = 1e-9;

    private CochranArmitage() {}

    /**
     * The standardised trend.
     *
     * @param table one row per group, two columns: events and non-events
     * @param scores one per row
     * @return z; {@code ZERO_VARIANCE} when none or all have the event or all observations share one score
     * @throws IllegalArgumentException unless the table has two columns and one score per row
     */
    public static Estimable<Double> z(ContingencyTable table, double[] scores) {
        requireShape(table, scores);
        double n = table.total();
        if (table.columnTotal(0) == 0 || table.columnTotal(1) == 0) {
            return Estimable.not(Reason.ZERO_VARIANCE, "none or all have the event");
        }
        double mean = 0;
        for (int i = 0; i < scores.length; i++) {
            mean += table.rowTotal(i) * scores[i] / n;
        }
        double numerator = 0;
        double squares = 0;
        for (int i = 0; i < scores.length; i++) {
            double deviation = scores[i] - mean;
            numerator += table.count(i, 0) * deviation;
            squares += table.rowTotal(i) * deviation * deviation;
        }
        if (squares == 0) {
            return Estimable.not(Reason.ZERO_VARIANCE, "all observations have the same score");
        }
        double p = table.columnTotal(0) / n;
        return Estimable.of(numerator / Math.sqrt(p * (1 - p) * squares));
    }

    /**
     * The exact trend test given all margins, on S = Σ x s.
     *
     * @param upper P(S ≥ observed)
     * @param lower P(S ≤ observed)
     * @param twoSided P(|S − E(S)| ≥ |observed − E(S)|)
     */
    public record Exact(PValue upper, PValue lower, PValue twoSided) {}

    /**
     * The exact test. Sums that differ by less than 1e-9 are equal.
     *
     * @param table one row per group, two columns: events and non-events
     * @param scores one per row
     * @return the p-values
     * @throws IllegalArgumentException unless the table has two columns and one score per row
     */
    public static Exact exact(ContingencyTable table, double[] scores) {
        requireShape(table, scores);
        double observed = 0;
        for (int i = 0; i < scores.length; i++) {
            observed += table.count(i, 0) * scores[i];
        }
        Map<Long, Double> distribution = distribution(table, scores);
        double total = 0;
        double mean = 0;
        for (Map.Entry<Long, Double> point : distribution.entrySet()) {
            total += point.getValue();
            mean += point.getValue() * point.getKey() * TIE;
        }
        mean /= total;
        double upper = 0;
        double lower = 0;
        double twoSided = 0;
        for (Map.Entry<Long, Double> point : distribution.entrySet()) {
            double s = point.getKey() * TIE;
            double probability = point.getValue() / total;
            upper += s >= observed - 2 * TIE ? probability : 0;
            lower += s <= observed + 2 * TIE ? probability : 0;
            twoSided += Math.abs(s - mean) >= Math.abs(observed - mean) - 3 * TIE ? probability : 0;
        }
        return new Exact(PValue.of(upper), PValue.of(lower), PValue.of(twoSided));
    }

    /** Probabilities by S in units of the tie, from one row to the next for every number of events so far. */
    private static Map<Long, Double> distribution(ContingencyTable table, double[] scores) {
        LogFactorials logFactorials = new LogFactorials(table.total());
        int events = table.columnTotal(0);
        List<Map<Long, Double>> byEvents = start(events);
        byEvents.get(0).put(0L, 1.0);
        int behind = table.total();
        for (int i = 0; i < scores.length; i++) {
            int size = table.rowTotal(i);
            behind -= size;
            List<Map<Long, Double>> next = start(events);
            for (int before = 0; before <= events; before++) {
                int left = events - before;
                Map<Long, Double> known = byEvents.get(before);
                if (known.isEmpty()) {
                    continue;
                }
                for (int k = Math.max(0, left - behind); k <= Math.min(size, left); k++) {
                    double ways = StrictMath.exp(logChoose(logFactorials, size, k)
                            + logChoose(logFactorials, behind, left - k)
                            - logChoose(logFactorials, size + behind, left));
                    long shift = Math.round(k * scores[i] / TIE);
                    Map<Long, Double> target = next.get(before + k);
                    known.forEach((s, probability) -> target.merge(s + shift, probability * ways, Double::sum));
                }
            }
            byEvents = next;
        }
        return byEvents.get(events);
    }

    private static double logChoose(LogFactorials logFactorials, int n, int k) {
        return logFactorials.of(n) - logFactorials.of(k) - logFactorials.of(n - k);
    }

    private static List<Map<Long, Double>> start(int events) {
        List<Map<Long, Double>> maps = new ArrayList<>();
        for (int e = 0; e <= events; e++) {
            maps.add(new TreeMap<>());
        }
        return maps;
    }

    private static void requireShape(ContingencyTable table, double[] scores) {
        if (table.columns() != 2 || scores.length != table.rows()) {
            throw new IllegalArgumentException("expected two columns and one score per row, found " + table.columns()
                    + " columns, " + table.rows() + " rows and " + scores.length + " scores");
        }
    }
}
