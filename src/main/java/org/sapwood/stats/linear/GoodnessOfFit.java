package org.sapwood.stats.linear;

import org.sapwood.stats.Estimable;
import org.sapwood.stats.Estimable.Reason;
import org.sapwood.stats.design.FTest;

/**
 * How well a linear model with an intercept describes its response.
 *
 * @param rSquared 1 − RSS / Σ(y − ȳ)²
 * @param adjustedRSquared 1 − (1 − R²)(n − 1)/(n − p)
 * @param overall the test that all coefficients but the intercept are zero; not estimable for an intercept alone
 * @param negativeTwoLogLikelihood n (log 2π + log(RSS/n) + 1)
 * @param aic with p + 1 parameters: the residual variance counts (R's convention)
 * @param bic with p + 1 parameters
 */
public record GoodnessOfFit(
        double rSquared,
        double adjustedRSquared,
        Estimable<FTest> overall,
        double negativeTwoLogLikelihood,
        double aic,
        double bic) {

    static GoodnessOfFit of(double[] y, double rss, int p) {
        int n = y.length;
        double mean = 0;
        for (double v : y) {
            mean += v / n;
        }
        double total = 0;
        for (double v : y) {
            total += (v - mean) * (v - mean);
        }
        double rSquared = total > 0 ? Math.max(0, 1 - rss / total) : 0;
        double neg2 = n * (StrictMath.log(2 * Math.PI) + StrictMath.log(rss / n) + 1);
        Estimable<FTest> overall = p < 2
                ? Estimable.not(Reason.RANK_DEFICIENT, "the model has no term besides the intercept")
                : Estimable.of(FTest.of(Math.max(0, (total - rss) / (p - 1)) / (rss / (n - p)), p - 1, n - p));
        return new GoodnessOfFit(
                rSquared,
                1 - (1 - rSquared) * (n - 1) / (n - p),
                overall,
                neg2,
                neg2 + 2.0 * (p + 1),
                neg2 + StrictMath.log(n) * (p + 1));
    }
}
