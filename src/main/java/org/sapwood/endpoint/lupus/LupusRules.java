package org.sapwood.endpoint.lupus;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sapwood.endpoint.EndpointRule;
import org.sapwood.endpoint.EndpointRule.Course;
import org.sapwood.endpoint.EndpointRule.DefinedAt;
import org.sapwood.endpoint.EndpointRule.Input;
import org.sapwood.endpoint.EndpointRule.Measures;
import org.sapwood.endpoint.EndpointRule.Outcome;
import org.sapwood.endpoint.EndpointRule.Setting;
import org.sapwood.endpoint.EndpointRule.Yields;
import org.sapwood.endpoint.PublishedRule;
import org.sapwood.endpoint.Settings;

/** Lupus activity and response as endpoint rules of a plan. */
public final class LupusRules {
    private static final Input TOTAL = Input.needed("sledai", "SLEDAI, total score of one version");
    private static final Input PHYSICIAN = Input.needed("physician-global", "physician's global, 0 to 3");
    private static final Setting POINTS =
            new Setting("sledai-points", "4", "fall of the SLEDAI that is needed, inclusive");
    private static final Setting RISE =
            new Setting("physician-rise", "0.3", "rise of the physician's global that is worse, inclusive");

    /** SLEDAI from its items. */
    public static final EndpointRule SLEDAI = new PublishedRule(
            "sledai",
            "SLEDAI",
            "Sum of the weights of 24 items, 0 to 105; missing when an item was not assessed. Lower is better.",
            "Gladman and others 2002 (2K); Petri and others 2005 (SELENA)",
            Yields.LOWER_IS_BETTER,
            DefinedAt.EVERY_VISIT,
            LupusInputs.SLEDAI,
            List.of(new Setting("version", "selena", "glossary of the assessor: selena or sledai-2k")),
            settings -> {
                Sledai.Version version = settings.choice("version", Sledai.Version.class);
                return course ->
                        Outcome.of(LupusInputs.sledai(course.visit(), version).score());
            });

    /** BILAG as a number. */
    public static final EndpointRule BILAG_NUMERIC = new PublishedRule(
            "bilag-numeric",
            "BILAG, numeric",
            "Sum over nine systems of A 12, B 8, C 1, D and E 0; missing when a system was not graded. Lower is"
                    + " better.",
            "BILAG-2004",
            Yields.LOWER_IS_BETTER,
            DefinedAt.EVERY_VISIT,
            LupusInputs.BILAG,
            List.of(),
            settings -> course -> Outcome.of(LupusInputs.bilag(course.visit()).numeric()));

    /** One A or two B. */
    public static final EndpointRule BILAG_ONE_A_OR_TWO_B = new PublishedRule(
            "bilag-one-a-or-two-b",
            "at least one BILAG A or two BILAG B",
            "At least one system graded A, or at least two graded B: yes (1) or no (0).",
            "BILAG-2004",
            Yields.YES_OR_NO,
            DefinedAt.EVERY_VISIT,
            LupusInputs.BILAG,
            List.of(),
            settings -> course -> Outcome.of(LupusInputs.bilag(course.visit()).hasOneAOrTwoB()));

    /** The second component of the SLE responder index. */
    public static final EndpointRule SRI_BILAG = new PublishedRule(
            "sri-bilag",
            "no new BILAG A and at most one new BILAG B",
            "No system newly A since baseline, and at most one newly B: yes (1) or no (0).",
            SleResponderIndex.SOURCE,
            Yields.YES_OR_NO,
            DefinedAt.FOLLOW_UP,
            LupusInputs.BILAG,
            List.of(),
            settings -> course ->
                    Outcome.of(index(course, SleResponderIndex.Rule.SRI_4).bilag()));

    /** The first component of the SLE responder index. */
    public static final EndpointRule SRI_SLEDAI = new PublishedRule(
            "sri-sledai",
            "SLEDAI fell enough",
            "SLEDAI fell by at least 4 points since baseline: yes (1) or no (0).",
            SleResponderIndex.SOURCE,
            Yields.YES_OR_NO,
            DefinedAt.FOLLOW_UP,
            List.of(TOTAL),
            List.of(POINTS),
            settings -> {
                SleResponderIndex.Rule rule = new SleResponderIndex.Rule(
                        settings.decimal("sledai-points"), SleResponderIndex.Rule.SRI_4.physicianRise());
                return course -> Outcome.of(index(course, rule).sledai());
            });

    /** The third component of the SLE responder index. */
    public static final EndpointRule SRI_PHYSICIAN = new PublishedRule(
            "sri-physician",
            "physician's global not worse",
            "Physician's global (0 to 3) rose by less than 0.3 since baseline: yes (1) or no (0).",
            SleResponderIndex.SOURCE,
            Yields.YES_OR_NO,
            DefinedAt.FOLLOW_UP,
            List.of(PHYSICIAN),
            List.of(RISE),
            settings -> {
                SleResponderIndex.Rule rule = new SleResponderIndex.Rule(
                        SleResponderIndex.Rule.SRI_4.sledaiPoints(), settings.decimal("physician-rise"));
                return course -> Outcome.of(index(course, rule).physician());
            });

    /** The SLE responder index. */
    public static final EndpointRule SRI_4 = new PublishedRule(
            "sri-4",
            "SLE responder index",
            "SLEDAI fell by at least 4, no new BILAG A and at most one new BILAG B, and physician's global rose by less"
                    + " than 0.3: yes (1) or no (0); missing when a component is missing.",
            SleResponderIndex.SOURCE,
            Yields.YES_OR_NO,
            DefinedAt.FOLLOW_UP,
            sriInputs(),
            List.of(POINTS, RISE),
            settings -> {
                SleResponderIndex.Rule rule = new SleResponderIndex.Rule(
                        settings.decimal("sledai-points"), settings.decimal("physician-rise"));
                return course -> Outcome.of(index(course, rule).response());
            });

    private static final List<Input> KIDNEY = List.of(
            Input.needed("proteinuria", "proteinuria, in the unit of its limit"),
            Input.optional("sediment-inactive", "urinary sediment inactive (1) or active (0)"),
            Input.optional("albumin", "serum albumin, g/L"),
            Input.needed("creatinine", "serum creatinine, in one unit"));

    /** Complete renal remission. */
    public static final EndpointRule RENAL_COMPLETE = new PublishedRule(
            "renal-remission-complete",
            "complete renal remission",
            "Proteinuria below a limit, sediment inactive, albumin normal and creatinine near baseline: yes (1) or no"
                    + " (0). Trials differ, so every limit is a setting.",
            "footnote of PMC4349625; each limit by the plan",
            Yields.YES_OR_NO,
            DefinedAt.FOLLOW_UP,
            KIDNEY,
            List.of(
                    new Setting("proteinuria-below", "0.3", "limit of proteinuria, exclusive; none to leave it out"),
                    new Setting("sediment", "must-be-inactive", "must-be-inactive or ignored"),
                    new Setting("albumin-at-least", "35", "limit of albumin in g/L, inclusive; none to leave it out"),
                    new Setting(
                            "creatinine-within-percent",
                            "15",
                            "how far creatinine may exceed its baseline, inclusive; none to leave it out")),
            settings -> {
                RenalRemission rule = new RenalRemission(
                        orNull(settings, "proteinuria-below"),
                        settings.choice("sediment", RenalRemission.Sediment.class),
                        orNull(settings, "albumin-at-least"),
                        orNull(settings, "creatinine-within-percent"));
                return course -> Outcome.of(rule.judge(course.baseline().value("creatinine"), kidney(course.visit())));
            });

    /** Partial renal remission. */
    public static final EndpointRule RENAL_PARTIAL = new PublishedRule(
            "renal-remission-partial",
            "partial renal remission",
            "Proteinuria fell by a percentage of baseline and below a limit, and creatinine is near baseline: yes (1)"
                    + " or no (0). Trials differ, so every limit is a setting.",
            "convention; each limit by the plan",
            Yields.YES_OR_NO,
            DefinedAt.FOLLOW_UP,
            List.of(KIDNEY.get(0), KIDNEY.get(3)),
            List.of(
                    new Setting("proteinuria-fall-percent", "50", "fall of proteinuria that is needed, inclusive"),
                    new Setting("proteinuria-below", "3", "limit of proteinuria, exclusive; none to leave it out"),
                    new Setting(
                            "creatinine-within-percent",
                            "15",
                            "how far creatinine may exceed its baseline, inclusive; none to leave it out")),
            settings -> {
                PartialRenalRemission rule = new PartialRenalRemission(
                        settings.decimal("proteinuria-fall-percent"),
                        orNull(settings, "proteinuria-below"),
                        orNull(settings, "creatinine-within-percent"));
                return course -> Outcome.of(rule.judge(kidney(course.baseline()), kidney(course.visit())));
            });

    /** The rules, in catalogue order. */
    public static final List<EndpointRule> ALL = List.of(
            SLEDAI,
            BILAG_NUMERIC,
            BILAG_ONE_A_OR_TWO_B,
            SRI_4,
            SRI_SLEDAI,
            SRI_BILAG,
            SRI_PHYSICIAN,
            RENAL_COMPLETE,
            RENAL_PARTIAL);

    private LupusRules() {}

    private static List<Input> sriInputs() {
        List<Input> inputs = new ArrayList<>(List.of(TOTAL));
        inputs.addAll(LupusInputs.BILAG);
        inputs.add(PHYSICIAN);
        return inputs;
    }

    private static SleResponderIndex index(Course course, SleResponderIndex.Rule rule) {
        return SleResponderIndex.of(visit(course.baseline()), visit(course.visit()), rule);
    }

    private static SleResponderIndex.Visit visit(Measures measures) {
        Bilag bilag = LupusInputs.bilag(measures);
        return new SleResponderIndex.Visit(
                measures.value("sledai"), bilag.grades().isEmpty() ? null : bilag, measures.value("physician-global"));
    }

    private static RenalRemission.Kidney kidney(Measures measures) {
        BigDecimal inactive = measures.value("sediment-inactive");
        return new RenalRemission.Kidney(
                measures.value("proteinuria"),
                inactive == null ? null : inactive.signum() != 0,
                measures.value("albumin"),
                measures.value("creatinine"));
    }

    private static @Nullable BigDecimal orNull(Settings settings, String name) {
        return settings.decimalOrNone(name).isKnown() ? settings.decimal(name) : null;
    }
}
