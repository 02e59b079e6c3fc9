package org.sapwood.stats.proportion;

import org.sapwood.stats.ConfidenceLevel;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.Estimable.Reason;
import org.sapwood.stats.Interval;

/** The intervals for a difference that are written down directly. */
final class RiskDifferenceClosedForm {
    private RiskDifferenceClosedForm() {}

    static Estimable<Interval> wald(TwoProportions data, ConfidenceLevel level) {
        return around(difference(data), NormalTail.critical(level) * waldStandardError(data), level);
    }

    static Estimable<Interval> waldContinuityCorrected(TwoProportions data, ConfidenceLevel level) {
        double half = NormalTail.critical(level) * waldStandardError(data) + 0.5 * (1.0 / data.n1() + 1.0 / data.n2());
        return around(difference(data), half, level);
    }

    private static double waldStandardError(TwoProportions data) {
        double p1 = data.p1();
        double p2 = data.p2();
        return Math.sqrt(p1 * (1 - p1) / data.n1() + p2 * (1 - p2) / data.n2());
    }

    static Estimable<Interval> newcombe(TwoProportions data, ConfidenceLevel level) {
        return squareAndAdd(data, ProportionInterval.WILSON, level);
    }

    static Estimable<Interval> newcombeContinuityCorrected(TwoProportions data, ConfidenceLevel level) {
        return squareAndAdd(data, ProportionInterval.WILSON_CONTINUITY_CORRECTED, level);
    }

    private static Estimable<Interval> squareAndAdd(
            TwoProportions data, ProportionInterval single, ConfidenceLevel level) {
        Interval first =
                Proportion.interval(data.x1(), data.n1(), single, level).orElseThrow();
        Interval second =
                Proportion.interval(data.x2(), data.n2(), single, level).orElseThrow();
        double p1 = data.p1();
        double p2 = data.p2();
        double d = difference(data);
        return Estimable.of(new Interval(
                d - hypotenuse(p1 - first.lower(), second.upper() - p2),
                d + hypotenuse(first.upper() - p1, p2 - second.lower()),
                level));
    }

    private static double hypotenuse(double a, double b) {
        return Math.sqrt(a * a + b * b);
    }

    static Estimable<Interval> agrestiCaffo(TwoProportions data, ConfidenceLevel level) {
        TwoProportions more = new TwoProportions(data.x1() + 1, data.n1() + 2, data.x2() + 1, data.n2() + 2);
        return around(difference(more), NormalTail.critical(level) * waldStandardError(more), level);
    }

    static Estimable<Interval> hauckAnderson(TwoProportions data, ConfidenceLevel level) {
        int smaller = Math.min(data.n1(), data.n2());
        if (smaller == 1) {
            return Estimable.not(Reason.TOO_FEW_OBSERVATIONS, "a group with a single observation has no variance");
        }
        double p1 = data.p1();
        double p2 = data.p2();
        double standardError = Math.sqrt(p1 * (1 - p1) / (data.n1() - 1) + p2 * (1 - p2) / (data.n2() - 1));
        return around(difference(data), 0.5 / smaller + NormalTail.critical(level) * standardError, level);
    }

    static Estimable<Interval> jeffreysPerks(TwoProportions data, ConfidenceLevel level) {
        double z = NormalTail.critical(level);
        double z2 = z * z;
        double d = difference(data);
        double mean = 0.5 * ((data.x1() + 0.5) / (data.n1() + 1) + (data.x2() + 0.5) / (data.n2() + 1));
        double u = 0.25 * (1.0 / data.n1() + 1.0 / data.n2());
        double v = 0.25 * (1.0 / data.n1() - 1.0 / data.n2());
        double centre = (d + z2 * v * (1 - 2 * mean)) / (1 + z2 * u);
        double square = u * (4 * mean * (1 - mean) - d * d)
                + 2 * v * (1 - 2 * mean) * d
                + 4 * z2 * u * u * mean * (1 - mean)
                + z2 * v * v * (1 - 2 * mean) * (1 - 2 * mean);
        double half = z / (1 + z2 * u) * Math.sqrt(Math.max(0, square));
        return Estimable.of(new Interval(Math.max(-1, centre - half), Math.min(1, centre + half), level));
    }

    private static double difference(TwoProportions data) {
        return data.p1() - data.p2();
    }

    private static Estimable<Interval> around(double centre, double half, ConfidenceLevel level) {
        return Estimable.of(new Interval(centre - half, centre + half, level));
    }
}
