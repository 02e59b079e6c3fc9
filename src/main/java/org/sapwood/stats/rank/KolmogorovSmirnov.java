package org.sapwood.stats.rank;

import java.util.Arrays;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.Estimable.Reason;
import org.sapwood.stats.PValue;

/** The two-sample Kolmogorov-Smirnov test: {@code D = max |F(t) − G(t)|} of the two empirical distribution functions. */
public final class KolmogorovSmirnov {
    /** More grid points than this are not walked. */
    private static final long MOST_STEPS = 400_000_000;

    private final int m;
    private final int n;
    private final boolean[] endsTie;
    private final long scaled;

    private KolmogorovSmirnov(int m, int n, boolean[] endsTie, long scaled) {
        this.m = m;
        this.n = n;
        this.endsTie = endsTie;
        this.scaled = scaled;
    }

    /**
     * Compares two samples.
     *
     * @param x the first sample, no NaN
     * @param y the second sample
     * @return the test; none when a sample is empty
     */
    public static Estimable<KolmogorovSmirnov> of(double[] x, double[] y) {
        if (x.length == 0 || y.length == 0) {
            return Estimable.not(
                    Reason.EMPTY_GROUP, "no observation in the " + (x.length == 0 ? "first" : "second") + " group");
        }
        double[] first = x.clone();
        double[] second = y.clone();
        Arrays.sort(first);
        Arrays.sort(second);
        int m = first.length;
        int n = second.length;
        boolean[] endsTie = new boolean[m + n + 1];
        long scaled = 0;
        int i = 0;
        int j = 0;
        while (i < m || j < n) {
            double value = i == m ? second[j] : j == n ? first[i] : Math.min(first[i], second[j]);
            while (i < m && first[i] == value) {
                i++;
            }
            while (j < n && second[j] == value) {
                j++;
            }
            endsTie[i + j] = true;
            scaled = Math.max(scaled, Math.abs((long) i * n - (long) j * m));
        }
        return Estimable.of(new KolmogorovSmirnov(m, n, endsTie, scaled));
    }

    /** {@return D, in [0, 1]} */
    public double d() {
        return (double) scaled / m / n;
    }

    /**
     * The exact two-sided p-value given the ties (Schröer and Trenkler 1995): the probability that a random walk over the
     * grid of sample counts reaches the observed distance at the end of some group of tied values.
     *
     * @return the p-value; none for very large samples
     */
    public Estimable<PValue> exact() {
        if ((long) m * n > MOST_STEPS) {
            return Estimable.not(
                    Reason.TOO_LARGE, "samples of " + m + " and " + n + " are too large for the exact test");
        }
        // below[j]: the probability that the walk is at (i, j) and has not yet reached the distance.
        double[] below = new double[n + 1];
        double reached = 0;
        for (int i = 0; i <= m; i++) {
            for (int j = 0; j <= n; j++) {
                double here = i == 0 && j == 0 ? 1 : 0;
                if (i > 0) {
                    here += below[j] * (m - i + 1) / (m + n - i - j + 1.0);
                }
                if (j > 0) {
                    here += below[j - 1] * (n - j + 1) / (m + n - i - j + 1.0);
                }
                if (endsTie[i + j] && Math.abs((long) i * n - (long) j * m) >= scaled) {
                    reached += here;
                    here = 0;
                }
                below[j] = here;
            }
        }
        return Estimable.of(PValue.of(scaled == 0 ? 1 : reached));
    }

    /** {@return the p-value from Kolmogorov's limiting distribution of {@code √(mn/(m + n)) D}} */
    public PValue asymptotic() {
        double z = d() * Math.sqrt((double) m * n / ((double) m + n));
        if (z < 1) {
            double lower = 0;
            for (int k = 1; z > 0 && k < 40; k += 2) {
                lower += StrictMath.exp(-k * k * Math.PI * Math.PI / (8 * z * z));
            }
            return PValue.of(z == 0 ? 1 : 1 - Math.sqrt(2 * Math.PI) / z * lower);
        }
        double upper = 0;
        for (int k = 1; k < 40; k++) {
            upper += (k % 2 == 1 ? 2 : -2) * StrictMath.exp(-2.0 * k * k * z * z);
        }
        return PValue.of(Math.max(0, upper));
    }
}
