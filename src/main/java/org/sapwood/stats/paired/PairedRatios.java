package org.sapwood.stats.paired;

import org.apache.commons.statistics.distribution.BetaDistribution;
import org.sapwood.stats.ConfidenceLevel;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.Estimable.Reason;
import org.sapwood.stats.Interval;
import org.sapwood.stats.inference.TailProbability;

/**
 * The ratio of two paired proportions and the conditional odds ratio {@code b/c}, b the pairs yes/no and c the pairs
 * no/yes.
 */
public final class PairedRatios {
    private PairedRatios() {}

    /**
     * The ratio of the proportions, first over second.
     *
     * @param table the pairs
     * @return the ratio; none when the second answer is never yes
     */
    public static Estimable<Double> riskRatio(PairedTable table) {
        return table.secondYes() == 0
                ? Estimable.not(Reason.ZERO_DENOMINATOR, "the second answer is never yes")
                : Estimable.of((double) table.firstYes() / table.secondYes());
    }

    /**
     * The Wald interval on the log scale, {@code Var log RR = (b + c) / (n1 n2)} with n1, n2 the numbers of yes.
     *
     * @param table the pairs
     * @param level the coverage
     * @return the interval; none when one answer is never yes
     */
    public static Estimable<Interval> riskRatioInterval(PairedTable table, ConfidenceLevel level) {
        if (table.firstYes() == 0 || table.secondYes() == 0) {
            return Estimable.not(Reason.ZERO_CELL, "one of the answers is never yes");
        }
        double product = (double) table.firstYes() * table.secondYes();
        return riskRatio(table).map(ratio -> logInterval(ratio, Math.sqrt(table.discordant() / product), level));
    }

    /**
     * The conditional odds ratio.
     *
     * @param table the pairs
     * @return b over c; none when c is zero
     */
    public static Estimable<Double> oddsRatio(PairedTable table) {
        if (table.discordant() == 0) {
            return Estimable.not(Reason.NO_DISCORDANT_PAIRS, "no pair changed between the two measurements");
        }
        return table.secondOnly() == 0
                ? Estimable.not(Reason.ZERO_DENOMINATOR, "no pair changed from no to yes")
                : Estimable.of((double) table.firstOnly() / table.secondOnly());
    }

    /**
     * The Wald interval on the log scale, {@code Var log OR = 1/b + 1/c}.
     *
     * @param table the pairs
     * @param level the coverage
     * @return the interval; none when a discordant count is zero
     */
    public static Estimable<Interval> oddsRatioWaldInterval(PairedTable table, ConfidenceLevel level) {
        if (table.firstOnly() == 0 || table.secondOnly() == 0) {
            return Estimable.not(Reason.ZERO_CELL, "pairs changed in one direction only, or not at all");
        }
        double error = Math.sqrt(1.0 / table.firstOnly() + 1.0 / table.secondOnly());
        return oddsRatio(table).map(ratio -> logInterval(ratio, error, level));
    }

    /**
     * The exact interval: Clopper-Pearson limits p of {@code b/(b + c)}, as odds {@code p/(1 − p)}.
     *
     * @param table the pairs
     * @param level the coverage
     * @return the interval, open at zero or infinity when a discordant count is zero; none without discordant pairs
     */
    public static Estimable<Interval> oddsRatioExactInterval(PairedTable table, ConfidenceLevel level) {
        int b = table.firstOnly();
        int c = table.secondOnly();
        if (b + c == 0) {
            return Estimable.not(Reason.NO_DISCORDANT_PAIRS, "no pair changed between the two measurements");
        }
        double tail = level.alpha() / 2;
        double lower = b == 0 ? 0 : odds(BetaDistribution.of(b, c + 1.0).inverseCumulativeProbability(tail));
        double upper = c == 0
                ? Double.POSITIVE_INFINITY
                : odds(BetaDistribution.of(b + 1.0, c).inverseSurvivalProbability(tail));
        return Estimable.of(new Interval(lower, upper, level));
    }

    private static double odds(double p) {
        return p / (1 - p);
    }

    private static Interval logInterval(double ratio, double error, ConfidenceLevel level) {
        double half = TailProbability.normalQuantile(level.alpha()) * error;
        return new Interval(ratio * StrictMath.exp(-half), ratio * StrictMath.exp(half), level);
    }
}
