package org.sapwood.qualify;

import static org.sapwood.qualify.CaseValues.number;
import static org.sapwood.qualify.CaseValues.p;
import static org.sapwood.qualify.CaseValues.putInterval;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sapwood.stats.Alternative;
import org.sapwood.stats.ConfidenceLevel;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.correlation.KendallTau;
import org.sapwood.stats.correlation.PearsonCorrelation;
import org.sapwood.stats.correlation.SpearmanCorrelation;
import org.sapwood.stats.descriptive.GeometricSummary;
import org.sapwood.stats.descriptive.Moments;
import org.sapwood.stats.descriptive.QuantileDefinition;
import org.sapwood.stats.descriptive.RobustSummary;
import org.sapwood.stats.descriptive.Shape;
import org.sapwood.stats.descriptive.StandardDeviationInterval;
import org.sapwood.stats.descriptive.Summary;
import org.sapwood.stats.inference.TTest;

/** The reference-case methods of family {@code 13-descriptive}. */
final class DescriptiveCases {
    static final String FAMILY = "13-descriptive";

    static final List<CaseMethod> METHODS = List.of(
            method("summary", DescriptiveCases::summary),
            method("sd_ci", DescriptiveCases::standardDeviationInterval),
            method("skewness_kurtosis", DescriptiveCases::shape),
            method("quantiles", DescriptiveCases::quantiles),
            method("interquartile_range", DescriptiveCases::interquartileRange),
            method("tukey_fivenum", DescriptiveCases::tukeyFiveNumbers),
            method("trimmed_mean", DescriptiveCases::trimmedMean),
            method("geometric_mean", DescriptiveCases::geometricMean),
            method("correlation_pearson", DescriptiveCases::pearson),
            method("correlation_spearman", DescriptiveCases::spearman),
            method("correlation_kendall", DescriptiveCases::kendall));

    private DescriptiveCases() {}

    private static CaseMethod method(String name, CaseMethod.Run run) {
        return new CaseMethod(name, FAMILY, "descriptive", run);
    }

    private static double[] present(CaseInput input) {
        return Arrays.stream(input.dataNumbers("x"))
                .filter(value -> !Double.isNaN(value))
                .toArray();
    }

    private static Map<String, Object> summary(CaseInput input) {
        Summary summary = Summary.of(input.dataNumbers("x"));
        Map<String, Object> results = new LinkedHashMap<>();
        results.put("n", summary.n());
        results.put("n_missing", summary.missing());
        results.put("mean", number(summary.mean()));
        results.put("sd", number(summary.standardDeviation()));
        results.put("se", number(summary.standardError()));
        results.put("variance", number(summary.variance()));
        results.put("cv_percent", number(summary.coefficientOfVariationPercent()));
        results.put("min", number(summary.minimum()));
        results.put("max", number(summary.maximum()));
        results.put("range", number(summary.range()));
        results.put("median", number(summary.median()));
        results.put("sum", summary.sum());
        results.put("uncorrected_ss", summary.uncorrectedSumOfSquares());
        results.put("corrected_ss", number(summary.moments().map(Moments::sumOfSquares)));
        putInterval(results, summary.meanInterval(input.level()));
        results.put("t_zero", number(summary.tOfZeroMean()));
        results.put("p_zero", p(summary.pOfZeroMean()));
        return results;
    }

    private static Map<String, Object> standardDeviationInterval(CaseInput input) {
        ConfidenceLevel level = input.level();
        Estimable<Moments> moments = Moments.observed(present(input));
        Map<String, Object> results = new LinkedHashMap<>();
        results.put("sd", number(moments.flatMap(Moments::standardDeviation)));
        putInterval(results, moments.flatMap(found -> StandardDeviationInterval.of(found, level)));
        return results;
    }

    private static Map<String, Object> shape(CaseInput input) {
        double[] x = present(input);
        Estimable<Shape> shape = Moments.observed(x).map(any -> Shape.of(x));
        Map<String, Object> results = new LinkedHashMap<>();
        for (Shape.Definition definition : Shape.Definition.values()) {
            String suffix = "_type" + definition.type();
            results.put("skewness" + suffix, number(shape.flatMap(found -> found.skewness(definition))));
            results.put("kurtosis" + suffix, number(shape.flatMap(found -> found.kurtosis(definition))));
        }
        return results;
    }

    private static Map<String, Object> quantiles(CaseInput input) {
        QuantileDefinition definition = input.hasOption("type")
                ? QuantileDefinition.ofType((int) input.number("type"))
                : QuantileDefinition.DEFAULT;
        if (input.hasOption("sas_qntldef")) {
            QuantileDefinition sas = QuantileDefinition.ofSas((int) input.number("sas_qntldef"));
            if (input.hasOption("type") && sas != definition) {
                throw CaseInput.unknown(
                        "sas_qntldef", input.option("sas_qntldef"), List.of("the number of type " + definition.type()));
            }
            definition = sas;
        }
        Summary summary = Summary.of(input.dataNumbers("x"));
        QuantileDefinition chosen = definition;
        double[] probabilities =
                input.hasOption("probs") ? input.numbers("probs") : new double[] {0, 0.25, 0.5, 0.75, 1};
        return Map.of(
                "quantiles",
                Arrays.stream(probabilities)
                        .mapToObj(probability -> number(summary.quantile(probability, chosen)))
                        .toList());
    }

    private static Map<String, Object> interquartileRange(CaseInput input) {
        QuantileDefinition definition = QuantileDefinition.ofType((int) input.number("type", 2));
        double[] x = present(input);
        Summary summary = Summary.of(x);
        Map<String, Object> results = new LinkedHashMap<>();
        results.put("q1", number(summary.quantile(0.25, definition)));
        results.put("median", number(summary.median()));
        results.put("q3", number(summary.quantile(0.75, definition)));
        results.put("iqr", number(summary.mean().map(any -> RobustSummary.interquartileRange(x, definition))));
        results.put("mad", number(summary.mean().map(any -> RobustSummary.medianAbsoluteDeviation(x))));
        results.put("mad_scaled", number(summary.mean().map(any -> RobustSummary.scaledMedianAbsoluteDeviation(x))));
        return results;
    }

    private static Map<String, Object> tukeyFiveNumbers(CaseInput input) {
        double[] x = present(input);
        Estimable<double[]> five = Moments.observed(x).map(any -> RobustSummary.tukeyFiveNumbers(x));
        return Map.of("values", five instanceof Estimable.Of<double[]> of ? of.value() : five);
    }

    private static Map<String, Object> trimmedMean(CaseInput input) {
        double fraction = input.number("fraction", 0.1);
        double[] x = present(input);
        return Map.of("mean", number(Moments.observed(x).map(any -> RobustSummary.trimmedMean(x, fraction))));
    }

    private static Map<String, Object> geometricMean(CaseInput input) {
        Estimable<GeometricSummary> summary = GeometricSummary.of(present(input));
        Map<String, Object> results = new LinkedHashMap<>();
        ConfidenceLevel level = input.level();
        results.put("geometric_mean", number(summary.map(GeometricSummary::mean)));
        results.put("geometric_sd", number(summary.flatMap(GeometricSummary::standardDeviation)));
        results.put("geometric_cv_percent", number(summary.flatMap(GeometricSummary::coefficientOfVariationPercent)));
        putInterval(results, summary.flatMap(found -> found.meanInterval(level)));
        results.put("harmonic_mean", number(summary.map(GeometricSummary::harmonicMean)));
        return results;
    }

    private static Map<String, Object> pearson(CaseInput input) {
        only(input, "ci", "fisher_z");
        return correlation(input, PearsonCorrelation.of(input.dataNumbers("x"), input.dataNumbers("y")), "r");
    }

    private static Map<String, Object> spearman(CaseInput input) {
        only(input, "p", "t_approximation");
        return correlation(input, SpearmanCorrelation.of(input.dataNumbers("x"), input.dataNumbers("y")), "rho");
    }

    private static Map<String, Object> correlation(
            CaseInput input, Estimable<PearsonCorrelation> correlation, String name) {
        Map<String, Object> results = new LinkedHashMap<>();
        results.put(name, number(correlation.map(PearsonCorrelation::r)));
        Alternative alternative = input.alternative();
        ConfidenceLevel level = input.level();
        Estimable<TTest> test = correlation.flatMap(found -> found.test(alternative));
        results.put("t", number(test.map(TTest::t)));
        results.put("df", number(test.map(TTest::degreesOfFreedom)));
        results.put("p_value", p(test.map(TTest::pValue)));
        putInterval(results, correlation.flatMap(found -> found.fisherInterval(level)));
        return results;
    }

    private static Map<String, Object> kendall(CaseInput input) {
        only(input, "type", "tau_b");
        Estimable<KendallTau> tau = KendallTau.of(input.dataNumbers("x"), input.dataNumbers("y"));
        Map<String, Object> results = new LinkedHashMap<>();
        results.put("tau_b", number(tau.map(KendallTau::tauB)));
        String kind = input.text("p", "normal, tie-corrected, no continuity correction");
        Alternative alternative = input.alternative();
        switch (kind) {
            case "exact" -> {
                results.put("statistic_t", number(tau.map(KendallTau::concordant)));
                results.put("p_value", p(tau.flatMap(found -> found.exact(alternative))));
            }
            case "normal, tie-corrected, no continuity correction" -> {
                results.put(
                        "z", number(tau.map(found -> found.normal(alternative).z())));
                results.put(
                        "p_value", p(tau.map(found -> found.normal(alternative).pValue())));
            }
            default ->
                throw CaseInput.unknown("p", kind, List.of("exact", "normal, tie-corrected, no continuity correction"));
        }
        return results;
    }

    /** Refuses every value of an option but the one that is implemented. */
    private static void only(CaseInput input, String option, String value) {
        if (!input.text(option, value).equals(value)) {
            throw CaseInput.unknown(option, input.option(option), List.of(value));
        }
    }
}
