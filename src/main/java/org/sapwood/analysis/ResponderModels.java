package org.sapwood.analysis;

import java.util.List;
import java.util.function.Predicate;
import org.sapwood.population.Cohort;
import org.sapwood.population.Subject;
import org.sapwood.sap.MethodSpec;
import org.sapwood.stats.ConfidenceLevel;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.design.ChiSquareTest;
import org.sapwood.stats.design.DesignMatrix;
import org.sapwood.stats.design.WaldZ;
import org.sapwood.stats.logistic.FirthLogistic;
import org.sapwood.stats.logistic.LogisticRegression;
import org.sapwood.stats.logistic.MarginalStandardisation;
import org.sapwood.stats.logistic.MarginalStandardisation.RobustVariance;

/**
 * Two arms compared on a yes or no by a logistic model with treatment and the strata of the analysis as factors. Subjects
 * with an unknown stratum are left out of the model.
 */
final class ResponderModels {
    private final Study study;
    private final SubjectFrame frames;
    private final MethodSpec.Pair pair;
    private final List<Subject> subjects;
    private final double[] response;

    ResponderModels(
            Study study,
            Cohort cohort,
            List<String> strata,
            MethodSpec.Pair pair,
            List<Subject> counted,
            Predicate<Subject> responds) {
        this.study = study;
        this.frames = new SubjectFrame(study, cohort, strata);
        this.pair = pair;
        this.subjects = counted.stream().filter(frames::hasFactors).toList();
        this.response =
                subjects.stream().mapToDouble(s -> responds.test(s) ? 1 : 0).toArray();
    }

    /** The odds ratio by maximum likelihood, and the difference of the proportions standardised over all subjects. */
    void logistic(Rows.At at, String adjusted) {
        Estimable<LogisticRegression> fit = design().flatMap(design -> LogisticRegression.fit(design, response));
        Estimable<WaldZ> difference = fit.flatMap(model -> MarginalStandardisation.withRobustVariance(
                        model, response, SubjectFrame.TREATMENT, RobustVariance.DECOMPOSED)
                .difference(1, 0, level()));
        Estimable<WaldZ> odds =
                fit.flatMap(model -> model.coefficient(treatment(model.model().design()), level()));
        at.by("difference of proportions standardised in a logistic model" + adjusted)
                .real("estimate", difference.map(WaldZ::estimate))
                .real("se", difference.map(WaldZ::standardError))
                .interval("conf", difference.map(WaldZ::interval))
                .p("p_value", difference.map(WaldZ::pValue))
                .by("logistic model" + adjusted + ", Wald interval")
                .real("odds_ratio", odds.map(WaldZ::ratio))
                .interval("odds_ratio", odds.map(WaldZ::ratioInterval));
    }

    /** The odds ratio by penalised likelihood, with profile interval and likelihood ratio test. */
    void firth(Rows.At at, String adjusted) {
        Estimable<FirthLogistic> fit = design().flatMap(design -> FirthLogistic.fit(design, response));
        at.by("Firth's logistic model" + adjusted + ", profile interval, penalised likelihood ratio test")
                .real("odds_ratio", fit.map(model -> StrictMath.exp(model.coefficients()[treatment(model.design())])))
                .interval(
                        "odds_ratio",
                        fit.map(model -> model.profileInterval(treatment(model.design()), level())
                                .exponentiated()))
                .p(
                        "p_value",
                        fit.map(model -> model.likelihoodRatioTest(treatment(model.design())))
                                .map(ChiSquareTest::pValue));
    }

    private ConfidenceLevel level() {
        return study.level();
    }

    private Estimable<DesignMatrix> design() {
        return subjects.isEmpty()
                ? Estimable.not(Estimable.Reason.EMPTY_GROUP, "no subject in the arms compared")
                : Estimable.of(DesignMatrix.of(
                        frames.ofPair(subjects, pair).build(), frames.terms(SubjectFrame.TREATMENT, false)));
    }

    private static int treatment(DesignMatrix design) {
        return design.columnsOf(0)[0];
    }
}
