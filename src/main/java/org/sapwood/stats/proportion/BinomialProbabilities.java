package org.sapwood.stats.proportion;

import java.util.Arrays;
import org.apache.commons.numbers.gamma.LogGamma;

/** All probabilities of a binomial distribution at once, by recurrence from the mode. */
public final class BinomialProbabilities {
    private final int n;
    private final double[] logChoose;

    /**
     * Prepares for a size.
     *
     * @param n the number of trials, at least 0
     */
    public BinomialProbabilities(int n) {
        this.n = n;
        this.logChoose = new double[n + 1];
        double top = LogGamma.value(n + 1.0);
        for (int x = 0; x <= n; x++) {
            logChoose[x] = top - LogGamma.value(x + 1.0) - LogGamma.value(n - x + 1.0);
        }
    }

    /**
     * Writes P(X = 0), …, P(X = n).
     *
     * @param p the probability of an event, in [0, 1]
     * @param out of length n + 1
     */
    public void fill(double p, double[] out) {
        if (p <= 0 || p >= 1) {
            Arrays.fill(out, 0);
            out[p <= 0 ? 0 : n] = 1;
            return;
        }
        int mode = Math.min(n, (int) Math.floor((n + 1) * p));
        double at = StrictMath.exp(logChoose[mode] + mode * StrictMath.log(p) + (n - mode) * StrictMath.log1p(-p));
        double odds = p / (1 - p);
        out[mode] = at;
        double value = at;
        for (int x = mode + 1; x <= n; x++) {
            value *= (n - x + 1) * odds / x;
            out[x] = value;
        }
        value = at;
        for (int x = mode; x > 0; x--) {
            value *= x / ((n - x + 1) * odds);
            out[x - 1] = value;
        }
    }
}
