package org.sapwood.stats.multiplicity;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.statistics.distribution.FDistribution;
import org.sapwood.stats.ConfidenceLevel;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.Estimable.Reason;
import org.sapwood.stats.Interval;
import org.sapwood.stats.PValue;
import org.sapwood.stats.distribution.StudentizedRange;

/** All pairwise comparisons of the means of k groups with a common variance on ν degrees of freedom. */
public final class AllPairs {
    private AllPairs() {}

    /** How the critical value of the Studentised range is searched for. */
    public enum RangeQuantile {
        /** To full accuracy. */
        EXACT,
        /** Broken off as R's {@code qtukey} does, to reproduce its limits, which are off by up to some 1e-6. */
        SECANT
    }

    /**
     * Tukey–Kramer: {@code |t| √2} against the Studentised range of k means; exact for equal sizes, conservative otherwise.
     *
     * <p>Source: Kramer CY (1956), Biometrics 12:307–310; Hayter AJ (1984), Ann Stat 12:61–75.
     *
     * @param layout the groups
     * @param level simultaneous coverage
     * @param quantile how the critical value is found
     * @return later group minus earlier group, for every pair
     */
    public static Estimable<List<SimultaneousComparison>> tukeyKramer(
            OneWayLayout layout, ConfidenceLevel level, RangeQuantile quantile) {
        if (layout.degreesOfFreedom() < 1) {
            return tooFew();
        }
        StudentizedRange range = new StudentizedRange(layout.groups(), layout.degreesOfFreedom());
        double critical = switch (quantile) {
                    case EXACT -> range.inverseSurvivalProbability(level.alpha());
                    case SECANT -> range.secantInverseSurvivalProbability(level.alpha());
                }
                / Math.sqrt(2);
        return compare(layout, level, critical, t -> range.survivalProbability(Math.abs(t) * Math.sqrt(2)));
    }

    /**
     * Scheffé: {@code t² / (k − 1)} against F(k − 1, ν); holds for every contrast, hence wide for pairs.
     *
     * <p>Source: Scheffé H (1953), Biometrika 40:87–104.
     *
     * @param layout the groups
     * @param level simultaneous coverage
     * @return later group minus earlier group, for every pair
     */
    public static Estimable<List<SimultaneousComparison>> scheffe(OneWayLayout layout, ConfidenceLevel level) {
        if (layout.degreesOfFreedom() < 1) {
            return tooFew();
        }
        int df = layout.groups() - 1;
        FDistribution f = FDistribution.of(df, layout.degreesOfFreedom());
        double critical = Math.sqrt(df * f.inverseSurvivalProbability(level.alpha()));
        return compare(layout, level, critical, t -> f.survivalProbability(t * t / df));
    }

    private static Estimable<List<SimultaneousComparison>> tooFew() {
        return Estimable.not(Reason.TOO_FEW_OBSERVATIONS, "no group has a second observation to estimate the variance");
    }

    private static Estimable<List<SimultaneousComparison>> compare(
            OneWayLayout layout, ConfidenceLevel level, double critical, DoubleUnaryOperator tail) {
        if (!(layout.variance() > 0)) {
            return Estimable.not(Reason.ZERO_VARIANCE, "the observations do not vary within the groups");
        }
        List<SimultaneousComparison> pairs = new ArrayList<>();
        for (int b = 0; b < layout.groups(); b++) {
            for (int a = b + 1; a < layout.groups(); a++) {
                double difference = layout.mean(a) - layout.mean(b);
                double error = layout.standardError(a, b);
                double t = difference / error;
                Interval interval = new Interval(difference - critical * error, difference + critical * error, level);
                pairs.add(new SimultaneousComparison(
                        a, b, difference, error, t, interval, PValue.of(tail.applyAsDouble(t))));
            }
        }
        return Estimable.of(List.copyOf(pairs));
    }
}
