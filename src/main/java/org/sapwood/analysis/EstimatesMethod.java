package org.sapwood.analysis;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sapwood.result.Group;
import org.sapwood.result.ResultKey;
import org.sapwood.result.ResultRow;
import org.sapwood.sap.AnalysisSpec;
import org.sapwood.sap.ResultAddress;
import org.sapwood.sap.SynthesisSpec;

/**
 * Estimates of several estimands or analyses side by side: each comparison again under the label of its row, with the origin
 * it has, and the responders or means of its two arms where its analysis has them.
 */
final class EstimatesMethod implements AnalysisMethod<SynthesisSpec.Estimates> {
    private static final List<String> OF_COMPARISON = List.of("estimate", "conf_low", "conf_high");
    private static final List<String> OF_ARM = List.of("n", "big_n", "percent", "ls_mean", "se");

    @Override
    public void run(AnalysisSpec spec, SynthesisSpec.Estimates options, Study study, Rows rows) {
        EarlierResults earlier = rows.earlier(study.sap());
        options.rows().forEach((label, row) -> {
            ResultAddress address = row.estimate();
            ResultKey from = earlier.comparison(address, "estimate");
            Group.Comparison pair = (Group.Comparison) from.group();
            ResultKey to = ResultKey.of(spec.id(), pair).withLevel(label);
            for (String statistic : OF_COMPARISON) {
                copy(earlier, from, to, statistic, rows);
            }
            @Nullable ResultAddress test = row.pValue();
            copy(earlier, test == null ? from : earlier.comparison(test, "p_value"), to, "p_value", rows);
            for (String arm : List.of(pair.test(), pair.reference())) {
                ResultKey own = from.withGroup(new Group.Arm(arm));
                ResultKey responders = ResultKey.of(address.analysis(), new Group.Arm(arm))
                        .withParameter("response")
                        .withLevel("Responder");
                for (String statistic : OF_ARM) {
                    ResultKey source = earlier.row(responders, statistic) == null ? own : responders;
                    copy(
                            earlier,
                            source,
                            ResultKey.of(spec.id(), new Group.Arm(arm)).withLevel(label),
                            statistic,
                            rows);
                }
            }
        });
    }

    private static void copy(EarlierResults earlier, ResultKey from, ResultKey to, String statistic, Rows rows) {
        @Nullable ResultRow row = earlier.row(from, statistic);
        if (row != null) {
            rows.copy(row, to);
        }
    }
}
