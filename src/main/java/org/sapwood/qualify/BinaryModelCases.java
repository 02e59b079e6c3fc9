package org.sapwood.qualify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.sapwood.stats.ConfidenceLevel;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.Interval;
import org.sapwood.stats.design.ChiSquareTest;
import org.sapwood.stats.design.DesignMatrix;
import org.sapwood.stats.design.Term;
import org.sapwood.stats.design.WaldZ;
import org.sapwood.stats.linear.HeteroscedasticityConsistent;
import org.sapwood.stats.logistic.FirthLogistic;
import org.sapwood.stats.logistic.LogisticRegression;
import org.sapwood.stats.logistic.MarginalStandardisation;
import org.sapwood.stats.logistic.ModifiedPoisson;

/** The reference-case methods of family {@code 07-binary-models}. */
final class BinaryModelCases {
    static final String FAMILY = "07-binary-models";
    private static final String PAGE = "binary-models";

    static final List<CaseMethod> METHODS = List.of(
            method("logistic_regression", BinaryModelCases::logistic),
            method("logistic_type3", BinaryModelCases::typeThree),
            method("logistic_robust", BinaryModelCases::robust),
            method("modified_poisson", BinaryModelCases::modifiedPoisson),
            method("firth_logistic", BinaryModelCases::firth),
            method("exact_logistic", ConditionalBinaryCases::exact),
            method("conditional_logistic", ConditionalBinaryCases::conditional),
            method("gee_logistic", CorrelatedBinaryCases::estimatingEquations),
            method("proportional_odds", CorrelatedBinaryCases::proportionalOdds),
            method("marginal_standardisation", BinaryModelCases::standardised));

    private BinaryModelCases() {}

    private static CaseMethod method(String name, CaseMethod.Run run) {
        return new CaseMethod(name, FAMILY, PAGE, run);
    }

    /** Rows and 0/1 response of a case. */
    @SuppressWarnings("ArrayRecordComponent")
    record Binary(ModelCase rows, double[] response) {
        static Binary of(CaseInput input, List<String> alsoNumeric, List<String> alsoFactors) {
            String response = input.text("response");
            double event = input.number("event", 1);
            List<String> numeric = new ArrayList<>(alsoNumeric);
            numeric.add(response);
            ModelCase rows = ModelCase.of(input, numeric, alsoFactors);
            double[] values = rows.numbers(response);
            for (int i = 0; i < values.length; i++) {
                values[i] = values[i] == event ? 1 : 0;
            }
            return new Binary(rows, values);
        }

        static Binary of(CaseInput input) {
            return of(input, List.of(), List.of());
        }

        DesignMatrix design() {
            return rows.design();
        }

        Estimable<LogisticRegression> logistic() {
            return LogisticRegression.fit(rows.design(), response);
        }
    }

    /** A log odds ratio as the layout writes it. */
    static Map<String, Object> logOddsRatio(Estimable<WaldZ> estimate) {
        Map<String, Object> result = new LinkedHashMap<>(RegressionResults.ofNormal(estimate));
        result.putAll(CaseValues.nothing(estimate, "odds_ratio", "odds_ratio_lower", "odds_ratio_upper"));
        if (estimate instanceof Estimable.Of<WaldZ> of) {
            result.put("odds_ratio", of.value().ratio());
            RegressionResults.put(result, "odds_ratio_", of.value().ratioInterval());
        }
        return result;
    }

    private static void putProfile(Map<String, Object> result, Estimable<Interval> profile) {
        CaseValues.putInterval(result, "profile_", profile);
    }

    private static Map<String, Object> test(Estimable<ChiSquareTest> estimable) {
        return RegressionResults.ofChiSquare(estimable);
    }

    private static Map<String, ?> logistic(CaseInput input) {
        ConfidenceLevel level = input.level();
        Binary data = Binary.of(input);
        Estimable<LogisticRegression> fit = data.logistic();
        Map<String, Object> result = CaseValues.nothing(fit, "log_likelihood", "deviance", "aic");
        result.put("n", data.response().length);
        result.put("coefficients", RegressionResults.byCoefficient(data.rows(), data.design(), j -> {
            Map<String, Object> coefficient = logOddsRatio(fit.flatMap(f -> f.coefficient(j, level)));
            putProfile(coefficient, fit.map(f -> f.profileInterval(j, level)));
            return coefficient;
        }));
        result.put("likelihood_ratio", test(fit.flatMap(LogisticRegression::overallTest)));
        if (fit instanceof Estimable.Of<LogisticRegression> of) {
            result.put("log_likelihood", of.value().model().logLikelihood());
            result.put("deviance", of.value().model().deviance());
            result.put("aic", of.value().model().aic());
        }
        return result;
    }

    private static Map<String, ?> typeThree(CaseInput input) {
        input.level();
        Binary data = Binary.of(input);
        Estimable<LogisticRegression> fit = data.logistic();
        return Map.of(
                "wald", tests(data, fit, LogisticRegression::typeThreeWald),
                "likelihood_ratio", tests(data, fit, LogisticRegression::typeThreeLikelihoodRatio));
    }

    private static Map<String, Object> tests(
            Binary data,
            Estimable<LogisticRegression> fit,
            Function<LogisticRegression, Map<Term, Estimable<ChiSquareTest>>> type) {
        Estimable<Map<Term, Estimable<ChiSquareTest>>> found = fit.map(type);
        Map<String, Object> tests = new LinkedHashMap<>();
        for (Term term : data.rows().terms()) {
            tests.put(term.label(), test(found.flatMap(all -> all.getOrDefault(term, absent(term)))));
        }
        return tests;
    }

    private static Estimable<ChiSquareTest> absent(Term term) {
        return Estimable.not(Estimable.Reason.RANK_DEFICIENT, term.label() + " is not in the model");
    }

    private static Map<String, ?> robust(CaseInput input) {
        ConfidenceLevel level = input.level();
        HeteroscedasticityConsistent type =
                input.choice("hc", HeteroscedasticityConsistent.class, HeteroscedasticityConsistent.HC0);
        Binary data = Binary.of(input);
        Estimable<LogisticRegression> fit = data.logistic();
        Map<String, Object> coefficients = RegressionResults.byCoefficient(
                data.rows(), data.design(), j -> logOddsRatio(fit.flatMap(f -> f.coefficient(j, type, level))));
        return Map.of("se", RegressionResults.pick(coefficients, "se"), "coefficients", coefficients);
    }

    private static Map<String, ?> modifiedPoisson(CaseInput input) {
        ConfidenceLevel level = input.level();
        HeteroscedasticityConsistent type =
                input.choice("hc", HeteroscedasticityConsistent.class, HeteroscedasticityConsistent.HC0);
        Binary data = Binary.of(input);
        Estimable<ModifiedPoisson> fit = ModifiedPoisson.fit(data.rows().design(), data.response());
        return Map.of("coefficients", RegressionResults.byCoefficient(data.rows(), data.design(), j -> {
            Estimable<WaldZ> estimate = fit.flatMap(f -> f.logRiskRatio(j, type, level));
            Map<String, Object> result = new LinkedHashMap<>(RegressionResults.ofNormal(estimate));
            result.put("risk_ratio", CaseValues.number(estimate.map(WaldZ::ratio)));
            return result;
        }));
    }

    private static Map<String, ?> firth(CaseInput input) {
        ConfidenceLevel level = input.level();
        String penalty = input.text("penalty", "jeffreys");
        if (!penalty.startsWith("jeffreys")) {
            throw CaseInput.unknown("penalty", penalty, List.of("jeffreys, full information matrix in the profiles"));
        }
        Binary data = Binary.of(input);
        Estimable<FirthLogistic> fit = FirthLogistic.fit(data.rows().design(), data.response());
        Map<String, Object> coefficients = RegressionResults.byCoefficient(data.rows(), data.design(), j -> {
            Map<String, Object> result = logOddsRatio(fit.map(f -> f.coefficient(j, level)));
            putProfile(result, fit.map(f -> f.profileInterval(j, level)));
            Map<String, Object> test = test(fit.map(f -> f.likelihoodRatioTest(j)));
            result.put("lr_statistic", test.get("statistic"));
            result.put("lr_p_value", test.get("p_value"));
            return result;
        });
        return Map.of(
                "coefficients",
                coefficients,
                "penalised_log_likelihood",
                CaseValues.number(fit.map(FirthLogistic::penalisedLogLikelihood)));
    }

    private enum Variance {
        GE_DELTA,
        YE_ROBUST_DECOMPOSED,
        YE_ROBUST_RESIDUAL
    }

    private static Map<String, ?> standardised(CaseInput input) {
        ConfidenceLevel level = input.level();
        String treatment = input.text("treatment");
        Variance variance = input.choice("variance", Variance.class, Variance.GE_DELTA);
        Function<LogisticRegression, double[][]> covariance = coefficientCovariance(input);
        Binary data = Binary.of(input, List.of(), List.of(treatment));
        Estimable<MarginalStandardisation> fit = data.logistic().map(model -> switch (variance) {
            case GE_DELTA -> MarginalStandardisation.withDeltaMethod(model, treatment, covariance.apply(model));
            case YE_ROBUST_DECOMPOSED ->
                MarginalStandardisation.withRobustVariance(
                        model, data.response(), treatment, MarginalStandardisation.RobustVariance.DECOMPOSED);
            case YE_ROBUST_RESIDUAL ->
                MarginalStandardisation.withRobustVariance(
                        model, data.response(), treatment, MarginalStandardisation.RobustVariance.RESIDUAL);
        });
        List<String> levels = data.rows().frame().factor(treatment).levels();
        Map<String, Object> differences = new LinkedHashMap<>();
        for (int i = 1; i < levels.size(); i++) {
            differences.put(levels.get(i) + "-" + levels.get(0), contrast(fit, i, level));
        }
        return Map.of(
                "risks", RegressionResults.byName(levels, i -> valueOf(fit.map(f -> f.risk(i)))),
                "risk_se", RegressionResults.byName(levels, i -> valueOf(fit.flatMap(f -> f.standardError(i)))),
                "differences", differences);
    }

    private static Object valueOf(Estimable<Double> estimable) {
        return CaseValues.number(estimable);
    }

    private static Function<LogisticRegression, double[][]> coefficientCovariance(CaseInput input) {
        String name = input.text("coefficient_covariance", "model-based");
        if (name.replace("-", "").replace("_", "").equals("modelbased")) {
            return fit -> fit.model().covariance();
        }
        HeteroscedasticityConsistent type = input.choice(
                "coefficient_covariance", HeteroscedasticityConsistent.class, HeteroscedasticityConsistent.HC0);
        return fit -> fit.model().covariance(type);
    }

    private static Map<String, Object> contrast(Estimable<MarginalStandardisation> fit, int i, ConfidenceLevel level) {
        Map<String, Object> result = CaseValues.nothing(
                fit,
                "difference",
                "difference_se",
                "difference_lower",
                "difference_upper",
                "difference_p_value",
                "log_risk_ratio",
                "log_risk_ratio_se",
                "risk_ratio_lower",
                "risk_ratio_upper",
                "log_odds_ratio",
                "log_odds_ratio_se");
        if (fit.flatMap(f -> f.difference(i, 0, level)) instanceof Estimable.Of<WaldZ> of) {
            WaldZ difference = of.value();
            WaldZ riskRatio = fit.orElseThrow().logRiskRatio(i, 0, level).orElseThrow();
            WaldZ oddsRatio = fit.orElseThrow().logOddsRatio(i, 0, level).orElseThrow();
            result.put("difference", difference.estimate());
            result.put("difference_se", difference.standardError());
            RegressionResults.put(result, "difference_", difference.interval());
            result.put("difference_p_value", difference.pValue().value());
            result.put("log_risk_ratio", riskRatio.estimate());
            result.put("log_risk_ratio_se", riskRatio.standardError());
            RegressionResults.put(result, "risk_ratio_", riskRatio.ratioInterval());
            result.put("log_odds_ratio", oddsRatio.estimate());
            result.put("log_odds_ratio_se", oddsRatio.standardError());
        }
        return result;
    }
}
