package org.sapwood.sap;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.sapwood.yaml.YamlMapping;

/** Reads the endpoints that come from a diary of glucocorticoids. */
final class DiaryReader {
    private static final int LONGEST_GAP = 14;

    private final Names names;

    DiaryReader(Names names) {
        this.names = names;
    }

    EndpointSpec read(String id, YamlMapping endpoint) {
        return endpoint.has("taper-to") ? taper(id, endpoint) : dose(id, endpoint);
    }

    private EndpointSpec dose(String id, YamlMapping endpoint) {
        endpoint.rejectUnknown("label", "diary", "quantity", "days", "weight", "taper-to");
        EndpointSpec.Quantity quantity = endpoint.choice("quantity", EndpointSpec.Quantity.class);
        boolean cumulative = quantity == EndpointSpec.Quantity.CUMULATIVE_DOSE;
        int days = endpoint.optionalInteger("days").orElse(cumulative ? 0 : 7);
        if (days < 1 && endpoint.has("days")) {
            endpoint.complainAbout("days", "expected at least 1 day; found " + days, "");
        }
        boolean perKilogram = quantity == EndpointSpec.Quantity.DOSE_PER_KILOGRAM;
        if (perKilogram != endpoint.has("weight") && !endpoint.isMisspelt("weight")) {
            endpoint.complaints()
                    .add(
                            endpoint.place(),
                            perKilogram
                                    ? "a dose per kilogram needs the body weight"
                                    : "\"weight\" belongs to \"quantity: dose-per-kilogram\"",
                            perKilogram ? "Add \"weight: …\", an endpoint in kg." : "Leave it out.");
        }
        return new EndpointSpec.DiaryDose(
                id,
                endpoint.text("label"),
                diary(endpoint.mapping("diary")),
                quantity,
                days,
                names.useOptional("endpoint", endpoint, "weight"),
                EndpointReader.place(endpoint));
    }

    private EndpointSpec taper(String id, YamlMapping endpoint) {
        endpoint.rejectUnknown("label", "diary", "taper-to", "held-days", "until", "unit");
        BigDecimal target = endpoint.decimal("taper-to");
        if (target.signum() < 0) {
            endpoint.complainAbout("taper-to", "expected at least 0 mg/day; found " + target, "");
        }
        int held = endpoint.optionalInteger("held-days").orElse(1);
        if (held < 1) {
            endpoint.complainAbout("held-days", "expected at least 1 day; found " + held, "");
        }
        return new EndpointSpec.Taper(
                id,
                endpoint.text("label"),
                diary(endpoint.mapping("diary")),
                target,
                held,
                names.useOptional("visit", endpoint, "until"),
                CompositionReader.unit(endpoint),
                EndpointReader.place(endpoint));
    }

    private DiarySpec diary(YamlMapping diary) {
        diary.rejectUnknown(
                "dataset",
                "where",
                "drug",
                "drugs",
                "route",
                "routes",
                "dose",
                "start",
                "end",
                "longest-gap",
                "pulses");
        int gap = diary.optionalInteger("longest-gap").orElse(LONGEST_GAP);
        if (gap < 0) {
            diary.complainAbout("longest-gap", "expected at least 0 days; found " + gap, "");
        }
        return new DiarySpec(
                names.use("dataset", diary, "dataset"),
                ConditionReader.optional(diary, "where"),
                diary.text("drug", "GCDRUG"),
                words(diary, "drugs"),
                diary.text("route", "GCROUTE"),
                words(diary, "routes"),
                diary.text("dose", "GCDOSE"),
                diary.text("start", "ASTDY"),
                diary.text("end", "AENDY"),
                gap,
                diary.choice("pulses", DiarySpec.Pulses.SEPARATE));
    }

    private static Map<String, String> words(YamlMapping diary, String field) {
        Map<String, String> words = new LinkedHashMap<>();
        diary.optionalMapping(field)
                .ifPresent(recorded -> recorded.keys().forEach(word -> words.put(word, recorded.text(word))));
        return words;
    }
}
