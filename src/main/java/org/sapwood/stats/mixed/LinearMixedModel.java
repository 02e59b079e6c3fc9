package org.sapwood.stats.mixed;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.sapwood.stats.ConfidenceLevel;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.Estimable.Reason;
import org.sapwood.stats.design.DesignMatrix;
import org.sapwood.stats.design.FTest;
import org.sapwood.stats.design.LinearFunction;
import org.sapwood.stats.design.Term;
import org.sapwood.stats.design.WaldT;

/**
 * The linear mixed model with random coefficients: y = Xβ + Zb + ε with b ~ N(0, G) per subject and ε ~ N(0, σ²I).
 *
 * <p>Satterthwaite's degrees of freedom use the observed information of the covariance parameters (as lmerTest),
 * Kenward–Roger's the expected information in G and σ² (as pbkrtest).
 *
 * <p>Source: Laird and Ware (1982), Biometrics 38, 963–974; Kenward and Roger (1997), Biometrics 53, 983–997.
 */
public final class LinearMixedModel {
    private final RepeatedMeasures data;
    private final DesignMatrix design;
    private final RandomCovariance covariance;
    private final MarginalLikelihood likelihood;
    private final MarginalLikelihood.Point point;
    private final CoefficientTests tests;
    private final int iterations;
    private final double gradientNorm;

    private LinearMixedModel(
            RepeatedMeasures data,
            DesignMatrix design,
            RandomCovariance covariance,
            MarginalLikelihood likelihood,
            Newton.Result result,
            CoefficientTests tests) {
        this.data = data;
        this.design = design;
        this.covariance = covariance;
        this.likelihood = likelihood;
        this.tests = tests;
        point = Objects.requireNonNull(result.point());
        iterations = result.iterations();
        gradientNorm = Dense.largest(Objects.requireNonNull(result.slope()).gradient()) / 2;
    }

    /**
     * Fits the model.
     *
     * @param response y, one per row of the design
     * @param design X
     * @param subject which subject a row belongs to
     * @param random the columns Z
     * @param estimation which likelihood is maximised
     * @param degreesOfFreedom Satterthwaite, or Kenward–Roger with its adjusted covariance of the coefficients (REML only)
     * @return the fit; {@code TOO_FEW_OBSERVATIONS} or {@code ZERO_VARIANCE} for degenerate data, {@code NO_CONVERGENCE}
     *     when the likelihood has no stationary point within reach
     * @throws IllegalArgumentException for other degrees of freedom, or Kenward–Roger with ML
     */
    public static Estimable<LinearMixedModel> fit(
            double[] response,
            DesignMatrix design,
            int[] subject,
            RandomCoefficients random,
            Estimation estimation,
            DegreesOfFreedom degreesOfFreedom) {
        boolean kenwardRoger = degreesOfFreedom == DegreesOfFreedom.KENWARD_ROGER;
        if (!kenwardRoger && degreesOfFreedom != DegreesOfFreedom.SATTERTHWAITE) {
            throw new IllegalArgumentException(
                    "degrees of freedom of a linear mixed model are Satterthwaite or Kenward-Roger, found "
                            + degreesOfFreedom);
        }
        if (kenwardRoger && estimation != Estimation.REML) {
            throw new IllegalArgumentException("Kenward-Roger needs REML, found " + estimation);
        }
        RepeatedMeasures data =
                RepeatedMeasures.of(response, design, subject, new int[response.length], List.of("any"));
        Map<List<Double>, Integer> distinct = new LinkedHashMap<>();
        int[] slots = new int[response.length];
        for (int i = 0; i < slots.length; i++) {
            List<Double> row = Arrays.stream(random.rows()[i]).boxed().toList();
            slots[i] = Objects.requireNonNullElse(distinct.putIfAbsent(row, distinct.size()), distinct.size() - 1);
        }
        double[][] z = distinct.keySet().stream()
                .map(row -> row.stream().mapToDouble(x -> x).toArray())
                .toArray(double[][]::new);
        ReducedData reduced = new ReducedData(data, slots, z.length, true);
        Estimable.NotEstimable<LinearMixedModel> degenerate = Mmrm.degenerate(reduced);
        if (degenerate != null) {
            return degenerate;
        }
        int r = random.names().size();
        double[] e = reduced.design().residual();
        RandomCovariance covariance =
                new RandomCovariance(z, r, RandomCovariance.Parameters.RELATIVE, Dense.dot(e, e) / e.length);
        MarginalLikelihood likelihood = new MarginalLikelihood(reduced, covariance, estimation);
        Newton.Result result = Newton.minimise(likelihood, likelihood.start());
        double[] inverse = result.inverseHessian();
        if (!result.converged() || inverse == null) {
            return Estimable.not(
                    Reason.NO_CONVERGENCE,
                    "the likelihood of the mixed model has no maximum that " + result.iterations()
                            + " iterations could reach");
        }
        CoefficientTests tests = kenwardRoger
                ? kenwardRoger(data, reduced, covariance, z, r, result)
                : new CoefficientTests(
                        data,
                        likelihood,
                        Objects.requireNonNull(result.point()),
                        Objects.requireNonNull(result.slope()),
                        Arrays.stream(inverse).map(x -> 2 * x).toArray(),
                        DegreesOfFreedom.SATTERTHWAITE,
                        CoefficientCovariance.MODEL);
        return Estimable.of(new LinearMixedModel(data, design, covariance, likelihood, result, tests));
    }

    /** Kenward and Roger with the expected information in the parameters in which the covariance is linear. */
    private static CoefficientTests kenwardRoger(
            RepeatedMeasures data,
            ReducedData reduced,
            RandomCovariance covariance,
            double[][] z,
            int r,
            Newton.Result result) {
        MarginalLikelihood likelihood = new MarginalLikelihood(
                reduced, new RandomCovariance(z, r, RandomCovariance.Parameters.LINEAR, 1), Estimation.REML);
        MarginalLikelihood.Point point = Objects.requireNonNull(likelihood.at(
                covariance.linear(Objects.requireNonNull(result.point()).theta())));
        MarginalLikelihood.Slope slope = likelihood.slope(point);
        int total = likelihood.parameters();
        double[] inverse = Newton.inverse(likelihood.expectedHessian(point, slope), total);
        double[] w = new double[total * total];
        if (inverse != null) {
            Arrays.setAll(w, i -> 2 * inverse[i]);
        }
        return new CoefficientTests(
                data,
                likelihood,
                point,
                slope,
                w,
                DegreesOfFreedom.KENWARD_ROGER,
                CoefficientCovariance.KENWARD_ROGER_LINEAR);
    }

    /** {@return the number of rows} */
    public int observations() {
        return likelihood.data().observations();
    }

    /** {@return the number of subjects} */
    public int subjects() {
        return likelihood.data().subjects();
    }

    /** {@return the number of covariance parameters: those of G and the residual variance} */
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

    /** {@return Schwarz' criterion, counting covariance parameters only and subjects as the sample size} */
    public double bic() {
        return neg2LogLikelihood() + StrictMath.log(subjects()) * covarianceParameters();
    }

    /** {@return Newton steps taken} */
    public int iterations() {
        return iterations;
    }

    /** {@return largest absolute derivative of −ℓ at the estimate} */
    public double gradientNorm() {
        return gradientNorm;
    }

    /** {@return σ²} */
    public double residualVariance() {
        double[] theta = point.theta();
        return StrictMath.exp(2 * theta[theta.length - 1]);
    }

    /** {@return G} */
    public double[][] randomCovariance() {
        double[] g = covariance.randomCovariance(point.theta());
        int r = (int) Math.round(Math.sqrt(g.length));
        double[][] out = new double[r][];
        for (int i = 0; i < r; i++) {
            out[i] = Arrays.copyOfRange(g, i * r, (i + 1) * r);
        }
        return out;
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
     * @param function one coefficient per column
     * @param level of the interval
     * @return the estimate, or why there is none
     */
    public Estimable<WaldT> estimate(LinearFunction function, ConfidenceLevel level) {
        return tests.estimate(function, level);
    }

    /**
     * The F test that several linear functions are all zero.
     *
     * @param functions at least one
     * @return the test, or why there is none
     */
    public Estimable<FTest> jointTest(List<LinearFunction> functions) {
        return tests.jointTest(functions);
    }

    /** {@return the type III tests, one per term of the design; see {@link TypeThreeFunctions}} */
    public Map<Term, Estimable<FTest>> typeThree() {
        Map<Term, Estimable<FTest>> results = new LinkedHashMap<>();
        TypeThreeFunctions.of(design).forEach((term, functions) -> results.put(term, tests.jointTest(functions)));
        return results;
    }
}
