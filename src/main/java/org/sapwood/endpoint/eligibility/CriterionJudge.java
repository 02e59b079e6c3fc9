package org.sapwood.endpoint.eligibility;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.sapwood.endpoint.Derived;
import org.sapwood.endpoint.ExactRatio;
import org.sapwood.endpoint.Judgement;
import org.sapwood.sap.Criterion;

/**
 * Judges criteria on the facts of one subject. Unknown facts give an unknown judgement unless the rest decides; the reasons
 * are those of the parts that decided.
 */
final class CriterionJudge {
    private final PatientFacts facts;

    CriterionJudge(PatientFacts facts) {
        this.facts = facts;
    }

    Judgement judge(Criterion criterion) {
        if (criterion instanceof Criterion.Flag flag) {
            Boolean set = facts.flags().get(flag.name());
            return set == null
                    ? Judgement.unknown(flag.name() + " unknown")
                    : Judgement.of(set, flag.name() + ": " + (set ? "yes" : "no"));
        }
        if (criterion instanceof Criterion.Measured number) {
            BigDecimal value = facts.numbers().get(number.name());
            return value == null
                    ? Judgement.unknown(number.name() + " unknown")
                    : Judgement.of(
                            number.comparison().holds(value.compareTo(number.limit())),
                            number.name() + " " + value.toPlainString() + " ("
                                    + number.comparison().words() + " "
                                    + number.limit().toPlainString() + ")");
        }
        if (criterion instanceof Criterion.Multiple multiple) {
            return multiple(multiple);
        }
        if (criterion instanceof Criterion.Within within) {
            return within(within);
        }
        if (criterion instanceof Criterion.Not not) {
            return judge(not.part()).not();
        }
        if (criterion instanceof Criterion.AtLeast atLeast) {
            List<Judgement> parts = all(atLeast.parts());
            Judgement whole = Judgement.atLeast(atLeast.k(), parts);
            return deciding(whole, parts, whole.reasons().subList(0, 1));
        }
        if (criterion instanceof Criterion.AllOf allOf) {
            List<Judgement> parts = all(allOf.parts());
            return deciding(Judgement.allOf(parts, Judgement.Parts.DECIDE_WHEN_POSSIBLE), parts, List.of());
        }
        List<Judgement> parts = all(((Criterion.AnyOf) criterion).parts());
        return deciding(Judgement.anyOf(parts, Judgement.Parts.DECIDE_WHEN_POSSIBLE), parts, List.of());
    }

    private List<Judgement> all(List<Criterion> parts) {
        return parts.stream().map(this::judge).toList();
    }

    /** The verdict with the reasons of the parts that say the same. */
    private static Judgement deciding(Judgement whole, List<Judgement> parts, List<String> first) {
        List<String> reasons = new ArrayList<>(first);
        for (Judgement part : parts) {
            if (part.isYes() == whole.isYes() && part.isNo() == whole.isNo()) {
                reasons.addAll(part.reasons());
            }
        }
        return new Judgement(whole.isMet(), reasons);
    }

    private Judgement multiple(Criterion.Multiple multiple) {
        BigDecimal value = facts.numbers().get(multiple.name());
        BigDecimal whole = facts.numbers().get(multiple.of());
        if (value == null || whole == null || whole.signum() <= 0) {
            return Judgement.unknown((value == null ? multiple.name() : multiple.of()) + " unknown");
        }
        ExactRatio fold = ExactRatio.of(value, whole);
        return Judgement.of(
                multiple.comparison().holds(fold.compareTo(ExactRatio.of(multiple.multiple()))),
                multiple.name() + " " + fold.toText(2) + " x " + multiple.of() + " ("
                        + multiple.comparison().words()
                        + " " + multiple.multiple().toPlainString() + ")");
    }

    private Judgement within(Criterion.Within within) {
        List<LocalDate> dates = facts.events().get(within.event());
        if (dates == null) {
            return Judgement.unknown(within.event() + " unknown");
        }
        return dates.stream()
                .filter(date -> within.window().contains(date, facts.reference()))
                .max(LocalDate::compareTo)
                .map(date -> new Judgement(
                        Derived.of(true),
                        List.of(within.event() + " on " + date + ", within " + within.window() + " before "
                                + facts.reference())))
                .orElseGet(() -> Judgement.of(false, "no " + within.event() + " within " + within.window()));
    }
}
