package org.sapwood.endpoint;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sapwood.data.DataComplaint;
import org.sapwood.data.DataRejected;
import org.sapwood.sap.EndpointSpec;

/** Derives values by the rules of the catalogue. */
final class RuleValues {
    private final Endpoints endpoints;

    RuleValues(Endpoints endpoints) {
        this.endpoints = endpoints;
    }

    EndpointValues of(EndpointSpec.Derived spec) {
        EndpointRule rule = EndpointRules.named(spec.rule())
                .orElseThrow(() -> new IllegalArgumentException(spec.place() + ": no rule " + spec.rule()));
        EndpointRule.Calculation calculation = rule.with(spec.settings());
        Map<String, EndpointValues> inputs = inputs(spec, rule);
        EndpointValues first = inputs.values().iterator().next();
        EndpointValues values =
                new EndpointValues(spec, first.dataset(), "inputs of " + spec.rule(), calculation.describe());
        String baseline = endpoints.baselineVisit();
        List<String> followUp = new ArrayList<>(endpoints.visitsOf(inputs.values()));
        boolean atBaseline = followUp.remove(baseline) && rule.definedAt() == EndpointRule.DefinedAt.EVERY_VISIT;
        for (String subject : Endpoints.subjectsOf(inputs.values())) {
            One one = new One(spec, calculation, inputs, values, subject, baseline);
            if (atBaseline) {
                one.derive(List.of(baseline));
            }
            for (int i = 0; i < followUp.size(); i++) {
                // A visit the plan does not know stands for itself: nobody can say which visits came before it.
                boolean planned = endpoints.visitDays().isPlanned(followUp.get(i));
                one.derive(followUp.subList(planned ? 0 : i, i + 1));
            }
        }
        return values;
    }

    private Map<String, EndpointValues> inputs(EndpointSpec.Derived spec, EndpointRule rule) {
        Map<String, EndpointValues> inputs = new LinkedHashMap<>();
        spec.inputs().forEach((name, endpoint) -> inputs.put(name, endpoints.of(endpoint)));
        EndpointSpec.Items items = spec.items();
        if (items != null) {
            inputs.putAll(new ItemValues(endpoints).of(spec, items, rule));
        }
        return inputs;
    }

    /** One subject. */
    private final class One {
        private final EndpointSpec.Derived spec;
        private final EndpointRule.Calculation calculation;
        private final Map<String, EndpointValues> inputs;
        private final EndpointValues values;
        private final String subject;
        private final String baseline;

        One(
                EndpointSpec.Derived spec,
                EndpointRule.Calculation calculation,
                Map<String, EndpointValues> inputs,
                EndpointValues values,
                String subject,
                String baseline) {
            this.spec = spec;
            this.calculation = calculation;
            this.inputs = inputs;
            this.values = values;
            this.subject = subject;
            this.baseline = baseline;
        }

        void derive(List<String> visits) {
            String visit = visits.get(visits.size() - 1);
            Asked asked = new Asked();
            List<EndpointRule.Moment> moments = new ArrayList<>();
            visits.forEach(each ->
                    moments.add(new EndpointRule.Moment(endpoints.visitDays().week(each), asked.at(each))));
            Derived<EndpointRule.Outcome> outcome;
            try {
                outcome = calculation.derive(new EndpointRule.Course(asked.at(baseline), moments));
            } catch (IllegalArgumentException illegal) {
                throw new DataRejected(DataComplaint.of(
                        endpoints.data().dataset(values.dataset()).file(),
                        "endpoint \"" + spec.id() + "\" of subject " + subject + " at " + visit + ": "
                                + illegal.getMessage(),
                        "Correct the record."));
            }
            if (outcome instanceof Derived.Known<EndpointRule.Outcome> known) {
                values.put(
                        subject,
                        visit,
                        new EndpointValues.Entry(
                                known.value().value(),
                                asked.origin(),
                                known.value().remark()));
            } else {
                values.gap(subject, visit, outcome.reasonMissing());
            }
        }

        /** Remembers which measures a rule asked for, because their records are the origin of its value. */
        private final class Asked {
            private final Set<Origin> origins = new LinkedHashSet<>();

            EndpointRule.Measures at(String visit) {
                return input -> {
                    EndpointValues measured = inputs.get(input);
                    EndpointValues.Entry entry = measured == null ? null : measured.at(subject, visit);
                    if (entry == null) {
                        return null;
                    }
                    origins.add(entry.origin());
                    return entry.value();
                };
            }

            Origin origin() {
                return Origin.of(origins);
            }
        }
    }
}
