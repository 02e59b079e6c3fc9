package org.sapwood.stats.rate;

import org.sapwood.stats.ConfidenceLevel;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.Estimable.Reason;
import org.sapwood.stats.Interval;
import org.sapwood.stats.design.WaldZ;
import org.sapwood.stats.inference.RootSearch;

/**
 * Two independent Poisson rates: x₁ events in time T₁ and x₂ in T₂. Differences are first minus second, ratios first
 * over second; r₁ = x₁/T₁, r₂ = x₂/T₂.
 *
 * @param first x₁ in T₁
 * @param second x₂ in T₂
 */
public record RateComparison(PoissonRate first, PoissonRate second) {

    /**
     * A comparison from counts and times.
     *
     * @param events1 x₁
     * @param exposure1 T₁
     * @param events2 x₂
     * @param exposure2 T₂
     * @return the comparison
     */
    public static RateComparison of(long events1, double exposure1, long events2, double exposure2) {
        return new RateComparison(new PoissonRate(events1, exposure1), new PoissonRate(events2, exposure2));
    }

    /**
     * A comparison of what was observed; a group may have had no time at risk.
     *
     * @param events1 x₁
     * @param exposure1 T₁
     * @param events2 x₂
     * @param exposure2 T₂
     * @return the comparison; not estimable when a group has no time at risk
     */
    public static Estimable<RateComparison> observed(long events1, double exposure1, long events2, double exposure2) {
        return PoissonRate.observed(events1, exposure1)
                .flatMap(first ->
                        PoissonRate.observed(events2, exposure2).map(second -> new RateComparison(first, second)));
    }

    /** {@return r₁ − r₂} */
    public double difference() {
        return first.estimate() - second.estimate();
    }

    /** {@return r₁/r₂, infinite when only the second has no event; not estimable without any event} */
    public Estimable<Double> ratio() {
        return first.events() + second.events() == 0
                ? Estimable.not(Reason.NO_EVENTS, "no event in either group")
                : Estimable.of(first.estimate() / second.estimate());
    }

    /**
     * The difference with Wald inference, variance x₁/T₁² + x₂/T₂².
     *
     * @param level of the interval
     * @return the difference; not estimable without any event
     */
    public Estimable<WaldZ> waldDifference(ConfidenceLevel level) {
        double variance = first.estimate() / first.exposure() + second.estimate() / second.exposure();
        return variance == 0
                ? Estimable.not(Reason.NO_EVENTS, "no event in either group")
                : Estimable.of(WaldZ.of("difference", difference(), Math.sqrt(variance), level));
    }

    /**
     * The logarithm of the ratio with Wald inference, variance 1/x₁ + 1/x₂.
     *
     * @param level of the interval
     * @return the log ratio; not estimable when a group has no event
     */
    public Estimable<WaldZ> waldLogRatio(ConfidenceLevel level) {
        double x1 = first.events();
        double x2 = second.events();
        return x1 == 0 || x2 == 0
                ? Estimable.not(
                        Reason.ZERO_CELL, "a group has no event, so that the log rate ratio has no finite variance")
                : Estimable.of(WaldZ.of(
                        "log ratio",
                        StrictMath.log(first.estimate() / second.estimate()),
                        Math.sqrt(1 / x1 + 1 / x2),
                        level));
    }

    /**
     * The score interval of the ratio: all φ with (r₁ − φr₂)² ≤ z² φ (x₁ + x₂)/(T₁T₂), the variance under φ; its limits
     * are the roots of a quadratic.
     *
     * @param level of the interval
     * @return the interval, open above when the second group has no event; not estimable without any event
     */
    public Estimable<Interval> scoreRatioInterval(ConfidenceLevel level) {
        double z = WaldZ.quantile(level);
        double r1 = first.estimate();
        double r2 = second.estimate();
        double n = first.events() + second.events();
        if (n == 0) {
            return Estimable.not(Reason.NO_EVENTS, "no event in either group");
        }
        double excess = z * z * n / (first.exposure() * second.exposure());
        double b = 2 * r1 * r2 + excess;
        double sum = b + Math.sqrt(excess * (4 * r1 * r2 + excess));
        double lower = 2 * r1 * r1 / sum;
        double upper = r2 == 0 ? Double.POSITIVE_INFINITY : sum / (2 * r2 * r2);
        return Estimable.of(new Interval(lower, upper, level));
    }

    /**
     * The score interval of the difference (Miettinen and Nurminen 1985): all δ with |r₁ − r₂ − δ| ≤ z √(ρ₁/T₁ + ρ₂/T₂),
     * ρ the maximum-likelihood rates under ρ₁ − ρ₂ = δ.
     *
     * @param level of the interval
     * @return the interval
     */
    public Interval scoreDifferenceInterval(ConfidenceLevel level) {
        double z = WaldZ.quantile(level);
        return new Interval(scoreLimit(z, -1), scoreLimit(z, 1), level);
    }

    private double scoreLimit(double z, int side) {
        double d = difference();
        double step = Math.max(0.1, Math.abs(d));
        double far = d;
        do {
            far += side * step;
            step *= 2;
        } while (Math.abs(scoreStatistic(far)) < z);
        return RootSearch.between(delta -> Math.abs(scoreStatistic(delta)) - z, d, far);
    }

    private double scoreStatistic(double delta) {
        double distance = difference() - delta;
        if (Math.abs(distance) < 1e-15) {
            return 0;
        }
        double t1 = first.exposure();
        double t2 = second.exposure();
        double total = t1 + t2;
        double b = total * delta - first.events() - second.events();
        double c = -second.events() * delta;
        double root = Math.sqrt(b * b - 4 * total * c);
        double rho2 = b > 0 ? -2 * c / (b + root) : (root - b) / (2 * total);
        double rho1 = rho2 + delta;
        return distance / Math.sqrt(Math.max(0, rho1) / t1 + Math.max(0, rho2) / t2);
    }
}
