package org.sapwood.stats.sequential;

import java.util.Arrays;
import org.sapwood.stats.Alternative;
import org.sapwood.stats.ConfidenceLevel;
import org.sapwood.stats.Interval;
import org.sapwood.stats.PValue;
import org.sapwood.stats.inference.TailProbability;

/**
 * Inference after a one-sided trial stopped at some look, by stage-wise ordering: an earlier crossing is more extreme than a
 * later one, and at one look a larger Z is. With that order {@code P_θ(as extreme)} increases with θ; it is the p-value at
 * θ = 0, and where it is 1/2, α/2 and 1 − α/2 lie the median unbiased estimate and the limits. All on the drift scale.
 *
 * <p>Source: Tsiatis AA, Rosner GL, Mehta CR (1984), Biometrics 40:797–803; repeated intervals: Jennison C, Turnbull BW (1989),
 * J R Stat Soc B 51:305–361.
 */
public final class StageWiseInference {
    private final double[] information;
    private final double[] earlier;
    private final double z;
    private final double boundaryValue;

    private StageWiseInference(double[] information, double[] earlier, double z, double boundaryValue) {
        this.information = information;
        this.earlier = earlier;
        this.z = z;
        this.boundaryValue = boundaryValue;
    }

    /**
     * What was observed when the trial stopped.
     *
     * @param boundary the upper boundary; lower bounds are taken as non-binding and ignored
     * @param look the look at which the trial stopped, from 1
     * @param z the statistic there
     * @return the inference
     */
    public static StageWiseInference of(StoppingBoundary boundary, int look, double z) {
        if (look < 1 || look > boundary.looks()) {
            throw new IllegalArgumentException("expected a look from 1 to " + boundary.looks() + ", found " + look);
        }
        if (!Double.isFinite(z)) {
            throw new IllegalArgumentException("expected a finite statistic, found " + z);
        }
        return new StageWiseInference(
                Arrays.copyOf(boundary.information(), look),
                Arrays.copyOf(boundary.upper(), look - 1),
                z,
                boundary.upper()[look - 1]);
    }

    private double asExtreme(double drift) {
        double[] upper = Arrays.copyOf(earlier, information.length);
        upper[information.length - 1] = z;
        return StoppingBoundary.upperOnly(information, upper).crossing(drift).upperTotal();
    }

    /** {@return the one-sided p-value} */
    public PValue pValue() {
        return PValue.of(asExtreme(0));
    }

    /** {@return the p-value that forgets the earlier looks} */
    public PValue naivePValue() {
        return TailProbability.normal(z, Alternative.GREATER);
    }

    /** {@return the drift that is as likely too low as too high} */
    public double medianUnbiasedDrift() {
        return driftWith(0.5);
    }

    /**
     * The interval of the drift.
     *
     * @param level the coverage
     * @return equal-tailed
     */
    public Interval interval(ConfidenceLevel level) {
        double alpha = level.alpha();
        return new Interval(driftWith(alpha / 2), driftWith(1 - alpha / 2), level);
    }

    private double driftWith(double probability) {
        double centre = z / Math.sqrt(information[information.length - 1]);
        return BoundarySearch.root(drift -> asExtreme(drift) - probability, centre - 4, centre + 4);
    }

    /**
     * The repeated interval of the look, valid whether or not the trial stops: {@code (z ± c) / √t} with c the boundary there.
     *
     * @param level the coverage the boundary was made for, noted on the interval
     * @return the interval of the drift
     */
    public Interval repeatedInterval(ConfidenceLevel level) {
        double root = Math.sqrt(information[information.length - 1]);
        return new Interval((z - boundaryValue) / root, (z + boundaryValue) / root, level);
    }
}
