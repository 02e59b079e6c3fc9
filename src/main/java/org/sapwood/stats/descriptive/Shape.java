package org.sapwood.stats.descriptive;

import org.sapwood.stats.Estimable;
import org.sapwood.stats.Estimable.Reason;

/**
 * Skewness and excess kurtosis from the central moments {@code m2, m3, m4} (divisor n), in the three definitions of
 * Joanes and Gill (1998).
 */
public final class Shape {
    /** The three definitions of Joanes and Gill. */
    public enum Definition {
        /** The moment ratios {@code g1 = m3 / m2^1.5} and {@code g2 = m4 / m2² − 3}. */
        MOMENT_RATIO(1),
        /** Unbiased for normal samples; SAS and SPSS. */
        UNBIASED(2),
        /** With the sample standard deviation in place of {@code √m2}; Minitab. */
        SAMPLE_DEVIATION(3);

        private final int type;

        Definition(int type) {
            this.type = type;
        }

        /** {@return the number Joanes and Gill give it, 1 to 3} */
        public int type() {
            return type;
        }
    }

    private final int n;
    private final double momentSkewness;
    private final double momentKurtosis;
    private final boolean constant;

    private Shape(int n, double momentSkewness, double momentKurtosis, boolean constant) {
        this.n = n;
        this.momentSkewness = momentSkewness;
        this.momentKurtosis = momentKurtosis;
        this.constant = constant;
    }

    /**
     * The shape of a sample.
     *
     * @param x at least one finite value; not modified
     * @return its shape
     */
    public static Shape of(double... x) {
        Moments moments = Moments.of(x);
        double cubes = 0;
        double fourths = 0;
        for (double value : x) {
            double square = (value - moments.mean()) * (value - moments.mean());
            cubes += square * (value - moments.mean());
            fourths += square * square;
        }
        double variance = moments.sumOfSquares() / x.length;
        return new Shape(
                x.length,
                cubes / x.length / (variance * Math.sqrt(variance)),
                fourths / x.length / (variance * variance) - 3,
                moments.isConstant());
    }

    /**
     * The skewness.
     *
     * @param definition one of three
     * @return the skewness; {@code UNBIASED} needs three observations
     */
    public Estimable<Double> skewness(Definition definition) {
        return estimable(
                definition == Definition.UNBIASED ? 3 : 2,
                switch (definition) {
                    case MOMENT_RATIO -> momentSkewness;
                    case UNBIASED -> momentSkewness * Math.sqrt(n * (n - 1.0)) / (n - 2);
                    case SAMPLE_DEVIATION -> {
                        double shrink = 1 - 1.0 / n;
                        yield momentSkewness * shrink * Math.sqrt(shrink);
                    }
                });
    }

    /**
     * The excess kurtosis, 0 for a normal distribution.
     *
     * @param definition one of three
     * @return the kurtosis; {@code UNBIASED} needs four observations
     */
    public Estimable<Double> kurtosis(Definition definition) {
        return estimable(
                definition == Definition.UNBIASED ? 4 : 2,
                switch (definition) {
                    case MOMENT_RATIO -> momentKurtosis;
                    case UNBIASED -> ((n + 1) * momentKurtosis + 6) * (n - 1) / ((n - 2.0) * (n - 3));
                    case SAMPLE_DEVIATION -> (momentKurtosis + 3) * (1 - 1.0 / n) * (1 - 1.0 / n) - 3;
                });
    }

    private Estimable<Double> estimable(int needed, double value) {
        if (n < needed) {
            return Estimable.not(Reason.TOO_FEW_OBSERVATIONS, "needs " + needed + " observations, found " + n);
        }
        return constant ? Estimable.not(Reason.ZERO_VARIANCE, "all observations are equal") : Estimable.of(value);
    }
}
