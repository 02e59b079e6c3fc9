package org.sapwood.stats.logistic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.sapwood.stats.ConfidenceLevel;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.Estimable.Reason;
import org.sapwood.stats.design.ChiSquareTest;
import org.sapwood.stats.design.DesignMatrix;
import org.sapwood.stats.design.LinearFunction;
import org.sapwood.stats.design.WaldQuadraticForm;
import org.sapwood.stats.design.WaldZ;

/**
 * Generalised estimating equations for a repeated binary response with logit link (Liang and Zeger 1986):
 * Σ Dᵢ'Vᵢ⁻¹(yᵢ − πᵢ) = 0 with Vᵢ = Aᵢ^½ R(α) Aᵢ^½. Standard errors are from the sandwich over subjects.
 *
 * <p>With Pearson residuals r, the scale is φ = Σ r² / (N − p) and the correlation α = Σ rⱼrₖ / ((N* − p) φ) over the N*
 * pairs that count; the divisors without p are those of R's geepack.
 */
public final class EstimatingEquations {
    private static final int ITERATIONS = 500;
    private static final double SINGULAR = 1e-10;

    /** The working correlation within a subject. */
    public enum Correlation {
        INDEPENDENCE,
        /** One correlation for all pairs. */
        EXCHANGEABLE,
        /** α to the power of the distance in visits. */
        AR1
    }

    /** The divisors of the moment estimators. */
    public enum MomentEstimators {
        /** N − p and N* − p, as SAS {@code proc genmod}; for AR(1) the pairs one visit apart count. */
        RESIDUAL_DEGREES_OF_FREEDOM,
        /** N and N*, as geepack; for AR(1) all pairs count, Σ d α^(d−1) (rⱼrₖ/φ − α^d) = 0. */
        UNCORRECTED
    }

    private final DesignMatrix design;
    private final double[] coefficients;
    private final DMatrixRMaj robust;
    private final DMatrixRMaj modelBased;
    private final double scale;
    private final double alpha;

    private EstimatingEquations(
            DesignMatrix design,
            double[] coefficients,
            DMatrixRMaj robust,
            DMatrixRMaj modelBased,
            double scale,
            double alpha) {
        this.design = design;
        this.coefficients = coefficients;
        this.robust = robust;
        this.modelBased = modelBased;
        this.scale = scale;
        this.alpha = alpha;
    }

    /**
     * Fits the model.
     *
     * @param design the design
     * @param response 1 for the event, 0 otherwise, one per row
     * @param subject an identifier per row
     * @param visit the visit number per row, distinct within a subject
     * @param correlation the working correlation
     * @param moments its estimator
     * @return the fit; not estimable where the logistic model is not, or when the pairs are too few for the correlation
     */
    public static Estimable<EstimatingEquations> fit(
            DesignMatrix design,
            double[] response,
            List<String> subject,
            double[] visit,
            Correlation correlation,
            MomentEstimators moments) {
        Estimable<LogisticRegression> start = LogisticRegression.fit(design, response);
        if (start instanceof Estimable.NotEstimable<LogisticRegression> none) {
            return Estimable.not(none.reason(), none.detail());
        }
        List<int[]> clusters = clusters(subject, visit);
        int p = design.columns();
        int pairs = pairs(clusters, visit, correlation, moments);
        int divisor = moments == MomentEstimators.RESIDUAL_DEGREES_OF_FREEDOM ? p : 0;
        if (response.length <= divisor || (correlation != Correlation.INDEPENDENCE && pairs <= divisor)) {
            return Estimable.not(
                    Reason.TOO_FEW_OBSERVATIONS,
                    pairs + " pairs of visits are too few to estimate a correlation beside " + p + " coefficients");
        }
        double[] beta = start.orElseThrow().model().coefficients();
        Sums sums = new Sums(design.rows(), response);
        double before = Double.POSITIVE_INFINITY;
        for (int iteration = 0; iteration < ITERATIONS; iteration++) {
            sums.residuals(beta);
            double scale = sums.squares() / (response.length - divisor);
            double alpha = switch (correlation) {
                case INDEPENDENCE -> 0;
                case EXCHANGEABLE -> sums.allPairs(clusters) / ((pairs - divisor) * scale);
                case AR1 ->
                    moments == MomentEstimators.RESIDUAL_DEGREES_OF_FREEDOM
                            ? sums.neighbours(clusters, visit) / ((pairs - divisor) * scale)
                            : sums.powerLaw(clusters, visit, scale);
            };
            if (!sums.accumulate(clusters, visit, correlation, alpha)) {
                return Estimable.not(
                        Reason.NOT_POSITIVE_DEFINITE,
                        "the estimated working correlation matrix is not positive definite");
            }
            DMatrixRMaj inverse = new DMatrixRMaj(p, p);
            if (!CommonOps_DDRM.invert(sums.bread, inverse)) {
                return Estimable.not(Reason.RANK_DEFICIENT, "the estimating equations are singular");
            }
            DMatrixRMaj step = new DMatrixRMaj(p, 1);
            CommonOps_DDRM.mult(inverse, sums.score, step);
            double largest = 0;
            double[] next = beta.clone();
            for (int j = 0; j < p; j++) {
                next[j] += step.get(j, 0);
                largest = Math.max(largest, Math.abs(step.get(j, 0)));
            }
            beta = next;
            if (largest < 1e-14 || (largest < 1e-11 && largest >= before)) {
                DMatrixRMaj half = new DMatrixRMaj(p, p);
                DMatrixRMaj robust = new DMatrixRMaj(p, p);
                CommonOps_DDRM.mult(inverse, sums.meat, half);
                CommonOps_DDRM.mult(half, inverse, robust);
                CommonOps_DDRM.scale(scale, inverse);
                return Estimable.of(new EstimatingEquations(design, beta, robust, inverse, scale, alpha));
            }
            before = largest;
        }
        return Estimable.not(Reason.NO_CONVERGENCE, "no convergence after " + ITERATIONS + " steps");
    }

    private static List<int[]> clusters(List<String> subject, double[] visit) {
        Map<String, List<Integer>> members = new LinkedHashMap<>();
        for (int i = 0; i < visit.length; i++) {
            members.computeIfAbsent(subject.get(i), s -> new ArrayList<>()).add(i);
        }
        return members.values().stream()
                .map(rows -> rows.stream()
                        .sorted(Comparator.comparingDouble(i -> visit[i]))
                        .mapToInt(Integer::intValue)
                        .toArray())
                .toList();
    }

    private static int pairs(List<int[]> clusters, double[] visit, Correlation correlation, MomentEstimators moments) {
        boolean neighboursOnly =
                correlation == Correlation.AR1 && moments == MomentEstimators.RESIDUAL_DEGREES_OF_FREEDOM;
        int pairs = 0;
        for (int[] rows : clusters) {
            if (neighboursOnly) {
                for (int j = 1; j < rows.length; j++) {
                    pairs += visit[rows[j]] - visit[rows[j - 1]] == 1 ? 1 : 0;
                }
            } else {
                pairs += rows.length * (rows.length - 1) / 2;
            }
        }
        return pairs;
    }

    /** {@return β} */
    public double[] coefficients() {
        return coefficients.clone();
    }

    /** {@return φ} */
    public double scale() {
        return scale;
    }

    /** {@return α, zero under independence} */
    public double alpha() {
        return alpha;
    }

    /**
     * A log odds ratio with its robust Wald inference.
     *
     * @param column its number
     * @param level of the interval
     * @return the inference
     */
    public Estimable<WaldZ> coefficient(int column, ConfidenceLevel level) {
        double variance = robust.get(column, column);
        return variance > 0
                ? Estimable.of(WaldZ.of(design.names().get(column), coefficients[column], Math.sqrt(variance), level))
                : Estimable.not(Reason.ZERO_VARIANCE, design.names().get(column) + " has no variance between subjects");
    }

    /**
     * The robust Wald test that several functions of the coefficients are all 0.
     *
     * @param functions linearly independent
     * @return χ² on as many degrees of freedom as there are functions; none when their covariance between subjects is
     *     singular
     */
    public Estimable<ChiSquareTest> joint(List<LinearFunction> functions) {
        int p = coefficients.length;
        double[][] covariance = new double[p][p];
        for (int i = 0; i < p; i++) {
            for (int j = 0; j < p; j++) {
                covariance[i][j] = robust.get(i, j);
            }
        }
        WaldQuadraticForm form = WaldQuadraticForm.of(functions, coefficients, covariance);
        return form.rank() == functions.size() && form.rank() > 0
                ? Estimable.of(ChiSquareTest.of(form.value(), form.rank()))
                : Estimable.not(
                        Reason.RANK_DEFICIENT,
                        "the covariance of " + functions.size() + " functions has rank " + form.rank());
    }

    /**
     * The standard error that trusts the working correlation.
     *
     * @param column its number
     * @return √(φ B⁻¹)
     */
    public double modelStandardError(int column) {
        return Math.sqrt(modelBased.get(column, column));
    }

    /** What one iteration adds up. */
    private static final class Sums {
        private final double[][] x;
        private final double[] y;
        private final double[] pi;
        private final double[] root;
        private final double[] r;
        private final DMatrixRMaj bread;
        private final DMatrixRMaj meat;
        private final DMatrixRMaj score;

        Sums(double[][] x, double[] y) {
            this.x = x;
            this.y = y;
            pi = new double[y.length];
            root = new double[y.length];
            r = new double[y.length];
            int p = x[0].length;
            bread = new DMatrixRMaj(p, p);
            meat = new DMatrixRMaj(p, p);
            score = new DMatrixRMaj(p, 1);
        }

        void residuals(double[] beta) {
            for (int i = 0; i < y.length; i++) {
                double eta = 0;
                for (int j = 0; j < beta.length; j++) {
                    eta += x[i][j] * beta[j];
                }
                pi[i] = 1 / (1 + StrictMath.exp(-eta));
                root[i] = Math.sqrt(pi[i] * (1 - pi[i]));
                r[i] = (y[i] - pi[i]) / root[i];
            }
        }

        double squares() {
            double sum = 0;
            for (double residual : r) {
                sum += residual * residual;
            }
            return sum;
        }

        double allPairs(List<int[]> clusters) {
            double sum = 0;
            for (int[] rows : clusters) {
                for (int j = 0; j < rows.length; j++) {
                    for (int k = 0; k < j; k++) {
                        sum += r[rows[j]] * r[rows[k]];
                    }
                }
            }
            return sum;
        }

        double neighbours(List<int[]> clusters, double[] visit) {
            double sum = 0;
            for (int[] rows : clusters) {
                for (int j = 1; j < rows.length; j++) {
                    sum += visit[rows[j]] - visit[rows[j - 1]] == 1 ? r[rows[j]] * r[rows[j - 1]] : 0;
                }
            }
            return sum;
        }

        double powerLaw(List<int[]> clusters, double[] visit, double scale) {
            double alpha = 0.5;
            for (int step = 0; step < 200; step++) {
                double u = 0;
                double information = 0;
                for (int[] rows : clusters) {
                    for (int j = 0; j < rows.length; j++) {
                        for (int k = 0; k < j; k++) {
                            double d = Math.abs(visit[rows[j]] - visit[rows[k]]);
                            double slope = d * StrictMath.pow(alpha, d - 1);
                            u += slope * (r[rows[j]] * r[rows[k]] / scale - StrictMath.pow(alpha, d));
                            information += slope * slope;
                        }
                    }
                }
                double next = Math.max(-0.999, Math.min(0.999, alpha + u / information));
                if (Math.abs(next - alpha) < 1e-15) {
                    return next;
                }
                alpha = next;
            }
            return alpha;
        }

        /** Whether the smallest eigenvalue for m visits is clear of rounding; {@code invert} itself takes any matrix. */
        private static boolean isPositiveDefinite(Correlation correlation, double alpha, int m) {
            return m == 1
                    || switch (correlation) {
                        case INDEPENDENCE -> true;
                        case EXCHANGEABLE -> 1 - alpha > SINGULAR && 1 + (m - 1) * alpha > SINGULAR;
                        case AR1 -> 1 - Math.abs(alpha) > SINGULAR;
                    };
        }

        boolean accumulate(List<int[]> clusters, double[] visit, Correlation correlation, double alpha) {
            int p = x[0].length;
            bread.zero();
            meat.zero();
            score.zero();
            for (int[] rows : clusters) {
                int m = rows.length;
                DMatrixRMaj working = new DMatrixRMaj(m, m);
                for (int j = 0; j < m; j++) {
                    for (int k = 0; k < m; k++) {
                        double rho = switch (correlation) {
                            case INDEPENDENCE -> 0;
                            case EXCHANGEABLE -> alpha;
                            case AR1 -> StrictMath.pow(alpha, Math.abs(visit[rows[j]] - visit[rows[k]]));
                        };
                        working.set(j, k, j == k ? 1 : rho);
                    }
                }
                DMatrixRMaj inverse = new DMatrixRMaj(m, m);
                if (!isPositiveDefinite(correlation, alpha, m) || !CommonOps_DDRM.invert(working, inverse)) {
                    return false;
                }
                // A^½X plays the part of A^-½D, since D = AX
                DMatrixRMaj z = new DMatrixRMaj(m, p);
                DMatrixRMaj residual = new DMatrixRMaj(m, 1);
                for (int j = 0; j < m; j++) {
                    residual.set(j, 0, r[rows[j]]);
                    for (int c = 0; c < p; c++) {
                        z.set(j, c, root[rows[j]] * x[rows[j]][c]);
                    }
                }
                DMatrixRMaj weighted = new DMatrixRMaj(p, m);
                CommonOps_DDRM.multTransA(z, inverse, weighted);
                CommonOps_DDRM.multAdd(weighted, z, bread);
                DMatrixRMaj contribution = new DMatrixRMaj(p, 1);
                CommonOps_DDRM.mult(weighted, residual, contribution);
                CommonOps_DDRM.addEquals(score, contribution);
                CommonOps_DDRM.multAddTransB(contribution, contribution, meat);
            }
            return true;
        }
    }
}
