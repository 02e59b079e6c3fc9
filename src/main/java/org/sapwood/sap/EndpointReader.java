package org.sapwood.sap;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sapwood.yaml.Suggestion;
import org.sapwood.yaml.YamlMapping;
import org.sapwood.yaml.YamlScalar;

/** Reads one endpoint; its form follows from the field it has: {@code rule}, {@code change-of}, {@code time} … */
final class EndpointReader {

    /** Reads one form of endpoint. */
    @FunctionalInterface
    interface Form {
        EndpointSpec read(String id, YamlMapping endpoint);
    }

    private static final Map<String, Threshold.Movement> MOVEMENTS = movements();

    private final Names names;

    /** Form by the field that tells it; an endpoint with none of them is recorded by visit. */
    private final Map<String, Form> forms = new LinkedHashMap<>();

    /** The fields of an endpoint recorded by visit. */
    private static final List<String> RECORDED = List.of(
            "label", "dataset", "where", "value", "codes", "below-limit", "unit", "instrument", "range", "better");

    EndpointReader(Names names) {
        this.names = names;
        forms.put("rule", this::derived);
        forms.put("change-of", (id, endpoint) -> change(id, endpoint, "change-of"));
        forms.put("percent-change-of", (id, endpoint) -> change(id, endpoint, "percent-change-of"));
        forms.put("responder-on", this::responder);
        forms.put("classes-of", this::classes);
        forms.put("time", this::timeTo);
        forms.put("ratio-of", this::ratio);
        forms.put("logarithm-of", this::logarithm);
        forms.put("diary", new DiaryReader(names)::read);
        forms.putAll(new CompositionReader(names).forms());
    }

    private static Map<String, Threshold.Movement> movements() {
        Map<String, Threshold.Movement> movements = new LinkedHashMap<>();
        for (Threshold.Movement movement : Threshold.Movement.values()) {
            movements.put(YamlScalar.written(movement), movement);
        }
        return movements;
    }

    EndpointSpec read(String id, YamlMapping endpoint) {
        for (Map.Entry<String, Form> form : forms.entrySet()) {
            if (endpoint.has(form.getKey())) {
                return form.getValue().read(id, endpoint);
            }
        }
        return recorded(id, endpoint, misspeltForm(endpoint));
    }

    /** {@return whether a field was meant to say the form; it is complained about, and what follows from it is not} */
    private boolean misspeltForm(YamlMapping endpoint) {
        for (String field : endpoint.keys()) {
            if (!RECORDED.contains(field)) {
                Optional<String> form = Suggestion.nearest(field, known()).filter(forms::containsKey);
                if (form.isPresent()) {
                    endpoint.complainAbout(
                            field, "no field named \"" + field + "\"", "Did you mean \"" + form.get() + "\"?");
                    return true;
                }
            }
        }
        return false;
    }

    private List<String> known() {
        List<String> known = new ArrayList<>(RECORDED);
        known.addAll(forms.keySet());
        return known;
    }

    private EndpointSpec recorded(String id, YamlMapping endpoint, boolean otherForm) {
        if (!otherForm) {
            endpoint.rejectUnknown(known().toArray(String[]::new));
        }
        Map<String, BigDecimal> codes = new LinkedHashMap<>();
        endpoint.optionalMapping("codes")
                .ifPresent(texts -> texts.keys().forEach(text -> codes.put(text, texts.decimal(text))));
        return new EndpointSpec.Recorded(
                id,
                endpoint.text("label"),
                otherForm ? "" : names.use("dataset", endpoint, "dataset"),
                ConditionReader.optional(endpoint, "where"),
                endpoint.text("value", "AVAL"),
                codes,
                endpoint.choice("below-limit", BelowLimit.MISSING),
                scale(endpoint),
                endpoint.text("unit", ""),
                place(endpoint));
    }

    private EndpointSpec derived(String id, YamlMapping endpoint) {
        endpoint.rejectUnknown("label", "rule", "inputs", "items", "settings", "instrument", "range", "better");
        Map<String, String> inputs = new LinkedHashMap<>();
        Optional<YamlMapping> given = endpoint.optionalMapping("inputs");
        given.ifPresent(mapping ->
                mapping.keys().forEach(input -> inputs.put(input, names.use("endpoint", mapping, input))));
        EndpointSpec.@Nullable Items items =
                endpoint.optionalMapping("items").map(this::items).orElse(null);
        if (given.isEmpty() && items == null && !endpoint.isMisspelt("inputs") && !endpoint.isMisspelt("items")) {
            endpoint.complaints()
                    .add(endpoint.place(), "a rule needs its inputs", "Add \"inputs: {…}\" or \"items: {…}\".");
        }
        Map<String, String> settings = new LinkedHashMap<>();
        Optional<YamlMapping> chosen = endpoint.optionalMapping("settings");
        chosen.ifPresent(fields -> fields.fields()
                .forEach((name, node) ->
                        node.asScalar().flatMap(YamlScalar::text).ifPresent(text -> settings.put(name, text))));
        return new EndpointSpec.Derived(
                id,
                endpoint.text("label"),
                endpoint.text("rule"),
                inputs,
                items,
                settings,
                scale(endpoint),
                place(endpoint));
    }

    private EndpointSpec.Items items(YamlMapping items) {
        items.rejectUnknown("dataset", "where", "name", "value", "names");
        Map<String, String> inputs = new LinkedHashMap<>();
        items.optionalMapping("names")
                .ifPresent(recorded -> recorded.keys().forEach(name -> inputs.put(name, recorded.text(name))));
        return new EndpointSpec.Items(
                names.use("dataset", items, "dataset"),
                ConditionReader.optional(items, "where"),
                items.text("name", "PARAMCD"),
                items.text("value", "AVAL"),
                inputs);
    }

    /** What an endpoint declares about its instrument; every field is optional. */
    static Scale scale(YamlMapping endpoint) {
        List<String> range = endpoint.optionalTexts("range");
        @Nullable BigDecimal low = null;
        @Nullable BigDecimal high = null;
        if (!range.isEmpty()) {
            try {
                low = new BigDecimal(range.get(0));
                high = range.size() == 1 ? null : new BigDecimal(range.get(1));
            } catch (NumberFormatException e) {
                endpoint.complainAbout("range", "expected [lowest, highest]; found " + range, "");
            }
            if (range.size() > 2) {
                endpoint.complainAbout("range", "expected [lowest, highest]; found " + range, "");
            }
        }
        return new Scale(endpoint.text("instrument", ""), low, high, better(endpoint));
    }

    /** {@return which way is better, or null when the endpoint does not say} */
    static Scale.@Nullable Better better(YamlMapping endpoint) {
        return endpoint.optionalChoice("better", Scale.Better.class).orElse(null);
    }

    private EndpointSpec timeTo(String id, YamlMapping endpoint) {
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

    private EndpointSpec change(String id, YamlMapping endpoint, String field) {
        endpoint.rejectUnknown("label", field);
        return new EndpointSpec.Change(
                id,
                endpoint.text("label"),
                names.use("endpoint", endpoint, field),
                field.startsWith("percent"),
                place(endpoint));
    }

    private EndpointSpec responder(String id, YamlMapping endpoint) {
        List<String> known = new ArrayList<>(List.of(
                "label", "responder-on", "at-least", "at-most", "baseline-at-least", "baseline-above", "better"));
        known.addAll(MOVEMENTS.keySet());
        endpoint.rejectUnknown(known.toArray(String[]::new));
        return new EndpointSpec.Responder(
                id,
                endpoint.text("label"),
                names.use("endpoint", endpoint, "responder-on"),
                threshold(endpoint),
                new Threshold.Baseline(
                        endpoint.optionalDecimal("baseline-at-least").orElse(null),
                        endpoint.optionalDecimal("baseline-above").orElse(null)),
                place(endpoint));
    }

    private static Threshold threshold(YamlMapping endpoint) {
        Optional<BigDecimal> atLeast = endpoint.optionalDecimal("at-least");
        Optional<BigDecimal> atMost = endpoint.optionalDecimal("at-most");
        List<String> moved = MOVEMENTS.keySet().stream().filter(endpoint::has).toList();
        boolean value = atLeast.isPresent() || atMost.isPresent();
        boolean misspelt = endpoint.isMisspelt("at-least")
                || endpoint.isMisspelt("at-most")
                || MOVEMENTS.keySet().stream().anyMatch(endpoint::isMisspelt);
        if (!value && moved.isEmpty() && !misspelt) {
            endpoint.complaints()
                    .add(endpoint.place(), "a responder needs a threshold", "Add \"at-least: …\" or \"at-most: …\".");
        } else if (moved.size() > 1 || (value && !moved.isEmpty())) {
            endpoint.complaints()
                    .add(
                            endpoint.place(),
                            "a responder reaches a value or moves by an amount, not both",
                            "Compose two responders with \"all-of\".");
        }
        if (moved.isEmpty()) {
            return new Threshold.Value(atLeast.orElse(null), atMost.orElse(null));
        }
        String field = moved.get(0);
        BigDecimal amount = endpoint.decimal(field);
        if (amount.signum() <= 0) {
            endpoint.complainAbout(field, "expected an amount above 0; found " + amount, "");
        }
        return new Threshold.Moved(
                MOVEMENTS.getOrDefault(field, Threshold.Movement.IMPROVED_BY), amount, better(endpoint));
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

    private EndpointSpec ratio(String id, YamlMapping endpoint) {
        endpoint.rejectUnknown("label", "ratio-of");
        List<String> two = names.useAll("endpoint", endpoint, "ratio-of");
        if (two.size() != 2) {
            endpoint.complainAbout("ratio-of", "expected [numerator, denominator]; found " + two, "");
        }
        return new EndpointSpec.Ratio(
                id,
                endpoint.text("label"),
                two.isEmpty() ? "" : two.get(0),
                two.size() < 2 ? "" : two.get(1),
                place(endpoint));
    }

    private EndpointSpec logarithm(String id, YamlMapping endpoint) {
        endpoint.rejectUnknown("label", "logarithm-of", "base", "below-limit");
        String base = endpoint.text("base", "2");
        LogarithmBase found = LogarithmBase.TWO;
        boolean known = false;
        for (LogarithmBase candidate : LogarithmBase.values()) {
            if (candidate.written().equals(base)) {
                found = candidate;
                known = true;
            }
        }
        if (!known) {
            endpoint.complainAbout("base", "expected 2, e or 10; found \"" + base + "\"", "");
        }
        return new EndpointSpec.Logarithm(
                id,
                endpoint.text("label"),
                names.use("endpoint", endpoint, "logarithm-of"),
                found,
                endpoint.optionalChoice("below-limit", BelowLimit.class).orElse(null),
                place(endpoint));
    }

    static String place(YamlMapping endpoint) {
        return endpoint.place().toString();
    }

    /** Complains about endpoints that are derived from themselves. */
    static void rejectCircles(List<EndpointSpec> endpoints, YamlMapping section) {
        Map<String, EndpointSpec> byId = new LinkedHashMap<>();
        endpoints.forEach(endpoint -> byId.put(endpoint.id(), endpoint));
        Set<String> sound = new HashSet<>();
        for (EndpointSpec endpoint : endpoints) {
            List<String> path = new ArrayList<>();
            if (circle(endpoint.id(), byId, sound, path)) {
                section.complainAbout(
                        endpoint.id(),
                        "endpoint \"" + endpoint.id() + "\" is derived from itself: " + String.join(" uses ", path),
                        "");
                return;
            }
        }
    }

    private static boolean circle(String id, Map<String, EndpointSpec> byId, Set<String> sound, List<String> path) {
        EndpointSpec endpoint = byId.get(id);
        if (endpoint == null || sound.contains(id)) {
            return false;
        }
        boolean seen = path.contains(id);
        path.add(id);
        if (seen) {
            return true;
        }
        for (String used : endpoint.uses()) {
            if (circle(used, byId, sound, path)) {
                return true;
            }
        }
        path.remove(path.size() - 1);
        sound.add(id);
        return false;
    }
}
