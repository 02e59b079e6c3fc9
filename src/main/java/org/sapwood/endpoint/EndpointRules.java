package org.sapwood.endpoint;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sapwood.endpoint.lupus.LupusRules;
import org.sapwood.endpoint.myositis.MuscleAndSkinRules;
import org.sapwood.endpoint.myositis.MyositisRules;
import org.sapwood.endpoint.polymyalgia.PolymyalgiaRules;

/** The catalogue of endpoint rules: one explicit list. */
public final class EndpointRules {
    private static final List<EndpointRule> ALL = Stream.of(
                    MyositisRules.ALL,
                    MuscleAndSkinRules.ALL,
                    HealthAssessmentRules.ALL,
                    LupusRules.ALL,
                    PolymyalgiaRules.ALL)
            .flatMap(List::stream)
            .toList();

    private EndpointRules() {}

    /** {@return every rule, in catalogue order} */
    public static List<EndpointRule> all() {
        return ALL;
    }

    /** {@return the names of all rules} */
    public static List<String> names() {
        return ALL.stream().map(EndpointRule::name).toList();
    }

    /** {@return the rule of that name} */
    public static Optional<EndpointRule> named(String name) {
        return ALL.stream().filter(rule -> rule.name().equals(name)).findFirst();
    }
}
