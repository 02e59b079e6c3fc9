package org.sapwood.stats.logistic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;
import org.sapwood.stats.ConfidenceLevel;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.Estimable.Reason;
import org.sapwood.stats.design.ChiSquareTest;
import org.sapwood.stats.design.DesignMatrix;
import org.sapwood.stats.design.WaldZ;
import org.sapwood.stats.linear.Separation;

/**
 * The proportional odds model of an ordinal response (McCullagh 1980): logit P(Y ≤ j) = ζⱼ − x'β. exp(β) is the odds
 * ratio of a higher category. The log-likelihood is concave (Pratt 1981); standard errors are from the observed
 * information.
 */
public final class ProportionalOdds {
    private static final int ITERATIONS = 200;

    private final DesignMatrix design;
    private final double[] theta;
    private final double logLikelihood;
    private final double nullLogLikelihood;
    private final DMatrixRMaj covariance;
    private final int thresholds;

    private ProportionalOdds(
            DesignMatrix design, double[] theta, Evaluation at, double nullLogLikelihood, int thresholds) {
        this.design = design;
        this.theta = theta;
        this.logLikelihood = at.value;
        this.nullLogLikelihood = nullLogLikelihood;
        this.covariance = at.inverse();
        this.thresholds = thresholds;
    }

    /**
     * Fits the model.
     *
     * @param design the covariates without a column of ones
     * @param category the response, from 0, one per row; every category up to the largest must occur
     * @return the fit; not estimable with fewer than two categories, aliased columns, or when the covariates separate
     *     the categories
     */
    public static Estimable<ProportionalOdds> fit(DesignMatrix design, int[] category) {
        int n = category.length;
        int categories = Arrays.stream(category).max().orElse(-1) + 1;
        int[] counts = new int[categories];
        for (int c : category) {
            counts[c]++;
        }
        for (int c = 0; c < categories; c++) {
            if (counts[c] == 0) {
                throw new IllegalArgumentException("expected every category to occur, none is " + c);
            }
        }
        if (categories < 2) {
            return Estimable.not(Reason.ALL_TIED, "all responses are in one category");
        }
        int q = categories - 1;
        int p = design.columns();
        double[][] withOnes = new double[n][p + 1];
        for (int i = 0; i < n; i++) {
            withOnes[i][0] = 1;
            System.arraycopy(design.rows()[i], 0, withOnes[i], 1, p);
        }
        if (org.sapwood.stats.design.RankRevealingQr.of(withOnes).rank() <= p) {
            return Estimable.not(Reason.RANK_DEFICIENT, "a covariate depends linearly on the others");
        }
        if (Separation.existsDirection(directions(design.rows(), category, q))) {
            return Estimable.not(
                    Reason.SEPARATION,
                    "a combination of the covariates separates the categories, so that no finite estimate exists");
        }
        double[] start = new double[q + p];
        double nullValue = 0;
        int below = 0;
        for (int c = 0; c < categories; c++) {
            nullValue += counts[c] * StrictMath.log((double) counts[c] / n);
            below += counts[c];
            if (c < q) {
                start[c] = StrictMath.log((double) below / (n - below));
            }
        }
        double logLikelihoodNull = nullValue;
        return maximise(design.rows(), category, q, start)
                .map(found -> new ProportionalOdds(
                        design, found, new Evaluation(design.rows(), category, q, found), logLikelihoodNull, q));
    }

    /** Along a direction that improves every observation, upper thresholds rise and lower thresholds fall. */
    private static double[][] directions(double[][] x, int[] category, int q) {
        List<double[]> rows = new ArrayList<>();
        for (int i = 0; i < x.length; i++) {
            if (category[i] < q) {
                rows.add(thresholdRow(x[i], category[i], q, 1));
            }
            if (category[i] > 0) {
                rows.add(thresholdRow(x[i], category[i] - 1, q, -1));
            }
        }
        return rows.toArray(double[][]::new);
    }

    private static double[] thresholdRow(double[] x, int threshold, int q, int sign) {
        double[] row = new double[q + x.length];
        row[threshold] = sign;
        for (int j = 0; j < x.length; j++) {
            row[q + j] = -sign * x[j];
        }
        return row;
    }

    private static Estimable<double[]> maximise(double[][] x, int[] category, int q, double[] start) {
        double[] theta = start;
        Evaluation at = new Evaluation(x, category, q, theta);
        double before = Double.POSITIVE_INFINITY;
        for (int iteration = 0; iteration < ITERATIONS; iteration++) {
            double[] step = at.step();
            double largest = Arrays.stream(step).map(Math::abs).max().orElse(0);
            double length = 1;
            while (true) {
                double[] next = theta.clone();
                for (int j = 0; j < next.length; j++) {
                    next[j] += length * step[j];
                }
                Evaluation there = new Evaluation(x, category, q, next);
                if (there.value >= at.value - 1e-12 * Math.abs(at.value) || length < 1e-10) {
                    theta = next;
                    at = there;
                    break;
                }
                length /= 2;
            }
            if (largest < 1e-14 || (largest < 1e-10 && largest >= before)) {
                return Estimable.of(theta);
            }
            before = largest;
        }
        return Estimable.not(Reason.NO_CONVERGENCE, "no convergence after " + ITERATIONS + " Newton steps");
    }

    /** {@return the number of thresholds, one less than the categories} */
    public int thresholds() {
        return thresholds;
    }

    /**
     * A threshold.
     *
     * @param j from 0
     * @param level of the interval
     * @return ζⱼ with its Wald inference
     */
    public WaldZ threshold(int j, ConfidenceLevel level) {
        return WaldZ.of("threshold " + (j + 1), theta[j], Math.sqrt(covariance.get(j, j)), level);
    }

    /**
     * A log odds ratio.
     *
     * @param column its number
     * @param level of the interval
     * @return β with its Wald inference
     */
    public WaldZ coefficient(int column, ConfidenceLevel level) {
        int j = thresholds + column;
        return WaldZ.of(design.names().get(column), theta[j], Math.sqrt(covariance.get(j, j)), level);
    }

    /** {@return the maximised log-likelihood} */
    public double logLikelihood() {
        return logLikelihood;
    }

    /** {@return the test that no covariate matters} */
    public ChiSquareTest likelihoodRatioTest() {
        return ChiSquareTest.of(2 * (logLikelihood - nullLogLikelihood), design.columns());
    }

    /** The log-likelihood with its derivatives in (ζ, β). */
    private static final class Evaluation {
        private final double value;
        private final double[] gradient;
        private final DMatrixRMaj information;

        Evaluation(double[][] x, int[] category, int q, double[] theta) {
            int p = theta.length - q;
            gradient = new double[q + p];
            information = new DMatrixRMaj(q + p, q + p);
            double sum = 0;
            for (int i = 0; i < x.length; i++) {
                double eta = 0;
                for (int j = 0; j < p; j++) {
                    eta += x[i][j] * theta[q + j];
                }
                int c = category[i];
                double upper = c < q ? theta[c] - eta : Double.POSITIVE_INFINITY;
                double lower = c > 0 ? theta[c - 1] - eta : Double.NEGATIVE_INFINITY;
                sum += logDifference(upper, lower);
                // log(F(u) − F(l)) = log F(u) + log(1 − F(l)) + log(1 − e^(l−u)): derivatives stay finite in the tails
                double fu = distribution(-upper);
                double fl = distribution(lower);
                double gap = lower == Double.NEGATIVE_INFINITY || upper == Double.POSITIVE_INFINITY
                        ? 0
                        : 1 / StrictMath.expm1(upper - lower);
                double du = fu + gap;
                double dl = -fl - gap;
                double gap2 = gap * (1 + gap);
                double duu = -fu * (1 - fu) - gap2;
                double dll = -fl * (1 - fl) - gap2;
                double dul = gap2;
                double[] a = c < q ? thresholdRow(x[i], c, q, 1) : new double[0];
                double[] b = c > 0 ? thresholdRow(x[i], c - 1, q, 1) : new double[0];
                for (int j = 0; j < q + p; j++) {
                    double aj = a.length == 0 ? 0 : a[j];
                    double bj = b.length == 0 ? 0 : b[j];
                    gradient[j] += du * aj + dl * bj;
                    for (int k = 0; k < q + p; k++) {
                        double ak = a.length == 0 ? 0 : a[k];
                        double bk = b.length == 0 ? 0 : b[k];
                        information.add(j, k, -(duu * aj * ak + dll * bj * bk + dul * (aj * bk + bj * ak)));
                    }
                }
            }
            value = Double.isNaN(sum) ? Double.NEGATIVE_INFINITY : sum;
        }

        private static double distribution(double t) {
            return t >= 0 ? 1 / (1 + StrictMath.exp(-t)) : StrictMath.exp(t) / (1 + StrictMath.exp(t));
        }

        private static double logDistribution(double t) {
            return Math.min(t, 0) - StrictMath.log1p(StrictMath.exp(-Math.abs(t)));
        }

        private static double logDifference(double upper, double lower) {
            if (upper == Double.POSITIVE_INFINITY) {
                return logDistribution(-lower);
            }
            if (lower == Double.NEGATIVE_INFINITY) {
                return logDistribution(upper);
            }
            return upper <= lower
                    ? Double.NEGATIVE_INFINITY
                    : logDistribution(upper)
                            + logDistribution(-lower)
                            + StrictMath.log(-StrictMath.expm1(lower - upper));
        }

        double[] step() {
            DMatrixRMaj direction = new DMatrixRMaj(gradient.length, 1);
            LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.symmPosDef(gradient.length);
            if (!solver.setA(information.copy())) {
                return gradient.clone();
            }
            solver.solve(DMatrixRMaj.wrap(gradient.length, 1, gradient.clone()), direction);
            return direction.data.clone();
        }

        DMatrixRMaj inverse() {
            DMatrixRMaj inverse = new DMatrixRMaj(gradient.length, gradient.length);
            LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.symmPosDef(gradient.length);
            if (!solver.setA(information.copy())) {
                throw new ArithmeticException("the information matrix at a maximum is not positive definite");
            }
            solver.invert(inverse);
            return inverse;
        }
    }
}
