package org.sapwood.stats.logistic;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sapwood.stats.ConfidenceLevel;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.Estimable.Reason;
import org.sapwood.stats.Interval;
import org.sapwood.stats.PValue;
import org.sapwood.stats.inference.RootSearch;

/**
 * Exact conditional logistic regression for one coefficient (Cox 1970; Hirji, Mehta and Patel 1987): inference rests on
 * the distribution of T = Σ xᵢyᵢ given the sums Σ yᵢ and Σ zᵢyᵢ of the nuisance covariates, P(T = s) ∝ c(s) exp(βs),
 * c(s) the number of response vectors with those sums.
 */
public final class ExactLogistic {
    /** Outcomes as likely, or as far from the mean, as the observed one up to rounding count as equal. */
    private static final double EQUALLY_LIKELY = 1 + 1e-7;

    private static final double EQUALLY_FAR = 1 - 1e-9;
    private static final int LARGEST_STATE = 4_000_000;
    private static final double LARGEST_LOG_ODDS = 700;

    private final double[] support;
    private final double[] logCount;
    private final double observed;
    private final double[] nullProbability;

    private ExactLogistic(double[] support, double[] logCount, double observed) {
        this.support = support;
        this.logCount = logCount;
        this.observed = observed;
        this.nullProbability = probabilities(0);
    }

    /**
     * Finds the conditional distribution.
     *
     * @param response whether each subject has the event
     * @param x the covariate of interest; together with z on a grid of at most six decimals
     * @param z the nuisance covariates, one array per subject, possibly empty; the intercept is always conditioned on
     * @return the inference; not estimable when the sums leave T only one value, or when there are too many sums
     */
    public static Estimable<ExactLogistic> of(boolean[] response, double[] x, double[][] z) {
        int n = response.length;
        if (x.length != n || z.length != n) {
            throw new IllegalArgumentException(
                    "expected arrays of one length, found " + n + ", " + x.length + " and " + z.length);
        }
        if (n == 0) {
            return Estimable.not(Reason.EMPTY_GROUP, "no observation");
        }
        int k = z[0].length;
        long[][] steps = new long[n][k + 2];
        for (int i = 0; i < n; i++) {
            steps[i][0] = 1;
        }
        for (int j = 0; j < k; j++) {
            int column = j;
            double[] values = Arrays.stream(z).mapToDouble(row -> row[column]).toArray();
            onGrid(values, steps, j + 1);
        }
        double unit = onGrid(x, steps, k + 1);
        long[] target = new long[k + 2];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < target.length && response[i]; j++) {
                target[j] += steps[i][j];
            }
        }
        TreeMap<Long, Double> counts = new TreeMap<>();
        if (!count(steps, target, counts)) {
            return Estimable.not(Reason.TOO_LARGE, "too many different sums of the covariates for exact inference");
        }
        if (counts.size() < 2) {
            return Estimable.not(
                    Reason.NO_INFORMATIVE_STRATUM,
                    "given the nuisance covariates only one value of the test statistic is possible");
        }
        double[] support = new double[counts.size()];
        double[] logCount = new double[support.length];
        int s = 0;
        for (Map.Entry<Long, Double> entry : counts.entrySet()) {
            support[s] = entry.getKey() * unit;
            logCount[s] = StrictMath.log(entry.getValue());
            s++;
        }
        return Estimable.of(new ExactLogistic(support, logCount, target[k + 1] * unit));
    }

    /** Writes a covariate in whole multiples of a unit; returns the unit. */
    private static double onGrid(double[] values, long[][] steps, int column) {
        for (double scale = 1; scale <= 1e6; scale *= 10) {
            boolean whole = true;
            for (double value : values) {
                whole &= Math.abs(value * scale - Math.rint(value * scale)) < 1e-7;
            }
            if (whole) {
                for (int i = 0; i < values.length; i++) {
                    steps[i][column] = Math.round(values[i] * scale);
                }
                return 1 / scale;
            }
        }
        throw new IllegalArgumentException("covariates of exact regression need at most six decimals");
    }

    /** Counts the response vectors by their sum of x; vectors that can no longer reach the nuisance sums are dropped. */
    private static boolean count(long[][] steps, long[] target, Map<Long, Double> counts) {
        int n = steps.length;
        int k = target.length - 1;
        long[][] lowest = new long[n + 1][k];
        long[][] highest = new long[n + 1][k];
        for (int i = n - 1; i >= 0; i--) {
            for (int j = 0; j < k; j++) {
                lowest[i][j] = lowest[i + 1][j] + Math.min(0, steps[i][j]);
                highest[i][j] = highest[i + 1][j] + Math.max(0, steps[i][j]);
            }
        }
        Map<List<Long>, Double> states = new HashMap<>();
        states.put(java.util.Collections.nCopies(k + 1, 0L), 1.0);
        for (int i = 0; i < n; i++) {
            Map<List<Long>, Double> next = new HashMap<>();
            for (Map.Entry<List<Long>, Double> state : states.entrySet()) {
                for (int event = 0; event <= 1; event++) {
                    Long[] sums = state.getKey().toArray(Long[]::new);
                    boolean reachable = true;
                    for (int j = 0; j <= k; j++) {
                        sums[j] += event * steps[i][j];
                        if (j < k) {
                            long missing = target[j] - sums[j];
                            reachable &= missing >= lowest[i + 1][j] && missing <= highest[i + 1][j];
                        }
                    }
                    if (reachable) {
                        // halves instead of counts: 2^n would overflow, powers of two stay exact
                        next.merge(List.of(sums), state.getValue() / 2, Double::sum);
                    }
                }
            }
            if (next.size() > LARGEST_STATE) {
                return false;
            }
            states = next;
        }
        states.forEach((sums, share) -> counts.merge(sums.get(k), share, Double::sum));
        return true;
    }

    private double[] probabilities(double beta) {
        double[] d = new double[support.length];
        double largest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < d.length; i++) {
            d[i] = logCount[i] + beta * (support[i] - observed);
            largest = Math.max(largest, d[i]);
        }
        double sum = 0;
        for (int i = 0; i < d.length; i++) {
            d[i] = StrictMath.exp(d[i] - largest);
            sum += d[i];
        }
        for (int i = 0; i < d.length; i++) {
            d[i] /= sum;
        }
        return d;
    }

    private double mean(double[] probability) {
        double sum = 0;
        for (int i = 0; i < support.length; i++) {
            sum += support[i] * probability[i];
        }
        return sum;
    }

    /** {@return T as observed} */
    public double sufficientStatistic() {
        return observed;
    }

    /** {@return (T − E)²/V under β = 0} */
    public double scoreStatistic() {
        double mean = mean(nullProbability);
        double variance = 0;
        for (int i = 0; i < support.length; i++) {
            variance += (support[i] - mean) * (support[i] - mean) * nullProbability[i];
        }
        return (observed - mean) * (observed - mean) / variance;
    }

    /** {@return P(T ≥ t) under β = 0} */
    public PValue greater() {
        return PValue.of(upperTail(nullProbability));
    }

    /** {@return P(T ≤ t) under β = 0} */
    public PValue less() {
        return PValue.of(lowerTail(nullProbability));
    }

    /** {@return twice the smaller tail} */
    public PValue doubled() {
        return PValue.of(2 * Math.min(upperTail(nullProbability), lowerTail(nullProbability)));
    }

    /** {@return the probability of all values at least as far from the mean as the observed one} */
    public PValue scoreTest() {
        return PValue.of(scoreTail());
    }

    /** {@return {@link #scoreTest} with half the probability of the observed value} */
    public PValue midPScoreTest() {
        return PValue.of(scoreTail() - pointProbability() / 2);
    }

    /** {@return the probability of all values no more likely than the observed one} */
    public PValue probabilityTest() {
        double bound = pointProbability() * EQUALLY_LIKELY;
        return PValue.of(Arrays.stream(nullProbability).filter(p -> p <= bound).sum());
    }

    private double scoreTail() {
        double mean = mean(nullProbability);
        double bound = (observed - mean) * (observed - mean) * EQUALLY_FAR;
        double sum = 0;
        for (int i = 0; i < support.length; i++) {
            sum += (support[i] - mean) * (support[i] - mean) >= bound ? nullProbability[i] : 0;
        }
        return sum;
    }

    private double pointProbability() {
        for (int i = 0; i < support.length; i++) {
            if (support[i] == observed) {
                return nullProbability[i];
            }
        }
        throw new IllegalStateException("the observed value is not among the possible ones");
    }

    private double upperTail(double[] probability) {
        double sum = 0;
        for (int i = 0; i < support.length; i++) {
            sum += support[i] >= observed ? probability[i] : 0;
        }
        return sum;
    }

    private double lowerTail(double[] probability) {
        double sum = 0;
        for (int i = 0; i < support.length; i++) {
            sum += support[i] <= observed ? probability[i] : 0;
        }
        return sum;
    }

    /** {@return the conditional maximum-likelihood log odds ratio, infinite at an end of the support} */
    public double estimate() {
        if (observed == support[0]) {
            return Double.NEGATIVE_INFINITY;
        }
        if (observed == support[support.length - 1]) {
            return Double.POSITIVE_INFINITY;
        }
        return root(beta -> mean(probabilities(beta)) - observed);
    }

    /**
     * The exact interval of the log odds ratio, each tail at most α/2.
     *
     * @param level its coverage
     * @return the interval, open where the observed value is at an end of the support
     */
    public Interval interval(ConfidenceLevel level) {
        double tail = level.alpha() / 2;
        double lower =
                observed == support[0] ? Double.NEGATIVE_INFINITY : root(beta -> upperTail(probabilities(beta)) - tail);
        double upper = observed == support[support.length - 1]
                ? Double.POSITIVE_INFINITY
                : root(beta -> lowerTail(probabilities(beta)) - tail);
        return new Interval(lower, upper, level);
    }

    private static double root(java.util.function.DoubleUnaryOperator f) {
        double reach = 1;
        while (f.applyAsDouble(-reach) * f.applyAsDouble(reach) > 0 && reach < LARGEST_LOG_ODDS) {
            reach *= 2;
        }
        return RootSearch.between(f, -reach, reach);
    }
}
