package org.sapwood.stats.linear;

import java.util.Arrays;
import org.apache.commons.numbers.gamma.LogGamma;
import org.sapwood.stats.ConfidenceLevel;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.Estimable.Reason;
import org.sapwood.stats.design.ChiSquareTest;
import org.sapwood.stats.design.DesignMatrix;
import org.sapwood.stats.design.LinearFunction;
import org.sapwood.stats.design.RankRevealingQr;
import org.sapwood.stats.design.WaldZ;

/**
 * Maximum-likelihood fit of a generalised linear model with canonical link, g(μ) = Xβ + offset, by Newton steps on the
 * concave log-likelihood (McCullagh and Nelder 1989). Whether the estimate exists is decided exactly beforehand.
 */
public final class GeneralisedLinearModel {
    private static final int ITERATIONS = 200;
    private static final double STEP_TOLERANCE = 1e-9;

    /** The distribution, with its canonical link. */
    public enum Family {
        /** A 0/1 response, logit link. */
        BINOMIAL,
        /** Counts, log link. */
        POISSON;

        double mean(double eta) {
            return this == BINOMIAL
                    ? eta >= 0 ? 1 / (1 + StrictMath.exp(-eta)) : 1 - 1 / (1 + StrictMath.exp(eta))
                    : StrictMath.exp(eta);
        }

        double variance(double eta, double mu) {
            // e^η/(1 + e^η)² keeps its digits where 1 − μ would not
            double e = StrictMath.exp(-Math.abs(eta));
            return this == BINOMIAL ? e / ((1 + e) * (1 + e)) : mu;
        }

        double logLikelihood(double y, double eta) {
            return this == BINOMIAL
                    ? y * eta - Math.max(eta, 0) - StrictMath.log1p(StrictMath.exp(-Math.abs(eta)))
                    : y * eta - StrictMath.exp(eta) - LogGamma.value(y + 1);
        }
    }

    private final Family family;
    private final DesignMatrix design;
    private final double[] response;
    private final double[] offset;
    private final double[] coefficients;
    private final double[] linearPredictor;
    private final double logLikelihood;
    private final RankRevealingQr weighted;

    private GeneralisedLinearModel(
            Family family, DesignMatrix design, double[] response, double[] offset, double[] coefficients) {
        this.family = family;
        this.design = design;
        this.response = response;
        this.offset = offset;
        this.coefficients = coefficients;
        this.linearPredictor = eta(design.rows(), offset, coefficients);
        this.logLikelihood = logLikelihood(family, response, linearPredictor);
        this.weighted = weightedDesign(family, design.rows(), linearPredictor);
    }

    /**
     * Fits without offset.
     *
     * @param family the distribution
     * @param design the design
     * @param response one value per row
     * @return the fit, or why there is none
     */
    public static Estimable<GeneralisedLinearModel> fit(Family family, DesignMatrix design, double[] response) {
        return fit(family, design, response, new double[response.length]);
    }

    /**
     * Fits the model.
     *
     * @param family the distribution
     * @param design the design
     * @param response 0/1 or counts, one per row
     * @param offset added to Xβ, one per row
     * @return the fit; not estimable without rows, when the columns are aliased, or when the estimate is infinite
     *     ({@code SEPARATION} for a binary response, {@code NO_EVENTS} for counts)
     */
    public static Estimable<GeneralisedLinearModel> fit(
            Family family, DesignMatrix design, double[] response, double[] offset) {
        for (double y : response) {
            if (!(y >= 0) || y != Math.rint(y) || (family == Family.BINOMIAL && y > 1)) {
                throw new IllegalArgumentException(
                        "expected " + (family == Family.BINOMIAL ? "0 or 1" : "a count") + ", found " + y);
            }
        }
        if (response.length == 0) {
            return Estimable.not(Reason.EMPTY_GROUP, "no observation with all model variables");
        }
        if (!design.aliased().isEmpty()) {
            return Estimable.not(
                    Reason.RANK_DEFICIENT,
                    "the data do not separate " + String.join(", ", design.aliased()) + " from the other terms");
        }
        if (family == Family.BINOMIAL && Separation.ofBinary(design.rows(), events(response))) {
            return Estimable.not(
                    Reason.SEPARATION,
                    "a combination of the model terms predicts the response without error, so that no finite estimate"
                            + " exists");
        }
        if (family == Family.POISSON && Separation.ofCounts(design.rows(), response)) {
            return Estimable.not(
                    Reason.NO_EVENTS,
                    "no event in some combination of the model terms, so that no finite estimate exists");
        }
        double[] beta = new double[design.columns()];
        if (family == Family.POISSON) {
            beta = poissonStart(design, response, offset);
        }
        return newton(family, design.rows(), response, offset, beta)
                .map(b -> new GeneralisedLinearModel(family, design, response.clone(), offset.clone(), b));
    }

    private static boolean[] events(double[] response) {
        boolean[] events = new boolean[response.length];
        for (int i = 0; i < events.length; i++) {
            events[i] = response[i] == 1;
        }
        return events;
    }

    private static double[] poissonStart(DesignMatrix design, double[] response, double[] offset) {
        double[] start = new double[response.length];
        for (int i = 0; i < start.length; i++) {
            start[i] = StrictMath.log(response[i] + 0.5) - offset[i];
        }
        return RankRevealingQr.of(design.rows()).solve(start);
    }

    private static Estimable<double[]> newton(
            Family family, double[][] x, double[] y, double[] offset, double[] start) {
        double[] beta = start;
        double[] eta = eta(x, offset, beta);
        double value = logLikelihood(family, y, eta);
        for (int iteration = 0; iteration < ITERATIONS; iteration++) {
            double[] score = new double[y.length];
            for (int i = 0; i < y.length; i++) {
                double mu = family.mean(eta[i]);
                double w = Math.sqrt(Math.max(family.variance(eta[i], mu), 1e-300));
                score[i] = (y[i] - mu) / w;
            }
            double[] step = weightedDesign(family, x, eta).solve(score);
            double largest = 0;
            double size = 1;
            for (int j = 0; j < step.length; j++) {
                largest = Math.max(largest, Math.abs(step[j]));
                size = Math.max(size, Math.abs(beta[j]));
            }
            double length = 1;
            while (true) {
                double[] next = beta.clone();
                for (int j = 0; j < next.length; j++) {
                    next[j] += length * step[j];
                }
                double[] nextEta = eta(x, offset, next);
                double nextValue = logLikelihood(family, y, nextEta);
                if (nextValue >= value - 1e-12 * Math.abs(value) || length < 1e-10) {
                    beta = next;
                    eta = nextEta;
                    value = nextValue;
                    break;
                }
                length /= 2;
            }
            // Newton steps square their error: after one this small nothing is left but rounding
            if (largest <= STEP_TOLERANCE * size) {
                return Estimable.of(beta);
            }
        }
        return Estimable.not(Reason.NO_CONVERGENCE, "no convergence after " + ITERATIONS + " Newton steps");
    }

    private static double[] eta(double[][] x, double[] offset, double[] beta) {
        double[] eta = offset.clone();
        for (int i = 0; i < eta.length; i++) {
            for (int j = 0; j < beta.length; j++) {
                eta[i] += x[i][j] * beta[j];
            }
        }
        return eta;
    }

    private static double logLikelihood(Family family, double[] y, double[] eta) {
        double sum = 0;
        for (int i = 0; i < y.length; i++) {
            sum += family.logLikelihood(y[i], eta[i]);
        }
        return sum;
    }

    private static RankRevealingQr weightedDesign(Family family, double[][] x, double[] eta) {
        double[][] weighted = new double[x.length][];
        for (int i = 0; i < x.length; i++) {
            double w = Math.sqrt(Math.max(family.variance(eta[i], family.mean(eta[i])), 1e-300));
            weighted[i] = Arrays.stream(x[i]).map(v -> v * w).toArray();
        }
        return RankRevealingQr.of(weighted);
    }

    /** {@return the design} */
    public DesignMatrix design() {
        return design;
    }

    /** {@return the number of observations} */
    public int observations() {
        return response.length;
    }

    /** {@return β} */
    public double[] coefficients() {
        return coefficients.clone();
    }

    /** {@return μ, one per observation} */
    public double[] fitted() {
        return Arrays.stream(linearPredictor).map(family::mean).toArray();
    }

    /** {@return y − μ, the score residuals} */
    public double[] residuals() {
        double[] residuals = fitted();
        for (int i = 0; i < residuals.length; i++) {
            residuals[i] = response[i] - residuals[i];
        }
        return residuals;
    }

    /** {@return the inverse information (X'WX)⁻¹} */
    public double[][] covariance() {
        return weighted.crossProductInverse();
    }

    /** {@return a sandwich covariance} */
    public double[][] covariance(HeteroscedasticityConsistent type) {
        return type.covariance(design.rows(), residuals(), weighted.leverages(), design.columns(), covariance());
    }

    /** {@return the maximised log-likelihood} */
    public double logLikelihood() {
        return logLikelihood;
    }

    /** {@return twice the log-likelihood lost against a model that fits every observation} */
    public double deviance() {
        double sum = 0;
        for (int i = 0; i < response.length; i++) {
            double y = response[i];
            if (family == Family.BINOMIAL) {
                sum -= 2 * family.logLikelihood(y, linearPredictor[i]);
            } else {
                double mu = family.mean(linearPredictor[i]);
                sum += 2 * ((y == 0 ? 0 : y * (StrictMath.log(y) - linearPredictor[i])) - (y - mu));
            }
        }
        return sum;
    }

    /** {@return −2 log-likelihood + 2p} */
    public double aic() {
        return -2 * logLikelihood + 2.0 * design.columns();
    }

    /** {@return Σ (y − μ)²/V(μ)} */
    public double pearsonChiSquare() {
        double sum = 0;
        double[] residuals = residuals();
        for (int i = 0; i < response.length; i++) {
            double mu = family.mean(linearPredictor[i]);
            sum += residuals[i] * residuals[i] / family.variance(linearPredictor[i], mu);
        }
        return sum;
    }

    /** {@return n − p} */
    public int residualDegreesOfFreedom() {
        return response.length - design.columns();
    }

    /**
     * A linear function of the coefficients.
     *
     * @param function the function
     * @param covariance of the coefficients, model-based, scaled or robust
     * @param level of the interval
     * @return the Wald inference; not estimable without variance
     */
    public Estimable<WaldZ> estimate(LinearFunction function, double[][] covariance, ConfidenceLevel level) {
        double variance = function.variance(covariance);
        return variance > 0
                ? Estimable.of(WaldZ.of(function.name(), function.applyTo(coefficients), Math.sqrt(variance), level))
                : HeteroscedasticityConsistent.noVariance(function.name(), variance);
    }

    /**
     * The coefficient of one column.
     *
     * @param column its number
     * @param covariance of the coefficients
     * @param level of the interval
     * @return the Wald inference
     */
    public Estimable<WaldZ> coefficient(int column, double[][] covariance, ConfidenceLevel level) {
        double[] unit = new double[design.columns()];
        unit[column] = 1;
        return estimate(new LinearFunction(design.names().get(column), unit), covariance, level);
    }

    /**
     * The largest log-likelihood with one coefficient held at a value, or with some columns left out.
     *
     * @param columns the columns whose coefficients are free
     * @param fixed added to the offset, one per observation
     * @return the log-likelihood; not estimable when the free coefficients have no finite estimate
     */
    public Estimable<Double> constrainedLogLikelihood(int[] columns, double[] fixed) {
        double[] total = offset.clone();
        for (int i = 0; i < total.length; i++) {
            total[i] += fixed[i];
        }
        double[][] x = new double[response.length][columns.length];
        double[] start = new double[columns.length];
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < columns.length; j++) {
                x[i][j] = design.get(i, columns[j]);
                start[j] = coefficients[columns[j]];
            }
        }
        if (columns.length == 0) {
            return Estimable.of(logLikelihood(family, response, total));
        }
        return newton(family, x, response, total, start)
                .map(beta -> logLikelihood(family, response, eta(x, total, beta)));
    }

    /**
     * The likelihood-ratio test that the coefficients of some columns are zero.
     *
     * @param columns the tested columns
     * @return twice the log-likelihood lost, with as many degrees of freedom as columns
     */
    public Estimable<ChiSquareTest> likelihoodRatioTest(int[] columns) {
        int[] others = java.util.stream.IntStream.range(0, design.columns())
                .filter(j -> Arrays.stream(columns).noneMatch(c -> c == j))
                .toArray();
        return constrainedLogLikelihood(others, new double[response.length])
                .map(restricted -> ChiSquareTest.of(2 * (logLikelihood - restricted), columns.length));
    }

    double[] response() {
        return response;
    }
}
