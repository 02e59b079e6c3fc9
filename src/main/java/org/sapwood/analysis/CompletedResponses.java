package org.sapwood.analysis;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.sapwood.data.Variable;
import org.sapwood.endpoint.Derived;
import org.sapwood.endpoint.EndpointValues;
import org.sapwood.endpoint.EstimandValues;
import org.sapwood.endpoint.UnderStrategies.Use;
import org.sapwood.population.Cohort;
import org.sapwood.population.Subject;
import org.sapwood.sap.AnalysisSpec;
import org.sapwood.sap.Estimand;
import org.sapwood.sap.ResponseSpec;
import org.sapwood.sap.VisitSpec;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.imputation.FullyConditionalImputation;
import org.sapwood.stats.imputation.ImputationModel;
import org.sapwood.stats.imputation.IncompleteData;
import org.sapwood.stats.imputation.RandomStreams;

/**
 * The responses of an estimand in completed datasets. Measures of baseline and the stated visits are drawn by chained
 * equations with predictive mean matching given treatment and factors, so that every drawn value is one that was observed
 * and lies on the instrument's grid; the response is then derived anew by the plan's own rules.
 *
 * <p>What was measured after an event that decides takes no part: such visits are as they would have been without it. A
 * measure is drawn only for subjects who have it at baseline, so that nobody gets an enzyme that was never measured.
 */
final class CompletedResponses {
    private final ResponseSpec.ImputedResponders options;
    private final Study study;
    private final Estimand estimand;
    private final Cohort cohort;
    private final EstimandValues made;
    private final List<Subject> subjects = new ArrayList<>();
    private final List<Column> columns = new ArrayList<>();
    private final Set<String> imputed = new LinkedHashSet<>();
    /** The responses of the others, the same in every dataset. */
    private final Map<String, Boolean> decided = new HashMap<>();

    private final String analysis;

    /** A measure at a visit. */
    private record Column(String endpoint, String visit) {}

    /** The responses of one completed dataset, by subject. */
    record Completed(Map<String, Boolean> responses) {
        int responders(List<Subject> members) {
            return (int) members.stream()
                    .filter(subject -> responses.getOrDefault(subject.id(), false))
                    .count();
        }
    }

    CompletedResponses(AnalysisSpec spec, ResponseSpec.ImputedResponders options, Study study, Cohort cohort) {
        this.options = options;
        this.study = study;
        this.estimand = study.sap().estimand(spec.estimand());
        this.cohort = cohort;
        this.made = study.estimandValues(estimand.id());
        this.analysis = spec.id();
        SubjectFrame frames = new SubjectFrame(study, cohort, options.factors());
        for (String arm : List.of(estimand.test(), estimand.reference())) {
            for (Subject subject : cohort.in(arm)) {
                if (use(subject, estimand.visit()) != Use.OUTSIDE_STRATUM && frames.hasFactors(subject)) {
                    subjects.add(subject);
                }
            }
        }
        List<String> visits = new ArrayList<>(List.of(study.endpoints().baselineVisit()));
        visits.addAll(options.visits());
        for (String visit : visits) {
            for (String component : options.components()) {
                if (subjects.stream().anyMatch(subject -> entry(component, subject, visit) != null)) {
                    columns.add(new Column(component, visit));
                }
            }
        }
        for (Subject subject : subjects) {
            if (hasSomethingToDraw(subject)) {
                imputed.add(subject.id());
            } else {
                Derived<BigDecimal> value = made.at(subject, estimand.visit()).value();
                decided.put(subject.id(), value.isKnown() && value.orElseThrow().signum() > 0);
            }
        }
    }

    private Use use(Subject subject, String visit) {
        return made.at(subject, visit).use();
    }

    /** A value that counts for the models: one that no event has changed. */
    private EndpointValues.@Nullable Entry entry(String endpoint, Subject subject, String visit) {
        boolean baseline = visit.equals(study.endpoints().baselineVisit());
        return baseline || use(subject, visit) == Use.AS_OBSERVED
                ? study.endpoints().of(endpoint).at(subject.id(), visit)
                : null;
    }

    private boolean hasBaseline(String endpoint, Subject subject) {
        return study.endpoints().of(endpoint).at(subject.id(), study.endpoints().baselineVisit()) != null;
    }

    private boolean hasSomethingToDraw(Subject subject) {
        Use use = use(subject, estimand.visit());
        return (use == Use.AS_OBSERVED || use == Use.SET_MISSING)
                && options.components().stream()
                        .anyMatch(component ->
                                hasBaseline(component, subject) && entry(component, subject, estimand.visit()) == null);
    }

    /** {@return the subjects of an arm who are analysed} */
    List<Subject> analysed(String arm) {
        return subjects.stream()
                .filter(subject -> cohort.armOf(subject).equals(arm))
                .toList();
    }

    /** {@return whether a measure behind the subject's response is drawn} */
    boolean isImputed(Subject subject) {
        return imputed.contains(subject.id());
    }

    /** {@return the responses of all completed datasets} */
    Estimable<List<Completed>> draws() {
        if (imputed.isEmpty()) {
            return Estimable.of(Collections.nCopies(options.number(), completed(Map.of())));
        }
        IncompleteData data = data();
        FullyConditionalImputation imputation = new FullyConditionalImputation(
                data,
                Collections.nCopies(columns.size(), ImputationModel.PREDICTIVE_MEAN_MATCHING),
                new RandomStreams(options.seed(), analysis),
                options.sweeps());
        return imputation
                .draws(options.number())
                .map(all -> all.stream().map(values -> completed(drawn(values))).toList());
    }

    private IncompleteData data() {
        double[][] values = new double[subjects.size()][columns.size()];
        for (int i = 0; i < values.length; i++) {
            for (int c = 0; c < columns.size(); c++) {
                Column column = columns.get(c);
                EndpointValues.@Nullable Entry entry = entry(column.endpoint(), subjects.get(i), column.visit());
                values[i][c] = entry == null ? Double.NaN : entry.value().doubleValue();
            }
        }
        return IncompleteData.of(
                Cohort.ids(subjects),
                columns.stream().map(c -> c.endpoint() + " " + c.visit()).toList(),
                predictors(),
                values);
    }

    /** Ones, the test arm, and all levels but the first of each factor. */
    private double[][] predictors() {
        List<double[]> byColumn = new ArrayList<>();
        byColumn.add(subjects.stream().mapToDouble(s -> 1).toArray());
        byColumn.add(subjects.stream()
                .mapToDouble(s -> cohort.armOf(s).equals(estimand.test()) ? 1 : 0)
                .toArray());
        for (String factor : options.factors()) {
            Variable variable = study.subjectDataset().require(factor);
            TreeSet<String> levels = new TreeSet<>();
            subjects.forEach(s -> levels.add(variable.text(s.row())));
            levels.stream()
                    .skip(1)
                    .forEach(level -> byColumn.add(subjects.stream()
                            .mapToDouble(s -> variable.text(s.row()).equals(level) ? 1 : 0)
                            .toArray()));
        }
        double[][] rows = new double[subjects.size()][byColumn.size()];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < byColumn.size(); j++) {
                rows[i][j] = byColumn.get(j)[i];
            }
        }
        return rows;
    }

    /** The drawn values of the estimand's visit, by endpoint, subject and visit. */
    private Map<String, Map<String, Map<String, BigDecimal>>> drawn(double[][] values) {
        Map<String, Map<String, Map<String, BigDecimal>>> drawn = new TreeMap<>();
        options.components().forEach(component -> drawn.put(component, new TreeMap<>()));
        options.carried().forEach(endpoint -> drawn.put(endpoint, carried(endpoint)));
        for (int c = 0; c < columns.size(); c++) {
            Column column = columns.get(c);
            if (!column.visit().equals(estimand.visit())) {
                continue;
            }
            for (int i = 0; i < values.length; i++) {
                Subject subject = subjects.get(i);
                if (imputed.contains(subject.id())
                        && hasBaseline(column.endpoint(), subject)
                        && entry(column.endpoint(), subject, column.visit()) == null) {
                    drawn.computeIfAbsent(column.endpoint(), e -> new TreeMap<>())
                            .computeIfAbsent(subject.id(), s -> new TreeMap<>())
                            .put(column.visit(), BigDecimal.valueOf(values[i][c]));
                }
            }
        }
        return drawn;
    }

    /** The last value up to the estimand's visit, for subjects without one at it. */
    private Map<String, Map<String, BigDecimal>> carried(String endpoint) {
        EndpointValues values = study.endpoints().of(endpoint);
        Map<String, Map<String, BigDecimal>> carried = new TreeMap<>();
        for (String subject : imputed) {
            if (values.at(subject, estimand.visit()) == null) {
                @Nullable BigDecimal last = null;
                for (VisitSpec visit : study.sap().visits()) {
                    EndpointValues.@Nullable Entry entry = values.at(subject, visit.id());
                    if (entry != null
                            && visit.plannedDay()
                                    <= study.sap().visit(estimand.visit()).plannedDay()) {
                        last = entry.value();
                    }
                }
                if (last != null) {
                    carried.put(subject, Map.of(estimand.visit(), last));
                }
            }
        }
        return carried;
    }

    private Completed completed(Map<String, Map<String, Map<String, BigDecimal>>> drawn) {
        Map<String, Boolean> responses = new HashMap<>(decided);
        if (!imputed.isEmpty()) {
            EndpointValues derived = study.endpoints().completed(estimand.variable(), imputed, estimand.visit(), drawn);
            for (String subject : imputed) {
                EndpointValues.@Nullable Entry entry = derived.at(subject, estimand.visit());
                responses.put(subject, entry != null && entry.value().signum() > 0);
            }
        }
        return new Completed(responses);
    }

    /** {@return how values were imputed, one sentence for the footnote} */
    String describe() {
        return "Measures missing without an intercurrent event that decides are imputed " + options.number()
                + " times (seed " + options.seed() + ") given treatment"
                + (options.factors().isEmpty() ? "" : ", " + study.words(options.factors()))
                + ", all measures at baseline and at "
                + String.join(
                        ", ",
                        options.visits().stream()
                                .map(visit -> study.sap().visit(visit).label())
                                .toList())
                + ": fully conditional specification, " + options.sweeps()
                + " sweeps, predictive mean matching; the response is derived anew; Rubin's rules with the degrees of freedom"
                + " of Barnard and Rubin.";
    }
}
