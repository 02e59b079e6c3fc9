package org.sapwood.endpoint.lupus;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sapwood.endpoint.ExactRatio;
import org.sapwood.endpoint.Judgement;

/**
 * Partial renal remission of lupus nephritis: proteinuria fell by a percentage of its baseline and below a limit, while
 * creatinine stayed near its baseline. A null limit is not applied.
 *
 * @param fallPercent the fall of proteinuria that is needed, inclusive
 * @param proteinuriaBelow proteinuria must be below this, in the unit of the records
 * @param creatinineWithinPercent creatinine may exceed its baseline by at most this percentage
 */
public record PartialRenalRemission(
        BigDecimal fallPercent,
        @Nullable BigDecimal proteinuriaBelow,
        @Nullable BigDecimal creatinineWithinPercent) {

    /**
     * Judges one visit.
     *
     * @param baseline what was measured before treatment
     * @param visit what was measured at the visit
     * @return the decision with the reasons of all parts applied; unknown without proteinuria at baseline
     */
    public Judgement judge(RenalRemission.Kidney baseline, RenalRemission.Kidney visit) {
        List<Judgement> parts = new ArrayList<>();
        parts.add(fall(baseline.proteinuria(), visit.proteinuria()));
        parts.add(new RenalRemission(proteinuriaBelow, RenalRemission.Sediment.IGNORED, null, creatinineWithinPercent)
                .judge(baseline.creatinine(), visit));
        return Judgement.allOf(parts, Judgement.Parts.DECIDE_WHEN_POSSIBLE);
    }

    private Judgement fall(@Nullable BigDecimal before, @Nullable BigDecimal after) {
        if (before == null || after == null) {
            return Judgement.unknown("no proteinuria at " + (after == null ? "the visit" : "baseline"));
        }
        if (before.signum() == 0) {
            return Judgement.unknown("proteinuria was 0 at baseline: no percent change");
        }
        ExactRatio fall = ExactRatio.percent(before.subtract(after), before);
        return Judgement.of(
                fall.isAtLeast(fallPercent),
                "proteinuria fell by " + fall.toText(1) + " %, " + fallPercent.toPlainString() + " % needed");
    }
}
