package org.sapwood.synthetic.fitting;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sapwood.data.Dataset;
import org.sapwood.sap.Condition;
import org.sapwood.sap.Condition.Is;
import org.sapwood.stats.Alternative;
import org.sapwood.stats.rank.SignedRank;

/** Summaries of invented data as a paper prints them, computed from the datasets alone. */
public final class PublishedSummaries {
    private PublishedSummaries() {}

    /** Values of a parameter at a visit, by subject, for some subjects. */
    public static Map<String, Double> values(
            Dataset dataset, String parameter, String visit, Collection<String> subjects) {
        Map<String, Double> values = new TreeMap<>();
        Condition where = new Condition.All(List.of(new Is("PARAMCD", parameter), new Is("AVISIT", visit)));
        dataset.select(where).rows().forEach(row -> {
            String subject = dataset.require("USUBJID").text(row);
            if (subjects.contains(subject) && !dataset.require("AVAL").isMissing(row)) {
                values.put(subject, dataset.require("AVAL").decimal(row).doubleValue());
            }
        });
        return values;
    }

    /** Median (minimum, maximum) without trailing zeros. */
    public static String medianAndRange(Collection<Double> values) {
        double[] sorted = sorted(values);
        return plain(quantile(sorted, 0.5)) + " (" + plain(sorted[0]) + ", " + plain(sorted[sorted.length - 1]) + ")";
    }

    /** Median (quartiles) at rank (n + 1) p, without trailing zeros. */
    public static String medianAndQuartiles(Collection<Double> values) {
        double[] sorted = sorted(values);
        return plain(quantile(sorted, 0.5)) + " (" + plain(quantile(sorted, 0.25)) + ", "
                + plain(quantile(sorted, 0.75)) + ")";
    }

    /** The exact two-sided P-value of the signed rank test of the subjects with both values. */
    public static double signedRank(Map<String, Double> before, Map<String, Double> after) {
        double[] differences = after.keySet().stream()
                .filter(before::containsKey)
                .mapToDouble(subject -> Math.rint(1e4 * (after.get(subject) - before.get(subject))))
                .toArray();
        return SignedRank.of(differences, SignedRank.Zeros.DROP)
                .orElseThrow()
                .exact(Alternative.TWO_SIDED)
                .value();
    }

    /** A P-value as printed with three decimals. */
    public static String printed(double p) {
        return p < 0.001
                ? "<0.001"
                : BigDecimal.valueOf(p).setScale(3, RoundingMode.HALF_UP).toPlainString();
    }

    private static double[] sorted(Collection<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    }

    private static double quantile(double[] sorted, double p) {
        double rank = (sorted.length + 1) * p;
        int below = (int) Math.floor(rank);
        return sorted[below - 1] + (rank - below) * (sorted[Math.min(below, sorted.length - 1)] - sorted[below - 1]);
    }

    private static String plain(double value) {
        return BigDecimal.valueOf(value)
                .setScale(3, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }
}
