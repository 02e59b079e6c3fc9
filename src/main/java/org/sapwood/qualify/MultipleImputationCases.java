package org.sapwood.qualify;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.linear.NonPositiveDefiniteMatrixException;
import org.sapwood.stats.ConfidenceLevel;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.imputation.PooledWaldTest;
import org.sapwood.stats.imputation.RubinsRules;

/** The reference-case methods of family {@code 12-multiple-imputation}. */
final class MultipleImputationCases {
    static final String FAMILY = "12-multiple-imputation";
    private static final String PAGE = "multiple-imputation";

    static final List<CaseMethod> METHODS = List.of(
            new CaseMethod("rubin_pooling", FAMILY, PAGE, MultipleImputationCases::rubin),
            new CaseMethod("pooled_wald_test", FAMILY, PAGE, MultipleImputationCases::wald),
            new CaseMethod("reference_based_conditional_mean", FAMILY, PAGE, MultipleImputationCases::conditionalMean));

    private MultipleImputationCases() {}

    private static Map<String, ?> rubin(CaseInput input) {
        double[] estimates = input.dataNumbers("estimates");
        double[] errors = input.dataNumbers("se");
        CaseInput.requireOneLength("estimates and se", estimates.length, errors.length);
        double nullValue = input.number("null", 0);
        ConfidenceLevel level = input.level();
        boolean known = input.hasOption("df_complete");
        if (estimates.length < 2) {
            return CaseValues.nothing(
                    tooFew(estimates.length),
                    "estimate",
                    "within",
                    "between",
                    "total",
                    "se",
                    "relative_increase",
                    "lambda",
                    "barnard_rubin",
                    "rubin_1987");
        }
        RubinsRules pooled = RubinsRules.pool(estimates, errors);
        Map<String, Object> results = new LinkedHashMap<>();
        results.put("estimate", pooled.estimate());
        results.put("within", pooled.within());
        results.put("between", pooled.between());
        results.put("total", pooled.total());
        results.put("se", pooled.standardError());
        results.put("relative_increase", pooled.relativeIncrease());
        results.put("lambda", pooled.lambda());
        if (known) {
            double df = pooled.barnardRubinDegreesOfFreedom(input.number("df_complete"));
            results.put("barnard_rubin", inference(pooled.inference(df, nullValue, level)));
        }
        results.put("rubin_1987", inference(pooled.inference(pooled.rubinDegreesOfFreedom(), nullValue, level)));
        return results;
    }

    private static Estimable<Double> tooFew(int imputations) {
        return Estimable.not(
                Estimable.Reason.TOO_FEW_OBSERVATIONS, "pooling needs 2 imputations, found " + imputations);
    }

    private static Map<String, ?> inference(RubinsRules.Inference inference) {
        Map<String, Object> results = new LinkedHashMap<>();
        results.put("df", inference.df());
        results.put("t", inference.t());
        results.put("p_value", inference.pValue().value());
        results.put("lower", inference.interval().lower());
        results.put("upper", inference.interval().upper());
        results.put("fraction_missing_information", inference.fractionMissingInformation());
        return results;
    }

    private static Map<String, ?> wald(CaseInput input) {
        double[][] estimates = input.dataMatrix("estimates");
        double[][][] covariances = input.dataMatrices("covariances").toArray(double[][][]::new);
        CaseInput.requireOneLength("estimates and covariances", estimates.length, covariances.length);
        double nullValue = input.number("null", 0);
        if (estimates.length < 2) {
            return CaseValues.nothing(tooFew(estimates.length), "d1", "d2");
        }
        try {
            return Map.of(
                    "d1", test(PooledWaldTest.fromMoments(estimates, covariances, nullValue)),
                    "d2", test(PooledWaldTest.fromStatistics(estimates, covariances, nullValue)));
        } catch (NonPositiveDefiniteMatrixException e) {
            return CaseValues.nothing(
                    Estimable.not(
                            Estimable.Reason.NOT_POSITIVE_DEFINITE,
                            "the covariance matrix of an imputation is not positive definite"),
                    "d1",
                    "d2");
        }
    }

    private static Map<String, ?> test(PooledWaldTest test) {
        return Map.of(
                "f", test.f(),
                "df1", test.numerator(),
                "df2", test.denominator(),
                "relative_increase", test.relativeIncrease(),
                "p_value", test.pValue().value());
    }

    private static Map<String, ?> conditionalMean(CaseInput input) {
        return new ConditionalMeanCase(input).results();
    }
}
