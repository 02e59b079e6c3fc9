package org.sapwood.endpoint.polymyalgia;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sapwood.endpoint.Judgement;

/**
 * Remission that is reached at one visit and kept at every later one, as in SAPHYR (NCT03600818): no signs and symptoms at
 * the first visit, and from it on no flare, normal CRP and the taper kept. The registry confirms the kind of endpoint; its
 * parts are not confirmed in a source, so every limit is a parameter.
 *
 * @param crpBelow C-reactive protein must be below this, in the unit of the records
 * @param taper whether the taper of glucocorticoids must have been kept
 */
public record SustainedRemission(BigDecimal crpBelow, Taper taper) {

    /** Whether the taper matters. */
    public enum Taper {
        MUST_BE_KEPT,
        IGNORED
    }

    /**
     * What was seen at a visit.
     *
     * @param remission whether signs and symptoms were absent, null when missing
     * @param flare whether there was a flare since the visit before, null when missing
     * @param crp C-reactive protein, null when missing
     * @param taperKept whether the taper was adhered to since the visit before, null when missing
     */
    public record Visit(
            @Nullable Boolean remission,
            @Nullable Boolean flare,
            @Nullable BigDecimal crp,
            @Nullable Boolean taperKept) {}

    /**
     * Judges remission from the first visit to the last.
     *
     * @param visits in order, from the one at which remission must be reached
     * @return the decision with the reasons of all parts; unknown without any visit
     */
    public Judgement judge(List<Visit> visits) {
        if (visits.isEmpty()) {
            return Judgement.unknown("before the visit at which remission must be reached");
        }
        List<Judgement> parts = new ArrayList<>();
        parts.add(fact(visits.get(0).remission(), "remission of signs and symptoms"));
        for (Visit visit : visits) {
            parts.add(fact(visit.flare(), "flare").not());
            parts.add(
                    visit.crp() == null
                            ? Judgement.unknown("no CRP")
                            : Judgement.of(
                                    visit.crp().compareTo(crpBelow) < 0,
                                    "CRP " + visit.crp().toPlainString() + ", below " + crpBelow.toPlainString()
                                            + " needed"));
            if (taper == Taper.MUST_BE_KEPT) {
                parts.add(fact(visit.taperKept(), "taper kept"));
            }
        }
        return Judgement.allOf(parts, Judgement.Parts.DECIDE_WHEN_POSSIBLE);
    }

    private static Judgement fact(@Nullable Boolean fact, String name) {
        return fact == null
                ? Judgement.unknown("not known: " + name)
                : Judgement.of(fact, name + ": " + (fact ? "yes" : "no"));
    }
}
