package org.sapwood.endpoint;

import java.util.ArrayList;
import java.util.List;

/**
 * An explained yes or no: a responder rule, an eligibility criterion, a part of a composite.
 *
 * @param isMet yes, no, or why nothing can be said
 * @param reasons the facts it rests on, one plain sentence each, in the order of the rule
 */
public record Judgement(Derived<Boolean> isMet, List<String> reasons) {

    /** How a composite treats parts that are missing. */
    public enum Parts {
        /** One decisive part decides, whatever is missing: false for "all of", true for "any of". */
        DECIDE_WHEN_POSSIBLE,
        /** Any missing part makes the composite missing. */
        ALL_MUST_BE_KNOWN
    }

    public Judgement {
        reasons = List.copyOf(reasons);
    }

    /**
     * A decided judgement.
     *
     * @param isMet yes or no
     * @param reason the fact it rests on
     * @return the judgement
     */
    public static Judgement of(boolean isMet, String reason) {
        return new Judgement(Derived.of(isMet), List.of(reason));
    }

    /**
     * An undecided judgement.
     *
     * @param reason why nothing can be said
     * @return the judgement
     */
    public static Judgement unknown(String reason) {
        return new Judgement(Derived.missing(reason), List.of(reason));
    }

    /** {@return whether it is known and true} */
    public boolean isYes() {
        return isMet.is(true);
    }

    /** {@return whether it is known and false} */
    public boolean isNo() {
        return isMet.is(false);
    }

    /** {@return whether nothing can be said} */
    public boolean isUnknown() {
        return !isMet.isKnown();
    }

    /** {@return yes becomes no and no yes; unknown stays} */
    public Judgement not() {
        return new Judgement(isMet.map(met -> !met), reasons);
    }

    /**
     * Whether all parts hold.
     *
     * @param parts at least one
     * @param missing how missing parts count
     * @return the composite, with the reasons of all parts
     */
    public static Judgement allOf(List<Judgement> parts, Parts missing) {
        return combine(parts, missing, false);
    }

    /**
     * Whether at least one part holds.
     *
     * @param parts at least one
     * @param missing how missing parts count
     * @return the composite, with the reasons of all parts
     */
    public static Judgement anyOf(List<Judgement> parts, Parts missing) {
        return combine(parts, missing, true);
    }

    /**
     * Whether at least k parts hold.
     *
     * @param k at least 1 and at most the number of parts
     * @param parts the parts
     * @return yes when k parts hold; no when k cannot be reached even if all missing parts held; otherwise unknown
     */
    public static Judgement atLeast(int k, List<Judgement> parts) {
        if (k < 1 || k > parts.size()) {
            throw new IllegalArgumentException("expected k in 1 to " + parts.size() + ", found " + k);
        }
        long met = parts.stream().filter(Judgement::isYes).count();
        long unknown = parts.stream().filter(Judgement::isUnknown).count();
        List<String> reasons = new ArrayList<>();
        reasons.add(met + " of " + parts.size() + " hold" + (unknown > 0 ? ", " + unknown + " unknown" : "") + "; " + k
                + " needed");
        parts.forEach(part -> reasons.addAll(part.reasons()));
        if (met >= k) {
            return new Judgement(Derived.of(true), reasons);
        }
        return met + unknown < k
                ? new Judgement(Derived.of(false), reasons)
                : new Judgement(Derived.missing(reasons.get(0)), reasons);
    }

    private static Judgement combine(List<Judgement> parts, Parts missing, boolean decisive) {
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("a composite needs at least one part");
        }
        List<String> reasons = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        boolean decided = false;
        for (Judgement part : parts) {
            reasons.addAll(part.reasons());
            if (part.isMet() instanceof Derived.Missing<Boolean> none) {
                unknown.add(none.reason());
            } else {
                decided |= part.isMet().is(decisive);
            }
        }
        if (!unknown.isEmpty() && !(decided && missing == Parts.DECIDE_WHEN_POSSIBLE)) {
            return new Judgement(Derived.missing(String.join("; ", unknown)), reasons);
        }
        return new Judgement(Derived.of(decided == decisive), reasons);
    }
}
