package org.sapwood.stats.contingency;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.sapwood.stats.Alternative;
import org.sapwood.stats.ConfidenceLevel;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.Interval;
import org.sapwood.stats.PValue;
import org.sapwood.stats.inference.RootSearch;

/**
 * Exact inference on the odds ratio (first row over second) of a 2×2 table, or the common odds ratio of several, given
 * all margins. It rests on the noncentral hypergeometric distribution of the first cell, or of the sum of the first
 * cells.
 */
public final class ConditionalOddsRatio {
    /** Odds ratios are sought between exp(−60) and exp(60). */
    private static final double WIDEST = 60;

    private final NoncentralHypergeometric distribution;
    private final int x;

    private ConditionalOddsRatio(NoncentralHypergeometric distribution, int x) {
        this.distribution = distribution;
        this.x = x;
    }

    /**
     * One table.
     *
     * @param table the counts
     * @return its conditional distribution
     */
    public static ConditionalOddsRatio of(TwoByTwo table) {
        return new ConditionalOddsRatio(NoncentralHypergeometric.of(table), table.a());
    }

    /**
     * Several tables with a common odds ratio.
     *
     * @param strata one table per stratum
     * @return the conditional distribution of the sum of the first cells
     */
    public static ConditionalOddsRatio ofStrata(List<TwoByTwo> strata) {
        int x = strata.stream().mapToInt(TwoByTwo::a).sum();
        return new ConditionalOddsRatio(NoncentralHypergeometric.ofSum(strata), x);
    }

    private boolean isLowest() {
        return x == distribution.lowest();
    }

    private boolean isHighest() {
        return x == distribution.highest();
    }

    /**
     * The conditional maximum likelihood estimate: the odds ratio at which the expected count is the observed one.
     *
     * @return 0 or infinite when the count is the lowest or highest possible; {@code NO_INFORMATIVE_STRATUM} when the
     *     margins leave no freedom
     */
    public Estimable<Double> estimate() {
        if (isLowest() && isHighest()) {
            return CochranMantelHaenszel.noInformation();
        }
        if (isLowest()) {
            return Estimable.of(0.0);
        }
        return Estimable.of(isHighest() ? Double.POSITIVE_INFINITY : root(log -> distribution.mean(log) - x));
    }

    /**
     * An exact interval; [0, ∞] when the margins leave no freedom.
     *
     * @param type which interval
     * @param level its coverage
     * @return the interval
     */
    public Interval interval(ConditionalInterval type, ConfidenceLevel level) {
        double alpha = level.alpha();
        return switch (type) {
            case CENTRAL -> new Interval(lower(alpha / 2, 1), upper(alpha / 2, 1), level);
            case MID_P -> new Interval(lower(alpha / 2, 0.5), upper(alpha / 2, 0.5), level);
            case LESS -> new Interval(0, upper(alpha, 1), level);
            case GREATER -> new Interval(lower(alpha, 1), Double.POSITIVE_INFINITY, level);
            case MINIMUM_LIKELIHOOD ->
                new Interval(
                        minimumLikelihoodLower(distribution, x, alpha),
                        1 / minimumLikelihoodLower(distribution.mirrored(), distribution.mirror(x), alpha),
                        level);
        };
    }

    private double lower(double tail, double share) {
        return isLowest() ? 0 : root(log -> distribution.upper(x, log, share) - tail);
    }

    private double upper(double tail, double share) {
        return isHighest() ? Double.POSITIVE_INFINITY : root(log -> distribution.lower(x, log, share) - tail);
    }

    private static double root(DoubleUnaryOperator f) {
        return StrictMath.exp(RootSearch.between(f, -WIDEST, WIDEST));
    }

    /**
     * The smallest odds ratio that the two-sided test does not reject. Its p-value is P(S ≥ x) + P(S ≤ k), k being the
     * largest value below x that is not more likely than x. It jumps up where k grows by one, and between jumps first
     * falls and then rises, so its first crossing is at a jump or is the only root of a segment.
     */
    private static double minimumLikelihoodLower(NoncentralHypergeometric distribution, int x, double alpha) {
        if (x == distribution.lowest()) {
            return 0;
        }
        double start = -WIDEST;
        for (int s = distribution.lowest(); s < x; s++) {
            int included = s - 1;
            double jump = (distribution.logWeight(s) - distribution.logWeight(x)) / (x - s);
            DoubleUnaryOperator excess = log -> distribution.outside(included, x, log) - alpha;
            if (excess.applyAsDouble(start) >= 0) {
                return StrictMath.exp(start);
            }
            if (excess.applyAsDouble(jump) >= 0) {
                return StrictMath.exp(RootSearch.between(excess, start, jump));
            }
            start = jump;
        }
        return StrictMath.exp(start);
    }

    /**
     * The exact test of odds ratio 1.
     *
     * @param alternative {@code GREATER}: the odds ratio exceeds 1
     * @param method how two tails are combined; only used for the two-sided test
     * @return the p-value
     */
    public PValue pValue(Alternative alternative, TwoSidedMethod method) {
        return FisherExact.pValue(distribution, x, alternative, method);
    }

    /** {@return the probability, at odds ratio 1, of exactly the observed count} */
    public double pointProbability() {
        return distribution.probabilityOf(s -> s == x).value();
    }
}
