package org.sapwood.endpoint.lupus;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sapwood.endpoint.Judgement;

/**
 * The SLE responder index with its three components. Composite missing when a component is missing; rescue and prohibited
 * medication are intercurrent events and handled by the estimand.
 *
 * @param sledai SLEDAI fell by at least the points of the rule
 * @param bilag no new BILAG A and at most one new BILAG B
 * @param physician physician's global did not rise by the limit of the rule or more
 * @param response all three
 */
public record SleResponderIndex(Judgement sledai, Judgement bilag, Judgement physician, Judgement response) {

    /** Where the definition comes from. */
    public static final String SOURCE = "SRI: Furie et al., Arthritis Rheum 2009;61:1143-51";

    /**
     * One visit as the index sees it.
     *
     * @param sledai total score, null when missing
     * @param bilag grades by system, null when missing
     * @param physicianGlobal 0 to 3, null when missing
     */
    public record Visit(
            @Nullable BigDecimal sledai,
            @Nullable Bilag bilag,
            @Nullable BigDecimal physicianGlobal) {}

    /**
     * The limits.
     *
     * @param sledaiPoints the fall needed, 4 for SRI-4
     * @param physicianRise the rise of physician's global that counts as worse, 0.3
     */
    public record Rule(BigDecimal sledaiPoints, BigDecimal physicianRise) {
        /** SRI-4. */
        public static final Rule SRI_4 = new Rule(BigDecimal.valueOf(4), new BigDecimal("0.3"));
    }

    /**
     * Judges one patient at one visit. Both SLEDAI scores must be of one version.
     *
     * @param baseline before treatment
     * @param followUp the visit
     * @param rule the limits
     * @return the explained decision
     */
    public static SleResponderIndex of(Visit baseline, Visit followUp, Rule rule) {
        Judgement sledai = sledai(baseline.sledai(), followUp.sledai(), rule.sledaiPoints());
        Judgement bilag = baseline.bilag() == null || followUp.bilag() == null
                ? Judgement.unknown("no BILAG at " + (baseline.bilag() == null ? "baseline" : "the visit"))
                : followUp.bilag().hasNotFlaredSince(baseline.bilag());
        Judgement physician = physician(baseline.physicianGlobal(), followUp.physicianGlobal(), rule.physicianRise());
        return new SleResponderIndex(
                sledai,
                bilag,
                physician,
                Judgement.allOf(List.of(sledai, bilag, physician), Judgement.Parts.ALL_MUST_BE_KNOWN));
    }

    private static Judgement sledai(@Nullable BigDecimal before, @Nullable BigDecimal after, BigDecimal needed) {
        if (before == null || after == null) {
            return Judgement.unknown("no SLEDAI at " + (before == null ? "baseline" : "the visit"));
        }
        BigDecimal fall = before.subtract(after);
        return Judgement.of(
                fall.compareTo(needed) >= 0,
                "SLEDAI fell by " + fall.toPlainString() + ", " + needed.toPlainString() + " needed");
    }

    private static Judgement physician(@Nullable BigDecimal before, @Nullable BigDecimal after, BigDecimal limit) {
        if (before == null || after == null) {
            return Judgement.unknown("no physician's global at " + (before == null ? "baseline" : "the visit"));
        }
        BigDecimal rise = after.subtract(before);
        return Judgement.of(
                rise.compareTo(limit) < 0,
                "physician's global rose by " + rise.toPlainString() + ", less than " + limit.toPlainString()
                        + " needed");
    }
}
