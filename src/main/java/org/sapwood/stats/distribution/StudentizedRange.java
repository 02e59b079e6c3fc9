package org.sapwood.stats.distribution;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The Studentised range Q: the range of k independent standard normal variables over an independent S with
 * {@code ν S² ~ χ²(ν)}.
 *
 * <p>Given S = s, {@code P(Q > q) = k ∫ φ(z) [Φ(z)^(k−1) − (Φ(z) − Φ(z − qs))^(k−1)] dz}; then averaged over S.
 *
 * <p>Source: Copenhaver MD, Holland B (1988), J Stat Comput Simul 30:1–15.
 *
 * @param groups k, at least 2
 * @param degreesOfFreedom ν, positive, may be infinite
 */
public record StudentizedRange(int groups, double degreesOfFreedom) {
    private static final GaussLegendre RULE = GaussLegendre.of(32);
    private static final int PANELS = 6;

    public StudentizedRange {
        if (groups < 2) {
            throw new IllegalArgumentException("expected at least 2 groups, found " + groups);
        }
        if (!(degreesOfFreedom > 0)) {
            throw new IllegalArgumentException("expected positive degrees of freedom, found " + degreesOfFreedom);
        }
    }

    /**
     * The upper tail.
     *
     * @param q the range
     * @return P(Q &gt; q)
     */
    public double survivalProbability(double q) {
        if (q <= 0) {
            return 1;
        }
        return Math.min(1, RootMeanSquare.average(degreesOfFreedom, s -> tail(q * s)));
    }

    private double tail(double width) {
        NormalDistribution normal = NormalDistribution.of(0, 1);
        int m = groups - 1;
        return groups
                * RULE.integrate(
                        z -> {
                            double all = normal.cumulativeProbability(z);
                            double below = normal.cumulativeProbability(z - width);
                            // a^m - b^m = (a - b) (a^(m-1) + a^(m-2) b + ... + b^(m-1)): no cancellation in the tail.
                            double sum = 0;
                            double power = 1;
                            for (int i = 0; i < m; i++) {
                                sum = sum * all + power;
                                power *= all - below;
                            }
                            return normal.density(z) * below * sum;
                        },
                        -9,
                        9 + Math.min(width, 30),
                        PANELS);
    }

    /**
     * The value exceeded with a given probability.
     *
     * @param p strictly between 0 and 1
     * @return q with P(Q &gt; q) = p
     */
    public double inverseSurvivalProbability(double p) {
        return TailInverse.of(this::survivalProbability, p, 0);
    }

    /**
     * The value that R's {@code qtukey} and programs of its descent give: a secant search from the starting value of Odeh and
     * Evans (1974, Applied Statistics AS 70), broken off once a step is below 1e-4. It is off by up to some 1e-6; use it only
     * to reproduce such programs.
     *
     * @param p strictly between 0 and 1
     * @return about q with P(Q &gt; q) = p
     */
    public double secantInverseSurvivalProbability(double p) {
        double before = odehEvans(p);
        double errorBefore = p - survivalProbability(before);
        double now = errorBefore > 0 && before > 1 ? before - 1 : before + 1;
        double error = p - survivalProbability(now);
        for (int i = 0; i < 50 && Math.abs(now - before) >= 1e-4; i++) {
            double next = Math.max(0, now - error * (now - before) / (error - errorBefore));
            before = now;
            errorBefore = error;
            now = next;
            error = p - survivalProbability(now);
        }
        return now;
    }

    private double odehEvans(double p) {
        double y = Math.sqrt(-2 * StrictMath.log(p / 2));
        double above = (((-0.453642210148e-04 * y - 0.204231210125) * y - 0.342242088547) * y - 1) * y + 0.322232421088;
        double below = (((0.38560700634e-02 * y + 0.103537752850) * y + 0.531103462366) * y + 0.588581570495) * y
                + 0.0993484626060;
        double t = y + above / below;
        double v = degreesOfFreedom;
        if (v < 120) {
            t += (t * t * t + t) / v / 4;
        }
        double slope = 0.8832 - 0.2368 * t;
        if (v < 120) {
            slope += (1.208 * t - 1.214) / v;
        }
        return t * (slope * StrictMath.log(groups - 1.0) + 1.4142);
    }
}
