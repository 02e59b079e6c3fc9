package org.sapwood.analysis;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sapwood.endpoint.Derived;
import org.sapwood.endpoint.EndpointValues;
import org.sapwood.endpoint.imputation.SingleImputation;
import org.sapwood.endpoint.imputation.SingleImputation.AtVisit;
import org.sapwood.endpoint.imputation.SingleImputation.Imputed;
import org.sapwood.endpoint.imputation.WorstValue;
import org.sapwood.population.Subject;
import org.sapwood.sap.EndpointSpec;
import org.sapwood.sap.MethodSpec;
import org.sapwood.sap.VisitSpec;

/** The values of an endpoint at one visit, recorded or by the plan's single imputation. */
final class CarriedValues {
    private final Study study;
    private final EndpointValues values;
    private final String visit;
    private final @Nullable SingleImputation imputation;
    private final Map<String, Derived<Imputed>> known = new HashMap<>();

    CarriedValues(Study study, EndpointValues values, String visit, MethodSpec.SingleImputation method) {
        this.study = study;
        this.values = values;
        this.visit = visit;
        this.imputation = switch (method) {
            case NONE -> null;
            case LOCF -> new SingleImputation.LastObservation();
            case BOCF -> new SingleImputation.BaselineObservation();
            case WOCF_HIGHEST -> new SingleImputation.WorstObservation(WorstValue.HIGHEST);
            case WOCF_LOWEST -> new SingleImputation.WorstObservation(WorstValue.LOWEST);
        };
    }

    /** {@return how missing values are imputed, as DTYPE of ADaM; empty when they are not} */
    String flag() {
        return imputation == null ? "" : imputation.flag();
    }

    /** {@return the sentence for the footnote; nothing without imputation} */
    List<String> remarks() {
        return imputation == null
                ? List.of()
                : List.of("A missing value at the visit is imputed (" + imputation.flag()
                        + "); a subject with nothing to carry is left out.");
    }

    /** {@return the subject's value, or null} */
    @Nullable
    Imputed of(Subject subject) {
        return derived(subject) instanceof Derived.Known<Imputed> value ? value.value() : null;
    }

    double number(Subject subject) {
        Imputed value = of(subject);
        return value == null ? Double.NaN : value.value().doubleValue();
    }

    /** {@return why values were imputed, with the number of subjects, in order of the text} */
    Map<String, Integer> reasons(List<Subject> subjects) {
        Map<String, Integer> reasons = new TreeMap<>();
        for (Subject subject : subjects) {
            Imputed value = of(subject);
            if (value != null && value.isImputed()) {
                reasons.merge(value.reason(), 1, Integer::sum);
            }
        }
        return reasons;
    }

    /** {@return the records the values of some subjects stand on, ascending} */
    List<Integer> records(List<Subject> subjects) {
        List<Integer> records = new ArrayList<>();
        for (Subject subject : subjects) {
            Imputed value = of(subject);
            if (value != null) {
                records.addAll(values.origin(subject.id(), value.from()).in(values.dataset()));
            }
        }
        return records.stream().sorted().toList();
    }

    private Derived<Imputed> derived(Subject subject) {
        return known.computeIfAbsent(subject.id(), id -> {
            if (imputation == null) {
                EndpointValues.@Nullable Entry entry = values.at(id, visit);
                return entry == null
                        ? Derived.missing("no value at the visit")
                        : Derived.of(new Imputed(entry.value(), "", "", visit));
            }
            List<AtVisit> visits = new ArrayList<>();
            for (VisitSpec spec : study.sap().visits()) {
                if (!spec.baseline()) {
                    visits.add(at(id, spec.id()));
                }
                if (spec.id().equals(visit)) {
                    break;
                }
            }
            return imputation.at(baseline(id), visits);
        });
    }

    private AtVisit at(String subject, String id) {
        EndpointValues.@Nullable Entry entry = values.at(subject, id);
        return new AtVisit(id, entry == null ? null : entry.value());
    }

    /** The value at baseline; a change is 0 there, if there is a baseline at all. */
    private AtVisit baseline(String subject) {
        String id = study.endpoints().baselineVisit();
        if (values.spec() instanceof EndpointSpec.Change change) {
            boolean there = study.endpoints().of(change.of()).at(subject, id) != null;
            return new AtVisit(id, there ? BigDecimal.ZERO : null);
        }
        return at(subject, id);
    }
}
