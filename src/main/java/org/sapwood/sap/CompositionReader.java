package org.sapwood.sap;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sapwood.sap.EndpointSpec.Choice;
import org.sapwood.sap.EndpointSpec.Connective;
import org.sapwood.sap.EndpointSpec.DatedBy;
import org.sapwood.sap.EndpointSpec.Pattern;
import org.sapwood.yaml.YamlMapping;

/** Reads the endpoints that are composed of others: at one visit, or of one over several visits. */
final class CompositionReader {
    private static final List<String> UNITS = List.of("days", "weeks", "months");

    private final Names names;

    CompositionReader(Names names) {
        this.names = names;
    }

    /** {@return the forms by the field that tells them} */
    Map<String, EndpointReader.Form> forms() {
        Map<String, EndpointReader.Form> forms = new LinkedHashMap<>();
        forms.put("all-of", (id, endpoint) -> composite(id, endpoint, "all-of", Connective.ALL_OF));
        forms.put("any-of", (id, endpoint) -> composite(id, endpoint, "any-of", Connective.ANY_OF));
        forms.put("sustained", (id, endpoint) -> overVisits(id, endpoint, "sustained", new Pattern.Sustained()));
        forms.put("ever", (id, endpoint) -> overVisits(id, endpoint, "ever", new Pattern.Ever()));
        forms.put("confirmed", this::confirmed);
        forms.put("best", (id, endpoint) -> chosen(id, endpoint, "best", Choice.BEST));
        forms.put("worst", (id, endpoint) -> chosen(id, endpoint, "worst", Choice.WORST));
        forms.put("last", (id, endpoint) -> chosen(id, endpoint, "last", Choice.LAST));
        forms.put("area-under", this::areaUnder);
        forms.put("first-time", this::firstTime);
        return forms;
    }

    private EndpointSpec composite(String id, YamlMapping endpoint, String field, Connective connective) {
        endpoint.rejectUnknown("label", field, "without", "missing-parts");
        List<String> without = endpoint.optionalTexts("without");
        without.forEach(part -> names.check("endpoint", part, endpoint, "without"));
        return new EndpointSpec.Composite(
                id,
                endpoint.text("label"),
                connective,
                names.useAll("endpoint", endpoint, field),
                without,
                endpoint.choice("missing-parts", MissingParts.DECIDE_WHEN_POSSIBLE),
                EndpointReader.place(endpoint));
    }

    private EndpointSpec overVisits(String id, YamlMapping endpoint, String field, Pattern pattern) {
        endpoint.rejectUnknown("label", field, "visits", "missing-parts");
        return new EndpointSpec.OverVisits(
                id,
                endpoint.text("label"),
                names.use("endpoint", endpoint, field),
                pattern,
                visits(endpoint),
                endpoint.choice("missing-parts", MissingParts.DECIDE_WHEN_POSSIBLE),
                EndpointReader.place(endpoint));
    }

    private EndpointSpec confirmed(String id, YamlMapping endpoint) {
        endpoint.rejectUnknown("label", "confirmed", "visits", "consecutive", "missed-visit");
        return new EndpointSpec.OverVisits(
                id,
                endpoint.text("label"),
                names.use("endpoint", endpoint, "confirmed"),
                new Pattern.Confirmed(consecutive(endpoint, 2), endpoint.choice("missed-visit", MissedVisit.BREAKS)),
                visits(endpoint),
                MissingParts.DECIDE_WHEN_POSSIBLE,
                EndpointReader.place(endpoint));
    }

    private EndpointSpec chosen(String id, YamlMapping endpoint, String field, Choice choice) {
        endpoint.rejectUnknown("label", field, "visits", "better");
        return new EndpointSpec.Chosen(
                id,
                endpoint.text("label"),
                names.use("endpoint", endpoint, field),
                choice,
                visits(endpoint),
                EndpointReader.better(endpoint),
                EndpointReader.place(endpoint));
    }

    private EndpointSpec areaUnder(String id, YamlMapping endpoint) {
        endpoint.rejectUnknown("label", "area-under", "visits", "per-day");
        List<String> visits = names.useAll("visit", endpoint, "visits");
        if (visits.size() == 1) {
            endpoint.complainAbout("visits", "an area needs at least two visits; found one", "");
        }
        return new EndpointSpec.AreaUnder(
                id,
                endpoint.text("label"),
                names.use("endpoint", endpoint, "area-under"),
                visits,
                endpoint.optionalTruth("per-day").orElse(false),
                EndpointReader.place(endpoint));
    }

    private EndpointSpec firstTime(String id, YamlMapping endpoint) {
        endpoint.rejectUnknown("label", "first-time", "visits", "consecutive", "missed-visit", "dated-by", "unit");
        return new EndpointSpec.FirstTime(
                id,
                endpoint.text("label"),
                names.use("endpoint", endpoint, "first-time"),
                visits(endpoint),
                consecutive(endpoint, 1),
                endpoint.choice("missed-visit", MissedVisit.BREAKS),
                endpoint.choice("dated-by", DatedBy.FIRST_VISIT),
                unit(endpoint),
                EndpointReader.place(endpoint));
    }

    /** {@return the unit of a derived time} */
    static String unit(YamlMapping endpoint) {
        String unit = endpoint.text("unit", "days");
        if (!UNITS.contains(unit)) {
            endpoint.complainAbout("unit", "expected days, weeks or months; found \"" + unit + "\"", "");
        }
        return unit;
    }

    private List<String> visits(YamlMapping endpoint) {
        List<String> visits = endpoint.optionalTexts("visits");
        visits.forEach(visit -> names.check("visit", visit, endpoint, "visits"));
        return visits;
    }

    private static int consecutive(YamlMapping endpoint, int absent) {
        int consecutive = endpoint.optionalInteger("consecutive").orElse(absent);
        if (consecutive < 1) {
            endpoint.complainAbout("consecutive", "expected at least 1 visit; found " + consecutive, "");
        }
        return consecutive;
    }
}
