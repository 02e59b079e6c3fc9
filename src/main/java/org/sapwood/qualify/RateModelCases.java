package org.sapwood.qualify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sapwood.stats.ConfidenceLevel;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.design.WaldZ;
import org.sapwood.stats.linear.GeneralisedLinearModel;
import org.sapwood.stats.linear.GeneralisedLinearModel.Family;
import org.sapwood.stats.linear.HeteroscedasticityConsistent;
import org.sapwood.stats.rate.NegativeBinomialModel;

/** Poisson and negative binomial regression of family {@code 09-rates}. */
final class RateModelCases {
    private static final Pattern LOG = Pattern.compile("log\\((\\w+)\\)");

    private RateModelCases() {}

    /** Rows, counts and log exposure of a case. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Counts(ModelCase rows, double[] response, double[] offset) {
        static Counts of(CaseInput input) {
            String response = input.text("response");
            List<String> needed = new ArrayList<>(List.of(response));
            @Nullable String offset = input.hasOption("offset") ? input.text("offset") : null;
            Matcher log = LOG.matcher(offset == null ? "" : offset);
            boolean isLog = log.matches();
            if (offset != null) {
                needed.add(isLog ? log.group(1) : offset);
            }
            ModelCase rows = ModelCase.of(input, needed);
            double[] shift = new double[rows.frame().rows()];
            if (offset != null) {
                double[] column = rows.numbers(needed.get(1));
                for (int i = 0; i < shift.length; i++) {
                    shift[i] = isLog ? StrictMath.log(column[i]) : column[i];
                }
            }
            return new Counts(rows, rows.numbers(response), shift);
        }
    }

    private enum Scale {
        NONE,
        PEARSON
    }

    private enum ReferenceDistribution {
        NORMAL
    }

    static Map<String, ?> poisson(CaseInput input) {
        ConfidenceLevel level = input.level();
        Scale scale = input.choice("scale", Scale.class, Scale.NONE);
        input.choice("reference_distribution", ReferenceDistribution.class, ReferenceDistribution.NORMAL);
        @Nullable
        HeteroscedasticityConsistent robust = input.hasOption("hc")
                ? input.choice("hc", HeteroscedasticityConsistent.class, HeteroscedasticityConsistent.HC0)
                : null;
        Counts counts = Counts.of(input);
        Estimable<GeneralisedLinearModel> fit =
                GeneralisedLinearModel.fit(Family.POISSON, counts.rows().design(), counts.response(), counts.offset());
        Map<String, Object> result =
                CaseValues.nothing(fit, "deviance", "log_likelihood", "pearson_chi_square", "dispersion");
        Estimable<Double> dispersion = fit.flatMap(RateModelCases::dispersion);
        Estimable<Double> factor = scale == Scale.NONE ? fit.map(any -> 1.0) : dispersion;
        result.put(
                "coefficients",
                coefficients(
                        counts,
                        j -> fit.flatMap(m -> factor.flatMap(f -> m.coefficient(
                                j, robust == null ? scaled(m.covariance(), f) : m.covariance(robust), level)))));
        if (fit instanceof Estimable.Of<GeneralisedLinearModel> of) {
            GeneralisedLinearModel model = of.value();
            result.put("deviance", model.deviance());
            result.put("log_likelihood", model.logLikelihood());
            result.put("pearson_chi_square", model.pearsonChiSquare());
        }
        result.put("dispersion", CaseValues.number(dispersion));
        return result;
    }

    private static Estimable<Double> dispersion(GeneralisedLinearModel model) {
        int df = model.residualDegreesOfFreedom();
        return df == 0
                ? Estimable.not(Estimable.Reason.TOO_FEW_OBSERVATIONS, "as many coefficients as observations")
                : Estimable.of(model.pearsonChiSquare() / df);
    }

    private static double[][] scaled(double[][] covariance, double factor) {
        for (double[] row : covariance) {
            for (int j = 0; j < row.length; j++) {
                row[j] *= factor;
            }
        }
        return covariance;
    }

    static Map<String, ?> negativeBinomial(CaseInput input) {
        ConfidenceLevel level = input.level();
        String text = input.text("information", "observed");
        NegativeBinomialModel.Information information;
        if (text.startsWith("observed")) {
            information = NegativeBinomialModel.Information.OBSERVED;
        } else if (text.startsWith("expected")) {
            information = NegativeBinomialModel.Information.EXPECTED;
        } else {
            throw CaseInput.unknown("information", text, List.of("observed", "expected"));
        }
        Counts counts = Counts.of(input);
        Estimable<NegativeBinomialModel> fit =
                NegativeBinomialModel.fit(counts.rows().design(), counts.response(), counts.offset());
        Map<String, Object> result =
                CaseValues.nothing(fit, "dispersion", "size", "log_likelihood", "se_log_dispersion");
        result.put("coefficients", coefficients(counts, j -> fit.map(m -> m.coefficient(j, information, level))));
        if (fit instanceof Estimable.Of<NegativeBinomialModel> of) {
            NegativeBinomialModel model = of.value();
            result.put("dispersion", model.dispersion());
            result.put("size", model.size());
            result.put("log_likelihood", model.logLikelihood());
            result.put("se_log_dispersion", model.standardErrorOfLogDispersion());
        }
        return result;
    }

    /** The layout gives limits of the rate ratio. */
    private static Map<String, Object> coefficients(Counts counts, Function<Integer, Estimable<WaldZ>> coefficient) {
        return RegressionResults.byCoefficient(counts.rows(), counts.rows().design(), j -> {
            Estimable<WaldZ> estimate = coefficient.apply(j);
            Map<String, Object> result = new LinkedHashMap<>(RegressionResults.ofNormal(estimate));
            result.put("ratio", CaseValues.number(estimate.map(WaldZ::ratio)));
            if (estimate instanceof Estimable.Of<WaldZ> of) {
                RegressionResults.put(result, "", of.value().ratioInterval());
            }
            return result;
        });
    }
}
