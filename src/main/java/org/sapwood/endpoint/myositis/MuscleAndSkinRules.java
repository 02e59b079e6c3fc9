package org.sapwood.endpoint.myositis;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sapwood.endpoint.EndpointRule;
import org.sapwood.endpoint.EndpointRule.DefinedAt;
import org.sapwood.endpoint.EndpointRule.Input;
import org.sapwood.endpoint.EndpointRule.Measures;
import org.sapwood.endpoint.EndpointRule.Outcome;
import org.sapwood.endpoint.EndpointRule.Setting;
import org.sapwood.endpoint.EndpointRule.Yields;
import org.sapwood.endpoint.PublishedRule;
import org.sapwood.endpoint.Settings;
import org.sapwood.endpoint.response.NamedRule;

/** Muscle strength from its grades, and responses of the skin, as endpoint rules of a plan. */
public final class MuscleAndSkinRules {
    private static final String NECK = "neck-flexors";
    private static final List<Input> GRADES = grades();

    /** MMT-8 over both sides. */
    public static final EndpointRule BOTH_SIDES = new PublishedRule(
            "mmt8-150",
            "MMT-8, both sides",
            "Sum of the grades of the neck flexors and of seven muscles on each side, 0 to 150; missing when a grade is"
                    + " missing. Higher is better.",
            "IMACS core set",
            Yields.HIGHER_IS_BETTER,
            DefinedAt.EVERY_VISIT,
            GRADES,
            List.of(),
            settings -> course -> Outcome.of(test(course.visit()).bothSides()));

    /** MMT-8 over one side. */
    public static final EndpointRule ONE_SIDE = new PublishedRule(
            "mmt8-80",
            "MMT-8, one side",
            "Sum of the grades of the neck flexors and of seven muscles on the right, each taken from the left where"
                    + " the right was not testable, 0 to 80. Higher is better; never rescaled to 150.",
            "IMACS core set",
            Yields.HIGHER_IS_BETTER,
            DefinedAt.EVERY_VISIT,
            GRADES,
            List.of(),
            settings -> course -> Outcome.of(test(course.visit()).oneSide()));

    /** The rules, in catalogue order. */
    public static final List<EndpointRule> ALL = all();

    private MuscleAndSkinRules() {}

    private static List<EndpointRule> all() {
        List<EndpointRule> rules = new ArrayList<>(List.of(BOTH_SIDES, ONE_SIDE));
        CdasiResponse.ACTIVITY_RULES.forEach(rule -> rules.add(skin(rule)));
        return List.copyOf(rules);
    }

    private static EndpointRule skin(NamedRule rule) {
        return new PublishedRule(
                rule.id(),
                rule.label(),
                rule.label() + ", among patients with skin disease at baseline: yes (1) or no (0).",
                rule.source(),
                Yields.YES_OR_NO,
                DefinedAt.FOLLOW_UP,
                List.of(Input.needed("cdasi-activity", "CDASI activity, 0 to 100")),
                List.of(new Setting(
                        "smallest-baseline", "5", "activity at baseline from which a response can be shown")),
                settings -> {
                    BigDecimal smallest = settings.decimal("smallest-baseline");
                    return course -> Outcome.of(CdasiResponse.judge(
                            rule,
                            course.baseline().value("cdasi-activity"),
                            course.visit().value("cdasi-activity"),
                            smallest));
                });
    }

    private static List<Input> grades() {
        List<Input> inputs = new ArrayList<>();
        inputs.add(Input.needed(NECK, "grade 0 to 10"));
        for (String side : List.of("right-", "left-")) {
            for (ManualMuscleTest.Muscle muscle : ManualMuscleTest.Muscle.values()) {
                inputs.add(Input.optional(side + Settings.written(muscle), "grade 0 to 10"));
            }
        }
        return List.copyOf(inputs);
    }

    private static ManualMuscleTest test(Measures measures) {
        return new ManualMuscleTest(grade(measures, NECK), side(measures, "right-"), side(measures, "left-"));
    }

    private static Map<ManualMuscleTest.Muscle, Integer> side(Measures measures, String side) {
        Map<ManualMuscleTest.Muscle, Integer> grades = new EnumMap<>(ManualMuscleTest.Muscle.class);
        for (ManualMuscleTest.Muscle muscle : ManualMuscleTest.Muscle.values()) {
            Integer grade = grade(measures, side + Settings.written(muscle));
            if (grade != null) {
                grades.put(muscle, grade);
            }
        }
        return grades;
    }

    private static @Nullable Integer grade(Measures measures, String input) {
        BigDecimal value = measures.value(input);
        if (value == null) {
            return null;
        }
        try {
            return value.intValueExact();
        } catch (ArithmeticException fraction) {
            throw new IllegalArgumentException(
                    input + ": expected a whole grade in 0 to 10, found " + value.toPlainString(), fraction);
        }
    }
}
