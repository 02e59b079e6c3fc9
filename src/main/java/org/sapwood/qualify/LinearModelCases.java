package org.sapwood.qualify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sapwood.stats.ConfidenceLevel;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.design.DesignMatrix;
import org.sapwood.stats.design.LeastSquaresMeans;
import org.sapwood.stats.design.LinearFunction;
import org.sapwood.stats.design.Margins;
import org.sapwood.stats.design.Term;
import org.sapwood.stats.design.WaldT;
import org.sapwood.stats.linear.AnalysisOfVariance;
import org.sapwood.stats.linear.ClusterRobust;
import org.sapwood.stats.linear.GoodnessOfFit;
import org.sapwood.stats.linear.HeteroscedasticityConsistent;
import org.sapwood.stats.linear.LinearModel;
import org.sapwood.stats.linear.TermTest;

/** The reference-case methods of family {@code 05-linear-models}. */
final class LinearModelCases {
    static final String FAMILY = "05-linear-models";
    private static final String PAGE = "linear-models";

    static final List<CaseMethod> METHODS = List.of(
            method("linear_model", LinearModelCases::linearModel),
            method("linear_model_sas_coding", LinearModelCases::linearModel),
            method("type1_tests", input -> tests(input, AnalysisOfVariance::typeOne)),
            method("type3_tests", input -> tests(input, AnalysisOfVariance::typeThree)),
            method("ls_means", LinearModelCases::lsMeans),
            method("ls_means_contrast", LinearModelCases::contrast),
            method("ls_means_joint_test", LinearModelCases::jointTest),
            method("subgroup_differences", LinearModelCases::subgroupDifferences),
            method("linear_model_robust", LinearModelCases::robust),
            method("linear_model_cluster_robust", LinearModelCases::clusterRobust));

    private LinearModelCases() {}

    private static CaseMethod method(String name, CaseMethod.Run run) {
        return new CaseMethod(name, FAMILY, PAGE, run);
    }

    /** The fit of a case, together with the rows it was made from. */
    private record Fit(ModelCase rows, Estimable<LinearModel> model) {
        static Fit of(CaseInput input, List<String> alsoFactors) {
            String response = input.text("response");
            ModelCase rows = ModelCase.of(input, List.of(response), alsoFactors);
            return new Fit(rows, LinearModel.fit(rows.design(), rows.numbers(response)));
        }

        DesignMatrix design() {
            return rows.design();
        }

        Estimable<WaldT> coefficient(int column, ConfidenceLevel level) {
            return model.flatMap(m -> m.coefficient(column, level));
        }

        Estimable<WaldT> estimate(LinearFunction function, ConfidenceLevel level) {
            return model.flatMap(m -> m.estimate(function, level));
        }

        LeastSquaresMeans means(List<String> effect, Margins margins) {
            return LeastSquaresMeans.of(rows.design(), effect, margins);
        }
    }

    private static Map<String, ?> linearModel(CaseInput input) {
        ConfidenceLevel level = input.level();
        Fit fit = Fit.of(input, List.of());
        Map<String, Object> result = CaseValues.nothing(
                fit.model(),
                "sigma",
                "df_residual",
                "r_squared",
                "adjusted_r_squared",
                "f",
                "f_df1",
                "f_p_value",
                "neg2_log_likelihood",
                "aic",
                "bic");
        result.put("n", fit.rows().frame().rows());
        result.put(
                "coefficients",
                RegressionResults.byCoefficient(
                        fit.rows(), fit.design(), j -> RegressionResults.of(fit.coefficient(j, level))));
        if (fit.model() instanceof Estimable.Of<LinearModel> of) {
            LinearModel model = of.value();
            GoodnessOfFit goodness = model.goodnessOfFit();
            Map<String, Object> overall = RegressionResults.ofTest(goodness.overall());
            result.put("sigma", model.sigma());
            result.put("df_residual", model.residualDegreesOfFreedom());
            result.put("r_squared", goodness.rSquared());
            result.put("adjusted_r_squared", goodness.adjustedRSquared());
            result.put("f", overall.get("f"));
            result.put("f_df1", overall.get("df1"));
            result.put("f_p_value", overall.get("p_value"));
            result.put("neg2_log_likelihood", goodness.negativeTwoLogLikelihood());
            result.put("aic", goodness.aic());
            result.put("bic", goodness.bic());
        }
        return result;
    }

    /** The tests of all terms of one type. */
    @FunctionalInterface
    private interface TermTests {
        Map<Term, Estimable<TermTest>> of(LinearModel model);
    }

    private static Map<String, ?> tests(CaseInput input, TermTests type) {
        input.level();
        Fit fit = Fit.of(input, List.of());
        Map<String, Object> tests = new LinkedHashMap<>();
        Estimable<Map<Term, Estimable<TermTest>>> found = fit.model().map(type::of);
        for (Term term : fit.rows().terms()) {
            tests.put(term.label(), test(found.flatMap(all -> all.getOrDefault(term, absent(term)))));
        }
        return Map.of("tests", tests);
    }

    private static Estimable<TermTest> absent(Term term) {
        return Estimable.not(Estimable.Reason.RANK_DEFICIENT, term.label() + " is not in the model");
    }

    private static Map<String, Object> test(Estimable<TermTest> estimable) {
        Map<String, Object> result = CaseValues.nothing(estimable, "df", "ss", "f", "p_value");
        if (estimable instanceof Estimable.Of<TermTest> of) {
            TermTest test = of.value();
            result.put("df", test.degreesOfFreedom());
            result.put("ss", test.sumOfSquares());
            result.put("f", test.test().f());
            result.put("p_value", test.test().pValue().value());
        }
        return result;
    }

    private static Map<String, ?> lsMeans(CaseInput input) {
        ConfidenceLevel level = input.level();
        Fit fit = Fit.of(input, List.of());
        Margins margins = input.choice("margins", Margins.class, Margins.EQUAL);
        LeastSquaresMeans means = fit.means(effect(input), margins);
        LeastSquaresMeans every = fit.rows().everyMean(effect(input), margins);
        return Map.of(
                "lsmeans", estimates(fit, means.means(), every.means(), level),
                "differences", estimates(fit, means.differences(), every.differences(), level));
    }

    private static Map<String, Object> estimates(
            Fit fit, List<LinearFunction> functions, List<LinearFunction> everyLevel, ConfidenceLevel level) {
        Map<String, Object> estimates = new LinkedHashMap<>();
        everyLevel.forEach(function -> estimates.put(plain(function.name()), RegressionResults.unused(function)));
        for (LinearFunction function : functions) {
            estimates.put(plain(function.name()), RegressionResults.of(fit.estimate(function, level)));
        }
        return estimates;
    }

    /** The layout writes differences without blanks. */
    private static String plain(String name) {
        return name.contains("-") ? name.replace(" ", "") : name;
    }

    private static List<String> effect(CaseInput input) {
        List<String> effect = new ArrayList<>();
        for (String factor : input.text("effect", "ARM").split("[*:]", -1)) {
            effect.add(factor.strip());
        }
        return effect;
    }

    private static Map<String, ?> contrast(CaseInput input) {
        ConfidenceLevel level = input.level();
        Fit fit = Fit.of(input, List.of());
        Margins margins = input.choice("margins", Margins.class, Margins.EQUAL);
        List<LinearFunction> means = fit.means(effect(input), margins).means();
        List<LinearFunction> every =
                fit.rows().everyMean(effect(input), margins).means();
        double[] weights = input.numbers("weights");
        if (weights.length != every.size()) {
            throw new CaseInput.Unsupported(
                    "option \"weights\": expected " + every.size() + " numbers, found " + weights.length);
        }
        if (means.size() != every.size()) {
            return RegressionResults.of(
                    Estimable.not(Estimable.Reason.EMPTY_GROUP, "a level of the effect has no observation"));
        }
        return RegressionResults.of(fit.estimate(LinearFunction.combine("contrast", means, weights), level));
    }

    private static Map<String, ?> jointTest(CaseInput input) {
        input.level();
        Fit fit = Fit.of(input, List.of());
        List<LinearFunction> means = fit.means(effect(input), input.choice("margins", Margins.class, Margins.EQUAL))
                .means();
        List<LinearFunction> differences =
                means.stream().skip(1).map(mean -> mean.minus(means.get(0))).toList();
        return RegressionResults.ofTest(fit.model().flatMap(m -> m.jointTest(differences)));
    }

    private static Map<String, ?> subgroupDifferences(CaseInput input) {
        ConfidenceLevel level = input.level();
        Fit fit = Fit.of(input, List.of());
        String treatment = input.text("effect");
        String by = input.text("by");
        Map<String, Object> differences = new LinkedHashMap<>();
        for (LinearFunction difference :
                fit.means(List.of(treatment, by), Margins.EQUAL).differences()) {
            String name = plain(difference.name()).replaceFirst("\\|", "|" + by + "=");
            differences.put(name, RegressionResults.of(fit.estimate(difference, level)));
        }
        Map<String, Object> interaction = CaseValues.nothing(fit.model(), "df", "ss", "f", "p_value");
        if (fit.model() instanceof Estimable.Of<LinearModel> of) {
            AnalysisOfVariance.typeThree(of.value()).forEach((term, test) -> {
                if (term.order() == 2 && term.variables().containsAll(List.of(treatment, by))) {
                    interaction.putAll(test(test));
                }
            });
        }
        return Map.of("differences", differences, "interaction", interaction);
    }

    private static Map<String, ?> robust(CaseInput input) {
        ConfidenceLevel level = input.level();
        input.choice("df", ResidualDegreesOfFreedom.class, ResidualDegreesOfFreedom.RESIDUAL);
        HeteroscedasticityConsistent type =
                input.choice("hc", HeteroscedasticityConsistent.class, HeteroscedasticityConsistent.HC3);
        Fit fit = Fit.of(input, List.of());
        Map<String, Object> differences = new LinkedHashMap<>();
        Estimable<double[][]> covariance = fit.model().map(type::covariance);
        for (LinearFunction difference : fit.means(effect(input), Margins.EQUAL).differences()) {
            differences.put(
                    plain(difference.name()),
                    RegressionResults.of(fit.model()
                            .flatMap(m -> m.estimate(
                                    difference, covariance.orElseThrow(), m.residualDegreesOfFreedom(), level))));
        }
        Map<String, Object> coefficients = RegressionResults.byCoefficient(
                fit.rows(),
                fit.design(),
                j -> RegressionResults.of(fit.model()
                        .flatMap(m -> m.estimate(
                                m.coefficientOf(j), covariance.orElseThrow(), m.residualDegreesOfFreedom(), level))));
        return Map.of(
                "se", RegressionResults.pick(coefficients, "se"),
                "coefficients", coefficients,
                "differences", differences);
    }

    private enum ResidualDegreesOfFreedom {
        RESIDUAL
    }

    private enum SatterthwaiteDegreesOfFreedom {
        SATTERTHWAITE
    }

    private static Map<String, ?> clusterRobust(CaseInput input) {
        ConfidenceLevel level = input.level();
        input.choice("df", SatterthwaiteDegreesOfFreedom.class, SatterthwaiteDegreesOfFreedom.SATTERTHWAITE);
        ClusterRobust.Adjustment adjustment =
                input.choice("type", ClusterRobust.Adjustment.class, ClusterRobust.Adjustment.CR2);
        String cluster = input.text("cluster");
        Fit fit = Fit.of(input, List.of(cluster));
        Estimable<ClusterRobust> robust =
                fit.model().flatMap(m -> ClusterRobust.of(m, fit.rows().labels(cluster), adjustment));
        Map<String, Object> coefficients = RegressionResults.byCoefficient(
                fit.rows(), fit.design(), j -> RegressionResults.of(robust.flatMap(r -> r.coefficient(j, level))));
        return Map.of(
                "se", RegressionResults.pick(coefficients, "se"),
                "df", RegressionResults.pick(coefficients, "df"),
                "p_value", RegressionResults.pick(coefficients, "p_value"),
                "coefficients", coefficients);
    }
}
