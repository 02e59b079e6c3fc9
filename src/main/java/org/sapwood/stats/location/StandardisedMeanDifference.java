package org.sapwood.stats.location;

import org.apache.commons.numbers.gamma.LogGamma;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.descriptive.Moments;

/**
 * The difference of two means in units of the pooled standard deviation.
 *
 * @param cohensD {@code (x̄ − ȳ)/s}
 * @param hedgesG d times {@code J = Γ(v/2) / (√(v/2) Γ((v − 1)/2))}, {@code v = n1 + n2 − 2}: unbiased for normal samples
 * @param hedgesVariance {@code 1/n1 + 1/n2 + g² / (2(n1 + n2))}
 */
public record StandardisedMeanDifference(double cohensD, double hedgesG, double hedgesVariance) {
    /**
     * The difference.
     *
     * @param x of the first sample
     * @param y of the second sample
     * @return the difference; none when there is no pooled variance or too little of it
     */
    public static Estimable<StandardisedMeanDifference> of(Moments x, Moments y) {
        Estimable<StudentT> pooled = TwoSampleT.of(x, y, TwoSampleT.Variances.EQUAL);
        if (pooled.isEstimable() && pooled.orElseThrow().degreesOfFreedom() < 2) {
            return Estimable.not(
                    Estimable.Reason.TOO_FEW_OBSERVATIONS, "the small-sample factor needs two degrees of freedom");
        }
        return pooled.map(t -> {
            double reciprocals = 1.0 / x.n() + 1.0 / y.n();
            double d = t.estimate() / (t.standardError() / Math.sqrt(reciprocals));
            double v = t.degreesOfFreedom();
            double factor = StrictMath.exp(LogGamma.value(v / 2) - LogGamma.value((v - 1) / 2)) / Math.sqrt(v / 2);
            double g = d * factor;
            return new StandardisedMeanDifference(d, g, reciprocals + g * g / (2.0 * (x.n() + y.n())));
        });
    }
}
