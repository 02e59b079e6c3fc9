package org.sapwood.analysis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sapwood.result.ResultSet;
import org.sapwood.sap.AnalysisSpec;
import org.sapwood.sap.DisplaySpec;
import org.sapwood.sap.MethodSpec;
import org.sapwood.sap.ResponseSpec;
import org.sapwood.sap.SafetySpec;
import org.sapwood.sap.SynthesisSpec;

/** The method catalogue: one line per method. */
public final class AnalysisMethods {
    private record Entry<S extends MethodSpec>(Class<S> options, AnalysisMethod<S> method) {
        void run(AnalysisSpec spec, Study study, Rows rows) {
            method.run(spec, options.cast(spec.method()), study, rows);
        }
    }

    private static final List<Entry<?>> ALL = List.of(
            new Entry<>(MethodSpec.CountSubjects.class, new CountSubjectsMethod()),
            new Entry<>(MethodSpec.Characteristics.class, new CharacteristicsMethod()),
            new Entry<>(MethodSpec.Describe.class, new DescribeMethod()),
            new Entry<>(MethodSpec.Responders.class, new RespondersMethod()),
            new Entry<>(MethodSpec.PairedResponders.class, new PairedRespondersMethod()),
            new Entry<>(MethodSpec.CompareAtVisit.class, new CompareAtVisitMethod()),
            new Entry<>(SynthesisSpec.IntercurrentEvents.class, new IntercurrentEventsMethod()),
            new Entry<>(SynthesisSpec.Estimates.class, new EstimatesMethod()),
            new Entry<>(SynthesisSpec.Subgroups.class, new SubgroupsMethod()),
            new Entry<>(SynthesisSpec.Multiplicity.class, new MultiplicityMethod()),
            new Entry<>(MethodSpec.TippingPoint.class, new TippingPointMethod()),
            new Entry<>(MethodSpec.Ancova.class, new AncovaMethod()),
            new Entry<>(MethodSpec.Mmrm.class, new MmrmMethod()),
            new Entry<>(MethodSpec.MultipleImputation.class, new MultipleImputationMethod()),
            new Entry<>(MethodSpec.TippingDelta.class, new TippingDeltaMethod()),
            new Entry<>(MethodSpec.ConditionalMean.class, new ConditionalMeanMethod()),
            new Entry<>(MethodSpec.WithinArm.class, new WithinArmMethod()),
            new Entry<>(ResponseSpec.ClassesByVisit.class, new ClassesByVisitMethod()),
            new Entry<>(ResponseSpec.CompareClasses.class, new CompareClassesMethod()),
            new Entry<>(ResponseSpec.RepeatedResponders.class, new RepeatedRespondersMethod()),
            new Entry<>(ResponseSpec.ImputedResponders.class, new ImputedRespondersMethod()),
            new Entry<>(ResponseSpec.Correlations.class, new CorrelationsMethod()),
            new Entry<>(MethodSpec.AdverseEvents.class, new AdverseEventsMethod()),
            new Entry<>(MethodSpec.EventKinds.class, new EventKindsMethod()),
            new Entry<>(SafetySpec.EventRates.class, new EventRatesMethod()),
            new Entry<>(SafetySpec.Shift.class, new ShiftMethod()),
            new Entry<>(SafetySpec.Eligibility.class, new EligibilityMethod()),
            new Entry<>(SafetySpec.Exposure.class, new ExposureMethod()),
            new Entry<>(MethodSpec.KaplanMeier.class, new KaplanMeierMethod()),
            new Entry<>(MethodSpec.Flow.class, new FlowMethod()));

    private AnalysisMethods() {}

    /**
     * Runs analyses, and counts every analysis set a display stands on.
     *
     * @param study plan and data
     * @param displays the displays that will be filled
     * @return the numbers
     */
    public static ResultSet run(Study study, List<DisplaySpec> displays) {
        ResultSet results = new ResultSet();
        Rows rows = new Rows(results);
        Set<String> sets = new LinkedHashSet<>();
        Set<String> wanted = new LinkedHashSet<>();
        for (DisplaySpec display : displays) {
            sets.add(display.set());
            if (display.content() instanceof DisplaySpec.FromResults from) {
                wanted.addAll(from.analyses().values());
            } else if (display.content() instanceof DisplaySpec.FromPlan from
                    && from.kind() == DisplaySpec.FromPlan.Kind.PUBLISHED) {
                study.sap().published().forEach(number -> wanted.add(number.analysis()));
            }
        }
        sets.forEach(set -> PopulationMethod.run(set, study, rows));
        // what an analysis uses stands above it, so that one pass from below finds all
        List<AnalysisSpec> below = new ArrayList<>(study.sap().analyses());
        Collections.reverse(below);
        for (AnalysisSpec analysis : below) {
            if (wanted.contains(analysis.id())) {
                wanted.addAll(analysis.method().uses());
            }
        }
        run(
                study,
                study.sap().analyses().stream()
                        .filter(analysis -> wanted.contains(analysis.id()))
                        .toList(),
                results);
        return results;
    }

    /** Runs side by side what stands alone; the order of the results, and of failures, is that of the plan. */
    private static void run(Study study, List<AnalysisSpec> analyses, ResultSet results) {
        Map<String, Outcome> alone = analyses.parallelStream()
                .filter(analysis -> analysis.method().uses().isEmpty())
                .collect(Collectors.toMap(AnalysisSpec::id, analysis -> Outcome.of(analysis, study)));
        Rows rows = new Rows(results);
        for (AnalysisSpec analysis : analyses) {
            @Nullable Outcome outcome = alone.get(analysis.id());
            if (outcome == null) {
                entry(analysis).run(analysis, study, rows);
            } else {
                results.addAll(outcome.results().rows());
            }
        }
    }

    /** What came of an analysis: its numbers, or why it could not be run. */
    private record Outcome(ResultSet numbers, @Nullable RuntimeException failure) {
        static Outcome of(AnalysisSpec analysis, Study study) {
            ResultSet numbers = new ResultSet();
            try {
                entry(analysis).run(analysis, study, new Rows(numbers));
                return new Outcome(numbers, null);
            } catch (RuntimeException failure) {
                return new Outcome(numbers, failure);
            }
        }

        ResultSet results() {
            if (failure != null) {
                throw failure;
            }
            return numbers;
        }
    }

    private static Entry<?> entry(AnalysisSpec analysis) {
        for (Entry<?> entry : ALL) {
            if (entry.options().isInstance(analysis.method())) {
                return entry;
            }
        }
        throw new IllegalStateException(
                "no method for " + analysis.method().getClass().getSimpleName());
    }
}
