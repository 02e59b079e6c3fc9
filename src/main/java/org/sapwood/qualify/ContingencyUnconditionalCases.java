package org.sapwood.qualify;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.contingency.BarnardConvexSymmetric;
import org.sapwood.stats.contingency.TwoByTwo;
import org.sapwood.stats.contingency.UnconditionalStatistic;
import org.sapwood.stats.contingency.UnconditionalTest;
import org.sapwood.stats.proportion.TwoProportions;

/** Cases on tests that are exact given the group sizes only. */
final class ContingencyUnconditionalCases {
    static final List<CaseMethod> METHODS = List.of(
            ContingencyCases.method("barnard_z_pooled", input -> test(input, UnconditionalStatistic.Z_POOLED)),
            ContingencyCases.method("barnard_z_unpooled", input -> test(input, UnconditionalStatistic.Z_UNPOOLED)),
            ContingencyCases.method("boschloo", input -> test(input, UnconditionalStatistic.BOSCHLOO)),
            ContingencyCases.method(
                    "barnard_csm", input -> results(BarnardConvexSymmetric.of(groups(input), input.alternative()))));

    private ContingencyUnconditionalCases() {}

    /** The groups whose sizes are fixed: the rows, or the columns with the first row as event. */
    private static TwoProportions groups(CaseInput input) {
        TwoByTwo table = ContingencyCases.twoByTwo(input);
        boolean rows = ProportionCases.oneOf(input, "fixed", "rows", "columns").equals("rows");
        return (rows ? table : table.transposed()).rows();
    }

    private static Map<String, Object> test(CaseInput input, UnconditionalStatistic statistic) {
        return results(UnconditionalTest.of(groups(input), statistic, input.alternative()));
    }

    private static Map<String, Object> results(Estimable<UnconditionalTest> test) {
        Map<String, Object> results = new LinkedHashMap<>();
        results.put("statistic", ProportionCases.number(test.map(UnconditionalTest::statistic)));
        results.put("p_value", ProportionCases.pValue(test.map(UnconditionalTest::pValue)));
        return results;
    }
}
