package org.sapwood.endpoint;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sapwood.endpoint.EndpointRule.DefinedAt;
import org.sapwood.endpoint.EndpointRule.Input;
import org.sapwood.endpoint.EndpointRule.Measures;
import org.sapwood.endpoint.EndpointRule.Outcome;
import org.sapwood.endpoint.EndpointRule.Setting;
import org.sapwood.endpoint.EndpointRule.Yields;

/** The HAQ disability index as an endpoint rule of a plan. */
final class HealthAssessmentRules {

    /** The index from its 20 items and eight aids. */
    static final EndpointRule DISABILITY_INDEX = new PublishedRule(
            "haq-di",
            "HAQ-DI",
            "Mean over eight categories of the worst item, 0 to 3; an aid raises a category to 2; at least six"
                    + " categories must be answered. Lower is better: a higher index is more disability.",
            "Fries and others 1980",
            Yields.LOWER_IS_BETTER,
            DefinedAt.EVERY_VISIT,
            inputs(),
            List.of(new Setting("aids", "raise-to-two", "whether aids count: raise-to-two or ignored")),
            settings -> {
                HealthAssessment.Aids aids = settings.choice("aids", HealthAssessment.Aids.class);
                return course -> Outcome.of(
                        assessment(course.visit()).disabilityIndex(aids).map(ExactRatio::toDecimal));
            });

    /** The rules, in catalogue order. */
    static final List<EndpointRule> ALL = List.of(DISABILITY_INDEX);

    private HealthAssessmentRules() {}

    private static List<Input> inputs() {
        List<Input> inputs = new ArrayList<>();
        for (HealthAssessment.Category category : HealthAssessment.Category.values()) {
            for (int item = 1; item <= category.items(); item++) {
                inputs.add(Input.optional(Settings.written(category) + "-" + item, "item, 0 to 3"));
            }
            inputs.add(Input.optional(Settings.written(category) + "-aid", "aid, device or help used (1) or not (0)"));
        }
        return inputs;
    }

    private static HealthAssessment assessment(Measures measures) {
        Map<HealthAssessment.Category, List<Integer>> items = new EnumMap<>(HealthAssessment.Category.class);
        Set<HealthAssessment.Category> aided = EnumSet.noneOf(HealthAssessment.Category.class);
        for (HealthAssessment.Category category : HealthAssessment.Category.values()) {
            List<Integer> answers = new ArrayList<>();
            for (int item = 1; item <= category.items(); item++) {
                BigDecimal answer = measures.value(Settings.written(category) + "-" + item);
                if (answer != null) {
                    answers.add(whole(Settings.written(category) + "-" + item, answer));
                }
            }
            items.put(category, answers);
            BigDecimal aid = measures.value(Settings.written(category) + "-aid");
            if (aid != null && aid.signum() != 0) {
                aided.add(category);
            }
        }
        return new HealthAssessment(items, aided);
    }

    private static int whole(String item, BigDecimal value) {
        try {
            return value.intValueExact();
        } catch (ArithmeticException fraction) {
            throw new IllegalArgumentException(
                    item + ": expected a whole number, found " + value.toPlainString(), fraction);
        }
    }
}
