package org.sapwood.sap;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sapwood.yaml.YamlMapping;
import org.sapwood.yaml.YamlScalar;

/** Reads one endpoint; its form follows from the field it has: {@code rule}, {@code change-of}, {@code time} … */
final class EndpointReader {
    private final Names names;

    EndpointReader(Names names) {
        this.names = names;
    }

    EndpointSpec read(String id, YamlMapping endpoint) {
        if (endpoint.has("rule")) {
            return derived(id, endpoint);
        }
        if (endpoint.has("change-of") || endpoint.has("percent-change-of")) {
            return change(id, endpoint);
        }
        if (endpoint.has("responder-on")) {
            return responder(id, endpoint);
        }
        if (endpoint.has("classes-of")) {
            return classes(id, endpoint);
        }
        if (endpoint.has("time")) {
            endpoint.rejectUnknown("label", "dataset", "where", "time", "censor", "unit");
            return new EndpointSpec.TimeTo(
                    id,
                    endpoint.text("label"),
                    names.use("dataset", endpoint, "dataset"),
                    ConditionReader.optional(endpoint, "where"),
                    endpoint.text("time"),
                    endpoint.text("censor", "CNSR"),
                    endpoint.text("unit", "days"),
                    place(endpoint));
        }
        endpoint.rejectUnknown(
                "label",
                "dataset",
                "where",
                "value",
                "unit",
                "rule",
                "change-of",
                "percent-change-of",
                "responder-on",
                "classes-of",
                "time");
        return new EndpointSpec.Recorded(
                id,
                endpoint.text("label"),
                names.use("dataset", endpoint, "dataset"),
                ConditionReader.optional(endpoint, "where"),
                endpoint.text("value", "AVAL"),
                endpoint.text("unit", ""),
                place(endpoint));
    }

    private EndpointSpec derived(String id, YamlMapping endpoint) {
        endpoint.rejectUnknown("label", "rule", "inputs", "settings");
        Map<String, String> inputs = new LinkedHashMap<>();
        YamlMapping given = endpoint.mapping("inputs");
        given.keys().forEach(input -> inputs.put(input, names.use("endpoint", given, input)));
        Map<String, String> settings = new LinkedHashMap<>();
        Optional<YamlMapping> chosen = endpoint.optionalMapping("settings");
        chosen.ifPresent(fields -> fields.fields()
                .forEach((name, node) ->
                        node.asScalar().flatMap(YamlScalar::text).ifPresent(text -> settings.put(name, text))));
        return new EndpointSpec.Derived(
                id, endpoint.text("label"), endpoint.text("rule"), inputs, settings, place(endpoint));
    }

    private EndpointSpec change(String id, YamlMapping endpoint) {
        endpoint.rejectUnknown("label", "change-of", "percent-change-of");
        boolean percent = endpoint.has("percent-change-of");
        return new EndpointSpec.Change(
                id,
                endpoint.text("label"),
                names.use("endpoint", endpoint, percent ? "percent-change-of" : "change-of"),
                percent,
                place(endpoint));
    }

    private EndpointSpec responder(String id, YamlMapping endpoint) {
        endpoint.rejectUnknown("label", "responder-on", "at-least", "at-most", "baseline-at-least");
        Optional<BigDecimal> atLeast = endpoint.optionalDecimal("at-least");
        Optional<BigDecimal> atMost = endpoint.optionalDecimal("at-most");
        if (atLeast.isEmpty()
                && atMost.isEmpty()
                && !endpoint.isMisspelt("at-least")
                && !endpoint.isMisspelt("at-most")) {
            endpoint.complaints()
                    .add(endpoint.place(), "a responder needs a threshold", "Add \"at-least: …\" or \"at-most: …\".");
        }
        return new EndpointSpec.Responder(
                id,
                endpoint.text("label"),
                names.use("endpoint", endpoint, "responder-on"),
                atLeast.orElse(null),
                atMost.orElse(null),
                endpoint.optionalDecimal("baseline-at-least").orElse(null),
                place(endpoint));
    }

    private EndpointSpec classes(String id, YamlMapping endpoint) {
        endpoint.rejectUnknown("label", "classes-of", "classes");
        List<EndpointSpec.Band> bands = new ArrayList<>();
        for (YamlMapping band : endpoint.mappings("classes")) {
            band.rejectUnknown("label", "at-least");
            Optional<BigDecimal> atLeast = band.optionalDecimal("at-least");
            if (atLeast.isEmpty() != bands.isEmpty() && !band.isMisspelt("at-least")) {
                band.complaints()
                        .add(
                                band.place(),
                                "every class but the first says from which value it begins",
                                "Write the lowest class first, without \"at-least\".");
            }
            bands.add(new EndpointSpec.Band(band.text("label"), atLeast.orElse(null)));
        }
        return new EndpointSpec.Classes(
                id, endpoint.text("label"), names.use("endpoint", endpoint, "classes-of"), bands, place(endpoint));
    }

    private static String place(YamlMapping endpoint) {
        return endpoint.place().toString();
    }
}
