package org.sapwood.endpoint;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.sapwood.data.DataComplaint;
import org.sapwood.data.DataRejected;
import org.sapwood.sap.EndpointSpec;
import org.sapwood.sap.MissingParts;

/** Composes endpoints that are yes or no at the same visit. */
final class CompositeValues {
    private final Endpoints endpoints;

    CompositeValues(Endpoints endpoints) {
        this.endpoints = endpoints;
    }

    EndpointValues of(EndpointSpec.Composite spec) {
        List<EndpointValues> parts = spec.parts().stream().map(endpoints::of).toList();
        List<EndpointValues> without =
                spec.without().stream().map(endpoints::of).toList();
        List<EndpointValues> all = new ArrayList<>(parts);
        all.addAll(without);
        EndpointValues values = EndpointValues.madeOf(all.get(0), spec, describe(spec));
        for (String subject : Endpoints.subjectsOf(all)) {
            for (String visit : endpoints.visitsOf(all)) {
                Judgement judgement = judge(spec, parts, without, subject, visit);
                values.put(
                        subject,
                        visit,
                        number(judgement),
                        Origin.of(all.stream()
                                .map(part -> part.origin(subject, visit))
                                .toList()),
                        "");
            }
        }
        return values;
    }

    private static Judgement judge(
            EndpointSpec.Composite spec,
            List<EndpointValues> parts,
            List<EndpointValues> without,
            String subject,
            String visit) {
        Judgement.Parts missing = missing(spec.missing());
        List<Judgement> judged =
                parts.stream().map(part -> judgement(part, subject, visit)).toList();
        Judgement together = spec.connective() == EndpointSpec.Connective.ALL_OF
                ? Judgement.allOf(judged, missing)
                : Judgement.anyOf(judged, missing);
        if (without.isEmpty()) {
            return together;
        }
        List<Judgement> both = new ArrayList<>(List.of(together));
        without.forEach(part -> both.add(judgement(part, subject, visit).not()));
        return Judgement.allOf(both, missing);
    }

    /** The value of a subject at a visit as a decision. */
    static Judgement judgement(EndpointValues values, String subject, String visit) {
        Derived<BigDecimal> value = values.value(subject, visit);
        if (!(value instanceof Derived.Known<BigDecimal> known)) {
            return Judgement.unknown(value.reasonMissing());
        }
        boolean yes = known.value().compareTo(BigDecimal.ONE) == 0;
        if (!yes && known.value().signum() != 0) {
            throw new DataRejected(DataComplaint.of(
                    values.dataset(),
                    "endpoint \"" + values.spec().id() + "\" of subject " + subject + " at " + visit
                            + ": expected 1 (yes) or 0 (no); found "
                            + known.value().toPlainString(),
                    "Compose endpoints that are yes or no, for example a \"responder-on\"."));
        }
        return Judgement.of(yes, values.spec().label() + (yes ? ": yes" : ": no"));
    }

    /** 1 for yes, 0 for no, or why nothing can be said. */
    static Derived<BigDecimal> number(Judgement judgement) {
        return judgement.isMet().map(met -> met ? BigDecimal.ONE : BigDecimal.ZERO);
    }

    static Judgement.Parts missing(MissingParts missing) {
        return switch (missing) {
            case DECIDE_WHEN_POSSIBLE -> Judgement.Parts.DECIDE_WHEN_POSSIBLE;
            case MUST_BE_KNOWN -> Judgement.Parts.ALL_MUST_BE_KNOWN;
        };
    }

    private String describe(EndpointSpec.Composite spec) {
        String joined = labels(spec.parts());
        return (spec.connective() == EndpointSpec.Connective.ALL_OF ? "all of: " : "any of: ")
                + joined
                + (spec.without().isEmpty() ? "" : "; without: " + labels(spec.without()));
    }

    private String labels(List<String> ids) {
        return ids.stream().map(id -> endpoints.sap().endpoint(id).label()).collect(Collectors.joining(", "));
    }
}
