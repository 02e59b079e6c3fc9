package org.sapwood.qualify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.sapwood.stats.ConfidenceLevel;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.design.Coding;
import org.sapwood.stats.design.DesignMatrix;
import org.sapwood.stats.design.Intercept;
import org.sapwood.stats.design.ModelFrame;
import org.sapwood.stats.design.Term;
import org.sapwood.stats.logistic.EstimatingEquations;
import org.sapwood.stats.logistic.EstimatingEquations.MomentEstimators;
import org.sapwood.stats.logistic.ProportionalOdds;

/** Repeated and ordinal responses of family {@code 07-binary-models}. */
final class CorrelatedBinaryCases {
    private CorrelatedBinaryCases() {}

    private enum Link {
        LOGIT
    }

    static Map<String, ?> estimatingEquations(CaseInput input) {
        ConfidenceLevel level = input.level();
        input.choice("link", Link.class, Link.LOGIT);
        EstimatingEquations.Correlation correlation = input.choice(
                "correlation", EstimatingEquations.Correlation.class, EstimatingEquations.Correlation.INDEPENDENCE);
        MomentEstimators moments = moments(input.text("moment_estimators", "residual degrees of freedom"));
        String subject = input.text("subject");
        String time = input.text("time");
        BinaryModelCases.Binary data = BinaryModelCases.Binary.of(input, List.of(), List.of());
        List<String> subjects = new ArrayList<>();
        data.rows().texts(subject).forEach(s -> subjects.add(String.valueOf(s)));
        Estimable<EstimatingEquations> fit = EstimatingEquations.fit(
                data.rows().design(), data.response(), subjects, data.rows().numbers(time), correlation, moments);
        Map<String, Object> result = CaseValues.nothing(fit, "scale", "alpha");
        result.put("coefficients", RegressionResults.byCoefficient(data.rows(), data.design(), j -> {
            Map<String, Object> coefficient = BinaryModelCases.logOddsRatio(fit.flatMap(f -> f.coefficient(j, level)));
            coefficient.put("model_se", CaseValues.number(fit.map(f -> f.modelStandardError(j))));
            return coefficient;
        }));
        if (fit instanceof Estimable.Of<EstimatingEquations> of) {
            result.put("scale", of.value().scale());
            result.put(
                    "alpha",
                    correlation == EstimatingEquations.Correlation.INDEPENDENCE
                            ? Estimable.not(
                                    Estimable.Reason.OUTSIDE_DOMAIN, "independence has no correlation parameter")
                            : of.value().alpha());
        }
        return result;
    }

    private static MomentEstimators moments(String text) {
        if (text.startsWith("residual degrees of freedom")) {
            return MomentEstimators.RESIDUAL_DEGREES_OF_FREEDOM;
        }
        if (text.startsWith("geepack")) {
            return MomentEstimators.UNCORRECTED;
        }
        throw CaseInput.unknown("moment_estimators", text, List.of("residual degrees of freedom", "geepack"));
    }

    static Map<String, ?> proportionalOdds(CaseInput input) {
        ConfidenceLevel level = input.level();
        String form = input.text("parameterisation", "logit P(Y <= j) = zeta_j - (b_x x + b_z z)");
        if (!form.replace(" ", "").startsWith("logitP(Y<=j)=zeta_j-(")) {
            throw CaseInput.unknown("parameterisation", form, List.of("logit P(Y <= j) = zeta_j - (b_x x + b_z z)"));
        }
        double[] y = input.dataNumbers("y");
        ModelFrame.Builder builder = ModelFrame.builder();
        List<Term> terms = new ArrayList<>();
        for (String name : List.of("x", "z")) {
            if (input.hasData(name)) {
                builder.numeric(name, input.dataNumbers(name));
                terms.add(Term.of(name));
            }
        }
        DesignMatrix design = DesignMatrix.of(builder.build(), terms, Coding.REFERENCE, Intercept.ABSORBED);
        Estimable<ProportionalOdds> fit = ProportionalOdds.fit(design, categories(y));
        Map<String, Object> result = new LinkedHashMap<>();
        result.put(
                "coefficients",
                RegressionResults.byName(
                        design.names(), j -> BinaryModelCases.logOddsRatio(fit.map(f -> f.coefficient(j, level)))));
        if (fit instanceof Estimable.Of<ProportionalOdds> of) {
            ProportionalOdds model = of.value();
            List<Double> thresholds = new ArrayList<>();
            List<Double> errors = new ArrayList<>();
            for (int j = 0; j < model.thresholds(); j++) {
                thresholds.add(model.threshold(j, level).estimate());
                errors.add(model.threshold(j, level).standardError());
            }
            result.put("thresholds", thresholds);
            result.put("thresholds_se", errors);
            result.put("log_likelihood", model.logLikelihood());
            result.put("likelihood_ratio", model.likelihoodRatioTest().statistic());
        } else {
            result.putAll(CaseValues.nothing(fit, "thresholds", "thresholds_se", "log_likelihood", "likelihood_ratio"));
        }
        return result;
    }

    /** Categories numbered from 0 in the order of their values. */
    private static int[] categories(double[] y) {
        TreeSet<Double> values = new TreeSet<>();
        for (double value : y) {
            values.add(value);
        }
        List<Double> sorted = List.copyOf(values);
        int[] categories = new int[y.length];
        for (int i = 0; i < y.length; i++) {
            categories[i] = sorted.indexOf(y[i]);
        }
        return categories;
    }
}
