package org.sapwood.qualify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sapwood.stats.ConfidenceLevel;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.design.DesignMatrix;
import org.sapwood.stats.design.FTest;
import org.sapwood.stats.design.Term;
import org.sapwood.stats.mixed.DegreesOfFreedom;
import org.sapwood.stats.mixed.Estimation;
import org.sapwood.stats.mixed.LinearMixedModel;
import org.sapwood.stats.mixed.RandomCoefficients;

/** The reference-case method {@code linear_mixed_model} of family {@code 06-mixed-models}. */
final class LinearMixedModelCases {
    static final CaseMethod METHOD = new CaseMethod(
            "linear_mixed_model", MixedModelCases.FAMILY, MixedModelCases.PAGE, LinearMixedModelCases::compute);

    private LinearMixedModelCases() {}

    private static Map<String, ?> compute(CaseInput input) {
        ConfidenceLevel level = input.level();
        String response = input.text("response");
        String subject = input.text("subject");
        List<String> random = randomColumns(input.text("random", "1"));
        String form = input.text("random_covariance", random.size() == 1 ? "scalar" : "unstructured");
        if (!form.equals(random.size() == 1 ? "scalar" : "unstructured") && !form.equals("unstructured")) {
            throw CaseInput.unknown("random_covariance", form, List.of("scalar", "unstructured"));
        }
        Estimation estimation = input.choice("estimation", Estimation.class, Estimation.REML);
        DegreesOfFreedom df = input.choice("df", DegreesOfFreedom.class, DegreesOfFreedom.SATTERTHWAITE);
        List<String> numbers = new ArrayList<>(List.of(response));
        random.stream().filter(name -> !name.equals("1")).forEach(numbers::add);
        ModelCase rows = ModelCase.of(input, numbers, List.of(subject));
        DesignMatrix design = rows.design();
        double[][] z = new double[design.observations()][random.size()];
        for (int j = 0; j < random.size(); j++) {
            double[] values = random.get(j).equals("1") ? new double[0] : rows.numbers(random.get(j));
            for (int i = 0; i < z.length; i++) {
                z[i][j] = values.length == 0 ? 1 : values[i];
            }
        }
        Estimable<LinearMixedModel> model;
        try {
            model = LinearMixedModel.fit(
                    rows.numbers(response),
                    design,
                    rows.frame().factor(subject).codes(),
                    new RandomCoefficients(random, z),
                    estimation,
                    df);
        } catch (IllegalArgumentException e) {
            throw new CaseInput.Unsupported(String.valueOf(e.getMessage()));
        }
        Map<String, Object> result = CaseValues.nothing(
                model, "neg2_log_likelihood", "aic", "residual_variance", "random_covariance", "type3");
        result.put("n_observations", design.observations());
        result.put(
                "coefficients",
                RegressionResults.byCoefficient(
                        rows, design, j -> RegressionResults.of(model.flatMap(m -> m.coefficient(j, level)))));
        if (model instanceof Estimable.Of<LinearMixedModel> of) {
            LinearMixedModel fit = of.value();
            result.put("neg2_log_likelihood", fit.neg2LogLikelihood());
            result.put("aic", fit.aic());
            result.put("residual_variance", fit.residualVariance());
            result.put("random_covariance", fit.randomCovariance());
            result.put("type3", typeThree(fit.typeThree()));
        }
        return result;
    }

    private static Map<String, Object> typeThree(Map<Term, Estimable<FTest>> tests) {
        Map<String, Object> results = new LinkedHashMap<>();
        tests.forEach((term, test) -> results.put(term.label(), RegressionResults.ofTest(test)));
        return results;
    }

    /** {@code "1 + WEEK"}: an intercept is implied unless {@code 0} or {@code -1} is written. */
    private static List<String> randomColumns(String formula) {
        List<String> columns = new ArrayList<>(List.of("1"));
        for (String part : formula.replace("-1", "+0").replace("- 1", "+ 0").split("\\+", -1)) {
            String name = part.strip();
            if (name.equals("0")) {
                columns.remove("1");
            } else if (!name.isEmpty() && !name.equals("1")) {
                columns.add(name);
            }
        }
        return columns;
    }
}
