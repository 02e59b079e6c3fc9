package org.sapwood.endpoint;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.sapwood.data.DataRejected;
import org.sapwood.population.TrialData;
import org.sapwood.sap.EndpointSpec;
import org.sapwood.sap.Sap;
import org.sapwood.sap.Scale;
import org.sapwood.sap.VisitSpec;

/** Evaluates the endpoints of a plan on the study's data, each once, whoever asks first. */
public final class Endpoints {
    private final Sap sap;
    private final TrialData data;
    private final VisitDays visitDays;
    private final Map<String, EndpointValues> known = new LinkedHashMap<>();
    private final Map<String, EndpointTimes> knownTimes = new LinkedHashMap<>();

    public Endpoints(Sap sap, TrialData data) {
        this(sap, data, new VisitDays(sap, data));
    }

    private Endpoints(Sap sap, TrialData data, VisitDays visitDays) {
        this.sap = sap;
        this.data = data;
        this.visitDays = visitDays;
    }

    /**
     * An endpoint as it would be if some of those it is made from had other values, for some subjects alone.
     *
     * @param id its id in the plan
     * @param subjects whose values are wanted
     * @param visit the visit at which they are; later ones are left out
     * @param completed by endpoint, subject and visit, the values that stand for missing ones
     * @return its values, derived as in the plan
     */
    public EndpointValues completed(
            String id,
            Set<String> subjects,
            String visit,
            Map<String, Map<String, Map<String, BigDecimal>>> completed) {
        Endpoints other = new Endpoints(sap, data, visitDays);
        int last = sap.visit(visit).plannedDay();
        Set<String> visits = new LinkedHashSet<>();
        sap.visits().stream().filter(v -> v.plannedDay() <= last).forEach(v -> visits.add(v.id()));
        restrict(id, subjects, visits, completed, other);
        return other.of(id);
    }

    /** Gives what does not depend on completed values to another evaluation; answers whether the endpoint does. */
    private boolean restrict(
            String id,
            Set<String> subjects,
            Set<String> visits,
            Map<String, Map<String, Map<String, BigDecimal>>> completed,
            Endpoints other) {
        boolean depends = false;
        if (!completed.containsKey(id)) {
            for (String used : sap.endpoint(id).uses()) {
                depends |= restrict(used, subjects, visits, completed, other);
            }
        }
        if (!depends) {
            other.known.put(id, of(id).restrictedTo(subjects, visits, completed.getOrDefault(id, Map.of())));
        }
        return depends || completed.containsKey(id);
    }

    Sap sap() {
        return sap;
    }

    TrialData data() {
        return data;
    }

    /** {@return the study day of each subject's visits} */
    public VisitDays visitDays() {
        return visitDays;
    }

    /** {@return the id of the baseline visit; empty when the plan has none} */
    public String baselineVisit() {
        return sap.visits().stream()
                .filter(VisitSpec::baseline)
                .map(VisitSpec::id)
                .findFirst()
                .orElse("");
    }

    /** {@return visits in the plan's order; those the plan does not know follow in alphabetical order} */
    List<String> inOrder(Collection<String> visits) {
        List<String> ordered = new ArrayList<>();
        for (VisitSpec visit : sap.visits()) {
            if (visits.contains(visit.id())) {
                ordered.add(visit.id());
            }
        }
        for (String visit : new TreeSet<>(visits)) {
            if (!ordered.contains(visit)) {
                ordered.add(visit);
            }
        }
        return ordered;
    }

    /** {@return the visits with a value, or a reason for having none, in some endpoints, in the plan's order} */
    List<String> visitsOf(Collection<EndpointValues> endpoints) {
        TreeSet<String> visits = new TreeSet<>();
        endpoints.forEach(values -> visits.addAll(values.visitsSeen()));
        return inOrder(visits);
    }

    /** {@return the subjects with a value, or a reason for having none, in some endpoints, ascending} */
    static Collection<String> subjectsOf(Collection<EndpointValues> endpoints) {
        TreeSet<String> subjects = new TreeSet<>();
        endpoints.forEach(values -> subjects.addAll(values.subjectsSeen()));
        return subjects;
    }

    /**
     * The values of an endpoint.
     *
     * @param id its id in the plan
     * @return its values
     * @throws DataRejected when records contradict each other
     */
    public synchronized EndpointValues of(String id) {
        @Nullable EndpointValues values = known.get(id);
        if (values == null) {
            values = evaluate(sap.endpoint(id));
            known.put(id, values);
        }
        return values;
    }

    /**
     * The times of an endpoint that is a time to an event.
     *
     * @param id its id in the plan
     * @return one time per subject
     * @throws DataRejected when records contradict each other
     * @throws IllegalArgumentException when the endpoint has values by visit
     */
    public synchronized EndpointTimes timesOf(String id) {
        @Nullable EndpointTimes times = knownTimes.get(id);
        if (times == null) {
            times = evaluateTimes(sap.endpoint(id));
            knownTimes.put(id, times);
        }
        return times;
    }

    private EndpointValues evaluate(EndpointSpec spec) {
        if (spec instanceof EndpointSpec.Recorded recorded) {
            return new RecordedValues(this).of(recorded);
        }
        if (spec instanceof EndpointSpec.Derived derived) {
            return new RuleValues(this).of(derived);
        }
        if (spec instanceof EndpointSpec.Change change) {
            return new ChangeValues(this).of(change);
        }
        if (spec instanceof EndpointSpec.Responder responder) {
            return new ThresholdValues(this).of(responder);
        }
        if (spec instanceof EndpointSpec.Classes classes) {
            return new ThresholdValues(this).of(classes);
        }
        if (spec instanceof EndpointSpec.Composite composite) {
            return new CompositeValues(this).of(composite);
        }
        if (spec instanceof EndpointSpec.OverVisits overVisits) {
            return new JudgementsByVisit(this).of(overVisits);
        }
        if (spec instanceof EndpointSpec.Chosen chosen) {
            return new TrajectoryValues(this).of(chosen);
        }
        if (spec instanceof EndpointSpec.AreaUnder area) {
            return new TrajectoryValues(this).of(area);
        }
        if (spec instanceof EndpointSpec.Ratio ratio) {
            return new ScaleValues(this).of(ratio);
        }
        if (spec instanceof EndpointSpec.Logarithm logarithm) {
            return new ScaleValues(this).of(logarithm);
        }
        if (spec instanceof EndpointSpec.DiaryDose dose) {
            return new DiaryValues(this).of(dose);
        }
        throw new IllegalArgumentException(
                spec.place() + ": endpoint \"" + spec.id() + "\" is a time to an event and has no values by visit");
    }

    private EndpointTimes evaluateTimes(EndpointSpec spec) {
        if (spec instanceof EndpointSpec.TimeTo recorded) {
            return new RecordedTimes(this).of(recorded);
        }
        if (spec instanceof EndpointSpec.FirstTime first) {
            return new JudgementsByVisit(this).of(first);
        }
        if (spec instanceof EndpointSpec.Taper taper) {
            return new DiaryValues(this).of(taper);
        }
        throw new IllegalArgumentException(spec.place() + ": endpoint \"" + spec.id() + "\" is not a time to an event");
    }

    /**
     * Whether an endpoint is a yes or no by its form; a recorded endpoint may hold 1 and 0 without saying so.
     *
     * @param spec the endpoint
     * @return whether every value is 1 or 0
     */
    public static boolean isYesOrNo(EndpointSpec spec) {
        if (spec instanceof EndpointSpec.Derived derived) {
            return EndpointRules.named(derived.rule())
                    .map(rule -> rule.yields() == EndpointRule.Yields.YES_OR_NO)
                    .orElse(false);
        }
        return spec instanceof EndpointSpec.Responder
                || spec instanceof EndpointSpec.Composite
                || spec instanceof EndpointSpec.OverVisits;
    }

    /**
     * Which way an endpoint is better, as far as its instrument or its rule says.
     *
     * @param spec the endpoint
     * @return the direction, empty when nothing says it
     */
    public static Optional<DirectionOfBenefit> direction(EndpointSpec spec) {
        if (spec instanceof EndpointSpec.Recorded recorded) {
            return direction(recorded.scale());
        }
        if (spec instanceof EndpointSpec.Derived derived) {
            return direction(derived.scale())
                    .or(() -> EndpointRules.named(derived.rule())
                            .flatMap(rule -> rule.yields().direction()));
        }
        return spec instanceof EndpointSpec.DiaryDose
                ? Optional.of(DirectionOfBenefit.LOWER_IS_BETTER)
                : Optional.empty();
    }

    private static Optional<DirectionOfBenefit> direction(Scale scale) {
        Scale.Better better = scale.better();
        return better == null
                ? Instruments.find(scale.instrument()).map(Instrument::direction)
                : Optional.of(direction(better));
    }

    static DirectionOfBenefit direction(Scale.Better better) {
        return better == Scale.Better.HIGHER ? DirectionOfBenefit.HIGHER_IS_BETTER : DirectionOfBenefit.LOWER_IS_BETTER;
    }
}
