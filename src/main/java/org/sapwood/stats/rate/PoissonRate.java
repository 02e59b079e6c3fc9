package org.sapwood.stats.rate;

import org.sapwood.stats.Alternative;
import org.sapwood.stats.ConfidenceLevel;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.Estimable.Reason;
import org.sapwood.stats.Interval;
import org.sapwood.stats.PValue;
import org.sapwood.stats.design.WaldZ;
import org.sapwood.stats.inference.RootSearch;

/**
 * The rate λ of events in time T, with x events observed: X ~ Poisson(λT).
 *
 * @param events x
 * @param exposure T, positive
 */
public record PoissonRate(long events, double exposure) {
    /** Two outcomes whose probabilities differ by less than this factor count as equally likely. */
    private static final double TIE = 1 + 1e-7;

    /** How the interval is made; z is the normal quantile 1 − α/2. */
    public enum IntervalMethod {
        /** Each tail at most α/2 (Garwood 1936). */
        EXACT,
        /** Half the probability of the observed count in each tail; the tails are α/2. */
        MIDP,
        /** Byar's approximation to the exact limits (Breslow and Day 1987); x(1 − 1/9x − z/3√x)³ and the like of x + 1. */
        BYAR,
        /** x ± z√x, not cut at 0. */
        WALD,
        /** x + z²/2 ± z√(x + z²/4). */
        SCORE,
        /** x exp(±z/√x); needs an event. */
        LOG_WALD
    }

    public PoissonRate {
        if (events < 0 || !(exposure > 0)) {
            throw new IllegalArgumentException(
                    "expected at least 0 events in a positive exposure, found " + events + " in " + exposure);
        }
    }

    /**
     * The rate of what was observed, which may be nothing.
     *
     * @param events x, at least 0
     * @param exposure T, at least 0
     * @return the rate; not estimable without time at risk
     * @throws IllegalArgumentException for negative numbers, or events outside any exposure
     */
    public static Estimable<PoissonRate> observed(long events, double exposure) {
        return events == 0 && exposure == 0
                ? Estimable.not(Reason.EMPTY_GROUP, "no time at risk")
                : Estimable.of(new PoissonRate(events, exposure));
    }

    /** {@return x/T} */
    public double estimate() {
        return events / exposure;
    }

    /**
     * A two-sided interval for the rate.
     *
     * @param method how it is made
     * @param level its coverage
     * @return the interval; {@code LOG_WALD} does not exist without an event
     */
    public Estimable<Interval> interval(IntervalMethod method, ConfidenceLevel level) {
        double tail = level.alpha() / 2;
        double z = WaldZ.quantile(level);
        double x = events;
        return switch (method) {
            case EXACT ->
                rate(PoissonTail.meanWithUpperTail(events, tail), PoissonTail.meanWithLowerTail(events, tail), level);
            case MIDP -> rate(midPLower(tail), midPUpper(tail), level);
            case BYAR -> rate(events == 0 ? 0 : byar(x, -z), byar(x + 1, z), level);
            case WALD -> rate(x - z * Math.sqrt(x), x + z * Math.sqrt(x), level);
            case SCORE -> {
                double half = z * Math.sqrt(x + z * z / 4);
                // the lower limit as x²/upper keeps its digits when x is small
                double upper = x + z * z / 2 + half;
                yield rate(x * x / upper, upper, level);
            }
            case LOG_WALD ->
                events == 0
                        ? Estimable.not(Reason.NO_EVENTS, "no event was observed, so that log(rate) does not exist")
                        : rate(x * StrictMath.exp(-z / Math.sqrt(x)), x * StrictMath.exp(z / Math.sqrt(x)), level);
        };
    }

    private Estimable<Interval> rate(double lower, double upper, ConfidenceLevel level) {
        return Estimable.of(new Interval(lower / exposure, upper / exposure, level));
    }

    private static double byar(double x, double z) {
        double root = 1 - 1 / (9 * x) + z / (3 * Math.sqrt(x));
        return x * root * root * root;
    }

    private double midPLower(double tail) {
        if (events == 0) {
            return 0;
        }
        return RootSearch.between(
                mean -> PoissonTail.atLeast(events, mean) - 0.5 * PoissonTail.at(events, mean) - tail,
                PoissonTail.meanWithUpperTail(events, tail / 2),
                events + 1.0);
    }

    private double midPUpper(double tail) {
        return RootSearch.between(
                mean -> PoissonTail.atMost(events, mean) - 0.5 * PoissonTail.at(events, mean) - tail,
                0.5 * events,
                PoissonTail.meanWithLowerTail(events, tail / 2));
    }

    /**
     * The exact test of λ = λ₀. Two-sided, all counts that are no more likely than the observed one add up.
     *
     * @param rate λ₀, not negative
     * @param alternative the direction
     * @return the p-value
     */
    public PValue exactTest(double rate, Alternative alternative) {
        if (!(rate >= 0)) {
            throw new IllegalArgumentException("expected a rate of at least 0, found " + rate);
        }
        double mean = rate * exposure;
        return PValue.of(
                switch (alternative) {
                    case LESS -> PoissonTail.atMost(events, mean);
                    case GREATER -> PoissonTail.atLeast(events, mean);
                    case TWO_SIDED -> noMoreLikely(mean);
                });
    }

    private double noMoreLikely(double mean) {
        double bound = PoissonTail.at(events, mean) * TIE;
        if (events == mean) {
            return 1;
        }
        if (events > mean) {
            long k = (long) Math.floor(mean);
            while (k >= 0 && PoissonTail.at(k, mean) > bound) {
                k--;
            }
            return PoissonTail.atMost(k, mean) + PoissonTail.atLeast(events, mean);
        }
        long k = (long) Math.ceil(mean);
        while (PoissonTail.at(k, mean) > bound) {
            k++;
        }
        return PoissonTail.atMost(events, mean) + PoissonTail.atLeast(k, mean);
    }
}
