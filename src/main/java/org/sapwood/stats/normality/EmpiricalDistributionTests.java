package org.sapwood.stats.normality;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.sapwood.stats.Alternative;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.Estimable.Reason;
import org.sapwood.stats.PValue;
import org.sapwood.stats.descriptive.Moments;
import org.sapwood.stats.inference.TailProbability;

/**
 * Tests of normality on the distance between the empirical distribution function and the normal one with the sample's
 * mean and standard deviation. With {@code z_(i)} the ordered standardised values, {@code p_i = Φ(z_(i))}. The p-values
 * are published approximations; which one is said at each method.
 */
public final class EmpiricalDistributionTests {
    /** The statistics of Anderson-Darling and Cramér-von Mises have approximations from eight observations on. */
    private static final int FEWEST = 8;

    private static final int FEWEST_LILLIEFORS = 5;

    private EmpiricalDistributionTests() {}

    /**
     * A distance and its p-value.
     *
     * @param statistic the distance
     * @param pValue small when the sample is far from normal
     */
    public record Distance(double statistic, PValue pValue) {}

    /**
     * Anderson and Darling: {@code A² = −n − Σ (2i − 1)(log p_i + log(1 − p_(n+1−i)))/n}. The p-value is Stephens'
     * (D'Agostino and Stephens 1986, table 4.9) in {@code A²(1 + 0.75/n + 2.25/n²)}.
     *
     * @param x finite values; not modified
     * @return the test; none below eight observations or when all are equal
     */
    public static Estimable<Distance> andersonDarling(double... x) {
        return standardised(x, FEWEST).map(z -> {
            int n = z.length;
            double sum = 0;
            for (int i = 0; i < n; i++) {
                sum += (2 * i + 1) * (logLower(z[i]) + logLower(-z[n - 1 - i]));
            }
            double statistic = -n - sum / n;
            double a = statistic * (1 + 0.75 / n + 2.25 / ((double) n * n));
            double p;
            if (a < 0.2) {
                p = 1 - exp(-13.436, 101.14, -223.73, a);
            } else if (a < 0.34) {
                p = 1 - exp(-8.318, 42.796, -59.938, a);
            } else if (a < 0.6) {
                p = exp(0.9177, -4.279, -1.38, a);
            } else {
                p = a < 10 ? exp(1.2937, -5.709, 0.0186, a) : 3.7e-24;
            }
            return new Distance(statistic, PValue.of(p));
        });
    }

    /**
     * Cramér and von Mises: {@code W² = 1/(12n) + Σ (p_i − (2i − 1)/(2n))²}. The p-value is Stephens' in
     * {@code W²(1 + 0.5/n)}.
     *
     * @param x finite values; not modified
     * @return the test; none below eight observations or when all are equal
     */
    public static Estimable<Distance> cramerVonMises(double... x) {
        return standardised(x, FEWEST).map(z -> {
            int n = z.length;
            double statistic = 1.0 / (12.0 * n);
            for (int i = 0; i < n; i++) {
                double distance = lower(z[i]) - (2 * i + 1) / (2.0 * n);
                statistic += distance * distance;
            }
            double w = statistic * (1 + 0.5 / n);
            double p;
            if (w < 0.0275) {
                p = 1 - exp(-13.953, 775.5, -12542.61, w);
            } else if (w < 0.051) {
                p = 1 - exp(-5.903, 179.546, -1515.29, w);
            } else if (w < 0.092) {
                p = exp(0.886, -31.62, 10.897, w);
            } else {
                p = w < 1.1 ? exp(1.111, -34.242, 12.832, w) : 7.37e-10;
            }
            return new Distance(statistic, PValue.of(p));
        });
    }

    /**
     * Lilliefors: {@code D = max(i/n − p_i, p_i − (i − 1)/n)}. The p-value is that of Dallal and Wilkinson (1986) up to
     * 0.1 and Stephens' above. SAS reads another table.
     *
     * @param x finite values; not modified
     * @return the test; none below five observations or when all are equal
     */
    public static Estimable<Distance> lilliefors(double... x) {
        return standardised(x, FEWEST_LILLIEFORS).map(z -> {
            int n = z.length;
            double d = 0;
            for (int i = 0; i < n; i++) {
                double p = lower(z[i]);
                d = Math.max(d, Math.max((i + 1.0) / n - p, p - (double) i / n));
            }
            double size = Math.min(n, 100);
            double scaled = n <= 100 ? d : d * StrictMath.pow(n / 100.0, 0.49);
            double p = StrictMath.exp(-7.01256 * scaled * scaled * (size + 2.78019)
                    + 2.99587 * scaled * Math.sqrt(size + 2.78019)
                    - 0.122119
                    + 0.974598 / Math.sqrt(size)
                    + 1.67997 / size);
            if (p > 0.1) {
                double root = Math.sqrt(n);
                p = stephens((root - 0.01 + 0.85 / root) * d);
            }
            return new Distance(d, PValue.of(Math.max(0, p)));
        });
    }

    private static double stephens(double k) {
        if (k <= 0.302) {
            return 1;
        }
        if (k <= 0.5) {
            return polynomial(k, 2.76773, -19.828315, 80.709644, -138.55152, 81.218052);
        }
        if (k <= 0.9) {
            return polynomial(k, -4.901232, 40.662806, -97.490286, 94.029866, -32.355711);
        }
        return k <= 1.31 ? polynomial(k, 6.198765, -19.558097, 23.186922, -12.234627, 2.423045) : 0;
    }

    private static double polynomial(double x, double... coefficients) {
        double value = 0;
        for (int i = coefficients.length - 1; i >= 0; i--) {
            value = value * x + coefficients[i];
        }
        return value;
    }

    private static double exp(double constant, double linear, double quadratic, double x) {
        return StrictMath.exp(constant + linear * x + quadratic * x * x);
    }

    private static double lower(double z) {
        return NormalDistribution.of(0, 1).cumulativeProbability(z);
    }

    private static double logLower(double z) {
        return TailProbability.normal(z, Alternative.LESS).log();
    }

    /** The ordered standardised values. */
    private static Estimable<double[]> standardised(double[] x, int fewest) {
        if (x.length < fewest) {
            return Estimable.not(Reason.TOO_FEW_OBSERVATIONS, "needs " + fewest + " observations, found " + x.length);
        }
        Moments moments = Moments.of(x);
        if (moments.isConstant()) {
            return Estimable.not(Reason.ZERO_VARIANCE, "all observations are equal");
        }
        double deviation = Math.sqrt(moments.sumOfSquares() / (x.length - 1));
        return Estimable.of(Arrays.stream(x)
                .map(value -> (value - moments.mean()) / deviation)
                .sorted()
                .toArray());
    }
}
