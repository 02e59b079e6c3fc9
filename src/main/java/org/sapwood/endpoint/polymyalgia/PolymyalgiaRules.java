package org.sapwood.endpoint.polymyalgia;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sapwood.endpoint.Derived;
import org.sapwood.endpoint.EndpointRule;
import org.sapwood.endpoint.EndpointRule.DefinedAt;
import org.sapwood.endpoint.EndpointRule.Input;
import org.sapwood.endpoint.EndpointRule.Measures;
import org.sapwood.endpoint.EndpointRule.Outcome;
import org.sapwood.endpoint.EndpointRule.Setting;
import org.sapwood.endpoint.EndpointRule.Yields;
import org.sapwood.endpoint.ExactRatio;
import org.sapwood.endpoint.Judgement;
import org.sapwood.endpoint.PublishedRule;
import org.sapwood.endpoint.Settings;
import org.sapwood.endpoint.polymyalgia.PolymyalgiaActivityScore.CrpUnit;
import org.sapwood.endpoint.steroid.SteroidChange;

/** Activity, remission and flare of polymyalgia as endpoint rules of a plan. */
public final class PolymyalgiaRules {
    private static final Setting CRP_UNIT =
            new Setting("crp-unit", "mg/L", "unit of the recorded CRP: mg/L (divided by 10) or mg/dL");
    private static final Input SCORE = Input.needed("pmr-as", "PMR-AS");

    /** PMR-AS. */
    public static final EndpointRule ACTIVITY_SCORE = new PublishedRule(
            "pmr-as",
            "PMR-AS",
            "CRP in mg/dL + pain (0 to 10) + physician's global (0 to 10) + 0.1 × morning stiffness in minutes +"
                    + " elevation of the upper limbs (0 to 3); only the stiffness is weighted. Also called CRP-PMR-AS."
                    + " Lower is better.",
            "Leeb and Bird 2004",
            Yields.LOWER_IS_BETTER,
            DefinedAt.EVERY_VISIT,
            List.of(
                    Input.needed("crp", "C-reactive protein"),
                    Input.needed("pain", "pain, VAS 0 to 10"),
                    Input.needed("physician-global", "physician's global, VAS 0 to 10"),
                    Input.needed("stiffness", "morning stiffness, minutes"),
                    Input.needed("upper-limbs", "elevation of the upper limbs, 0 to 3")),
            List.of(CRP_UNIT),
            settings -> {
                CrpUnit unit = crpUnit(settings);
                return course -> Outcome.of(score(course.visit(), unit).score());
            });

    /** Remission by the score. */
    public static final EndpointRule REMISSION = new PublishedRule(
            "pmr-remission",
            "PMR remission",
            "PMR-AS of at most 1.5: yes (1) or no (0).",
            "Leeb and others 2007, doi:10.1002/art.22771",
            Yields.YES_OR_NO,
            DefinedAt.EVERY_VISIT,
            List.of(SCORE),
            List.of(new Setting("at-most", "1.5", "the highest score in remission, inclusive")),
            settings -> {
                BigDecimal limit = settings.decimal("at-most");
                return course -> {
                    BigDecimal score = course.visit().value("pmr-as");
                    return Outcome.of(
                            score == null
                                    ? Judgement.unknown("no PMR-AS at the visit")
                                    : Judgement.of(score.compareTo(limit) <= 0, "PMR-AS " + score.toPlainString()));
                };
            });

    /** Flare by the score and the visit before. */
    public static final EndpointRule FLARE = new PublishedRule(
            "pmr-flare",
            "PMR flare",
            "PMR-AS of at least 9.35, or risen by at least 6.6 since the visit before: yes (1) or no (0).",
            "Binard and others 2008, PubMed 18240260",
            Yields.YES_OR_NO,
            DefinedAt.FOLLOW_UP,
            List.of(SCORE),
            List.of(
                    new Setting("score", "9.35", "a score that is a flare by itself"),
                    new Setting("rise", "6.6", "a rise since the visit before that is a flare"),
                    new Setting("limits", "inclusive", "whether the two limits are a flare: inclusive or exclusive")),
            settings -> {
                PolymyalgiaRule published = PolymyalgiaRule.PUBLISHED;
                PolymyalgiaRule rule = new PolymyalgiaRule(
                        published.remissionAtMost(),
                        published.lowBelow(),
                        published.highAbove(),
                        settings.decimal("score"),
                        settings.decimal("rise"),
                        settings.choice("limits", PolymyalgiaRule.FlareLimit.class));
                return course -> Outcome.of(rule.flare(
                        course.previous().value("pmr-as"), course.visit().value("pmr-as")));
            });

    /** Low activity with little glucocorticoid. */
    public static final EndpointRule SEMAPHORE = new PublishedRule(
            "semaphore-response",
            "SEMAPHORE response",
            "PMR-AS below 10, and a dose of at most 5 mg/day or lower than at baseline by at least 10 mg/day: yes (1)"
                    + " or no (0).",
            "SEMAPHORE, NCT02908217",
            Yields.YES_OR_NO,
            DefinedAt.FOLLOW_UP,
            List.of(SCORE, Input.needed("dose", "prednisone-equivalent dose, mg/day")),
            List.of(
                    new Setting("score-below", "10", "the score must be below this"),
                    new Setting("dose-at-most", "5", "mg/day, inclusive"),
                    new Setting("dose-fall", "10", "mg/day, inclusive")),
            settings -> {
                SparingRemission rule = new SparingRemission(
                        settings.decimal("score-below"),
                        settings.decimal("dose-at-most"),
                        settings.decimal("dose-fall"));
                return course -> Outcome.of(rule.judge(
                        course.visit().value("pmr-as"),
                        new SteroidChange(dose(course.baseline(), "baseline"), dose(course.visit(), "the visit"))));
            });

    /** Remission kept from one week on. */
    public static final EndpointRule SUSTAINED_REMISSION = new PublishedRule(
            "pmr-sustained-remission",
            "sustained remission",
            "Remission at the first visit from a week on, and at every visit from then no flare, CRP below a limit and"
                    + " the taper kept: yes (1) or no (0) at every visit up to which that holds.",
            "SAPHYR, NCT03600818; the parts not confirmed in a source",
            Yields.YES_OR_NO,
            DefinedAt.FOLLOW_UP,
            List.of(
                    Input.needed("remission", "remission of signs and symptoms: yes (1) or no (0)"),
                    Input.needed("flare", "flare since the visit before: yes (1) or no (0)"),
                    Input.needed("crp", "C-reactive protein, in the unit of its limit"),
                    Input.optional("taper-kept", "taper adhered to since the visit before: yes (1) or no (0)")),
            List.of(
                    new Setting("from-week", "12", "the week from which remission is kept"),
                    new Setting("crp-below", "10", "limit of CRP, exclusive"),
                    new Setting("taper", "must-be-kept", "must-be-kept or ignored")),
            settings -> {
                double from = settings.decimal("from-week").doubleValue();
                SustainedRemission rule = new SustainedRemission(
                        settings.decimal("crp-below"), settings.choice("taper", SustainedRemission.Taper.class));
                return course -> Outcome.of(rule.judge(course.visits().stream()
                        .filter(moment -> moment.week() >= from)
                        .map(moment -> remission(moment.measures()))
                        .toList()));
            });

    /** The rules, in catalogue order. */
    public static final List<EndpointRule> ALL =
            List.of(ACTIVITY_SCORE, REMISSION, FLARE, SEMAPHORE, SUSTAINED_REMISSION);

    private PolymyalgiaRules() {}

    private static CrpUnit crpUnit(Settings settings) {
        return settings.choice(
                "crp-unit", Map.of("mg/L", CrpUnit.MILLIGRAMS_PER_LITRE, "mg/dL", CrpUnit.MILLIGRAMS_PER_DECILITRE));
    }

    private static PolymyalgiaActivityScore score(Measures measures, CrpUnit unit) {
        return new PolymyalgiaActivityScore(
                measures.value("crp"),
                unit,
                measures.value("pain"),
                measures.value("physician-global"),
                measures.value("stiffness"),
                whole(measures.value("upper-limbs")));
    }

    private static SustainedRemission.Visit remission(Measures measures) {
        return new SustainedRemission.Visit(
                yes(measures.value("remission")),
                yes(measures.value("flare")),
                measures.value("crp"),
                yes(measures.value("taper-kept")));
    }

    private static @Nullable Boolean yes(@Nullable BigDecimal value) {
        return value == null ? null : value.signum() != 0;
    }

    private static @Nullable Integer whole(@Nullable BigDecimal value) {
        if (value == null) {
            return null;
        }
        try {
            return value.intValueExact();
        } catch (ArithmeticException fraction) {
            throw new IllegalArgumentException(
                    "elevation of upper limbs: expected 0, 1, 2 or 3, found " + value.toPlainString(), fraction);
        }
    }

    private static Derived<ExactRatio> dose(Measures measures, String when) {
        BigDecimal dose = measures.value("dose");
        return Derived.ofNullable(dose == null ? null : ExactRatio.of(dose), "no dose at " + when);
    }
}
