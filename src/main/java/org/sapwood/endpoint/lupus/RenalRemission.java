package org.sapwood.endpoint.lupus;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sapwood.endpoint.ExactRatio;
import org.sapwood.endpoint.Judgement;

/**
 * Complete renal remission of lupus nephritis. Trials define it differently, so every limit is a parameter and a null
 * limit is not applied.
 *
 * @param proteinuriaBelow proteinuria must be below this, in the unit of the records (0.3 g/day, 0.5 g/g ...)
 * @param sediment whether the sediment must be inactive
 * @param albuminAtLeast serum albumin must reach this, g/L
 * @param creatinineWithinPercent creatinine may exceed its baseline by at most this percentage
 */
public record RenalRemission(
        @Nullable BigDecimal proteinuriaBelow,
        Sediment sediment,
        @Nullable BigDecimal albuminAtLeast,
        @Nullable BigDecimal creatinineWithinPercent) {

    /** Proteinuria below 0.3 g/day, inactive sediment, albumin 35 g/L, creatinine within 15 % of baseline. */
    public static final RenalRemission USUAL = new RenalRemission(
            new BigDecimal("0.3"), Sediment.MUST_BE_INACTIVE, BigDecimal.valueOf(35), BigDecimal.valueOf(15));

    /** Whether the urinary sediment matters. */
    public enum Sediment {
        MUST_BE_INACTIVE,
        IGNORED
    }

    /**
     * What was measured at a visit.
     *
     * @param proteinuria in the unit of the limit
     * @param sedimentInactive whether the sediment was inactive
     * @param albumin g/L
     * @param creatinine in the unit of the baseline
     */
    public record Kidney(
            @Nullable BigDecimal proteinuria,
            @Nullable Boolean sedimentInactive,
            @Nullable BigDecimal albumin,
            @Nullable BigDecimal creatinine) {}

    /**
     * Judges one visit.
     *
     * @param baselineCreatinine above 0, null when missing
     * @param visit what was measured
     * @return the decision with the reasons of all parts applied
     */
    public Judgement judge(@Nullable BigDecimal baselineCreatinine, Kidney visit) {
        List<Judgement> parts = new ArrayList<>();
        if (proteinuriaBelow != null) {
            parts.add(
                    visit.proteinuria() == null
                            ? Judgement.unknown("no proteinuria")
                            : Judgement.of(
                                    visit.proteinuria().compareTo(proteinuriaBelow) < 0,
                                    "proteinuria " + visit.proteinuria().toPlainString() + ", below "
                                            + proteinuriaBelow.toPlainString() + " needed"));
        }
        if (sediment == Sediment.MUST_BE_INACTIVE) {
            parts.add(
                    visit.sedimentInactive() == null
                            ? Judgement.unknown("no urinary sediment")
                            : Judgement.of(
                                    visit.sedimentInactive(),
                                    visit.sedimentInactive() ? "sediment inactive" : "sediment active"));
        }
        if (albuminAtLeast != null) {
            parts.add(
                    visit.albumin() == null
                            ? Judgement.unknown("no albumin")
                            : Judgement.of(
                                    visit.albumin().compareTo(albuminAtLeast) >= 0,
                                    "albumin " + visit.albumin().toPlainString() + ", at least "
                                            + albuminAtLeast.toPlainString() + " needed"));
        }
        if (creatinineWithinPercent != null) {
            parts.add(creatinine(baselineCreatinine, visit.creatinine(), creatinineWithinPercent));
        }
        return Judgement.allOf(parts, Judgement.Parts.DECIDE_WHEN_POSSIBLE);
    }

    private static Judgement creatinine(
            @Nullable BigDecimal before, @Nullable BigDecimal after, BigDecimal withinPercent) {
        if (before == null || after == null || before.signum() == 0) {
            return Judgement.unknown("no creatinine at " + (after == null ? "the visit" : "baseline"));
        }
        ExactRatio rise = ExactRatio.percent(after.subtract(before), before);
        return Judgement.of(
                rise.isAtMost(withinPercent),
                "creatinine rose by " + rise.toText(1) + " %, at most " + withinPercent.toPlainString() + " % allowed");
    }
}
