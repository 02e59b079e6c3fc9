package org.sapwood.sap;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The plan.
 *
 * @param file the plan's file name, as given
 * @param study what the trial is
 * @param conventions numbers that hold for every analysis
 * @param treatments the arms
 * @param data the files needed
 * @param visitVariable the variable that holds the visit in every dataset by visit
 * @param visitDay where the study day of a visit is recorded, or null when the planned day stands for it
 * @param visits the planned visits, in order
 * @param sets the analysis sets
 * @param intercurrentEvents the kinds of intercurrent events
 * @param endpoints what is measured or derived; each after those it uses
 * @param estimands what is estimated
 * @param analyses how
 * @param displays what is printed, in order
 * @param eligibility who may enter; without rules when the plan does not state it
 * @param dosing which doses are planned; without regimens when the plan does not state it
 * @param published numbers published elsewhere, printed beside the plan's own
 */
public record Sap(
        String file,
        Study study,
        Conventions conventions,
        Treatments treatments,
        DataSpec data,
        String visitVariable,
        @Nullable VisitDay visitDay,
        List<VisitSpec> visits,
        List<AnalysisSet> sets,
        List<IntercurrentEvent> intercurrentEvents,
        List<EndpointSpec> endpoints,
        List<Estimand> estimands,
        List<AnalysisSpec> analyses,
        List<DisplaySpec> displays,
        EligibilitySpec eligibility,
        DosingSpec dosing,
        List<PublishedSpec> published) {

    /**
     * Numbers that hold for every analysis.
     *
     * @param confidence the confidence level, for example 0.95
     * @param quantiles the quantile definition's name, for example {@code sas-5}
     * @param everythingReported whether a plan with anything that no display reports is refused
     */
    public record Conventions(double confidence, String quantiles, boolean everythingReported) {}

    public AnalysisSet set(String id) {
        return find(sets, AnalysisSet::id, id);
    }

    public EndpointSpec endpoint(String id) {
        return find(endpoints, EndpointSpec::id, id);
    }

    public Estimand estimand(String id) {
        return find(estimands, Estimand::id, id);
    }

    public AnalysisSpec analysis(String id) {
        return find(analyses, AnalysisSpec::id, id);
    }

    /** {@return the endpoints by visit that an analysis names, itself or by its estimand} */
    public List<String> endpointsOf(AnalysisSpec analysis) {
        Set<String> texts = new LinkedHashSet<>(Mentions.of(analysis.method()));
        if (!analysis.estimand().isEmpty()) {
            texts.add(estimand(analysis.estimand()).variable());
        }
        return endpoints.stream()
                .filter(endpoint -> !(endpoint instanceof EndpointSpec.Time))
                .map(EndpointSpec::id)
                .filter(texts::contains)
                .toList();
    }

    public VisitSpec visit(String id) {
        return find(visits, VisitSpec::id, id);
    }

    public IntercurrentEvent intercurrentEvent(String id) {
        return find(intercurrentEvents, IntercurrentEvent::id, id);
    }

    public Treatments.Arm arm(String id) {
        return find(treatments.arms(), Treatments.Arm::id, id);
    }

    /** The reader has checked every reference, so an unknown id here is a defect of the program. */
    private static <T> T find(List<T> items, Function<T, String> idOf, String id) {
        for (T item : items) {
            if (idOf.apply(item).equals(id)) {
                return item;
            }
        }
        throw new NoSuchElementException("the plan has no item \"" + id + "\"");
    }
}
