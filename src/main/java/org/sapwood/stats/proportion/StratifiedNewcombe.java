package org.sapwood.stats.proportion;

import org.sapwood.stats.ConfidenceLevel;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.Estimable.Reason;
import org.sapwood.stats.Interval;

/**
 * Stratified hybrid score interval with Mantel–Haenszel weights w (Yan and Su 2010, Statistics in Biopharmaceutical
 * Research 2:329–335). For each group the weighted Wilson limits use the critical value
 * z √(Σ w²v) / Σ w√v, v = p(1 − p)/n, so that they have the width of the weighted mean.
 */
final class StratifiedNewcombe {
    private StratifiedNewcombe() {}

    static Estimable<Interval> interval(Strata strata, ConfidenceLevel level) {
        double z = NormalTail.critical(level);
        int k = strata.size();
        int[] x1 = new int[k];
        int[] n1 = new int[k];
        int[] x2 = new int[k];
        int[] n2 = new int[k];
        double inverse1 = 0;
        double inverse2 = 0;
        for (int i = 0; i < k; i++) {
            TwoProportions t = strata.stratum(i);
            x1[i] = t.x1();
            n1[i] = t.n1();
            x2[i] = t.x2();
            n2[i] = t.n2();
            inverse1 += strata.weight(i) * strata.weight(i) / t.n1();
            inverse2 += strata.weight(i) * strata.weight(i) / t.n2();
        }
        double relaxed1 = relaxedCritical(strata, x1, n1, z);
        double relaxed2 = relaxedCritical(strata, x2, n2, z);
        if (Double.isNaN(relaxed1) || Double.isNaN(relaxed2)) {
            return Estimable.not(Reason.ZERO_VARIANCE, "a group where every stratum has none or only events");
        }
        Interval first = weighted(strata, x1, n1, relaxed1, level);
        Interval second = weighted(strata, x2, n2, relaxed2, level);
        double d = strata.difference();
        return Estimable.of(new Interval(
                d - z * Math.sqrt(inverse1 * spread(first.lower()) + inverse2 * spread(second.upper())),
                d + z * Math.sqrt(inverse1 * spread(first.upper()) + inverse2 * spread(second.lower())),
                level));
    }

    private static double relaxedCritical(Strata strata, int[] x, int[] n, double z) {
        double sumOfSquares = 0;
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            double p = (double) x[i] / n[i];
            double v = p * (1 - p) / n[i];
            double w = strata.weight(i);
            sumOfSquares += w * w * v;
            sum += w * Math.sqrt(v);
        }
        return sum == 0 ? Double.NaN : z * Math.sqrt(sumOfSquares) / sum;
    }

    private static Interval weighted(Strata strata, int[] x, int[] n, double z, ConfidenceLevel level) {
        double lower = 0;
        double upper = 0;
        for (int i = 0; i < x.length; i++) {
            Interval limits = ProportionClosedForm.wilson(x[i], n[i], z, level);
            lower += strata.weight(i) * limits.lower();
            upper += strata.weight(i) * limits.upper();
        }
        return new Interval(lower, Math.min(1, upper), level);
    }

    private static double spread(double p) {
        return p * (1 - p);
    }
}
