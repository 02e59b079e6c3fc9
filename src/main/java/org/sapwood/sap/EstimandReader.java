package org.sapwood.sap;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sapwood.sap.Estimand.MissingRule;
import org.sapwood.yaml.Suggestion;
import org.sapwood.yaml.YamlMapping;
import org.sapwood.yaml.YamlScalar;

/** Reads intercurrent events, and the five attributes of each estimand. */
final class EstimandReader {
    private final Names names;
    private final Treatments treatments;

    EstimandReader(Names names, Treatments treatments) {
        this.names = names;
        this.treatments = treatments;
    }

    IntercurrentEvent intercurrentEvent(String id, YamlMapping event) {
        event.rejectUnknown("label", "dataset", "where", "day", "reason", "endpoint");
        String place = event.place().toString();
        if (event.has("endpoint")) {
            for (String key : new String[] {"dataset", "where", "day", "reason"}) {
                if (event.has(key)) {
                    event.complainAbout(
                            key,
                            "an event derived from an endpoint has no \"" + key + "\"",
                            "Keep \"endpoint\", or \"dataset\", \"where\" and \"day\".");
                }
            }
            return new IntercurrentEvent(
                    id,
                    event.text("label"),
                    "",
                    Condition.always(),
                    "",
                    "",
                    names.use("endpoint", event, "endpoint"),
                    place);
        }
        return new IntercurrentEvent(
                id,
                event.text("label"),
                names.use("dataset", event, "dataset"),
                ConditionReader.optional(event, "where"),
                event.text("day"),
                event.text("reason", ""),
                "",
                place);
    }

    Estimand estimand(String id, YamlMapping estimand) {
        estimand.rejectUnknown(
                "label",
                "population",
                "principal-stratum",
                "variable",
                "visit",
                "treatment",
                "intercurrent-events",
                "failure",
                "missing",
                "summary");
        Map<String, IntercurrentEventStrategy> strategies = new LinkedHashMap<>();
        estimand.optionalMapping("intercurrent-events")
                .ifPresent(events -> events.keys().forEach(event -> {
                    names.check("intercurrent event", event, events, event);
                    strategies.put(event, events.choice(event, IntercurrentEventStrategy.class));
                }));
        String test = "";
        String reference = "";
        boolean eachArm =
                estimand.node("treatment").orElse(null) instanceof YamlScalar word && describesEachArm(estimand, word);
        Optional<YamlMapping> contrast = eachArm ? Optional.empty() : estimand.optionalMapping("treatment");
        if (contrast.isPresent()) {
            contrast.get().rejectUnknown("test", "reference");
            test = names.use("arm", contrast.get(), "test");
            reference = names.useOptional("arm", contrast.get(), "reference");
            if (!test.isEmpty() && test.equals(reference)) {
                contrast.get().complainAbout("reference", "an arm is not compared with itself", "Name the other arm.");
            }
        } else if (!eachArm && treatments.arms().size() > 1) {
            estimand.complainAbout(
                    "treatment",
                    "an estimand of a study with several arms names its contrast",
                    "Add \"treatment: {test: …, reference: …}\", \"treatment: {test: …}\" for one arm alone, or"
                            + " \"treatment: each-arm\" where arms are described and not compared.");
        } else if (!eachArm && !treatments.arms().isEmpty()) {
            test = treatments.arms().get(0).id();
        }
        Optional<BigDecimal> failure = estimand.optionalDecimal("failure");
        return new Estimand(
                id,
                estimand.text("label"),
                names.use("analysis set", estimand, "population"),
                ConditionReader.optional(estimand, "principal-stratum"),
                names.use("endpoint", estimand, "variable"),
                names.useOptional("visit", estimand, "visit"),
                test,
                reference,
                strategies,
                failure.orElse(null),
                missing(estimand, strategies),
                estimand.text("summary"),
                estimand.place().toString());
    }

    private static boolean describesEachArm(YamlMapping estimand, YamlScalar word) {
        String each = "each-arm";
        if (!word.raw().equals(each)) {
            estimand.complainAbout(
                    "treatment",
                    "expected test and reference, or each-arm; found \"" + word.raw() + "\"",
                    Suggestion.remedy(word.raw(), List.of(each)));
        }
        return true;
    }

    /** What follows a hypothetical event is set aside, so that nobody may leave open what stands in its place. */
    private static MissingRule missing(YamlMapping estimand, Map<String, IntercurrentEventStrategy> strategies) {
        MissingRule rule = estimand.choice("missing", MissingRule.LEFT_OUT);
        if (strategies.containsValue(IntercurrentEventStrategy.HYPOTHETICAL)) {
            if (!estimand.has("missing")) {
                estimand.complainAbout(
                        "missing",
                        "a hypothetical strategy sets values aside, and the estimand does not say what stands in their"
                                + " place",
                        "Add \"missing: left-out\" (a mixed model or imputation then stands for them), or take another"
                                + " strategy.");
            } else if (rule == MissingRule.NON_RESPONSE) {
                estimand.complainAbout(
                        "missing",
                        "values set aside by a hypothetical strategy would count as non-response, which is the"
                                + " composite strategy",
                        "Write \"composite\" for the event, or \"missing: left-out\".");
            }
        }
        return rule;
    }
}
