package org.sapwood.qualify;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.contingency.Association;
import org.sapwood.stats.contingency.ContingencyTable;
import org.sapwood.stats.contingency.LikelihoodRatioChiSquare;
import org.sapwood.stats.contingency.PearsonChiSquare;

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
            ContingencyCases.method("association_measures", ContingencyAsymptoticCases::association));

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
}
