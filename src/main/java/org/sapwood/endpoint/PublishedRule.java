package org.sapwood.endpoint;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * An endpoint rule as its parts.
 *
 * @param name the name plans use
 * @param title what methods text and provenance call it
 * @param definition what is derived, one or two sentences
 * @param source where the definition comes from
 * @param yields what its values are
 * @param definedAt at which visits it has values
 * @param inputs what it is derived from
 * @param settings what the plan decides
 * @param formula the derivation under given settings; throws IllegalArgumentException when one is not known
 */
public record PublishedRule(
        String name,
        String title,
        String definition,
        String source,
        Yields yields,
        DefinedAt definedAt,
        List<Input> inputs,
        List<Setting> settings,
        Function<Settings, Formula> formula)
        implements EndpointRule {

    /** Derives one value. */
    @FunctionalInterface
    public interface Formula {
        /**
         * Derives the value of one subject at one visit.
         *
         * @param course baseline and the visits up to that one
         * @return the value, or why there is none
         */
        Derived<Outcome> derive(Course course);
    }

    public PublishedRule {
        inputs = List.copyOf(inputs);
        settings = List.copyOf(settings);
    }

    @Override
    public Calculation with(Map<String, String> written) {
        Settings chosen = new Settings(settings, written);
        Formula fixed = formula.apply(chosen);
        return new Calculation() {
            @Override
            public String describe() {
                return settings.isEmpty() ? title : title + " (" + chosen.inWords() + ")";
            }

            @Override
            public Derived<Outcome> derive(Course course) {
                return fixed.derive(course);
            }
        };
    }
}
