package org.sapwood.sap;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sapwood.sap.Estimand.MissingRule;
import org.sapwood.yaml.Complaints;
import org.sapwood.yaml.Place;

/**
 * Refuses estimands that contradict their own data or analyses, as far as the plan alone can tell: what ICH E9(R1) calls
 * aligning estimand and estimator. Every complaint names the contradiction and what to write instead.
 */
final class EstimandLint {
    /** ADaM flags of records made while on treatment, or chosen for one analysis by hand. */
    private static final Set<String> ON_TREATMENT = Set.of("ONTRTFL", "ONTRFL", "ONTRT", "ANLONTFL", "TRTFL");

    /** ADaM flags of subjects chosen by how treatment went. */
    private static final Set<String> PER_PROTOCOL =
            Set.of("PPROTFL", "PPFL", "PERPROTFL", "PPSFL", "COMPLFL", "COMPLETFL");

    private final Sap sap;
    private final Complaints complaints;

    private EstimandLint(Sap sap, Complaints complaints) {
        this.sap = sap;
        this.complaints = complaints;
    }

    /** Complains about every estimand and analysis of a plan whose references are all declared. */
    static void check(Sap sap, Complaints complaints) {
        EstimandLint lint = new EstimandLint(sap, complaints);
        sap.estimands().forEach(lint::estimand);
        sap.analyses().forEach(lint::analysis);
    }

    private void estimand(Estimand estimand) {
        everyEventHasAStrategy(estimand);
        treatmentPolicyKeepsEveryRecord(estimand);
        compositeHasAValue(estimand);
        principalStratumIsDefined(estimand);
        if (estimand.isComparison()) {
            armsStillDiffer(estimand.place(), "estimand \"" + estimand.id() + "\"", estimand.visit());
        }
    }

    private void complain(String place, String problem, String remedy) {
        complaints.add(Place.of(place), problem, remedy);
    }

    private void everyEventHasAStrategy(Estimand estimand) {
        List<String> open = new ArrayList<>();
        sap.intercurrentEvents().forEach(event -> {
            if (!estimand.events().containsKey(event.id())) {
                open.add(event.id());
            }
        });
        if (!open.isEmpty()) {
            complain(
                    estimand.place(),
                    "estimand \"" + estimand.id() + "\" names no strategy for the intercurrent event"
                            + (open.size() == 1 ? " \"" : "s \"") + String.join("\", \"", open) + "\"",
                    "Add \"intercurrent-events: {" + open.get(0)
                            + ": treatment-policy}\" if values count whatever happened, or another strategy.");
        }
    }

    private void treatmentPolicyKeepsEveryRecord(Estimand estimand) {
        if (!estimand.uses(IntercurrentEventStrategy.TREATMENT_POLICY)) {
            return;
        }
        for (EndpointSpec.Recorded recorded : recordedBehind(estimand.variable())) {
            first(recorded.where(), ON_TREATMENT)
                    .ifPresent(flag -> complain(
                            estimand.place(),
                            "estimand \"" + estimand.id() + "\" treats events by treatment policy, but endpoint \""
                                    + recorded.id() + "\" drops what was measured off treatment (" + flag + ")",
                            "Remove " + flag
                                    + " from the endpoint's \"where\", or take while-on-treatment or hypothetical."));
        }
        AnalysisSet set = sap.set(estimand.population());
        first(set.where(), PER_PROTOCOL)
                .ifPresent(flag -> complain(
                        estimand.place(),
                        "estimand \"" + estimand.id()
                                + "\" treats events by treatment policy, but its population \"" + set.id()
                                + "\" drops subjects by how treatment went (" + flag + ")",
                        "Take a population fixed at randomisation, or a strategy that says what leaving"
                                + " treatment means."));
    }

    private void compositeHasAValue(Estimand estimand) {
        if (estimand.uses(IntercurrentEventStrategy.COMPOSITE)
                && estimand.failure() == null
                && analysedAsNumber(estimand)) {
            complain(
                    estimand.place(),
                    "estimand \"" + estimand.id() + "\" counts events as failure, but \"" + estimand.variable()
                            + "\" is analysed as a number and no value stands for failure",
                    "Add \"failure: 0\" (no improvement, say), or take another strategy.");
        }
    }

    private boolean analysedAsNumber(Estimand estimand) {
        return sap.endpoint(estimand.variable()) instanceof EndpointSpec.Change
                || sap.analyses().stream()
                        .filter(analysis -> analysis.estimand().equals(estimand.id()))
                        .anyMatch(analysis -> !numbersOf(analysis.method()).isEmpty());
    }

    private void principalStratumIsDefined(Estimand estimand) {
        if (estimand.uses(IntercurrentEventStrategy.PRINCIPAL_STRATUM) && !estimand.hasStratum()) {
            complain(
                    estimand.place(),
                    "estimand \"" + estimand.id() + "\" names a principal stratum but not who belongs to it",
                    "Add \"principal-stratum: {VARIABLE: value}\", a condition on the subject dataset.");
        }
    }

    /** After the visit until which the arms differ, a contrast compares two groups on the same treatment. */
    private void armsStillDiffer(String place, String what, String visit) {
        String until = sap.treatments().contrastUntil();
        if (until.isEmpty() || visit.isEmpty()) {
            return;
        }
        if (sap.visit(visit).week() > sap.visit(until).week()) {
            complain(
                    place,
                    what + " contrasts the arms at " + visit + ", but they receive the same treatment after " + until,
                    "Take a visit up to " + until + ", or describe the arms without contrast.");
        }
    }

    private void analysis(AnalysisSpec analysis) {
        MethodSpec method = analysis.method();
        String what = "analysis \"" + analysis.id() + "\"";
        contrasts(method).forEach(visit -> armsStillDiffer(analysis.place(), what, visit));
        if (analysis.estimand().isEmpty()) {
            return;
        }
        if (!followsStrategies(method)) {
            complain(
                    analysis.place(),
                    what + " names an estimand, but its method takes values as they were recorded, whatever happened"
                            + " before the visit",
                    "Write \"set: …\" instead of \"estimand: …\".");
            return;
        }
        Estimand estimand = sap.estimand(analysis.estimand());
        if (!analysis.set().isEmpty() && !analysis.set().equals(estimand.population())) {
            complain(
                    analysis.place(),
                    what + " is of set \"" + analysis.set() + "\", but its estimand is of \"" + estimand.population()
                            + "\"",
                    "Leave \"set\" out, or name an estimand of that population.");
        }
        boolean binary = method instanceof MethodSpec.Responders
                || method instanceof MethodSpec.TippingPoint
                || method instanceof ResponseSpec.RepeatedResponders
                || method instanceof ResponseSpec.ImputedResponders;
        if (binary && estimand.visit().isEmpty()) {
            complain(
                    estimand.place(),
                    "estimand \"" + estimand.id() + "\" does not say at which visit its variable is taken",
                    "Add \"visit: …\"; " + what + " needs it.");
        }
        if (method instanceof ResponseSpec.RepeatedResponders repeated
                && !estimand.visit().isEmpty()
                && !repeated.visits().contains(estimand.visit())) {
            complain(
                    analysis.place(),
                    what + " is at " + String.join(", ", repeated.visits()) + ", but its estimand is at "
                            + estimand.visit(),
                    "Let the analysis include the estimand's visit.");
        }
        boolean compares = method instanceof MethodSpec.TippingPoint
                || method instanceof ResponseSpec.RepeatedResponders
                || method instanceof ResponseSpec.ImputedResponders
                || (method instanceof MethodSpec.Responders responders
                        && !responders.comparisons().isEmpty());
        if (compares && !estimand.isComparison()) {
            complain(
                    analysis.place(),
                    what + " compares arms, but its estimand \"" + estimand.id() + "\" has no reference arm",
                    "Add \"reference: …\" to the estimand's treatment, or leave \"compare-by\" out.");
        }
        numbersOf(method).forEach(number -> number(analysis, what, estimand, number));
    }

    private void number(AnalysisSpec analysis, String what, Estimand estimand, String endpoint) {
        if (!endpoint.equals(estimand.variable())) {
            complain(
                    analysis.place(),
                    what + " is of endpoint \"" + endpoint + "\", but its estimand is of \"" + estimand.variable()
                            + "\"",
                    "Let both name the same endpoint.");
        }
        if (estimand.missing() == MissingRule.NON_RESPONSE) {
            complain(
                    analysis.place(),
                    what + " is of a number, for which its estimand's \"missing: non-response\" means nothing",
                    "Write \"missing: left-out\" in the estimand.");
        }
        List<String> visits = visitsOf(analysis.method());
        if (!estimand.visit().isEmpty() && !visits.contains(estimand.visit())) {
            complain(
                    analysis.place(),
                    what + " is at " + String.join(", ", visits) + ", but its estimand is at " + estimand.visit(),
                    "Let the analysis include the estimand's visit.");
        }
    }

    /** Whether a method takes the values its estimand's strategies make. */
    private static boolean followsStrategies(MethodSpec method) {
        return method instanceof MethodSpec.Responders
                || method instanceof MethodSpec.TippingPoint
                || method instanceof MethodSpec.Ancova
                || method instanceof MethodSpec.Mmrm
                || method instanceof MethodSpec.WithinArm
                || method instanceof MethodSpec.CompareAtVisit
                || method instanceof MethodSpec.MultipleImputation
                || method instanceof MethodSpec.TippingDelta
                || method instanceof MethodSpec.ConditionalMean
                || method instanceof ResponseSpec.RepeatedResponders
                || method instanceof ResponseSpec.ImputedResponders
                || method instanceof SynthesisSpec.Subgroups;
    }

    /** The endpoints of an analysis of numbers; none for the others. */
    private static List<String> numbersOf(MethodSpec method) {
        if (method instanceof MethodSpec.Ancova ancova) {
            return ancova.endpoints();
        }
        if (method instanceof MethodSpec.Mmrm mmrm) {
            return List.of(mmrm.endpoint());
        }
        if (method instanceof MethodSpec.WithinArm within) {
            return List.of(within.endpoint());
        }
        MethodSpec.@Nullable ImputedModel imputed = imputedModel(method);
        if (imputed != null) {
            return List.of(imputed.endpoint());
        }
        return method instanceof MethodSpec.CompareAtVisit compare ? List.of(compare.endpoint()) : List.of();
    }

    /** The model fitted after imputation; null for a method that imputes nothing. */
    private static MethodSpec.@Nullable ImputedModel imputedModel(MethodSpec method) {
        if (method instanceof MethodSpec.MultipleImputation multiple) {
            return multiple.model();
        }
        if (method instanceof MethodSpec.TippingDelta tipping) {
            return tipping.model();
        }
        return method instanceof MethodSpec.ConditionalMean mean ? mean.model() : null;
    }

    private static List<String> visitsOf(MethodSpec method) {
        if (method instanceof MethodSpec.Ancova ancova) {
            return List.of(ancova.visit());
        }
        if (method instanceof MethodSpec.Mmrm mmrm) {
            return mmrm.visits();
        }
        if (method instanceof MethodSpec.WithinArm within) {
            return within.visits();
        }
        MethodSpec.@Nullable ImputedModel imputed = imputedModel(method);
        if (imputed != null) {
            return List.of(imputed.visit());
        }
        if (method instanceof ResponseSpec.RepeatedResponders repeated) {
            return repeated.visits();
        }
        if (method instanceof ResponseSpec.ImputedResponders completed) {
            return completed.visits();
        }
        if (method instanceof ResponseSpec.CompareClasses classes) {
            return List.of(classes.visit());
        }
        return method instanceof MethodSpec.CompareAtVisit compare ? List.of(compare.visit()) : List.of();
    }

    /** The visits at which an analysis without estimand contrasts arms. */
    private static List<String> contrasts(MethodSpec method) {
        boolean pairs =
                (method instanceof MethodSpec.Ancova ancova && !ancova.pairs().isEmpty())
                        || method instanceof MethodSpec.CompareAtVisit
                        || method instanceof ResponseSpec.CompareClasses
                        || method instanceof ResponseSpec.RepeatedResponders
                        || method instanceof MethodSpec.Mmrm;
        return pairs ? visitsOf(method) : List.of();
    }

    /** The recorded endpoints that an endpoint is made from. */
    private List<EndpointSpec.Recorded> recordedBehind(String endpoint) {
        List<EndpointSpec.Recorded> recorded = new ArrayList<>();
        Deque<String> open = new ArrayDeque<>(List.of(endpoint));
        Set<String> seen = new LinkedHashSet<>();
        while (!open.isEmpty()) {
            String id = open.pop();
            if (!seen.add(id)) {
                continue;
            }
            EndpointSpec spec = sap.endpoint(id);
            if (spec instanceof EndpointSpec.Recorded own) {
                recorded.add(own);
            }
            open.addAll(spec.uses());
        }
        return recorded;
    }

    /** The first of some variables that a condition mentions. */
    private static Optional<String> first(Condition where, Set<String> variables) {
        return where.variables().stream().filter(variables::contains).findFirst();
    }
}
