package org.sapwood.analysis;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sapwood.stats.ConfidenceLevel;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.Interval;
import org.sapwood.stats.descriptive.QuantileDefinition;
import org.sapwood.stats.descriptive.Summary;

/**
 * A summary of recorded decimals: sums, mean, minimum and maximum exactly, so that their rounding for print is that of
 * the decimals; the median exactly under the averaging definition.
 */
final class ExactSummary {
    private final List<BigDecimal> sorted;
    private final Summary summary;
    private final QuantileDefinition definition;

    ExactSummary(List<BigDecimal> values, QuantileDefinition definition) {
        this.sorted = values.stream().sorted().toList();
        this.summary =
                Summary.of(sorted.stream().mapToDouble(BigDecimal::doubleValue).toArray());
        this.definition = definition;
    }

    /** {@return the plan's quantile definition} */
    static QuantileDefinition definition(String name) {
        int number = Integer.parseInt(name.substring(name.indexOf('-') + 1));
        return name.startsWith("sas") ? QuantileDefinition.ofSas(number) : QuantileDefinition.ofType(number);
    }

    int n() {
        return sorted.size();
    }

    /** Writes n, mean, SD, SE, median, quartiles, minimum, maximum and the t interval of the mean. */
    void write(Rows.At at, ConfidenceLevel level) {
        String none = "no value was recorded";
        at.count("n", n());
        at.exact("mean", mean(), none);
        at.real("sd", summary.standardDeviation());
        at.real("se", summary.standardError());
        at.interval("conf", interval(level));
        quantile(at, "median", 0.5);
        quantile(at, "q1", 0.25);
        quantile(at, "q3", 0.75);
        at.exact("min", sorted.isEmpty() ? null : sorted.get(0), none);
        at.exact("max", sorted.isEmpty() ? null : sorted.get(sorted.size() - 1), none);
    }

    private @Nullable BigDecimal mean() {
        if (sorted.isEmpty()) {
            return null;
        }
        BigDecimal sum = sorted.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return sum.divide(BigDecimal.valueOf(n()), MathContext.DECIMAL128);
    }

    private Estimable<Interval> interval(ConfidenceLevel level) {
        return summary.meanInterval(level);
    }

    private void quantile(Rows.At at, String statistic, double p) {
        if (definition == QuantileDefinition.AVERAGED_INVERSE_CDF && !sorted.isEmpty()) {
            // n·p is exact for quarters, so the averaging definition needs no binary arithmetic.
            BigDecimal position = BigDecimal.valueOf(n()).multiply(BigDecimal.valueOf(p));
            int below = position.intValue();
            boolean between = position.stripTrailingZeros().scale() <= 0;
            BigDecimal value = between
                    ? sorted.get(Math.max(0, below - 1))
                            .add(sorted.get(Math.min(n() - 1, below)))
                            .divide(BigDecimal.valueOf(2))
                    : sorted.get(below);
            at.exact(statistic, value, "");
            return;
        }
        at.real(statistic, summary.quantile(p, definition));
    }
}
