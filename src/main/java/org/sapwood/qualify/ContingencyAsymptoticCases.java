package org.sapwood.qualify;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sapwood.stats.Alternative;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.contingency.Association;
import org.sapwood.stats.contingency.CochranArmitage;
import org.sapwood.stats.contingency.ContingencyTable;
import org.sapwood.stats.contingency.LikelihoodRatioChiSquare;
import org.sapwood.stats.contingency.LinearAssociation;
import org.sapwood.stats.contingency.PearsonChiSquare;
import org.sapwood.stats.proportion.NormalTail;

/** Cases on chi-square tests, association and trend. */
final class ContingencyAsymptoticCases {
    static final List<CaseMethod> METHODS = List.of(
            ContingencyCases.method("chisq_pearson", ContingencyAsymptoticCases::pearson),
            ContingencyCases.method(
                    "chisq_n_minus_1",
                    input -> ContingencyCases.chiSquare(PearsonChiSquare.nMinusOne(ContingencyCases.table(input)))),
            ContingencyCases.method(
                    "chisq_likelihood_ratio",
                    input -> ContingencyCases.chiSquare(LikelihoodRatioChiSquare.test(ContingencyCases.table(input)))),
            ContingencyCases.method("association_measures", ContingencyAsymptoticCases::association),
            ContingencyCases.method("cochran_armitage", ContingencyAsymptoticCases::trend),
            ContingencyCases.method("mantel_haenszel_linear", ContingencyAsymptoticCases::linear));

    private ContingencyAsymptoticCases() {}

    private static Map<String, Object> pearson(CaseInput input) {
        ContingencyTable table = ContingencyCases.table(input);
        Map<String, Object> results =
                ContingencyCases.chiSquare(PearsonChiSquare.test(table, ContingencyCases.correction(input)));
        results.put("min_expected", ProportionCases.number(PearsonChiSquare.smallestExpected(table)));
        return results;
    }

    private static Map<String, Object> association(CaseInput input) {
        Estimable<Association> measures = Association.of(ContingencyCases.table(input));
        Map<String, Object> results = new LinkedHashMap<>();
        results.put("phi", ProportionCases.number(measures.map(Association::phi)));
        results.put(
                "contingency_coefficient", ProportionCases.number(measures.map(Association::contingencyCoefficient)));
        results.put("cramers_v", ProportionCases.number(measures.map(Association::cramersV)));
        return results;
    }

    private static Map<String, Object> trend(CaseInput input) {
        ContingencyTable table = ContingencyCases.table(input);
        double[] scores = ContingencyCases.scores(input, "scores", table.rows());
        Estimable<Double> z = CochranArmitage.z(table, scores);
        CochranArmitage.Exact exact = CochranArmitage.exact(table, scores);
        Map<String, Object> results = new LinkedHashMap<>();
        results.put("z", ProportionCases.number(z));
        results.put("statistic", ProportionCases.number(z.map(v -> v * v)));
        results.put(
                "p_value_two_sided", ProportionCases.pValue(z.map(v -> NormalTail.pValue(v, Alternative.TWO_SIDED))));
        results.put(
                "p_value_one_sided",
                ProportionCases.pValue(z.map(v -> NormalTail.pValue(Math.abs(v), Alternative.GREATER))));
        results.put("exact_p_upper", exact.upper().value());
        results.put("exact_p_lower", exact.lower().value());
        results.put("exact_p_two_sided", exact.twoSided().value());
        return results;
    }

    private static Map<String, Object> linear(CaseInput input) {
        ContingencyTable table = ContingencyCases.table(input);
        return ContingencyCases.chiSquare(LinearAssociation.test(
                table,
                ContingencyCases.scores(input, "row_scores", table.rows()),
                ContingencyCases.scores(input, "column_scores", table.columns())));
    }
}
