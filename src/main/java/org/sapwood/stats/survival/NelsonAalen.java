package org.sapwood.stats.survival;

import java.util.ArrayList;
import java.util.List;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.Estimable.Reason;

/**
 * The cumulative hazard {@code H(t) = Σ d/n} over event times up to t, with variance {@code Σ d/n²}.
 *
 * <p>Source: Nelson W (1972), Technometrics 14:945–966; Aalen O (1978), Ann Stat 6:701–726.
 */
public final class NelsonAalen {
    private final SurvivalSample sample;
    private final List<Step> steps;

    /**
     * The curve from one event time to the next.
     *
     * @param time the event time
     * @param atRisk n, observed times of at least {@code time}
     * @param events d, events at {@code time}
     * @param cumulativeHazard H just after the events
     * @param standardError its standard error
     */
    public record Step(double time, int atRisk, int events, double cumulativeHazard, double standardError) {}

    private NelsonAalen(SurvivalSample sample) {
        this.sample = sample;
        List<Step> curve = new ArrayList<>();
        double hazard = 0;
        double variance = 0;
        for (SurvivalSample.EventTime e : sample.eventTimes()) {
            double n = e.atRisk();
            hazard += e.events() / n;
            variance += e.events() / (n * n);
            curve.add(new Step(e.time(), e.atRisk(), e.events(), hazard, Math.sqrt(variance)));
        }
        this.steps = List.copyOf(curve);
    }

    /**
     * The curve of a sample.
     *
     * @param sample the times
     * @return the curve
     */
    public static NelsonAalen of(SurvivalSample sample) {
        return new NelsonAalen(sample);
    }

    /** {@return one step per event time, in order} */
    public List<Step> steps() {
        return steps;
    }

    /**
     * The curve at a time, right-continuous; the last value is carried forward beyond the last observed time.
     *
     * @param t the time
     * @return the step in force; before the first event one with hazard 0
     */
    public Estimable<Step> at(double t) {
        if (sample.size() == 0) {
            return Estimable.not(Reason.EMPTY_GROUP, "there is no subject in the group");
        }
        Step last = new Step(0, sample.size(), 0, 0, 0);
        for (Step step : steps) {
            if (step.time() > t) {
                break;
            }
            last = step;
        }
        return Estimable.of(last);
    }
}
