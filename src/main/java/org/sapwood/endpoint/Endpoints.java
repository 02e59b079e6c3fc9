package org.sapwood.endpoint;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.sapwood.data.DataComplaint;
import org.sapwood.data.DataRejected;
import org.sapwood.data.Dataset;
import org.sapwood.data.Selection;
import org.sapwood.data.Variable;
import org.sapwood.population.TrialData;
import org.sapwood.sap.EndpointSpec;
import org.sapwood.sap.Sap;
import org.sapwood.sap.VisitSpec;

/** Evaluates the endpoints of a plan on the study's data, each once. */
public final class Endpoints {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Sap sap;
    private final TrialData data;
    private final Map<String, EndpointValues> known = new LinkedHashMap<>();

    public Endpoints(Sap sap, TrialData data) {
        this.sap = sap;
        this.data = data;
    }

    /** {@return the id of the baseline visit; empty when the plan has none} */
    public String baselineVisit() {
        return sap.visits().stream()
                .filter(VisitSpec::baseline)
                .map(VisitSpec::id)
                .findFirst()
                .orElse("");
    }

    /**
     * The values of an endpoint.
     *
     * @param id its id in the plan
     * @return its values
     * @throws DataRejected when records contradict each other
     */
    public EndpointValues of(String id) {
        @Nullable EndpointValues values = known.get(id);
        if (values == null) {
            values = evaluate(sap.endpoint(id));
            known.put(id, values);
        }
        return values;
    }

    private EndpointValues evaluate(EndpointSpec spec) {
        if (spec instanceof EndpointSpec.Recorded recorded) {
            return recorded(recorded);
        }
        if (spec instanceof EndpointSpec.Derived derived) {
            return derived(derived);
        }
        if (spec instanceof EndpointSpec.Change change) {
            return change(change);
        }
        if (spec instanceof EndpointSpec.Responder responder) {
            return responder(responder);
        }
        if (spec instanceof EndpointSpec.Classes classes) {
            return classes(classes);
        }
        throw new IllegalArgumentException(
                spec.place() + ": endpoint \"" + spec.id() + "\" is a time to an event and has no values by visit");
    }

    private EndpointValues recorded(EndpointSpec.Recorded spec) {
        Dataset dataset = data.dataset(spec.dataset());
        Variable subject = dataset.require(data.subjectVariable());
        Variable visit = dataset.require(sap.visitVariable());
        Variable value = dataset.require(spec.value());
        Selection selection = dataset.select(spec.where());
        EndpointValues values =
                new EndpointValues(spec, spec.dataset(), spec.where().toString(), "recorded " + spec.value());
        for (int i = 0; i < selection.size(); i++) {
            int row = selection.row(i);
            if (value.isMissing(row)) {
                values.gap(subject.text(row), visit.text(row), spec.label() + " was not recorded");
                continue;
            }
            EndpointValues.@Nullable Entry earlier = values.at(subject.text(row), visit.text(row));
            if (earlier != null) {
                throw new DataRejected(DataComplaint.at(
                        dataset.file(),
                        dataset.whereIs(row),
                        spec.value(),
                        "subject " + subject.text(row) + " has two records of \"" + spec.label() + "\" at visit \""
                                + visit.text(row) + "\", the first in "
                                + dataset.whereIs(earlier.records().get(0) - 1),
                        "Let the condition of endpoint \"" + spec.id() + "\" choose one of them."));
            }
            values.put(
                    subject.text(row),
                    visit.text(row),
                    new EndpointValues.Entry(value.decimal(row), List.of(row + 1), ""));
        }
        return values;
    }

    private EndpointValues derived(EndpointSpec.Derived spec) {
        EndpointRule rule = EndpointRules.named(spec.rule())
                .orElseThrow(() -> new IllegalArgumentException(spec.place() + ": no rule " + spec.rule()));
        EndpointRule.Calculation calculation = rule.with(spec.settings());
        Map<String, EndpointValues> inputs = new LinkedHashMap<>();
        spec.inputs().forEach((name, endpoint) -> inputs.put(name, of(endpoint)));
        Set<String> subjects = new TreeSet<>();
        Set<String> visits = new LinkedHashSet<>();
        inputs.values().forEach(input -> {
            subjects.addAll(input.subjects());
            visits.addAll(input.visits());
        });
        String baseline = baselineVisit();
        visits.remove(baseline);
        EndpointValues first = inputs.values().iterator().next();
        EndpointValues values =
                new EndpointValues(spec, first.dataset(), "inputs of " + spec.rule(), calculation.describe());
        for (String subject : subjects) {
            for (String visit : visits) {
                Derived<EndpointRule.Outcome> outcome = calculation.derive(
                        input -> valueOf(inputs.get(input), subject, baseline),
                        input -> valueOf(inputs.get(input), subject, visit));
                if (outcome instanceof Derived.Known<EndpointRule.Outcome> yes) {
                    List<Integer> records = new ArrayList<>();
                    inputs.values().forEach(input -> {
                        records.addAll(input.records(List.of(subject), baseline));
                        records.addAll(input.records(List.of(subject), visit));
                    });
                    List<Integer> distinct =
                            records.stream().distinct().sorted().toList();
                    values.put(
                            subject,
                            visit,
                            new EndpointValues.Entry(
                                    yes.value().value(), distinct, yes.value().remark()));
                } else {
                    values.gap(subject, visit, ((Derived.Missing<EndpointRule.Outcome>) outcome).reason());
                }
            }
        }
        return values;
    }

    private static @Nullable BigDecimal valueOf(@Nullable EndpointValues values, String subject, String visit) {
        EndpointValues.@Nullable Entry entry = values == null ? null : values.at(subject, visit);
        return entry == null ? null : entry.value();
    }

    private EndpointValues change(EndpointSpec.Change spec) {
        EndpointValues of = of(spec.of());
        String baseline = baselineVisit();
        EndpointValues values = new EndpointValues(
                spec,
                of.dataset(),
                of.selection(),
                (spec.percent() ? "percent change" : "change") + " from " + baseline + " of " + of.method());
        for (String subject : of.subjects()) {
            EndpointValues.@Nullable Entry base = of.at(subject, baseline);
            for (String visit : of.visits()) {
                EndpointValues.@Nullable Entry now = of.at(subject, visit);
                if (visit.equals(baseline)) {
                    continue;
                }
                if (base == null || now == null) {
                    values.gap(subject, visit, base == null ? "no baseline value" : of.reasonFor(subject, visit));
                    continue;
                }
                if (spec.percent() && base.value().signum() == 0) {
                    values.gap(subject, visit, "no percent change from a baseline of 0");
                    continue;
                }
                BigDecimal difference = now.value().subtract(base.value());
                List<Integer> records = new ArrayList<>(base.records());
                records.addAll(now.records());
                values.put(
                        subject,
                        visit,
                        new EndpointValues.Entry(
                                spec.percent()
                                        ? difference.multiply(HUNDRED).divide(base.value(), MathContext.DECIMAL128)
                                        : difference,
                                records,
                                now.note()));
            }
        }
        return values;
    }

    private EndpointValues responder(EndpointSpec.Responder spec) {
        EndpointValues of = of(spec.of());
        @Nullable BigDecimal atLeast = spec.atLeast();
        @Nullable BigDecimal atMost = spec.atMost();
        @Nullable BigDecimal base = spec.baseline();
        String threshold = (atLeast == null ? "" : " ≥ " + atLeast.toPlainString())
                + (atMost == null ? "" : " ≤ " + atMost.toPlainString());
        EndpointValues values = new EndpointValues(spec, of.dataset(), of.selection(), of.method() + threshold);
        for (String subject : of.subjects()) {
            if (base != null && !baselineReaches(spec.of(), subject, base)) {
                continue;
            }
            for (String visit : of.visits()) {
                EndpointValues.@Nullable Entry entry = of.at(subject, visit);
                if (entry == null) {
                    values.gap(subject, visit, of.reasonFor(subject, visit));
                    continue;
                }
                boolean reached = (atLeast == null || entry.value().compareTo(atLeast) >= 0)
                        && (atMost == null || entry.value().compareTo(atMost) <= 0);
                values.put(
                        subject,
                        visit,
                        new EndpointValues.Entry(
                                reached ? BigDecimal.ONE : BigDecimal.ZERO, entry.records(), entry.note()));
            }
        }
        return values;
    }

    /** Whether the measured endpoint below any change reaches a value at baseline. */
    private boolean baselineReaches(String endpoint, String subject, BigDecimal least) {
        EndpointSpec spec = sap.endpoint(endpoint);
        String measured = spec instanceof EndpointSpec.Change change ? change.of() : endpoint;
        @Nullable BigDecimal value = valueOf(of(measured), subject, baselineVisit());
        return value != null && value.compareTo(least) >= 0;
    }

    private EndpointValues classes(EndpointSpec.Classes spec) {
        EndpointValues of = of(spec.of());
        EndpointValues values = new EndpointValues(spec, of.dataset(), of.selection(), "classes of " + of.method());
        for (String subject : of.subjects()) {
            for (String visit : of.visits()) {
                EndpointValues.@Nullable Entry entry = of.at(subject, visit);
                if (entry == null) {
                    values.gap(subject, visit, of.reasonFor(subject, visit));
                    continue;
                }
                int index = 0;
                for (int i = 1; i < spec.classes().size(); i++) {
                    @Nullable BigDecimal from = spec.classes().get(i).atLeast();
                    if (from != null && entry.value().compareTo(from) >= 0) {
                        index = i;
                    }
                }
                values.put(
                        subject,
                        visit,
                        new EndpointValues.Entry(BigDecimal.valueOf(index), entry.records(), entry.note()));
            }
        }
        return values;
    }
}
