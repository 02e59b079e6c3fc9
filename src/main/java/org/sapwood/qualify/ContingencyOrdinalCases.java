package org.sapwood.qualify;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sapwood.stats.contingency.CategoryScores;
import org.sapwood.stats.contingency.ContingencyTable;
import org.sapwood.stats.contingency.GeneralisedCochranMantelHaenszel;

/** Cases on r×c tables over strata. */
final class ContingencyOrdinalCases {
    private static final Map<String, CategoryScores> SCORES = names();

    static final List<CaseMethod> METHODS = List.of(
            ContingencyCases.method(
                    "cmh_general_association",
                    input -> ContingencyCases.chiSquare(
                            GeneralisedCochranMantelHaenszel.generalAssociation(ContingencyCases.strata(input)))),
            ContingencyCases.method("cmh_row_mean_scores", ContingencyOrdinalCases::rowMeanScores),
            ContingencyCases.method("cmh_correlation", ContingencyOrdinalCases::correlation));

    private ContingencyOrdinalCases() {}

    private static Map<String, CategoryScores> names() {
        Map<String, CategoryScores> names = new LinkedHashMap<>();
        names.put("table", CategoryScores.TABLE);
        names.put("rank", CategoryScores.RANK);
        names.put("ridit", CategoryScores.RIDIT);
        names.put("modridit", CategoryScores.MODIFIED_RIDIT);
        return names;
    }

    private static CategoryScores scores(CaseInput input) {
        return input.hasOption("scores") ? ProportionCases.named(input, "scores", SCORES) : CategoryScores.TABLE;
    }

    private static Map<String, Object> rowMeanScores(CaseInput input) {
        List<ContingencyTable> strata = ContingencyCases.strata(input);
        return ContingencyCases.chiSquare(GeneralisedCochranMantelHaenszel.rowMeanScores(
                strata,
                scores(input),
                ContingencyCases.scores(input, "column_scores", strata.get(0).columns())));
    }

    private static Map<String, Object> correlation(CaseInput input) {
        List<ContingencyTable> strata = ContingencyCases.strata(input);
        return ContingencyCases.chiSquare(GeneralisedCochranMantelHaenszel.correlation(
                strata,
                scores(input),
                ContingencyCases.scores(input, "row_scores", strata.get(0).rows()),
                ContingencyCases.scores(input, "column_scores", strata.get(0).columns())));
    }
}
