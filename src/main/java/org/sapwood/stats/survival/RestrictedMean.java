package org.sapwood.stats.survival;

import org.sapwood.stats.Alternative;
import org.sapwood.stats.ConfidenceLevel;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.Estimable.Reason;
import org.sapwood.stats.Interval;
import org.sapwood.stats.PValue;
import org.sapwood.stats.inference.TailProbability;

/**
 * The restricted mean survival time: the area under the Kaplan–Meier curve up to the horizon τ. With A(t) the area from t to
 * τ, its variance is {@code Σ A(t)² d / (n (n − d))} over event times up to τ.
 *
 * <p>Source: Uno H et al. (2014), J Clin Oncol 32:2380–2385; Klein JP, Moeschberger ML (2003), Survival Analysis, section 4.5.
 *
 * @param tau the horizon τ
 * @param estimate the restricted mean
 * @param standardError its standard error; 0 when nothing happened before τ
 */
public record RestrictedMean(double tau, double estimate, double standardError) {

    /**
     * A contrast of two restricted means or of two mean times lost.
     *
     * @param estimate difference or ratio, first against second
     * @param interval its interval; a ratio's is symmetric on the log scale
     * @param pValue two-sided, for no difference
     */
    public record Contrast(double estimate, Interval interval, PValue pValue) {}

    /**
     * The restricted mean of one group.
     *
     * @param sample the times
     * @param tau τ, above 0
     * @return the estimate; none where the curve is not known up to τ because the largest time is censored before it
     */
    public static Estimable<RestrictedMean> of(SurvivalSample sample, double tau) {
        if (!(tau > 0)) {
            throw new IllegalArgumentException("expected a horizon above 0, found " + tau);
        }
        if (sample.size() == 0) {
            return Estimable.not(Reason.EMPTY_GROUP, "there is no subject in the group");
        }
        if (tau > sample.lastTime() && !sample.endsInEvent()) {
            return Estimable.not(
                    Reason.OUTSIDE_DOMAIN,
                    "the last observed time, " + sample.lastTime() + ", is censored before the horizon " + tau);
        }
        KaplanMeier curve = KaplanMeier.of(sample);
        double area = 0;
        double variance = 0;
        double right = tau;
        // From the right, so that the area still to come is known at each event.
        for (int i = curve.steps().size() - 1; i >= 0; i--) {
            KaplanMeier.Step step = curve.steps().get(i);
            if (step.time() > tau) {
                continue;
            }
            area += step.survival() * (right - step.time());
            right = step.time();
            double n = step.atRisk();
            double d = step.events();
            if (n > d) {
                variance += area * area * d / (n * (n - d));
            }
        }
        return Estimable.of(new RestrictedMean(tau, area + right, Math.sqrt(variance)));
    }

    /** {@return the mean time lost before the horizon, τ minus the restricted mean} */
    public double timeLost() {
        return tau - estimate;
    }

    /**
     * The interval of the restricted mean.
     *
     * @param level the coverage
     * @return {@code estimate ± z·standardError}
     */
    public Interval interval(ConfidenceLevel level) {
        double half = z(level) * standardError;
        return new Interval(estimate - half, estimate + half, level);
    }

    /**
     * This restricted mean minus another.
     *
     * @param other the reference
     * @param level the coverage
     * @return the difference
     */
    public Estimable<Contrast> minus(RestrictedMean other, ConfidenceLevel level) {
        double difference = estimate - other.estimate;
        double se = StrictMath.hypot(standardError, other.standardError);
        return se > 0
                ? Estimable.of(new Contrast(
                        difference,
                        new Interval(difference - z(level) * se, difference + z(level) * se, level),
                        twoSided(difference / se)))
                : Estimable.not(Reason.NO_EVENTS, "neither group has an event before the horizon");
    }

    /**
     * This restricted mean over another.
     *
     * @param other the reference
     * @param level the coverage
     * @return the ratio
     */
    public Estimable<Contrast> over(RestrictedMean other, ConfidenceLevel level) {
        return ratio(estimate, other.estimate, other, level);
    }

    /**
     * This mean time lost over another.
     *
     * @param other the reference
     * @param level the coverage
     * @return the ratio; none where nothing was lost in one group
     */
    public Estimable<Contrast> timeLostOver(RestrictedMean other, ConfidenceLevel level) {
        return ratio(timeLost(), other.timeLost(), other, level);
    }

    private Estimable<Contrast> ratio(double own, double others, RestrictedMean other, ConfidenceLevel level) {
        if (!(own > 0) || !(others > 0)) {
            return Estimable.not(Reason.ZERO_DENOMINATOR, "one of the two means is 0");
        }
        double se = StrictMath.hypot(standardError / own, other.standardError / others);
        if (!(se > 0)) {
            return Estimable.not(Reason.NO_EVENTS, "neither group has an event before the horizon");
        }
        double log = StrictMath.log(own / others);
        Interval interval =
                new Interval(StrictMath.exp(log - z(level) * se), StrictMath.exp(log + z(level) * se), level);
        return Estimable.of(new Contrast(own / others, interval, twoSided(log / se)));
    }

    private static PValue twoSided(double z) {
        return TailProbability.normal(z, Alternative.TWO_SIDED);
    }

    private static double z(ConfidenceLevel level) {
        return TailProbability.normalQuantile(level.alpha());
    }
}
