package org.sapwood.stats.logistic;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.sapwood.stats.ConfidenceLevel;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.Estimable.Reason;
import org.sapwood.stats.Interval;
import org.sapwood.stats.design.ChiSquareTest;
import org.sapwood.stats.design.Coding;
import org.sapwood.stats.design.DesignMatrix;
import org.sapwood.stats.design.LinearFunction;
import org.sapwood.stats.design.Term;
import org.sapwood.stats.design.WaldQuadraticForm;
import org.sapwood.stats.design.WaldZ;
import org.sapwood.stats.linear.GeneralisedLinearModel;
import org.sapwood.stats.linear.GeneralisedLinearModel.Family;
import org.sapwood.stats.linear.HeteroscedasticityConsistent;

/**
 * Logistic regression by maximum likelihood, log(π/(1 − π)) = Xβ (Cox 1958). Coefficients are log odds ratios.
 *
 * <p>Complete and quasi-complete separation are detected exactly before fitting ({@link Reason#SEPARATION}); use
 * {@link FirthLogistic} or {@link ExactLogistic} then.
 */
public final class LogisticRegression {
    private final GeneralisedLinearModel model;
    private final double[] response;

    private LogisticRegression(GeneralisedLinearModel model, double[] response) {
        this.model = model;
        this.response = response;
    }

    /**
     * Fits the model.
     *
     * @param design the design
     * @param response 1 for the event, 0 otherwise, one per row
     * @return the fit; not estimable without rows, with aliased columns or under separation
     */
    public static Estimable<LogisticRegression> fit(DesignMatrix design, double[] response) {
        return GeneralisedLinearModel.fit(Family.BINOMIAL, design, response)
                .map(model -> new LogisticRegression(model, response.clone()));
    }

    /** {@return the fitted model, for fitted risks, deviance and information criteria} */
    public GeneralisedLinearModel model() {
        return model;
    }

    /**
     * A log odds ratio with its Wald inference.
     *
     * @param column its number
     * @param level of the interval
     * @return the inference, standard error from the inverse information
     */
    public Estimable<WaldZ> coefficient(int column, ConfidenceLevel level) {
        return model.coefficient(column, model.covariance(), level);
    }

    /**
     * A log odds ratio with its robust Wald inference.
     *
     * @param column its number
     * @param type the sandwich
     * @param level of the interval
     * @return the inference
     */
    public Estimable<WaldZ> coefficient(int column, HeteroscedasticityConsistent type, ConfidenceLevel level) {
        return model.coefficient(column, model.covariance(type), level);
    }

    /**
     * The profile-likelihood interval of a log odds ratio.
     *
     * @param column its number
     * @param level its coverage
     * @return the interval; a limit is infinite when the likelihood never falls far enough
     */
    public Interval profileInterval(int column, ConfidenceLevel level) {
        DesignMatrix design = model.design();
        int[] others =
                IntStream.range(0, design.columns()).filter(j -> j != column).toArray();
        double[] values = IntStream.range(0, design.observations())
                .mapToDouble(i -> design.get(i, column))
                .toArray();
        return ProfileLikelihood.interval(
                b -> {
                    double[] fixed = new double[values.length];
                    for (int i = 0; i < fixed.length; i++) {
                        fixed[i] = values[i] * b;
                    }
                    return model.constrainedLogLikelihood(others, fixed).orElseThrow();
                },
                model.logLikelihood(),
                model.coefficients()[column],
                Math.sqrt(model.covariance()[column][column]),
                level);
    }

    /** {@return the likelihood-ratio test against the model with an intercept only} */
    public Estimable<ChiSquareTest> overallTest() {
        int[] tested = IntStream.range(0, model.design().columns())
                .filter(j -> IntStream.of(model.design().columnsOf(-1)).noneMatch(k -> k == j))
                .toArray();
        return tested.length == 0
                ? Estimable.not(Reason.RANK_DEFICIENT, "the model has no term besides the intercept")
                : model.likelihoodRatioTest(tested);
    }

    /** {@return type III Wald tests, one per term in model order, factors in sum-to-zero coding} */
    public Map<Term, Estimable<ChiSquareTest>> typeThreeWald() {
        return typeThree((fit, columns) -> {
            List<LinearFunction> zero = new ArrayList<>();
            for (int j : columns) {
                double[] unit = new double[fit.design().columns()];
                unit[j] = 1;
                zero.add(new LinearFunction(fit.design().names().get(j), unit));
            }
            WaldQuadraticForm form = WaldQuadraticForm.of(zero, fit.coefficients(), fit.covariance());
            return Estimable.of(ChiSquareTest.of(form.value(), form.rank()));
        });
    }

    /** {@return type III likelihood-ratio tests, one per term in model order, factors in sum-to-zero coding} */
    public Map<Term, Estimable<ChiSquareTest>> typeThreeLikelihoodRatio() {
        return typeThree(GeneralisedLinearModel::likelihoodRatioTest);
    }

    /** A test that the coefficients of some columns are zero. */
    @FunctionalInterface
    private interface ColumnTest {
        Estimable<ChiSquareTest> of(GeneralisedLinearModel fit, int[] columns);
    }

    private Map<Term, Estimable<ChiSquareTest>> typeThree(ColumnTest test) {
        DesignMatrix design = model.design().coded(Coding.SUM_TO_ZERO);
        Estimable<GeneralisedLinearModel> recoded = GeneralisedLinearModel.fit(Family.BINOMIAL, design, response);
        Map<Term, Estimable<ChiSquareTest>> tests = new LinkedHashMap<>();
        for (int t = 0; t < design.terms().size(); t++) {
            int[] columns = design.columnsOf(t);
            tests.put(
                    design.terms().get(t),
                    recoded instanceof Estimable.NotEstimable<GeneralisedLinearModel> none
                            ? Estimable.not(none.reason(), none.detail())
                            : columns.length == 0
                                    ? Estimable.not(
                                            Estimable.Reason.RANK_DEFICIENT,
                                            design.terms().get(t).label() + " has one level and no column")
                                    : test.of(recoded.orElseThrow(), columns));
        }
        return tests;
    }
}
