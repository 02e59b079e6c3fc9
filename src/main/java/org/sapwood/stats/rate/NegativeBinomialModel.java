package org.sapwood.stats.rate;

import java.util.Arrays;
import org.apache.commons.numbers.gamma.LogGamma;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;
import org.sapwood.stats.ConfidenceLevel;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.Estimable.Reason;
import org.sapwood.stats.design.DesignMatrix;
import org.sapwood.stats.design.WaldZ;
import org.sapwood.stats.linear.GeneralisedLinearModel;

/**
 * Negative binomial regression, log μ = Xβ + offset, variance μ + μ²/s (Lawless 1987); κ = 1/s is the dispersion. β and
 * τ = log s are estimated together by Newton steps on the log-likelihood.
 */
public final class NegativeBinomialModel {
    /** Which information gives the covariance of β. */
    public enum Information {
        /** The second derivatives at the estimate, dispersion included (SAS {@code proc genmod}). */
        OBSERVED,
        /** Their expectation with the dispersion held fixed (R {@code MASS::glm.nb}). */
        EXPECTED
    }

    private static final int ITERATIONS = 500;
    /** Beyond this log size the likelihood is flat: the counts are Poisson or less dispersed. */
    private static final double LARGEST_LOG_SIZE = 16;

    private final DesignMatrix design;
    private final double[] theta;
    private final Evaluation evaluation;

    private NegativeBinomialModel(DesignMatrix design, double[] theta, Evaluation evaluation) {
        this.design = design;
        this.theta = theta;
        this.evaluation = evaluation;
    }

    /**
     * Fits the model.
     *
     * @param design the design
     * @param counts one per row
     * @param offset log exposure, one per row
     * @return the fit; not estimable for the same reasons as a Poisson model, or ({@code OUTSIDE_DOMAIN}) when the counts
     *     vary no more than Poisson counts, so that the dispersion estimate is zero
     */
    public static Estimable<NegativeBinomialModel> fit(DesignMatrix design, double[] counts, double[] offset) {
        Estimable<GeneralisedLinearModel> poisson =
                GeneralisedLinearModel.fit(GeneralisedLinearModel.Family.POISSON, design, counts, offset);
        if (poisson instanceof Estimable.NotEstimable<GeneralisedLinearModel> none) {
            return Estimable.not(none.reason(), none.detail());
        }
        int p = design.columns();
        double[] theta = Arrays.copyOf(poisson.orElseThrow().coefficients(), p + 1);
        theta[p] = startingLogSize(poisson.orElseThrow().fitted(), counts);
        Evaluation at = new Evaluation(design.rows(), counts, offset, theta);
        double before = Double.POSITIVE_INFINITY;
        for (int iteration = 0; iteration < ITERATIONS; iteration++) {
            double[] step = at.step();
            double largest = Arrays.stream(step).map(Math::abs).max().orElse(0);
            double length = Math.min(1, 3 / largest);
            while (true) {
                double[] next = theta.clone();
                for (int j = 0; j <= p; j++) {
                    next[j] += length * step[j];
                }
                Evaluation there = new Evaluation(design.rows(), counts, offset, next);
                if (there.logLikelihood >= at.logLikelihood - 1e-12 * Math.abs(at.logLikelihood) || length < 1e-10) {
                    theta = next;
                    at = there;
                    break;
                }
                length /= 2;
            }
            if (theta[p] > LARGEST_LOG_SIZE) {
                return Estimable.not(
                        Reason.OUTSIDE_DOMAIN,
                        "the counts vary no more than Poisson counts, the dispersion estimate is zero");
            }
            if (largest < 1e-14 || (largest < 1e-9 && largest >= before)) {
                return Estimable.of(new NegativeBinomialModel(design, theta, at));
            }
            before = largest;
        }
        return Estimable.not(Reason.NO_CONVERGENCE, "no convergence after " + ITERATIONS + " Newton steps");
    }

    private static double startingLogSize(double[] mu, double[] y) {
        double excess = 0;
        double squares = 0;
        for (int i = 0; i < y.length; i++) {
            excess += (y[i] - mu[i]) * (y[i] - mu[i]) - mu[i];
            squares += mu[i] * mu[i];
        }
        return excess > 0 ? Math.max(-4, Math.min(6, StrictMath.log(squares / excess))) : 6;
    }

    /** {@return β} */
    public double[] coefficients() {
        return Arrays.copyOf(theta, theta.length - 1);
    }

    /** {@return κ, the factor of μ² in the variance} */
    public double dispersion() {
        return StrictMath.exp(-theta[theta.length - 1]);
    }

    /** {@return s = 1/κ} */
    public double size() {
        return StrictMath.exp(theta[theta.length - 1]);
    }

    /** {@return the standard error of log κ, from the observed information} */
    public double standardErrorOfLogDispersion() {
        int p = theta.length - 1;
        return Math.sqrt(evaluation.observedCovariance().get(p, p));
    }

    /** {@return the maximised log-likelihood} */
    public double logLikelihood() {
        return evaluation.logLikelihood;
    }

    /**
     * The covariance matrix of β.
     *
     * @param information which
     * @return one row and column per coefficient
     */
    public double[][] covariance(Information information) {
        int p = theta.length - 1;
        DMatrixRMaj full =
                information == Information.OBSERVED ? evaluation.observedCovariance() : evaluation.expectedCovariance();
        double[][] covariance = new double[p][p];
        for (int i = 0; i < p; i++) {
            for (int j = 0; j < p; j++) {
                covariance[i][j] = full.get(i, j);
            }
        }
        return covariance;
    }

    /**
     * The coefficient of one column.
     *
     * @param column its number
     * @param information which gives the standard error
     * @param level of the interval
     * @return the Wald inference
     */
    public WaldZ coefficient(int column, Information information, ConfidenceLevel level) {
        return WaldZ.of(
                design.names().get(column), theta[column], Math.sqrt(covariance(information)[column][column]), level);
    }

    /** The log-likelihood with its first and second derivatives in (β, τ). */
    private static final class Evaluation {
        private final double logLikelihood;
        private final double[] gradient;
        /** Minus the second derivatives. */
        private final DMatrixRMaj information;

        private final DMatrixRMaj expected;

        Evaluation(double[][] x, double[] y, double[] offset, double[] theta) {
            int p = theta.length - 1;
            double s = StrictMath.exp(theta[p]);
            gradient = new double[p + 1];
            information = new DMatrixRMaj(p + 1, p + 1);
            expected = new DMatrixRMaj(p, p);
            double value = 0;
            for (int i = 0; i < y.length; i++) {
                double eta = offset[i];
                for (int j = 0; j < p; j++) {
                    eta += x[i][j] * theta[j];
                }
                double mu = StrictMath.exp(eta);
                double sum = s + mu;
                double logs = 0;
                double first = 0;
                double second = 0;
                for (int k = 0; k < y[i]; k++) {
                    logs += StrictMath.log1p(k / s);
                    first += 1 / (s + k);
                    second += 1 / ((s + k) * (s + k));
                }
                // log Γ(y+s) − log Γ(s) + y log(μ/(s+μ)) + s log(s/(s+μ)), powers of s cancelled
                double log1p = StrictMath.log1p(mu / s);
                value += logs - LogGamma.value(y[i] + 1) + y[i] * (eta - log1p) - s * log1p;
                double g = first - log1p + (mu - y[i]) / sum;
                double h = -second + mu / (s * sum) - (mu - y[i]) / (sum * sum);
                gradient[p] += s * g;
                information.add(p, p, -s * (g + s * h));
                double u = (y[i] - mu) * s / sum;
                double w = mu * s * (s + y[i]) / (sum * sum);
                double c = s * (y[i] - mu) * mu / (sum * sum);
                for (int j = 0; j < p; j++) {
                    gradient[j] += x[i][j] * u;
                    information.add(j, p, -x[i][j] * c);
                    information.add(p, j, -x[i][j] * c);
                    for (int k = 0; k < p; k++) {
                        information.add(j, k, x[i][j] * x[i][k] * w);
                        expected.add(j, k, x[i][j] * x[i][k] * mu * s / sum);
                    }
                }
            }
            logLikelihood = value;
        }

        /** A Newton step; where the likelihood is not concave in τ, a step of β and a gradient step of τ. */
        double[] step() {
            int p = gradient.length - 1;
            DMatrixRMaj direction = new DMatrixRMaj(gradient.length, 1);
            LinearSolverDense<DMatrixRMaj> cholesky = LinearSolverFactory_DDRM.chol(gradient.length);
            if (cholesky.setA(information.copy())) {
                cholesky.solve(DMatrixRMaj.wrap(gradient.length, 1, gradient.clone()), direction);
                return direction.data.clone();
            }
            DMatrixRMaj block = CommonOps_DDRM.extract(information, 0, p, 0, p);
            DMatrixRMaj part = new DMatrixRMaj(p, 1);
            LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.chol(p);
            if (solver.setA(block)) {
                solver.solve(DMatrixRMaj.wrap(p, 1, Arrays.copyOf(gradient, p)), part);
            }
            double[] step = Arrays.copyOf(part.data, p + 1);
            step[p] = gradient[p] / Math.max(Math.abs(information.get(p, p)), 1e-3);
            return step;
        }

        DMatrixRMaj observedCovariance() {
            return inverse(information);
        }

        DMatrixRMaj expectedCovariance() {
            return inverse(expected);
        }

        private static DMatrixRMaj inverse(DMatrixRMaj matrix) {
            DMatrixRMaj inverse = new DMatrixRMaj(matrix.numRows, matrix.numCols);
            LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.symmPosDef(matrix.numRows);
            if (!solver.setA(matrix.copy())) {
                throw new ArithmeticException("the information matrix at a maximum is not positive definite");
            }
            solver.invert(inverse);
            return inverse;
        }
    }
}
