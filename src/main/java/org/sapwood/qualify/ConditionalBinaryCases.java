package org.sapwood.qualify;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sapwood.stats.ConfidenceLevel;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.Interval;
import org.sapwood.stats.design.DesignMatrix;
import org.sapwood.stats.logistic.ConditionalLogistic;
import org.sapwood.stats.logistic.ExactLogistic;

/** Exact and conditional logistic regression of family {@code 07-binary-models}. */
final class ConditionalBinaryCases {
    private ConditionalBinaryCases() {}

    static Map<String, ?> exact(CaseInput input) {
        ConfidenceLevel level = input.level();
        String parameter = input.text("parameter", "x");
        String conditionedOn = input.text("conditioned_on", "intercept and the columns of z");
        if (!parameter.equals("x")) {
            throw CaseInput.unknown("parameter", parameter, List.of("x"));
        }
        if (!conditionedOn.startsWith("intercept")) {
            throw CaseInput.unknown("conditioned_on", conditionedOn, List.of("intercept and the columns of z"));
        }
        double[] y = input.dataNumbers("y");
        double[] x = input.dataNumbers("x");
        double[][] z = input.hasData("z") ? input.dataMatrix("z") : new double[y.length][0];
        boolean[] events = new boolean[y.length];
        for (int i = 0; i < y.length; i++) {
            events[i] = y[i] == 1;
        }
        Estimable<ExactLogistic> fit = ExactLogistic.of(events, x, z);
        Map<String, Object> result = CaseValues.nothing(
                fit,
                "sufficient_statistic",
                "score_statistic",
                "p_value_score",
                "p_value_probability",
                "p_value_greater",
                "p_value_less",
                "p_value_doubled",
                "mid_p_score",
                "estimate",
                "odds_ratio",
                "odds_ratio_lower",
                "odds_ratio_upper");
        if (fit instanceof Estimable.Of<ExactLogistic> of) {
            ExactLogistic exact = of.value();
            Interval interval = exact.interval(level);
            result.put("sufficient_statistic", exact.sufficientStatistic());
            result.put("score_statistic", exact.scoreStatistic());
            result.put("p_value_score", exact.scoreTest().value());
            result.put("p_value_probability", exact.probabilityTest().value());
            result.put("p_value_greater", exact.greater().value());
            result.put("p_value_less", exact.less().value());
            result.put("p_value_doubled", exact.doubled().value());
            result.put("mid_p_score", exact.midPScoreTest().value());
            result.put("estimate", exact.estimate());
            result.put("odds_ratio", StrictMath.exp(exact.estimate()));
            result.put("odds_ratio_lower", StrictMath.exp(interval.lower()));
            result.put("odds_ratio_upper", StrictMath.exp(interval.upper()));
        }
        return result;
    }

    static Map<String, ?> conditional(CaseInput input) {
        ConfidenceLevel level = input.level();
        String strata = input.text("strata");
        BinaryModelCases.Binary data = BinaryModelCases.Binary.of(input, List.of(), List.of(strata));
        DesignMatrix design = data.rows().designWithoutIntercept();
        Estimable<ConditionalLogistic> fit = ConditionalLogistic.fit(
                design, data.response(), data.rows().frame().factor(strata).codes());
        Map<String, Object> result = new LinkedHashMap<>();
        result.put(
                "coefficients",
                RegressionResults.byCoefficient(
                        data.rows(),
                        design,
                        j -> BinaryModelCases.logOddsRatio(fit.flatMap(f -> f.coefficient(j, level)))));
        result.put("log_likelihood", CaseValues.number(fit.map(ConditionalLogistic::logLikelihood)));
        return result;
    }
}
