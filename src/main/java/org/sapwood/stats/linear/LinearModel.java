package org.sapwood.stats.linear;

import java.util.ArrayList;
import java.util.List;
import org.sapwood.stats.ConfidenceLevel;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.Estimable.Reason;
import org.sapwood.stats.design.DesignMatrix;
import org.sapwood.stats.design.FTest;
import org.sapwood.stats.design.LinearFunction;
import org.sapwood.stats.design.RankRevealingQr;
import org.sapwood.stats.design.WaldQuadraticForm;
import org.sapwood.stats.design.WaldT;

/**
 * The least-squares fit of y = Xβ + ε, ε independent with variance σ². Fit once, ask levels and contrasts later.
 *
 * <p>Columns that depend linearly on earlier ones are aliased: their coefficients are zero and not estimable, and so is
 * every linear function outside the row space of X.
 */
public final class LinearModel {
    private static final double ESTIMABILITY_TOLERANCE = 1e-8;

    private final DesignMatrix design;
    private final double[] response;
    private final RankRevealingQr qr;
    private final double[] coefficients;
    private final double[][] unscaledCovariance;
    private final double[] residuals;
    private final double residualSumOfSquares;

    private LinearModel(DesignMatrix design, double[] response, RankRevealingQr qr) {
        this.design = design;
        this.response = response;
        this.qr = qr;
        this.coefficients = qr.solve(response);
        this.unscaledCovariance = qr.crossProductInverse();
        this.residuals = new double[response.length];
        double sum = 0;
        for (int i = 0; i < response.length; i++) {
            double fitted = 0;
            double[] x = design.rows()[i];
            for (int j = 0; j < x.length; j++) {
                fitted += x[j] * coefficients[j];
            }
            residuals[i] = response[i] - fitted;
            sum += residuals[i] * residuals[i];
        }
        this.residualSumOfSquares = sum;
    }

    /**
     * Fits the model.
     *
     * @param design the design, complete rows only
     * @param response one value per row
     * @return the fit; not estimable without rows, without residual degrees of freedom, or when the model fits exactly
     * @throws IllegalArgumentException when the response has another length than the design or is not finite
     */
    public static Estimable<LinearModel> fit(DesignMatrix design, double[] response) {
        if (response.length != design.observations()) {
            throw new IllegalArgumentException(
                    "expected " + design.observations() + " responses, found " + response.length);
        }
        if (response.length == 0) {
            return Estimable.not(Reason.EMPTY_GROUP, "no observation with all model variables");
        }
        RankRevealingQr qr = RankRevealingQr.of(design.rows());
        if (response.length <= qr.rank()) {
            return Estimable.not(
                    Reason.TOO_FEW_OBSERVATIONS,
                    response.length + " observations leave no residual degree of freedom for " + qr.rank()
                            + " coefficients");
        }
        double size = 0;
        for (double y : response) {
            if (!Double.isFinite(y)) {
                throw new IllegalArgumentException("expected finite responses, found " + y);
            }
            size += y * y;
        }
        LinearModel model = new LinearModel(design, response.clone(), qr);
        if (model.residualSumOfSquares <= 1e-26 * size) {
            return Estimable.not(Reason.ZERO_VARIANCE, "the model fits every observation exactly");
        }
        return Estimable.of(model);
    }

    /** {@return the design} */
    public DesignMatrix design() {
        return design;
    }

    /** {@return the number of observations n} */
    public int observations() {
        return response.length;
    }

    /** {@return the number of estimable coefficients} */
    public int rank() {
        return qr.rank();
    }

    /** {@return n minus the rank} */
    public int residualDegreesOfFreedom() {
        return response.length - qr.rank();
    }

    /** {@return β, zero for aliased columns} */
    public double[] coefficients() {
        return coefficients.clone();
    }

    /** {@return y − Xβ} */
    public double[] residuals() {
        return residuals.clone();
    }

    /** {@return the diagonal of X(X'X)⁻¹X'} */
    public double[] leverages() {
        return qr.leverages();
    }

    /** {@return Σ(y − Xβ)²} */
    public double residualSumOfSquares() {
        return residualSumOfSquares;
    }

    /** {@return σ̂, the root of the residual mean square} */
    public double sigma() {
        return Math.sqrt(residualSumOfSquares / residualDegreesOfFreedom());
    }

    /** {@return (X'X)⁻¹, zeros for aliased columns} */
    public double[][] unscaledCovariance() {
        double[][] copy = new double[unscaledCovariance.length][];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = unscaledCovariance[i].clone();
        }
        return copy;
    }

    /** {@return σ̂²(X'X)⁻¹} */
    public double[][] covariance() {
        double[][] covariance = unscaledCovariance();
        double variance = residualSumOfSquares / residualDegreesOfFreedom();
        for (double[] row : covariance) {
            for (int j = 0; j < row.length; j++) {
                row[j] *= variance;
            }
        }
        return covariance;
    }

    /**
     * The coefficient of one column.
     *
     * @param column its number
     * @param level of the interval
     * @return the estimate; not estimable when aliased
     */
    public Estimable<WaldT> coefficient(int column, ConfidenceLevel level) {
        return estimate(coefficientOf(column), level);
    }

    /**
     * The linear function that is one coefficient.
     *
     * @param column its number
     * @return the function, named as the column
     */
    public LinearFunction coefficientOf(int column) {
        double[] unit = new double[design.columns()];
        unit[column] = 1;
        return new LinearFunction(design.names().get(column), unit);
    }

    /**
     * A linear function of the coefficients, for example a least-squares mean or a difference of two.
     *
     * @param function the function
     * @param level of the interval
     * @return the estimate with the model-based standard error; not estimable outside the row space of X
     */
    public Estimable<WaldT> estimate(LinearFunction function, ConfidenceLevel level) {
        return estimate(function, covariance(), residualDegreesOfFreedom(), level);
    }

    /**
     * A linear function of the coefficients with another covariance matrix, for example a robust one.
     *
     * @param function the function
     * @param covariance of the coefficients
     * @param degreesOfFreedom of the t distribution
     * @param level of the interval
     * @return the estimate; not estimable outside the row space of X or without variance
     */
    public Estimable<WaldT> estimate(
            LinearFunction function, double[][] covariance, double degreesOfFreedom, ConfidenceLevel level) {
        if (!isEstimable(function)) {
            return notInRowSpace(function);
        }
        double variance = function.variance(covariance);
        if (!(variance > 0)) {
            return HeteroscedasticityConsistent.noVariance(function.name(), variance);
        }
        return Estimable.of(WaldT.of(
                function.name(), function.applyTo(coefficients), Math.sqrt(variance), degreesOfFreedom, level));
    }

    /**
     * The test that several linear functions are zero together.
     *
     * @param functions at least one
     * @return the F test (Lβ)'(LVL')⁻¹(Lβ) / rank L; not estimable when one of them is not
     */
    public Estimable<FTest> jointTest(List<LinearFunction> functions) {
        for (LinearFunction function : functions) {
            if (!isEstimable(function)) {
                return notInRowSpace(function);
            }
        }
        WaldQuadraticForm form = WaldQuadraticForm.of(functions, coefficients, covariance());
        if (form.rank() == 0) {
            return Estimable.not(Reason.RANK_DEFICIENT, "the hypothesis has no degree of freedom");
        }
        return Estimable.of(FTest.of(form.value() / form.rank(), form.rank(), residualDegreesOfFreedom()));
    }

    private boolean isEstimable(LinearFunction function) {
        return qr.rank() == design.columns()
                || qr.distanceFromRowSpace(function.coefficients()) < ESTIMABILITY_TOLERANCE;
    }

    private <T> Estimable<T> notInRowSpace(LinearFunction function) {
        List<String> aliased = new ArrayList<>();
        for (int column : qr.aliased()) {
            aliased.add(design.names().get(column));
        }
        return Estimable.not(
                Reason.RANK_DEFICIENT,
                function.name() + " cannot be estimated because the data do not separate " + String.join(", ", aliased)
                        + " from the other terms");
    }

    /** {@return how well the model describes the response} */
    public GoodnessOfFit goodnessOfFit() {
        return GoodnessOfFit.of(response, residualSumOfSquares, qr.rank());
    }

    double[] response() {
        return response;
    }

    RankRevealingQr qr() {
        return qr;
    }
}
