package org.sapwood.analysis;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.sapwood.data.Variable;
import org.sapwood.endpoint.EndpointValues;
import org.sapwood.population.Cohort;
import org.sapwood.population.Subject;
import org.sapwood.sap.EndpointSpec;
import org.sapwood.sap.MethodSpec;
import org.sapwood.sap.Treatments;
import org.sapwood.stats.design.ModelFrame;
import org.sapwood.stats.design.Term;

/** The explanatory variables of models with treatment, the plan's factors and baseline, some subjects one row each. */
final class SubjectFrame {
    static final String TREATMENT = "treatment";
    static final String BASELINE = "baseline";

    private final Study study;
    private final Cohort cohort;
    private final List<String> factors;

    SubjectFrame(Study study, Cohort cohort, List<String> factors) {
        this.study = study;
        this.cohort = cohort;
        this.factors = factors;
    }

    /** {@return the levels of treatment, the reference first} */
    List<String> arms() {
        Treatments treatments = study.sap().treatments();
        List<String> arms = new ArrayList<>(List.of(treatments.reference().id()));
        treatments.compared().forEach(arm -> arms.add(arm.id()));
        return arms;
    }

    /** {@return treatment and the factors, one row per subject; a subject may be listed more than once} */
    ModelFrame.Builder of(List<Subject> subjects) {
        return of(subjects, arms());
    }

    /** {@return the same for the subjects of two arms, the reference first} */
    ModelFrame.Builder ofPair(List<Subject> subjects, MethodSpec.Pair pair) {
        return of(subjects, List.of(pair.reference(), pair.test()));
    }

    private ModelFrame.Builder of(List<Subject> subjects, List<String> arms) {
        ModelFrame.Builder frame = ModelFrame.builder();
        frame.factor(TREATMENT, arms, subjects.stream().map(cohort::armOf).toList());
        for (String factor : factors) {
            Variable variable = study.subjectDataset().require(factor);
            List<@Nullable String> labels = new ArrayList<>();
            subjects.forEach(s -> labels.add(variable.isMissing(s.row()) ? null : variable.text(s.row())));
            TreeSet<String> levels = new TreeSet<>();
            labels.forEach(label -> {
                if (label != null) {
                    levels.add(label);
                }
            });
            frame.factor(factor, List.copyOf(new LinkedHashSet<>(levels)), labels);
        }
        return frame;
    }

    /** {@return one treatment term, the factors, and baseline where wanted} */
    List<Term> terms(String treatment, boolean baseline) {
        List<Term> terms = new ArrayList<>(List.of(Term.of(treatment)));
        factors.forEach(factor -> terms.add(Term.of(factor)));
        if (baseline) {
            terms.add(Term.of(BASELINE));
        }
        return terms;
    }

    /** {@return the values whose baseline is the covariate: what is measured below a change} */
    EndpointValues measured(EndpointValues values) {
        return values.spec() instanceof EndpointSpec.Change change
                ? study.endpoints().of(change.of())
                : values;
    }

    /** {@return the baseline of each subject, NaN where it is missing} */
    double[] baselines(EndpointValues values, List<Subject> subjects) {
        EndpointValues measured = measured(values);
        String visit = study.endpoints().baselineVisit();
        return subjects.stream()
                .mapToDouble(subject -> {
                    EndpointValues.@Nullable Entry entry = measured.at(subject.id(), visit);
                    return entry == null ? Double.NaN : entry.value().doubleValue();
                })
                .toArray();
    }

    /** {@return whether a subject has a baseline} */
    boolean hasBaseline(EndpointValues values, Subject subject) {
        return measured(values).at(subject.id(), study.endpoints().baselineVisit()) != null;
    }

    /** {@return whether every factor of a subject is known} */
    boolean hasFactors(Subject subject) {
        return factors.stream()
                .noneMatch(factor -> study.subjectDataset().require(factor).isMissing(subject.row()));
    }
}
