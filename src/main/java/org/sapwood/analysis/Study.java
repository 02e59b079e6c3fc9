package org.sapwood.analysis;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sapwood.data.Dataset;
import org.sapwood.data.Variable;
import org.sapwood.endpoint.EndpointValues;
import org.sapwood.endpoint.Endpoints;
import org.sapwood.endpoint.EstimandValues;
import org.sapwood.endpoint.IntercurrentEvents;
import org.sapwood.endpoint.dosing.DosingRecords;
import org.sapwood.endpoint.eligibility.FactRecords;
import org.sapwood.population.Cohort;
import org.sapwood.population.Subject;
import org.sapwood.population.TrialData;
import org.sapwood.result.Group;
import org.sapwood.sap.AnalysisSpec;
import org.sapwood.sap.Sap;
import org.sapwood.sap.Treatments;
import org.sapwood.stats.ConfidenceLevel;

/** What analyses see: the plan, the data, the cohorts and the endpoints. Several may ask at once. */
public final class Study {
    private final Sap sap;
    private final TrialData data;
    private final Endpoints endpoints;
    private final IntercurrentEvents events;
    private final Map<String, Cohort> cohorts = new LinkedHashMap<>();
    private final Map<String, EstimandValues> estimands = new LinkedHashMap<>();
    private @Nullable FactRecords facts;
    private @Nullable DosingRecords doses;

    public Study(Sap sap, TrialData data) {
        this.sap = sap;
        this.data = data;
        this.endpoints = new Endpoints(sap, data);
        this.events = new IntercurrentEvents(sap, data, endpoints);
    }

    public Sap sap() {
        return sap;
    }

    public TrialData data() {
        return data;
    }

    public Endpoints endpoints() {
        return endpoints;
    }

    /** {@return the intercurrent events that happened} */
    public IntercurrentEvents intercurrentEvents() {
        return events;
    }

    /** {@return the values of an estimand's variable as its strategies make them} */
    synchronized EstimandValues estimandValues(String estimand) {
        return estimands.computeIfAbsent(
                estimand, id -> new EstimandValues(sap.estimand(id), sap, data, endpoints, events));
    }

    /** {@return the values an analysis takes of an endpoint: as its estimand makes them, or as they are} */
    EndpointValues values(AnalysisSpec spec, String endpoint) {
        return spec.estimand().isEmpty()
                ? endpoints.of(endpoint)
                : estimandValues(spec.estimand()).values();
    }

    /** {@return the facts that decide eligibility, read once} */
    public synchronized FactRecords facts() {
        @Nullable FactRecords known = facts;
        if (known == null) {
            known = FactRecords.of(sap.eligibility().facts(), data);
            facts = known;
        }
        return known;
    }

    /** {@return the doses given, read once} */
    public synchronized DosingRecords doses() {
        @Nullable DosingRecords known = doses;
        if (known == null) {
            known = DosingRecords.of(sap.dosing(), data);
            doses = known;
        }
        return known;
    }

    /** {@return the members of a set, found once} */
    public synchronized Cohort cohort(String set) {
        return cohorts.computeIfAbsent(set, id -> Cohort.of(sap.set(id), data, sap.treatments()));
    }

    /** {@return the cohort of an analysis: its own set, or the population of its estimand} */
    public Cohort cohortOf(AnalysisSpec spec) {
        return cohort(spec.set().isEmpty() ? sap.estimand(spec.estimand()).population() : spec.set());
    }

    /** {@return variables of the subject dataset in the words of the plan, for notes to readers} */
    String words(List<String> variables) {
        return variables.stream().map(sap.data()::wordsFor).collect(Collectors.joining(", "));
    }

    List<Treatments.Arm> arms() {
        return sap.treatments().arms();
    }

    ConfidenceLevel level() {
        return ConfidenceLevel.of(sap.conventions().confidence());
    }

    /** {@return the arms, each with its members, and everybody when there are several arms} */
    Map<Group, List<Subject>> groups(Cohort cohort) {
        Map<Group, List<Subject>> groups = new LinkedHashMap<>();
        for (Treatments.Arm arm : arms()) {
            groups.put(new Group.Arm(arm.id()), cohort.in(arm.id()));
        }
        groups.put(new Group.Overall(), cohort.members());
        return groups;
    }

    /** {@return a variable of the subject dataset}
     *
     * @param name one that the dataset has
     */
    public Variable subjectVariable(String name) {
        return subjectDataset().require(name);
    }

    Dataset subjectDataset() {
        return data.subjectDataset();
    }
}
