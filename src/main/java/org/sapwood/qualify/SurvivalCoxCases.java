package org.sapwood.qualify;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sapwood.stats.ConfidenceLevel;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.design.DesignMatrix;
import org.sapwood.stats.design.Term;
import org.sapwood.stats.inference.ChiSquareTest;
import org.sapwood.stats.survival.CoxData;
import org.sapwood.stats.survival.CoxModel;
import org.sapwood.stats.survival.ProportionalHazardsTest;
import org.sapwood.stats.survival.ProportionalHazardsTest.TimeTransformation;
import org.sapwood.stats.survival.RobustCovariance;
import org.sapwood.stats.survival.TieHandling;

/** The proportional hazards methods of family {@code 08-survival}. */
final class SurvivalCoxCases {
    static final List<CaseMethod> METHODS = List.of(
            new CaseMethod("cox", SurvivalCases.FAMILY, "survival", SurvivalCoxCases::cox),
            new CaseMethod("cox_robust", SurvivalCases.FAMILY, "survival", SurvivalCoxCases::robust),
            new CaseMethod(
                    "cox_proportional_hazards_test",
                    SurvivalCases.FAMILY,
                    "survival",
                    SurvivalCoxCases::proportionalHazards));

    private SurvivalCoxCases() {}

    private record Fit(DesignMatrix design, Estimable<CoxModel> model) {
        static Fit of(CaseInput input) {
            String time = input.text("time", "TIME");
            String event = input.text("event", "EVENT").split(" ", 2)[0];
            String strata = input.hasOption("strata") ? input.text("strata") : null;
            ModelCase model = ModelCase.of(input, List.of(time, event), strata == null ? List.of() : List.of(strata));
            DesignMatrix design = model.designWithoutIntercept();
            double[] flags = model.numbers(event);
            boolean[] events = new boolean[flags.length];
            for (int i = 0; i < flags.length; i++) {
                events[i] = flags[i] == 1;
            }
            int[] stratum = strata == null
                    ? new int[flags.length]
                    : model.frame().factor(strata).codes();
            return new Fit(
                    design,
                    CoxModel.fit(CoxData.stratified(model.numbers(time), events, design.rows(), stratum), ties(input)));
        }
    }

    private static TieHandling ties(CaseInput input) {
        String ties = input.text("ties", "efron");
        return switch (ties) {
            case "efron" -> TieHandling.EFRON;
            case "breslow" -> TieHandling.BRESLOW;
            case "exact", "discrete" -> TieHandling.DISCRETE;
            default -> throw CaseInput.unknown("ties", ties, List.of("efron", "breslow", "exact"));
        };
    }

    private static Map<String, ?> cox(CaseInput input) {
        ConfidenceLevel level = input.level();
        Fit fit = Fit.of(input);
        Map<String, Object> coefficients = new LinkedHashMap<>();
        List<String> names = fit.design().names();
        for (int j = 0; j < names.size(); j++) {
            int column = j;
            Estimable<CoxModel.Coefficient> c = fit.model().flatMap(model -> model.coefficient(column));
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("estimate", SurvivalCases.orReason(c.map(CoxModel.Coefficient::estimate)));
            row.put("se", SurvivalCases.orReason(c.map(CoxModel.Coefficient::standardError)));
            row.put("z", SurvivalCases.orReason(c.map(CoxModel.Coefficient::z)));
            row.put("p_value", SurvivalCases.orReason(c.map(x -> x.pValue().value())));
            row.put("hazard_ratio", SurvivalCases.orReason(c.map(CoxModel.Coefficient::hazardRatio)));
            row.put(
                    "lower",
                    SurvivalCases.orReason(
                            c.map(x -> x.hazardRatioInterval(level).lower())));
            row.put(
                    "upper",
                    SurvivalCases.orReason(
                            c.map(x -> x.hazardRatioInterval(level).upper())));
            coefficients.put(names.get(j), row);
        }
        Map<String, Object> results = new LinkedHashMap<>();
        results.put("coefficients", coefficients);
        results.put("log_likelihood_null", SurvivalCases.orReason(fit.model().map(CoxModel::nullLogLikelihood)));
        results.put("log_likelihood", SurvivalCases.orReason(fit.model().map(CoxModel::logLikelihood)));
        results.put("likelihood_ratio", test(fit.model().map(CoxModel::likelihoodRatioTest)));
        results.put("wald", test(fit.model().flatMap(CoxModel::waldTest)));
        results.put("score", test(fit.model().map(CoxModel::scoreTest)));
        return results;
    }

    private static Map<String, ?> test(Estimable<ChiSquareTest> test) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("statistic", SurvivalCases.orReason(test.map(ChiSquareTest::statistic)));
        row.put("df", SurvivalCases.orReason(test.map(ChiSquareTest::degreesOfFreedom)));
        row.put("p_value", SurvivalCases.orReason(test.map(t -> t.pValue().value())));
        return row;
    }

    private static Map<String, ?> robust(CaseInput input) {
        Fit fit = Fit.of(input);
        if (ties(input) == TieHandling.DISCRETE) {
            throw CaseInput.unknown("ties", input.option("ties"), List.of("efron", "breslow"));
        }
        Map<String, Object> errors = new LinkedHashMap<>();
        List<String> names = fit.design().names();
        for (int j = 0; j < names.size(); j++) {
            int column = j;
            errors.put(
                    names.get(j),
                    CaseValues.number(fit.model()
                            .flatMap(model -> model.coefficient(column, RobustCovariance.of(model)))
                            .map(CoxModel.Coefficient::standardError)));
        }
        return Map.of("se", errors);
    }

    private static Map<String, ?> proportionalHazards(CaseInput input) {
        Fit fit = Fit.of(input);
        Map<String, Object> results = new LinkedHashMap<>();
        results.put("identity", byTerm(fit, TimeTransformation.IDENTITY));
        results.put("km", byTerm(fit, TimeTransformation.KAPLAN_MEIER));
        return results;
    }

    private static Object byTerm(Fit fit, TimeTransformation transformation) {
        if (fit.model() instanceof Estimable.Of<CoxModel> of) {
            ProportionalHazardsTest test = ProportionalHazardsTest.of(of.value(), transformation);
            List<Term> terms = fit.design().terms();
            Map<String, Object> rows = new LinkedHashMap<>();
            for (int t = 0; t < terms.size(); t++) {
                rows.put(
                        String.join(":", terms.get(t).variables()),
                        test(test.columns(fit.design().columnsOf(t))));
            }
            rows.put("GLOBAL", test(test.global()));
            return rows;
        }
        return fit.model();
    }
}
