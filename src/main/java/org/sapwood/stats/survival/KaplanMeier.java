package org.sapwood.stats.survival;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.sapwood.stats.ConfidenceLevel;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.Estimable.Reason;
import org.sapwood.stats.Interval;

/**
 * The product-limit estimate {@code S(t) = Π (1 − d/n)} over event times up to t, with Greenwood's variance
 * {@code S(t)² Σ d / (n (n − d))}.
 *
 * <p>Source: Kaplan EL, Meier P (1958), J Am Stat Assoc 53:457–481; intervals of quantiles: Brookmeyer R, Crowley J
 * (1982), Biometrics 38:29–41.
 */
public final class KaplanMeier {
    /**
     * How near to a probability the curve counts as being exactly there: products of fractions such as 2/3·3/4 rarely give
     * the exact double of 1/2.
     */
    private static final double FLAT = 1.5e-8;

    private final SurvivalSample sample;
    private final List<Step> steps;

    /**
     * The curve from one event time to the next.
     *
     * @param time the event time t
     * @param atRisk n, observed times of at least t
     * @param events d, events at t
     * @param survival S(t), just after the events
     * @param greenwoodSum Σ d / (n (n − d)) up to and including t; infinite once S is 0
     */
    public record Step(double time, int atRisk, int events, double survival, double greenwoodSum) {
        /** {@return Greenwood's standard error of S(t); not defined where S is 0} */
        public Estimable<Double> standardError() {
            return survival > 0
                    ? Estimable.of(survival * Math.sqrt(greenwoodSum))
                    : Estimable.not(
                            Reason.ZERO_VARIANCE, "the survival estimate is 0, its standard error is not defined");
        }

        /**
         * The pointwise confidence interval of S(t).
         *
         * @param scale where the interval is symmetric
         * @param level the coverage
         * @return the interval, none where S is 0 (or 1, for scales undefined there)
         */
        public Estimable<Interval> interval(SurvivalScale scale, ConfidenceLevel level) {
            return scale.interval(survival, greenwoodSum, level);
        }
    }

    /**
     * A quantile of the time to event and the limits of its interval, each of which may not be reached.
     *
     * @param probability p, the share of subjects with an event by then
     * @param estimate the time
     * @param lower where the lower limit of S falls to 1 − p
     * @param upper where the upper limit of S falls to 1 − p
     * @param level the coverage of the limits
     */
    public record Quantile(
            double probability,
            Estimable<Double> estimate,
            Estimable<Double> lower,
            Estimable<Double> upper,
            ConfidenceLevel level) {}

    private KaplanMeier(SurvivalSample sample) {
        this.sample = sample;
        List<Step> curve = new ArrayList<>();
        double survival = 1;
        double sum = 0;
        for (SurvivalSample.EventTime e : sample.eventTimes()) {
            double n = e.atRisk();
            double d = e.events();
            // An exact zero at the end, whatever was rounded before.
            survival = d == n ? 0 : survival * ((n - d) / n);
            sum += d / (n * (n - d));
            curve.add(new Step(e.time(), e.atRisk(), e.events(), survival, sum));
        }
        this.steps = List.copyOf(curve);
    }

    /**
     * The curve of a sample.
     *
     * @param sample the times
     * @return the curve; of an empty sample every estimate is missing
     */
    public static KaplanMeier of(SurvivalSample sample) {
        return new KaplanMeier(sample);
    }

    /** {@return the times behind the curve} */
    public SurvivalSample sample() {
        return sample;
    }

    /** {@return one step per event time, in order} */
    public List<Step> steps() {
        return steps;
    }

    /**
     * The curve at a time, right-continuous. Beyond the last observed time the last value is carried forward; nothing was
     * observed there (compare {@link SurvivalSample#lastTime()}).
     *
     * @param t the time
     * @return the step in force at t; before the first event one with S = 1
     */
    public Estimable<Step> at(double t) {
        if (sample.size() == 0) {
            return Estimable.not(Reason.EMPTY_GROUP, "there is no subject in the group");
        }
        Step last = new Step(0, sample.size(), 0, 1, 0);
        for (Step step : steps) {
            if (step.time() > t) {
                break;
            }
            last = step;
        }
        return Estimable.of(last);
    }

    /**
     * The p-quantile: the first time at which S falls to 1 − p or below. Where S is flat at exactly 1 − p, the midpoint of
     * the flat part (up to the next event time, or the last observed time); limits are read off the pointwise limits of S
     * in the same way (Brookmeyer–Crowley).
     *
     * @param p strictly between 0 and 1; 0.5 is the median
     * @param scale where the pointwise interval of S is symmetric
     * @param level the coverage
     * @return estimate and limits; {@link Reason#NOT_REACHED} for each that does not exist
     */
    public Quantile quantile(double p, SurvivalScale scale, ConfidenceLevel level) {
        if (!(p > 0 && p < 1)) {
            throw new IllegalArgumentException("expected a probability strictly between 0 and 1, found " + p);
        }
        return new Quantile(
                p,
                crossing(p, Step::survival),
                crossing(p, step -> limit(step.interval(scale, level), false)),
                crossing(p, step -> limit(step.interval(scale, level), true)),
                level);
    }

    private static double limit(Estimable<Interval> interval, boolean upper) {
        // A missing limit crosses nothing: it is read as still above.
        return interval instanceof Estimable.Of<Interval> of
                ? upper ? of.value().upper() : of.value().lower()
                : Double.POSITIVE_INFINITY;
    }

    private Estimable<Double> crossing(double p, ToDoubleFunction<Step> curve) {
        if (sample.size() == 0) {
            return Estimable.not(Reason.EMPTY_GROUP, "there is no subject in the group");
        }
        double target = 1 - p;
        for (int i = 0; i < steps.size(); i++) {
            double height = curve.applyAsDouble(steps.get(i));
            if (height > target + FLAT) {
                continue;
            }
            double start = steps.get(i).time();
            if (height < target - FLAT) {
                return Estimable.of(start);
            }
            int next = i + 1;
            while (next < steps.size() && Math.abs(curve.applyAsDouble(steps.get(next)) - target) <= FLAT) {
                next++;
            }
            double end = next < steps.size() ? steps.get(next).time() : sample.lastTime();
            return Estimable.of((start + end) / 2);
        }
        return Estimable.not(Reason.NOT_REACHED, "the curve does not fall to the required level");
    }
}
