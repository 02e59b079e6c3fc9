package org.sapwood.endpoint.myositis;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sapwood.endpoint.Derived;
import org.sapwood.endpoint.EndpointRule;
import org.sapwood.endpoint.EndpointRule.DefinedAt;
import org.sapwood.endpoint.EndpointRule.Outcome;
import org.sapwood.endpoint.EndpointRule.Setting;
import org.sapwood.endpoint.EndpointRule.Yields;
import org.sapwood.endpoint.ExactRatio;
import org.sapwood.endpoint.Judgement;
import org.sapwood.endpoint.PublishedRule;
import org.sapwood.endpoint.Settings;

/** The myositis response criteria as endpoint rules of a plan. */
public final class MyositisRules {
    private static final List<Setting> DOI_SETTINGS = withZeroBaseline();
    private static final Setting MISSING_COMPONENT = new Setting(
            "missing-component",
            "zero",
            "what a missing component scores that is not required: zero (a lower bound) or full-points (an upper bound)");
    private static final List<Setting> TIS_SETTINGS = withMissingComponent();

    /** The 2016 ACR/EULAR total improvement score. */
    public static final EndpointRule TOTAL_IMPROVEMENT = new PublishedRule(
            "total-improvement-score",
            "2016 ACR/EULAR total improvement score",
            "Sum of points for the absolute percent improvement of six core set measures, 0 to 100; classes from"
                    + " 20 (minimal), 40 (moderate) and 60 (major). Higher is better.",
            TisPoints.SOURCE,
            Yields.HIGHER_IS_BETTER,
            DefinedAt.FOLLOW_UP,
            CoreSetInputs.ALL,
            TIS_SETTINGS,
            MyositisRules::score);

    /** The highest total improvement score a patient can reach. */
    public static final EndpointRule ATTAINABLE_IMPROVEMENT = new PublishedRule(
            "attainable-improvement-score",
            "highest attainable total improvement score",
            "The total improvement score if every core set measure became normal: what this baseline allows, 0 to 100,"
                    + " the same at every visit. A measure missing at baseline adds nothing.",
            TisPoints.SOURCE,
            Yields.HIGHER_IS_BETTER,
            DefinedAt.EVERY_VISIT,
            CoreSetInputs.ALL,
            CoreSetInputs.SETTINGS,
            MyositisRules::attainable);

    /** The IMACS preliminary definition of improvement. */
    public static final EndpointRule IMPROVEMENT = new PublishedRule(
            "definition-of-improvement",
            "IMACS definition of improvement",
            "At least 3 of 6 core set measures better by 20 % of baseline, at most 2 worse by 25 %, and manual"
                    + " muscle testing not among the worse: yes (1) or no (0).",
            DoiRule.SOURCE,
            Yields.YES_OR_NO,
            DefinedAt.FOLLOW_UP,
            CoreSetInputs.ALL,
            DOI_SETTINGS,
            MyositisRules::improvement);

    /** Deterioration at one visit as in the ProDERM trial. */
    public static final EndpointRule DETERIORATION = new PublishedRule(
            "proderm-deterioration",
            "ProDERM deterioration",
            "Physician global worse by 2 cm and manual muscle testing by 20 %, or extramuscular global worse by 2 cm,"
                    + " or 3 of 5 measures other than the enzyme worse by 30 %: yes (1) or no (0). It is confirmed at two"
                    + " consecutive visits: compose with \"confirmed\".",
            Deterioration.SOURCE,
            Yields.YES_OR_NO,
            DefinedAt.FOLLOW_UP,
            CoreSetInputs.ALL.stream()
                    .filter(input -> !CoreSetInputs.ENZYMES_ONLY.contains(input))
                    .toList(),
            CoreSetInputs.SETTINGS.subList(0, 2),
            MyositisRules::deterioration);

    /** The muscle enzyme that is followed, in folds of its limit or as a fraction of its range. */
    public static final EndpointRule MOST_ABNORMAL_ENZYME = new PublishedRule(
            "most-abnormal-enzyme",
            "most abnormal muscle enzyme at baseline",
            "The enzyme most abnormal at baseline, the same at every visit, as value / upper limit of normal"
                    + " (fold-of-limit) or value / range (fraction-of-range). Lower is better.",
            TisPoints.SOURCE,
            Yields.LOWER_IS_BETTER,
            DefinedAt.EVERY_VISIT,
            CoreSetInputs.ENZYMES_ONLY,
            CoreSetInputs.ENZYME_SETTINGS,
            MyositisRules::enzyme);

    /** The rules, in catalogue order. */
    public static final List<EndpointRule> ALL =
            List.of(TOTAL_IMPROVEMENT, ATTAINABLE_IMPROVEMENT, IMPROVEMENT, DETERIORATION, MOST_ABNORMAL_ENZYME);

    private MyositisRules() {}

    private static List<Setting> withZeroBaseline() {
        List<Setting> settings = new ArrayList<>();
        settings.add(new Setting(
                "zero-baseline",
                "worse-above-noise",
                "a measure of 0 at baseline: worse-above-noise, never-worse or smallest-step"));
        settings.addAll(CoreSetInputs.SETTINGS);
        return settings;
    }

    private static List<Setting> withMissingComponent() {
        List<Setting> settings = new ArrayList<>(CoreSetInputs.SETTINGS);
        settings.add(MISSING_COMPONENT);
        return settings;
    }

    private enum MissingComponent {
        ZERO("a component is missing and scores 0") {
            @Override
            BigDecimal bound(TotalImprovementScore score) {
                return score.lowerBound();
            }
        },
        FULL_POINTS("a component is missing and has full points") {
            @Override
            BigDecimal bound(TotalImprovementScore score) {
                return score.upperBound();
            }
        };

        private final String remark;

        MissingComponent(String remark) {
            this.remark = remark;
        }

        abstract BigDecimal bound(TotalImprovementScore score);
    }

    private static PublishedRule.Formula score(Settings settings) {
        TisRule rule = TisRule.ADULT.with(CoreSetInputs.scales(settings));
        MissingComponent missing = settings.choice(MISSING_COMPONENT.name(), MissingComponent.class);
        return course -> {
            TotalImprovementScore score =
                    rule.score(CoreSetInputs.of(course.baseline()), CoreSetInputs.of(course.visit()));
            String remark = score.flags().contains(TotalImprovementScore.Flag.COMPONENT_MISSING) ? missing.remark : "";
            return score.score().map(known -> new Outcome(missing.bound(score), remark));
        };
    }

    private static PublishedRule.Formula attainable(Settings settings) {
        TisRule rule = TisRule.ADULT.with(CoreSetInputs.scales(settings));
        return course -> {
            CoreSetMeasures baseline = CoreSetInputs.of(course.baseline());
            return Derived.of(new Outcome(rule.score(baseline, baseline).attainable(), ""));
        };
    }

    private static DoiRule doi(Settings settings) {
        return DoiRule.IMACS
                .with(CoreSetInputs.scales(settings))
                .with(settings.choice("zero-baseline", ZeroBaseline.class));
    }

    private static PublishedRule.Formula improvement(Settings settings) {
        DoiRule rule = doi(settings);
        return course -> yesOrNo(rule.judge(CoreSetInputs.of(course.baseline()), CoreSetInputs.of(course.visit()))
                .isMet());
    }

    private static Derived<Outcome> yesOrNo(Derived<Boolean> met) {
        return Outcome.of(new Judgement(met, List.of()));
    }

    private static PublishedRule.Formula deterioration(Settings settings) {
        CoreSetScales.AnalogueScale analogue = CoreSetInputs.analogueScale(settings);
        CoreSetScales.MuscleTesting testing = CoreSetInputs.muscleTesting(settings);
        CoreSetScales scales = new CoreSetScales(
                analogue, testing, CoreSetScales.STANDARD.enzymeMultiples(), CoreSetScales.STANDARD.mostAbnormal());
        return course ->
                yesOrNo(Deterioration.of(CoreSetInputs.of(course.baseline()), CoreSetInputs.of(course.visit()), scales)
                        .isPresent());
    }

    private static PublishedRule.Formula enzyme(Settings settings) {
        CoreSetScales scales = CoreSetInputs.enzymeScales(settings);
        return course -> {
            Optional<EnzymeChoice> choice = EnzymeChoice.at(CoreSetInputs.enzymesOf(course.baseline()), scales);
            if (choice.isEmpty()) {
                return Derived.missing("no muscle enzyme at baseline");
            }
            MuscleEnzyme enzyme = choice.get().enzyme();
            EnzymeLevel level =
                    CoreSetInputs.enzymesOf(course.visit()).enzymes().get(enzyme);
            if (level == null) {
                return Derived.missing(enzyme.label() + ", the most abnormal enzyme at baseline, was not measured");
            }
            ExactRatio value = scales.mostAbnormal() == CoreSetScales.MostAbnormal.FOLD_OF_LIMIT
                    ? level.foldOfLimit()
                    : level.foldOfLimit().dividedBy(ExactRatio.of(scales.multiple(enzyme)));
            BigDecimal decimal = value.toDecimal();
            return Derived.of(new Outcome(decimal, ""));
        };
    }

    /**
     * The total improvement score of one patient, line by line.
     *
     * @param baseline what was measured at baseline
     * @param followUp what was measured at the visit
     * @param settings as a plan writes them
     * @return values, points and the score, for people
     * @throws IllegalArgumentException when a setting or a value is not one the instrument has
     */
    public static List<String> explainScore(
            EndpointRule.Measures baseline, EndpointRule.Measures followUp, Map<String, String> settings) {
        TisRule rule = TisRule.ADULT.with(CoreSetInputs.scales(new Settings(CoreSetInputs.SETTINGS, settings)));
        return CoreSetExplanation.of(rule.score(CoreSetInputs.of(baseline), CoreSetInputs.of(followUp)), rule);
    }

    /**
     * The definition of improvement of one patient, line by line.
     *
     * @param baseline what was measured at baseline
     * @param followUp what was measured at the visit
     * @param settings as a plan writes them
     * @return changes and the judgement, for people
     * @throws IllegalArgumentException when a setting or a value is not one the instrument has
     */
    public static List<String> explainImprovement(
            EndpointRule.Measures baseline, EndpointRule.Measures followUp, Map<String, String> settings) {
        DoiRule rule = doi(new Settings(DOI_SETTINGS, settings));
        return CoreSetExplanation.of(rule.judge(CoreSetInputs.of(baseline), CoreSetInputs.of(followUp)));
    }
}
