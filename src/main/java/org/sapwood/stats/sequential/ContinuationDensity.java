package org.sapwood.stats.sequential;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.sapwood.stats.distribution.GaussLegendre;

/**
 * The sub-density of B(t) for trials still going on after a look, on quadrature nodes; the step of the recursion of Armitage,
 * McPherson and Rowe (1969, J R Stat Soc A 132:235–244). Immutable: each look gives a new one.
 */
final class ContinuationDensity {
    private static final GaussLegendre RULE = GaussLegendre.of(16);
    /** Beyond this many standard deviations nothing is left that a double could see. */
    private static final double REACH = 9;

    private final double drift;
    private final double time;
    private final double[] nodes;
    private final double[] masses;

    private ContinuationDensity(double drift, double time, double[] nodes, double[] masses) {
        this.drift = drift;
        this.time = time;
        this.nodes = nodes;
        this.masses = masses;
    }

    /** Before the first look: all mass at B(0) = 0. */
    static ContinuationDensity start(double drift) {
        return new ContinuationDensity(drift, 0, new double[] {0}, new double[] {1});
    }

    /** Probability of going on until now and then having Z at or above z at information t. */
    double above(double t, double z) {
        return tail(t, z, 1);
    }

    /** Probability of going on until now and then having Z below z at information t. */
    double below(double t, double z) {
        return tail(t, z, -1);
    }

    private double tail(double t, double z, int sign) {
        if (Double.isInfinite(z)) {
            return sign * z > 0 ? 0 : mass();
        }
        NormalDistribution normal = NormalDistribution.of(0, 1);
        double sd = Math.sqrt(t - time);
        double edge = z * Math.sqrt(t) - drift * (t - time);
        double sum = 0;
        for (int i = 0; i < nodes.length; i++) {
            sum += masses[i] * normal.survivalProbability(sign * (edge - nodes[i]) / sd);
        }
        return sum;
    }

    private double mass() {
        double sum = 0;
        for (double mass : masses) {
            sum += mass;
        }
        return sum;
    }

    /**
     * The density after a look at information t.
     *
     * @param t above the time of the look before
     * @param next the information of the look after; sets how fine the nodes must be
     * @param lower go on only above this Z
     * @param upper go on only below this Z
     */
    ContinuationDensity after(double t, double next, double lower, double upper) {
        double sd = Math.sqrt(t - time);
        double root = Math.sqrt(t);
        double a = Math.max(lower * root, drift * t - REACH * root);
        double b = Math.min(upper * root, drift * t + REACH * root);
        if (!(a < b)) {
            return new ContinuationDensity(drift, t, new double[0], new double[0]);
        }
        double grain = 1.5 * Math.min(sd, Math.sqrt(next - t));
        int panels = (int) Math.min(400, Math.max(4, Math.ceil((b - a) / grain)));
        int n = panels * RULE.size();
        double[] x = new double[n];
        double[] mass = new double[n];
        NormalDistribution step = NormalDistribution.of(drift * (t - time), sd);
        double width = (b - a) / panels;
        for (int panel = 0, i = 0; panel < panels; panel++) {
            double from = a + panel * width;
            for (int node = 0; node < RULE.size(); node++, i++) {
                x[i] = RULE.node(node, from, from + width);
                double density = 0;
                for (int j = 0; j < nodes.length; j++) {
                    density += masses[j] * step.density(x[i] - nodes[j]);
                }
                mass[i] = RULE.weight(node, from, from + width) * density;
            }
        }
        return new ContinuationDensity(drift, t, x, mass);
    }
}
