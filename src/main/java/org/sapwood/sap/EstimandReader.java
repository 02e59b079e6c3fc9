package org.sapwood.sap;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.sapwood.yaml.YamlMapping;

/** Reads intercurrent events, and the five attributes of each estimand. */
final class EstimandReader {
    private final Names names;
    private final Treatments treatments;

    EstimandReader(Names names, Treatments treatments) {
        this.names = names;
        this.treatments = treatments;
    }

    IntercurrentEvent intercurrentEvent(String id, YamlMapping event) {
        event.rejectUnknown("label", "dataset", "where", "day");
        return new IntercurrentEvent(
                id,
                event.text("label"),
                names.use("dataset", event, "dataset"),
                ConditionReader.optional(event, "where"),
                event.text("day"),
                event.place().toString());
    }

    Estimand estimand(String id, YamlMapping estimand) {
        estimand.rejectUnknown(
                "label", "population", "variable", "visit", "treatment", "intercurrent-events", "missing", "summary");
        Map<String, IntercurrentEvent.Strategy> strategies = new LinkedHashMap<>();
        estimand.optionalMapping("intercurrent-events")
                .ifPresent(events -> events.keys().forEach(event -> {
                    names.check("intercurrent event", event, events, event);
                    strategies.put(event, events.choice(event, IntercurrentEvent.Strategy.class));
                }));
        String test = "";
        String reference = "";
        Optional<YamlMapping> contrast = estimand.optionalMapping("treatment");
        if (contrast.isPresent()) {
            contrast.get().rejectUnknown("test", "reference");
            test = names.use("arm", contrast.get(), "test");
            reference = names.useOptional("arm", contrast.get(), "reference");
            if (!test.isEmpty() && test.equals(reference)) {
                contrast.get().complainAbout("reference", "an arm is not compared with itself", "Name the other arm.");
            }
        } else if (treatments.arms().size() > 1) {
            estimand.complainAbout(
                    "treatment",
                    "an estimand of a study with several arms names its contrast",
                    "Add \"treatment: {test: …, reference: …}\", or \"treatment: {test: …}\" for one arm alone.");
        } else if (!treatments.arms().isEmpty()) {
            test = treatments.arms().get(0).id();
        }
        return new Estimand(
                id,
                estimand.text("label"),
                names.use("analysis set", estimand, "population"),
                names.use("endpoint", estimand, "variable"),
                names.useOptional("visit", estimand, "visit"),
                test,
                reference,
                strategies,
                estimand.choice("missing", Estimand.MissingRule.LEFT_OUT),
                estimand.text("summary"),
                estimand.place().toString());
    }
}
