package org.sapwood.stats.logistic;

import java.util.stream.IntStream;
import org.sapwood.stats.ConfidenceLevel;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.Estimable.Reason;
import org.sapwood.stats.Interval;
import org.sapwood.stats.design.ChiSquareTest;
import org.sapwood.stats.design.DesignMatrix;
import org.sapwood.stats.design.RankRevealingQr;
import org.sapwood.stats.design.WaldZ;

/**
 * Logistic regression with Firth's bias-reducing penalty (Firth 1993; Heinze and Schemper 2002): maximises
 * l(β) + ½ log det(X'WX), which is finite also under separation. The modified score is X'(y − π + h(½ − π)), h the
 * leverages of W^½X. Standard errors are from (X'WX)⁻¹ without the penalty; profiles keep the full information matrix.
 */
public final class FirthLogistic {
    private static final int ITERATIONS = 500;
    private static final double FIT_TOLERANCE = 1e-14;
    /** The maximum itself depends on the square of the distance from the place. */
    private static final double PROFILE_TOLERANCE = 1e-8;

    private final DesignMatrix design;
    private final double[] response;
    private final double[] coefficients;
    private final double penalisedLogLikelihood;
    private final double[][] covariance;

    private FirthLogistic(DesignMatrix design, double[] response, Point point) {
        this.design = design;
        this.response = response;
        this.coefficients = point.beta;
        this.penalisedLogLikelihood = point.value;
        this.covariance = point.weighted.crossProductInverse();
    }

    /**
     * Fits the model.
     *
     * @param design the design
     * @param response 1 for the event, 0 otherwise, one per row
     * @return the fit; not estimable without rows or with aliased columns
     */
    public static Estimable<FirthLogistic> fit(DesignMatrix design, double[] response) {
        if (response.length == 0) {
            return Estimable.not(Reason.EMPTY_GROUP, "no observation with all model variables");
        }
        if (!design.aliased().isEmpty()) {
            return Estimable.not(
                    Reason.RANK_DEFICIENT,
                    "the data do not separate " + String.join(", ", design.aliased()) + " from the other terms");
        }
        int[] free = IntStream.range(0, design.columns()).toArray();
        return maximise(design.rows(), response, free, new double[design.columns()], FIT_TOLERANCE)
                .map(point -> new FirthLogistic(design, response.clone(), point));
    }

    /** One value of β with everything that is computed there. */
    private static final class Point {
        private final double[] beta;
        private final double[] pi;
        private final RankRevealingQr weighted;
        private final double value;

        Point(double[][] x, double[] y, double[] beta) {
            this.beta = beta;
            pi = new double[y.length];
            double[][] wx = new double[y.length][beta.length];
            double logLikelihood = 0;
            for (int i = 0; i < y.length; i++) {
                double eta = 0;
                for (int j = 0; j < beta.length; j++) {
                    eta += x[i][j] * beta[j];
                }
                double e = StrictMath.exp(-Math.abs(eta));
                pi[i] = eta >= 0 ? 1 / (1 + e) : e / (1 + e);
                logLikelihood += y[i] * eta - Math.max(eta, 0) - StrictMath.log1p(e);
                double w = Math.sqrt(e) / (1 + e);
                for (int j = 0; j < beta.length; j++) {
                    wx[i][j] = w * x[i][j];
                }
            }
            weighted = RankRevealingQr.of(wx);
            value = weighted.rank() < beta.length
                    ? Double.NEGATIVE_INFINITY
                    : logLikelihood + weighted.logAbsoluteDeterminant();
        }
    }

    /** Newton steps on the modified score, over the free coefficients; the others keep the values of the start. */
    private static Estimable<Point> maximise(double[][] x, double[] y, int[] free, double[] start, double tolerance) {
        Point at = new Point(x, y, start);
        double before = Double.POSITIVE_INFINITY;
        for (int iteration = 0; iteration < ITERATIONS && free.length > 0; iteration++) {
            double[] h = at.weighted.leverages();
            double[][] wx = new double[y.length][free.length];
            double[] score = new double[y.length];
            for (int i = 0; i < y.length; i++) {
                double w = Math.max(Math.sqrt(at.pi[i] * (1 - at.pi[i])), 1e-150);
                for (int j = 0; j < free.length; j++) {
                    wx[i][j] = w * x[i][free[j]];
                }
                score[i] = (y[i] - at.pi[i] + h[i] * (0.5 - at.pi[i])) / w;
            }
            double[] step = RankRevealingQr.of(wx).solve(score);
            double largest = 0;
            for (double s : step) {
                largest = Math.max(largest, Math.abs(s));
            }
            double length = Math.min(1, 5 / largest);
            while (true) {
                double[] next = at.beta.clone();
                for (int j = 0; j < free.length; j++) {
                    next[free[j]] += length * step[j];
                }
                Point there = new Point(x, y, next);
                if (there.value >= at.value - 1e-12 || length < 1e-10) {
                    at = there;
                    break;
                }
                length /= 2;
            }
            if (largest < tolerance || (largest < 1e-10 && largest >= before)) {
                return Estimable.of(at);
            }
            before = largest;
        }
        return free.length == 0 || before < 1e-8
                ? Estimable.of(at)
                : Estimable.not(Reason.NO_CONVERGENCE, "no convergence after " + ITERATIONS + " Newton steps");
    }

    /** {@return the design it was fitted to} */
    public DesignMatrix design() {
        return design;
    }

    /** {@return β} */
    public double[] coefficients() {
        return coefficients.clone();
    }

    /** {@return l(β) + ½ log det(X'WX) at its maximum} */
    public double penalisedLogLikelihood() {
        return penalisedLogLikelihood;
    }

    /**
     * A log odds ratio with its Wald inference.
     *
     * @param column its number
     * @param level of the interval
     * @return the inference
     */
    public WaldZ coefficient(int column, ConfidenceLevel level) {
        return WaldZ.of(design.names().get(column), coefficients[column], Math.sqrt(covariance[column][column]), level);
    }

    /**
     * The interval of a log odds ratio from the penalised profile likelihood.
     *
     * @param column its number
     * @param level its coverage
     * @return the interval
     */
    public Interval profileInterval(int column, ConfidenceLevel level) {
        return ProfileLikelihood.interval(
                b -> profile(column, b),
                penalisedLogLikelihood,
                coefficients[column],
                Math.sqrt(covariance[column][column]),
                level);
    }

    /**
     * The penalised likelihood-ratio test that a log odds ratio is zero.
     *
     * @param column its number
     * @return the test with one degree of freedom
     */
    public ChiSquareTest likelihoodRatioTest(int column) {
        return ChiSquareTest.of(2 * (penalisedLogLikelihood - profile(column, 0)), 1);
    }

    private double profile(int column, double value) {
        int[] free =
                IntStream.range(0, design.columns()).filter(j -> j != column).toArray();
        double[] start = coefficients.clone();
        start[column] = value;
        return maximise(design.rows(), response, free, start, PROFILE_TOLERANCE).orElseThrow().value;
    }
}
