package org.sapwood.qualify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.sapwood.stats.ConfidenceLevel;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.design.DesignMatrix;
import org.sapwood.stats.design.LeastSquaresMeans;
import org.sapwood.stats.design.LinearFunction;
import org.sapwood.stats.design.Margins;
import org.sapwood.stats.mixed.CoefficientCovariance;
import org.sapwood.stats.mixed.CovarianceLadder;
import org.sapwood.stats.mixed.CovarianceStructure;
import org.sapwood.stats.mixed.DegreesOfFreedom;
import org.sapwood.stats.mixed.Estimation;
import org.sapwood.stats.mixed.Mmrm;
import org.sapwood.stats.mixed.MmrmFit;
import org.sapwood.stats.mixed.MmrmSpecification;
import org.sapwood.stats.mixed.RepeatedMeasures;

/** The reference-case methods of family {@code 06-mixed-models}. */
final class MixedModelCases {
    static final String FAMILY = "06-mixed-models";
    static final String PAGE = "mixed-models";

    static final List<CaseMethod> METHODS = List.of(
            new CaseMethod("mmrm", FAMILY, PAGE, MixedModelCases::mmrm),
            new CaseMethod("mmrm_ls_means", FAMILY, PAGE, MixedModelCases::leastSquaresMeans),
            LinearMixedModelCases.METHOD);

    private MixedModelCases() {}

    /** A fitted case together with the rows it was made from. */
    private record Fit(
            ModelCase rows, DesignMatrix design, List<String> groups, boolean grouped, Estimable<MmrmFit> model) {

        static Fit of(CaseInput input) {
            String response = input.text("response");
            String subject = input.text("subject");
            String group = input.text("covariance_by_group", "");
            String weight = input.text("weight", "");
            MmrmSpecification specification = specification(input);
            boolean spatial = specification.ladder().structures().get(0).needsTimes();
            String occasion = spatial ? input.text("time") : input.text("visit");
            input.option(spatial ? "visit" : "time");
            List<String> numbers = new ArrayList<>(List.of(response));
            List<String> factors = new ArrayList<>(List.of(subject));
            (spatial ? numbers : factors).add(occasion);
            if (!group.isEmpty()) {
                factors.add(group);
            }
            if (!weight.isEmpty()) {
                numbers.add(weight);
            }
            ModelCase rows = ModelCase.of(input, numbers, factors);
            DesignMatrix design = rows.design();
            double[] times = spatial ? rows.numbers(occasion) : new double[0];
            List<String> occasions;
            int[] index;
            if (spatial) {
                List<Double> distinct = List.copyOf(
                        new TreeSet<>(java.util.Arrays.stream(times).boxed().toList()));
                occasions = distinct.stream().map(String::valueOf).toList();
                index = java.util.Arrays.stream(times)
                        .mapToInt(distinct::indexOf)
                        .toArray();
            } else {
                occasions = rows.frame().factor(occasion).levels();
                index = rows.frame().factor(occasion).codes();
            }
            RepeatedMeasures data = RepeatedMeasures.of(
                    rows.numbers(response), design, rows.frame().factor(subject).codes(), index, occasions);
            List<String> groups = List.of("all");
            if (!group.isEmpty()) {
                groups = rows.frame().factor(group).levels();
                data = data.withGroups(rows.frame().factor(group).codes(), groups);
            }
            if (!weight.isEmpty()) {
                data = data.withWeights(rows.numbers(weight));
            }
            if (spatial) {
                data = data.withTimes(times);
            }
            return new Fit(
                    rows,
                    design,
                    groups,
                    !group.isEmpty(),
                    Mmrm.fit(data, specification).fit());
        }

        private static MmrmSpecification specification(CaseInput input) {
            CovarianceStructure structure =
                    input.choice("covariance", CovarianceStructure.class, CovarianceStructure.UNSTRUCTURED);
            DegreesOfFreedom df = input.choice("df", DegreesOfFreedom.class, DegreesOfFreedom.SATTERTHWAITE);
            CoefficientCovariance otherwise = df == DegreesOfFreedom.KENWARD_ROGER
                    ? CoefficientCovariance.KENWARD_ROGER
                    : CoefficientCovariance.MODEL;
            try {
                return new MmrmSpecification(
                        CovarianceLadder.of(structure),
                        input.choice("estimation", Estimation.class, Estimation.REML),
                        df,
                        input.choice("coefficient_covariance", CoefficientCovariance.class, otherwise));
            } catch (IllegalArgumentException e) {
                throw new CaseInput.Unsupported(String.valueOf(e.getMessage()));
            }
        }

        Map<String, Object> estimate(LinearFunction function, ConfidenceLevel level) {
            return RegressionResults.of(model.flatMap(m -> m.estimateWithAliasedAtZero(function, level)));
        }

        Map<String, Object> jointTest(List<LinearFunction> functions) {
            return RegressionResults.ofTest(model.flatMap(m -> m.jointTestWithAliasedAtZero(functions)));
        }
    }

    private static Map<String, ?> mmrm(CaseInput input) {
        ConfidenceLevel level = input.level();
        Fit fit = Fit.of(input);
        Map<String, Object> result = CaseValues.nothing(
                fit.model(),
                "n_observations",
                "n_subjects",
                "neg2_log_likelihood",
                "n_covariance_parameters",
                "aic",
                "bic",
                "aic_all_parameters",
                "covariance");
        result.put(
                "coefficients",
                RegressionResults.byCoefficient(
                        fit.rows(),
                        fit.design(),
                        j -> RegressionResults.of(fit.model().flatMap(m -> m.coefficient(j, level)))));
        if (fit.model() instanceof Estimable.Of<MmrmFit> of) {
            MmrmFit model = of.value();
            result.put("n_observations", model.observations());
            result.put("n_subjects", model.subjects());
            result.put("neg2_log_likelihood", model.neg2LogLikelihood());
            result.put("n_covariance_parameters", model.covarianceParameters());
            result.put("aic", model.aic());
            result.put("bic", model.bic());
            result.put("aic_all_parameters", model.aicOfAllParameters());
            result.put("covariance", covariance(fit, model));
        }
        return result;
    }

    private static Object covariance(Fit fit, MmrmFit model) {
        if (!fit.grouped()) {
            return covariance(model, 0);
        }
        Map<String, Object> byGroup = new LinkedHashMap<>();
        for (int g = 0; g < fit.groups().size(); g++) {
            byGroup.put(fit.groups().get(g), covariance(model, g));
        }
        return byGroup;
    }

    private static Object covariance(MmrmFit model, int group) {
        if (model.structure() == CovarianceStructure.SPATIAL_EXPONENTIAL) {
            MmrmFit.SpatialExponential parameters = model.spatialExponential(group);
            return Map.of(
                    "variance", parameters.variance(),
                    "rho_per_unit_time", parameters.correlationPerUnitTime());
        }
        return model.covariance(group);
    }

    private static Map<String, ?> leastSquaresMeans(CaseInput input) {
        ConfidenceLevel level = input.level();
        String effect = input.text("effect", "ARM");
        String by = input.text("by", input.text("visit", ""));
        Margins margins = Margins.valueOf(input.text("margins", "equal").toUpperCase(Locale.ROOT));
        Fit fit = Fit.of(input);
        LeastSquaresMeans means = LeastSquaresMeans.of(fit.design(), List.of(effect, by), margins);
        LeastSquaresMeans every = fit.rows().everyMean(List.of(effect, by), margins);
        Map<String, Object> lsmeans = new LinkedHashMap<>();
        every.means().forEach(mean -> lsmeans.put(mean.name(), RegressionResults.unused(mean)));
        for (LinearFunction mean : means.means()) {
            lsmeans.put(mean.name(), fit.estimate(mean, level));
        }
        Map<String, Object> differences = new LinkedHashMap<>();
        every.differences().forEach(mean -> differences.put(mean.name(), RegressionResults.unused(mean)));
        for (LinearFunction difference : means.differences()) {
            differences.put(difference.name(), fit.estimate(difference, level));
        }
        List<String> arms = fit.design().frame().factor(effect).levels();
        List<String> visits = fit.design().frame().factor(by).levels();
        String reference = arms.get(0);
        List<LinearFunction> overall = new ArrayList<>();
        List<LinearFunction> interaction = new ArrayList<>();
        for (String arm : arms.subList(1, arms.size())) {
            List<LinearFunction> byVisit = visits.stream()
                    .map(visit -> means.mean(arm + "|" + visit).minus(means.mean(reference + "|" + visit)))
                    .toList();
            double[] equal = new double[visits.size()];
            java.util.Arrays.fill(equal, 1.0 / visits.size());
            LinearFunction average = LinearFunction.combine(arm + "-" + reference + "|average", byVisit, equal);
            overall.add(average);
            differences.put(average.name(), fit.estimate(average, level));
            for (LinearFunction later : byVisit.subList(1, byVisit.size())) {
                interaction.add(later.minus(byVisit.get(0)));
            }
        }
        Map<String, @Nullable Object> tests = new LinkedHashMap<>();
        tests.put("treatment", fit.jointTest(overall));
        if (!interaction.isEmpty()) {
            tests.put("treatment_by_visit", fit.jointTest(interaction));
        }
        return Map.of("lsmeans", lsmeans, "differences", differences, "joint_tests", tests);
    }
}
