package org.sapwood.pipeline;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.sapwood.data.DataComplaint;
import org.sapwood.data.DataComplaints;
import org.sapwood.data.DataRejected;
import org.sapwood.data.Dataset;
import org.sapwood.data.DatasetChecks;
import org.sapwood.data.Selection;
import org.sapwood.data.StudyData;
import org.sapwood.data.Variable;
import org.sapwood.sap.AnalysisSet;
import org.sapwood.sap.AnalysisSpec;
import org.sapwood.sap.Condition;
import org.sapwood.sap.DiarySpec;
import org.sapwood.sap.DisplaySpec;
import org.sapwood.sap.EndpointSpec;
import org.sapwood.sap.IntercurrentEvent;
import org.sapwood.sap.MethodSpec;
import org.sapwood.sap.ResponseSpec;
import org.sapwood.sap.SafetySpec;
import org.sapwood.sap.Sap;
import org.sapwood.sap.SynthesisSpec;
import org.sapwood.sap.VisitDay;

/** Everything that plan and datasets together can get wrong, found before anything is computed, all at once. */
final class Binding {
    private final Sap sap;
    private final StudyData data;
    private final DataComplaints complaints = new DataComplaints();

    /** What needs each variable that a dataset lacks: one complaint per variable, however many need it. */
    private final Map<Dataset, Map<String, Set<String>>> lacking = new LinkedHashMap<>();

    private Binding(Sap sap, StudyData data) {
        this.sap = sap;
        this.data = data;
    }

    /**
     * Checks a plan against its data.
     *
     * @throws DataRejected with every complaint
     */
    static void check(Sap sap, StudyData data) {
        Binding binding = new Binding(sap, data);
        binding.subjects();
        sap.sets().forEach(binding::set);
        sap.intercurrentEvents().forEach(binding::event);
        binding.visitDay();
        sap.endpoints().forEach(binding::endpoint);
        sap.estimands()
                .forEach(estimand -> binding.where(
                        binding.subjectDataset(),
                        estimand.stratum(),
                        "principal stratum of estimand \"" + estimand.id() + "\""));
        new FactsAndDoses(sap, binding).check();
        sap.analyses().forEach(binding::analysis);
        sap.displays().forEach(binding::display);
        binding.complainAboutLacking();
        binding.complaints.throwIfAny();
    }

    Dataset dataset(String name) {
        return data.dataset(name).orElseThrow();
    }

    Dataset subjectDataset() {
        return dataset(sap.data().subjects());
    }

    void complain(DataComplaint complaint) {
        complaints.add(complaint);
    }

    void need(Dataset dataset, Iterable<String> variables, String neededBy) {
        for (String variable : variables) {
            if (dataset.variable(variable).isEmpty()) {
                lacking.computeIfAbsent(dataset, d -> new LinkedHashMap<>())
                        .computeIfAbsent(variable, v -> new LinkedHashSet<>())
                        .add(neededBy);
            }
        }
    }

    private void complainAboutLacking() {
        lacking.forEach((dataset, variables) -> variables.forEach((variable, needs) -> {
            String first = needs.iterator().next();
            String others = needs.size() == 1 ? "" : " and " + (needs.size() - 1) + " more";
            complaints.addAll(DatasetChecks.present(dataset, List.of(variable), first + others));
        }));
    }

    void where(Dataset dataset, Condition condition, String neededBy) {
        Set<String> variables = condition.variables();
        need(dataset, variables, neededBy);
        if (dataset.names().containsAll(variables)) {
            try {
                dataset.select(condition);
            } catch (DataRejected rejected) {
                complaints.addAll(rejected.complaints());
            }
        }
    }

    private void subjects() {
        Dataset subjects = subjectDataset();
        need(
                subjects,
                new TreeSet<>(
                        List.of(sap.treatments().planned(), sap.treatments().actual())),
                "treatments");
        sap.treatments()
                .arms()
                .forEach(arm -> complaints.addAll(DatasetChecks.takes(
                        subjects,
                        Condition.always(),
                        sap.treatments().planned(),
                        arm.value(),
                        "arm \"" + arm.id() + "\"")));
    }

    private void set(AnalysisSet set) {
        where(subjectDataset(), set.where(), "analysis set \"" + set.id() + "\"");
    }

    private void event(IntercurrentEvent event) {
        if (event.isDerived()) {
            return;
        }
        Dataset dataset = dataset(event.dataset());
        String by = "intercurrent event \"" + event.id() + "\"";
        where(dataset, event.where(), by);
        need(dataset, List.of(event.day()), by);
        if (!event.reason().isEmpty()) {
            need(dataset, List.of(event.reason()), by);
        }
    }

    private void endpoint(EndpointSpec spec) {
        String by = "endpoint \"" + spec.id() + "\"";
        if (spec instanceof EndpointSpec.Recorded recorded) {
            Dataset dataset = dataset(recorded.dataset());
            where(dataset, recorded.where(), by);
            need(dataset, List.of(recorded.value(), sap.visitVariable()), by);
            nothing(dataset, recorded.where(), by);
            complaints.addAll(EndpointChecks.values(dataset, recorded, by));
        } else if (spec instanceof EndpointSpec.Derived derived && derived.items() != null) {
            EndpointSpec.Items items = derived.items();
            Dataset dataset = dataset(items.dataset());
            where(dataset, items.where(), by);
            need(dataset, List.of(items.name(), items.value(), sap.visitVariable()), by);
            nothing(dataset, items.where(), by);
        } else if (spec instanceof EndpointSpec.DiaryDose dose) {
            diary(dose.diary(), by);
        } else if (spec instanceof EndpointSpec.Taper taper) {
            diary(taper.diary(), by);
        } else if (spec instanceof EndpointSpec.TimeTo timeTo) {
            Dataset dataset = dataset(timeTo.dataset());
            where(dataset, timeTo.where(), by);
            need(dataset, List.of(timeTo.time(), timeTo.censor()), by);
            nothing(dataset, timeTo.where(), by);
        }
    }

    private void diary(DiarySpec diary, String by) {
        Dataset dataset = dataset(diary.dataset());
        where(dataset, diary.where(), by);
        need(dataset, List.of(diary.drug(), diary.route(), diary.dose(), diary.start(), diary.end()), by);
        for (String number : List.of(diary.dose(), diary.start(), diary.end())) {
            if (dataset.variable(number).isPresent()) {
                complaints.addAll(DatasetChecks.kind(dataset, number, Variable.Kind.NUMBER, by));
            }
        }
    }

    private void visitDay() {
        VisitDay day = sap.visitDay();
        if (day != null) {
            Dataset dataset = dataset(day.dataset());
            need(dataset, List.of(day.variable(), sap.visitVariable()), "days of visits");
            complaints.addAll(DatasetChecks.kind(dataset, day.variable(), Variable.Kind.NUMBER, "days of visits"));
        }
    }

    /** An endpoint without a single record is a misspelt parameter code far more often than an empty trial. */
    private void nothing(Dataset dataset, Condition where, String by) {
        try {
            Selection selection = dataset.select(where);
            if (selection.size() == 0) {
                String found = firstComparison(dataset, where);
                complaints.add(DataComplaint.of(
                        dataset.file(),
                        "no record with " + where + found + "; needed by " + by,
                        "Correct the condition."));
            }
        } catch (DataRejected alreadyComplainedAbout) {
            return;
        }
    }

    private static String firstComparison(Dataset dataset, Condition where) {
        for (String variable : where.variables()) {
            List<String> values = dataset.variable(variable)
                    .map(v -> List.copyOf(v.distinct()))
                    .orElse(List.of());
            if (!values.isEmpty() && values.size() <= 30) {
                return " (" + variable + " found: " + String.join(", ", values) + ")";
            }
        }
        return "";
    }

    private void analysis(AnalysisSpec spec) {
        String by = "analysis \"" + spec.id() + "\"";
        Dataset subjects = subjectDataset();
        MethodSpec method = spec.method();
        if (method instanceof MethodSpec.CountSubjects count) {
            all(subjects, count.levels(), by);
        } else if (method instanceof MethodSpec.Characteristics characteristics) {
            characteristics.characteristics().forEach(item -> {
                if (!item.variable().isEmpty()) {
                    need(subjects, List.of(item.variable()), by);
                }
                all(subjects, item.categories(), by);
            });
        } else if (method instanceof MethodSpec.Responders responders) {
            need(subjects, responders.strata(), by);
        } else if (method instanceof MethodSpec.Ancova ancova) {
            need(subjects, ancova.factors(), by);
        } else if (method instanceof MethodSpec.Mmrm mmrm) {
            need(subjects, mmrm.factors(), by);
        } else if (method instanceof MethodSpec.MultipleImputation imputed) {
            need(subjects, imputed.model().factors(), by);
        } else if (method instanceof MethodSpec.TippingDelta tipping) {
            need(subjects, tipping.model().factors(), by);
        } else if (method instanceof MethodSpec.ConditionalMean conditional) {
            need(subjects, conditional.model().factors(), by);
        } else if (method instanceof ResponseSpec.CompareClasses classes) {
            need(subjects, classes.factors(), by);
        } else if (method instanceof ResponseSpec.ImputedResponders imputed) {
            need(subjects, imputed.factors(), by);
        } else if (method instanceof ResponseSpec.RepeatedResponders repeated) {
            need(subjects, repeated.factors(), by);
        } else if (method instanceof MethodSpec.AdverseEvents events) {
            Dataset dataset = dataset(events.dataset());
            where(dataset, events.where(), by);
            need(dataset, List.of(events.outer(), events.inner()), by);
        } else if (method instanceof SynthesisSpec.Subgroups subgroups) {
            subgroups.subgroups().values().forEach(subgroup -> all(subjects, subgroup.levels(), by));
        } else if (method instanceof MethodSpec.EventKinds kinds) {
            all(dataset(kinds.dataset()), kinds.kinds(), by);
        } else if (method instanceof SafetySpec.EventRates rates) {
            Dataset dataset = dataset(rates.dataset());
            where(dataset, rates.where(), by);
            all(dataset, rates.kinds(), by);
            need(dataset, List.of(rates.day()), by);
            need(subjects, List.of(rates.until()), by);
        } else if (method instanceof SafetySpec.Shift shift) {
            shift(shift, by);
        } else if (method instanceof SafetySpec.Eligibility eligibility) {
            where(subjects, eligibility.entered(), by);
        } else if (method instanceof MethodSpec.Flow flow) {
            flow.stages().forEach(stage -> {
                where(subjects, stage.where(), by);
                all(subjects, stage.reasons(), by);
                all(subjects, stage.sets(), by);
            });
        }
    }

    private void shift(SafetySpec.Shift shift, String by) {
        Dataset dataset = dataset(shift.dataset());
        List.of(shift.where(), shift.baseline(), shift.after()).forEach(condition -> where(dataset, condition, by));
        need(dataset, List.of(shift.parameter(), shift.value()), by);
        if (shift.scale() instanceof SafetySpec.Shift.Grades grades) {
            need(dataset, List.of(grades.limit()), by);
        } else if (shift.scale() instanceof SafetySpec.Shift.Range range) {
            need(
                    dataset,
                    Stream.of(range.low(), range.high())
                            .filter(limit -> !limit.isEmpty())
                            .toList(),
                    by);
        }
    }

    private void all(Dataset dataset, Map<String, Condition> conditions, String by) {
        conditions.values().forEach(condition -> where(dataset, condition, by));
    }

    private void display(DisplaySpec spec) {
        if (spec.content() instanceof DisplaySpec.Lanes lanes) {
            lanes(lanes, "display \"" + spec.id() + "\"");
        }
        if (!(spec.content() instanceof DisplaySpec.Listing listing)
                || listing.dataset().isEmpty()) {
            return;
        }
        String by = "display \"" + spec.id() + "\"";
        Dataset dataset = dataset(listing.dataset());
        where(dataset, listing.where(), by);
        need(dataset, listing.sort(), by);
        for (DisplaySpec.ListingColumn column : listing.columns()) {
            if (column.variable().startsWith("subject.")) {
                need(subjectDataset(), List.of(column.variable().substring("subject.".length())), by);
            } else if (!column.variable().equals("arm")) {
                need(dataset, List.of(column.variable()), by);
            }
        }
    }

    private void lanes(DisplaySpec.Lanes lanes, String by) {
        Dataset subjects = subjectDataset();
        List<String> days =
                lanes.treatedUntil().isEmpty() ? List.of(lanes.until()) : List.of(lanes.until(), lanes.treatedUntil());
        need(subjects, days, by);
        for (String day : days) {
            subjects.variable(day)
                    .filter(variable -> variable.kind() != Variable.Kind.NUMBER)
                    .ifPresent(variable -> complain(DataComplaint.of(
                            subjects.file(),
                            "variable " + day + ", needed by " + by + ", holds no numbers",
                            "Name the variable with the study day.")));
        }
    }
}
