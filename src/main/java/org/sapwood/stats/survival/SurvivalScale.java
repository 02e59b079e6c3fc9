package org.sapwood.stats.survival;

import org.sapwood.stats.ConfidenceLevel;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.Estimable.Reason;
import org.sapwood.stats.Interval;
import org.sapwood.stats.inference.TailProbability;

/**
 * The scale g on which a confidence interval for a survival probability S is symmetric: {@code g(S) ± z·se(g(S))}, with
 * {@code se(g(S)) = |g'(S)|·S·σ} and σ² the Greenwood sum. Limits are mapped back and cut to [0, 1].
 */
public enum SurvivalScale {
    /** g(S) = S, often called linear or plain. */
    IDENTITY {
        @Override
        double[] limits(double s, double sigma, double z) {
            return new double[] {Math.max(0, s - z * s * sigma), Math.min(1, s + z * s * sigma)};
        }
    },
    /** g(S) = log S. */
    LOG {
        @Override
        double[] limits(double s, double sigma, double z) {
            return new double[] {s * StrictMath.exp(-z * sigma), Math.min(1, s * StrictMath.exp(z * sigma))};
        }
    },
    /** g(S) = log(−log S), the default of SAS; without limits where S = 1. */
    LOG_LOG {
        @Override
        double[] limits(double s, double sigma, double z) {
            double logS = StrictMath.log(s);
            double half = z * sigma / logS;
            return new double[] {
                StrictMath.exp(logS * StrictMath.exp(-half)), StrictMath.exp(logS * StrictMath.exp(half))
            };
        }

        @Override
        boolean hasLimitsAtOne() {
            return false;
        }
    },
    /** g(S) = arcsin √S; without limits where S = 1. */
    ARCSINE {
        @Override
        double[] limits(double s, double sigma, double z) {
            double angle = StrictMath.asin(Math.sqrt(s));
            double half = 0.5 * z * sigma * Math.sqrt(s / (1 - s));
            double low = StrictMath.sin(Math.max(0, angle - half));
            double high = StrictMath.sin(Math.min(StrictMath.PI / 2, angle + half));
            return new double[] {low * low, high * high};
        }

        @Override
        boolean hasLimitsAtOne() {
            return false;
        }
    },
    /** g(S) = log(S / (1 − S)); without limits where S = 1. */
    LOGIT {
        @Override
        double[] limits(double s, double sigma, double z) {
            double half = z * sigma / (1 - s);
            double odds = s / (1 - s);
            double low = odds * StrictMath.exp(-half);
            double high = odds * StrictMath.exp(half);
            return new double[] {low / (1 + low), 1 / (1 + 1 / high)};
        }

        @Override
        boolean hasLimitsAtOne() {
            return false;
        }
    };

    /** Lower and upper limit for s strictly between 0 and 1 (or s = 1 where the scale allows it). */
    abstract double[] limits(double s, double sigma, double z);

    boolean hasLimitsAtOne() {
        return true;
    }

    /**
     * The pointwise interval of a survival probability.
     *
     * @param survival S
     * @param greenwoodSum σ² = Σ d / (n (n − d)) up to the time
     * @param level the coverage
     * @return the interval; none where S is 0, nor where S is 1 and the scale is undefined there
     */
    Estimable<Interval> interval(double survival, double greenwoodSum, ConfidenceLevel level) {
        if (survival <= 0) {
            return Estimable.not(Reason.ZERO_VARIANCE, "the survival estimate is 0, its standard error is not defined");
        }
        if (survival >= 1 && !hasLimitsAtOne()) {
            return Estimable.not(Reason.NO_EVENTS, "the survival estimate is still 1, the interval has no width");
        }
        double z = TailProbability.normalQuantile(level.alpha());
        double[] limits = limits(survival, Math.sqrt(greenwoodSum), z);
        return Estimable.of(new Interval(limits[0], limits[1], level));
    }
}
