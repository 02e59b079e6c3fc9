package org.sapwood.endpoint.myositis;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sapwood.endpoint.DirectionOfBenefit;
import org.sapwood.endpoint.Judgement;
import org.sapwood.endpoint.response.NamedRule;
import org.sapwood.endpoint.response.ResponderRule.AtMost;
import org.sapwood.endpoint.response.ResponderRule.ImprovedBy;
import org.sapwood.endpoint.response.ResponderRule.ImprovedByPercent;

/**
 * Responses by the Cutaneous Dermatomyositis Disease Area and Severity Index, version 2. Only activity (0 to 100) is used
 * for response; damage (0 to 32) is described by its change.
 */
public final class CdasiResponse {

    private static final String ANYANWU = "Anyanwu and others 2015 (doi:10.1111/bjd.13915)";
    private static final String CONVENTION = "convention of randomised trials";

    /** The family of response rules on activity. */
    public static final List<NamedRule> ACTIVITY_RULES = List.of(
            new NamedRule(
                    "cdasi-activity-4",
                    "CDASI activity improved by at least 4 points",
                    new ImprovedBy(BigDecimal.valueOf(4)),
                    ANYANWU + ", Penn"),
            new NamedRule(
                    "cdasi-activity-5",
                    "CDASI activity improved by at least 5 points",
                    new ImprovedBy(BigDecimal.valueOf(5)),
                    ANYANWU + ", Stanford"),
            new NamedRule(
                    "cdasi-activity-40-percent",
                    "CDASI activity improved by at least 40 %",
                    new ImprovedByPercent(BigDecimal.valueOf(40)),
                    CONVENTION),
            new NamedRule(
                    "cdasi-activity-50-percent",
                    "CDASI activity improved by at least 50 %",
                    new ImprovedByPercent(BigDecimal.valueOf(50)),
                    CONVENTION),
            new NamedRule(
                    "cdasi-activity-mild",
                    "CDASI activity at most 14 (mild)",
                    new AtMost(BigDecimal.valueOf(14)),
                    ANYANWU + ", Stanford"));

    private CdasiResponse() {}

    /**
     * Judges one rule among patients with skin disease at baseline.
     *
     * @param rule one of {@link #ACTIVITY_RULES}, or another
     * @param baseline activity before treatment, null when missing
     * @param followUp activity at the visit, null when missing
     * @param smallestBaseline activity needed at baseline to be at risk of response, usually 5
     * @return the decision; unknown when the baseline is missing or too low to show the response
     */
    public static Judgement judge(
            NamedRule rule, @Nullable BigDecimal baseline, @Nullable BigDecimal followUp, BigDecimal smallestBaseline) {
        if (baseline == null) {
            return Judgement.unknown("no CDASI activity at baseline");
        }
        if (baseline.compareTo(smallestBaseline) < 0) {
            return Judgement.unknown("CDASI activity at baseline " + baseline.toPlainString() + ", at least "
                    + smallestBaseline.toPlainString() + " needed");
        }
        return rule.rule().judge(baseline, followUp, DirectionOfBenefit.LOWER_IS_BETTER);
    }
}
