package org.sapwood.stats.mixed;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.sapwood.stats.ConfidenceLevel;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.Estimable.Reason;
import org.sapwood.stats.design.FTest;
import org.sapwood.stats.design.LeastSquaresMeans;
import org.sapwood.stats.design.LinearFunction;
import org.sapwood.stats.design.WaldT;

/**
 * A fitted mixed model for repeated measures.
 *
 * <p>Linear functions are asked for by their coefficients, one per column of the design, for example the rows of {@link
 * LeastSquaresMeans}. Where the design is rank deficient a function that depends on the choice of the column left out is
 * {@code RANK_DEFICIENT}.
 */
public final class MmrmFit {
    private final RepeatedMeasures data;
    private final MmrmSpecification specification;
    private final CovarianceStructure structure;
    private final int[] observed;
    private final MarginalLikelihood likelihood;
    private final MarginalLikelihood.Point point;
    private final CoefficientTests tests;
    private final List<FitAttempt> attempts;

    MmrmFit(
            RepeatedMeasures data,
            MmrmSpecification specification,
            CovarianceStructure structure,
            int[] observed,
            MarginalLikelihood likelihood,
            Newton.Result result,
            List<FitAttempt> attempts) {
        this.data = data;
        this.specification = specification;
        this.structure = structure;
        this.observed = observed;
        this.likelihood = likelihood;
        this.attempts = List.copyOf(attempts);
        point = Objects.requireNonNull(result.point());
        double[] inverse = Objects.requireNonNull(result.inverseHessian());
        double[] w = Arrays.stream(inverse).map(x -> 2 * x).toArray();
        tests = new CoefficientTests(
                data,
                likelihood,
                point,
                Objects.requireNonNull(result.slope()),
                w,
                specification.degreesOfFreedom(),
                specification.coefficientCovariance());
    }

    /** {@return the specification the model was fitted by} */
    public MmrmSpecification specification() {
        return specification;
    }

    /** {@return the covariance structure of the ladder that was used} */
    public CovarianceStructure structure() {
        return structure;
    }

    /** {@return every attempt of the ladder, the last one is this fit} */
    public List<FitAttempt> attempts() {
        return attempts;
    }

    /** {@return how the search for this fit ended} */
    public FitAttempt diagnostics() {
        return attempts.get(attempts.size() - 1);
    }

    /** {@return the factor levels left out because no row has them, as {@code ARM=HIGH}} */
    public List<String> unusedLevels() {
        return data.unusedLevels();
    }

    /** {@return the columns of the design left out because they are combinations of the columns before them} */
    public List<String> aliasedColumns() {
        return Arrays.stream(likelihood.data().design().aliased())
                .mapToObj(data.columns()::get)
                .toList();
    }

    /** {@return the number of rows used} */
    public int observations() {
        return likelihood.data().observations();
    }

    /** {@return the number of subjects with at least one row} */
    public int subjects() {
        return likelihood.data().subjects();
    }

    /** {@return the number of coefficients, aliased columns not counted} */
    public int rank() {
        return likelihood.data().rank();
    }

    /** {@return the number of covariance parameters over all groups} */
    public int covarianceParameters() {
        return likelihood.parameters();
    }

    /** {@return −2 log (restricted) likelihood with all constants} */
    public double neg2LogLikelihood() {
        return point.value();
    }

    /** {@return Akaike's criterion, counting covariance parameters only} */
    public double aic() {
        return neg2LogLikelihood() + 2.0 * covarianceParameters();
    }

    /** {@return Akaike's criterion, counting coefficients as well; comparable for ML only} */
    public double aicOfAllParameters() {
        return aic() + 2.0 * rank();
    }

    /** {@return Schwarz' criterion, counting covariance parameters only and subjects as the sample size} */
    public double bic() {
        return neg2LogLikelihood() + StrictMath.log(subjects()) * covarianceParameters();
    }

    /** {@return the occasions of the covariance matrix: those with at least one row} */
    public List<String> occasions() {
        return Arrays.stream(observed).mapToObj(data.occasions()::get).toList();
    }

    /**
     * The covariance matrix of a subject's measurements.
     *
     * @param group 0 when there is one covariance for all, otherwise the index of the group
     * @return occasions in order of {@link #occasions()}, or for a spatial structure the distinct times, ascending
     */
    public double[][] covariance(int group) {
        int m = likelihood.data().slots();
        int[] slots = new int[m];
        for (int i = 0; i < m; i++) {
            slots[i] = i;
        }
        double[] value = likelihood
                .function()
                .at(likelihood.ofGroup(point.theta(), group), slots)
                .value();
        double[][] out = new double[m][m];
        for (int i = 0; i < m; i++) {
            System.arraycopy(value, i * m, out[i], 0, m);
        }
        return out;
    }

    /**
     * The correlation matrix of a subject's measurements.
     *
     * @param group as in {@link #covariance(int)}
     * @return correlations in the same order
     */
    public double[][] correlation(int group) {
        double[][] matrix = covariance(group);
        double[] sd = new double[matrix.length];
        Arrays.setAll(sd, i -> Math.sqrt(matrix[i][i]));
        for (int i = 0; i < sd.length; i++) {
            for (int j = 0; j < sd.length; j++) {
                matrix[i][j] = i == j ? 1 : matrix[i][j] / (sd[i] * sd[j]);
            }
        }
        return matrix;
    }

    /**
     * The two parameters of a spatial exponential covariance.
     *
     * @param group as in {@link #covariance(int)}
     * @return the variance, and the correlation of two measurements one unit of time apart
     * @throws IllegalStateException when another structure was fitted
     */
    public SpatialExponential spatialExponential(int group) {
        if (structure != CovarianceStructure.SPATIAL_EXPONENTIAL) {
            throw new IllegalStateException("the structure is " + structure + ", not spatial exponential");
        }
        double[] theta = likelihood.ofGroup(point.theta(), group);
        return new SpatialExponential(StrictMath.exp(theta[0]), 1 / (1 + StrictMath.exp(-theta[1])));
    }

    /**
     * Parameters of a spatial exponential covariance.
     *
     * @param variance of a single measurement
     * @param correlationPerUnitTime ρ, so that measurements t apart correlate ρ^t
     */
    public record SpatialExponential(double variance, double correlationPerUnitTime) {}

    /** {@return the coefficients of all columns; zero where aliased} */
    public double[] coefficients() {
        return tests.coefficients();
    }

    /** {@return the covariance matrix of the coefficients that standard errors are taken from; zero where aliased} */
    public double[][] coefficientCovariance() {
        return tests.covariance();
    }

    /**
     * One coefficient with test and interval.
     *
     * @param column index of the column
     * @param level of the interval
     * @return the coefficient; {@code RANK_DEFICIENT} when aliased
     */
    public Estimable<WaldT> coefficient(int column, ConfidenceLevel level) {
        String name = data.columns().get(column);
        if (aliasedColumns().contains(name)) {
            return Estimable.not(Reason.RANK_DEFICIENT, name + " is a combination of other columns");
        }
        double[] unit = new double[data.columns().size()];
        unit[column] = 1;
        return tests.estimateWithAliasedAtZero(new LinearFunction(name, unit), level);
    }

    /**
     * A linear function of the coefficients with test and interval.
     *
     * @param function for example a least-squares mean or a difference of two
     * @param level of the interval
     * @return the estimate, or why there is none
     */
    public Estimable<WaldT> estimate(LinearFunction function, ConfidenceLevel level) {
        return tests.estimate(function, level);
    }

    /**
     * As {@link #estimate}, with the coefficients of aliased columns taken as zero. For designs of full rank this is the
     * same; otherwise the result may depend on the order of the columns, as in R.
     *
     * @param function a linear function
     * @param level of the interval
     * @return the estimate, or why there is none
     */
    public Estimable<WaldT> estimateWithAliasedAtZero(LinearFunction function, ConfidenceLevel level) {
        return tests.estimateWithAliasedAtZero(function, level);
    }

    /**
     * The F test that several linear functions are all zero.
     *
     * @param functions at least one; linearly dependent ones are allowed
     * @return the test, or why there is none
     */
    public Estimable<FTest> jointTest(List<LinearFunction> functions) {
        return tests.jointTest(functions);
    }

    /**
     * As {@link #jointTest}, with the coefficients of aliased columns taken as zero.
     *
     * @param functions at least one
     * @return the test, or why there is none
     */
    public Estimable<FTest> jointTestWithAliasedAtZero(List<LinearFunction> functions) {
        return tests.jointTestWithAliasedAtZero(functions);
    }

    /**
     * Least-squares means, one per combination of the effect's levels.
     *
     * @param means their rows, from the design the model was fitted with
     * @param level of the intervals
     * @return the estimates, each named as its row, for example {@code ACT|W12}
     */
    public List<Estimable<WaldT>> lsMeans(LeastSquaresMeans means, ConfidenceLevel level) {
        return estimates(means.means(), level);
    }

    /**
     * Differences of least-squares means in the first factor of the effect.
     *
     * @param means their rows
     * @param level of the intervals
     * @return the differences, later minus earlier level, named {@code ACT-PBO|W12}
     */
    public List<Estimable<WaldT>> differences(LeastSquaresMeans means, ConfidenceLevel level) {
        return estimates(means.differences(), level);
    }

    private List<Estimable<WaldT>> estimates(List<LinearFunction> functions, ConfidenceLevel level) {
        List<Estimable<WaldT>> estimates = new ArrayList<>();
        for (LinearFunction function : functions) {
            estimates.add(estimate(function, level));
        }
        return estimates;
    }

    /**
     * A difference in units of the standard deviation at one occasion, the standard deviation being the model's (the
     * root mean square over covariance groups).
     *
     * @param difference a linear function, for example a difference of least-squares means
     * @param occasion one of {@link #occasions()}
     * @return the estimate over the standard deviation
     */
    public Estimable<Double> standardisedEffect(LinearFunction difference, String occasion) {
        int slot = occasions().indexOf(occasion);
        if (slot < 0 || structure.needsTimes()) {
            throw new IllegalArgumentException("no occasion named \"" + occasion + "\". Known: " + occasions());
        }
        double variance = 0;
        for (int g = 0; g < data.groups().size(); g++) {
            variance += covariance(g)[slot][slot] / data.groups().size();
        }
        double sd = Math.sqrt(variance);
        return estimate(difference, ConfidenceLevel.NINETY_FIVE).map(wald -> wald.estimate() / sd);
    }
}
