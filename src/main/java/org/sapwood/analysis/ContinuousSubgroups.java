package org.sapwood.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sapwood.endpoint.EndpointValues;
import org.sapwood.population.Subject;
import org.sapwood.result.Group;
import org.sapwood.sap.EndpointSpec;
import org.sapwood.sap.MethodSpec;
import org.sapwood.sap.SynthesisSpec;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.design.DesignMatrix;
import org.sapwood.stats.design.LeastSquaresMeans;
import org.sapwood.stats.design.Margins;
import org.sapwood.stats.design.ModelFrame;
import org.sapwood.stats.design.Term;
import org.sapwood.stats.design.WaldT;
import org.sapwood.stats.linear.AnalysisOfVariance;
import org.sapwood.stats.linear.LinearModel;

/**
 * Differences of means within subgroups, by analysis of covariance with the baseline where the endpoint is a change: within
 * a level from that level's subjects; the interaction from one model of all levels, type III.
 */
final class ContinuousSubgroups implements SubgroupsMethod.Comparison {
    private static final String TREATMENT = "treatment";
    private static final String SUBGROUP = "subgroup";
    private static final String BASELINE = "baseline";

    private final Study study;
    private final SynthesisSpec.Subgroups options;

    ContinuousSubgroups(Study study, SynthesisSpec.Subgroups options) {
        this.study = study;
        this.options = options;
    }

    /** One subject with a value. */
    private record Measured(Subject subject, String arm, String level, double value, double baseline) {}

    @Override
    public void level(SubgroupsMethod.Place place, String subgroup, String level, List<Subject> members) {
        List<Measured> measured = measured(place, Map.of(level, members));
        MethodSpec.Pair pair = options.pair();
        for (String arm : List.of(pair.test(), pair.reference())) {
            List<Subject> own = measured.stream()
                    .filter(m -> m.arm().equals(arm))
                    .map(Measured::subject)
                    .toList();
            place.at(new Group.Arm(arm), subgroup, level, own, place.values().method())
                    .count("n", own.size());
        }
        Estimable<WaldT> difference = measured.isEmpty()
                ? Estimable.not(Estimable.Reason.EMPTY_GROUP, "no subject has a value")
                : difference(measured, place);
        place.at(
                        new Group.Comparison(pair.test(), pair.reference()),
                        subgroup,
                        level,
                        measured.stream().map(Measured::subject).toList(),
                        "analysis of covariance, difference of LS means")
                .real("estimate", difference.map(WaldT::estimate))
                .interval("conf", difference.map(WaldT::interval));
    }

    private Estimable<WaldT> difference(List<Measured> measured, SubgroupsMethod.Place place) {
        if (measured.stream().map(Measured::arm).distinct().count() < 2) {
            return Estimable.not(Estimable.Reason.EMPTY_GROUP, "one of the arms has no value");
        }
        DesignMatrix design = DesignMatrix.of(frame(measured), terms(place, Term.of(TREATMENT)));
        LeastSquaresMeans means = LeastSquaresMeans.of(design, List.of(TREATMENT), Margins.EQUAL);
        return LinearModel.fit(design, response(measured))
                .flatMap(model -> model.estimate(
                        means.mean(options.pair().test())
                                .minus(means.mean(options.pair().reference())),
                        study.level()));
    }

    @Override
    public void interaction(SubgroupsMethod.Place place, String subgroup, Map<String, List<Subject>> levels) {
        List<Measured> measured = measured(place, levels);
        Term interaction = Term.of(TREATMENT, SUBGROUP);
        boolean several = measured.stream().map(Measured::level).distinct().count() > 1
                && measured.stream().map(Measured::arm).distinct().count() > 1;
        Estimable<org.sapwood.stats.PValue> p = several
                ? LinearModel.fit(
                                DesignMatrix.of(
                                        frame(measured),
                                        terms(place, Term.of(TREATMENT), Term.of(SUBGROUP), interaction)),
                                response(measured))
                        .flatMap(model -> AnalysisOfVariance.typeThree(model)
                                .getOrDefault(
                                        interaction,
                                        Estimable.not(Estimable.Reason.RANK_DEFICIENT, "the interaction has no term")))
                        .map(test -> test.test().pValue())
                : Estimable.not(Estimable.Reason.EMPTY_GROUP, "fewer than two levels have a value");
        place.at(
                        new Group.AllArms(),
                        subgroup,
                        "",
                        measured.stream().map(Measured::subject).toList(),
                        "analysis of covariance, treatment by subgroup, type III")
                .p("p_value", p);
    }

    private List<Measured> measured(SubgroupsMethod.Place place, Map<String, List<Subject>> levels) {
        List<Measured> measured = new ArrayList<>();
        @Nullable EndpointValues base = base(place);
        String baseline = study.endpoints().baselineVisit();
        levels.forEach((level, members) -> members.forEach(subject -> {
            EndpointValues.@Nullable Entry entry = place.values().at(subject.id(), options.visit());
            EndpointValues.@Nullable Entry before = base == null ? null : base.at(subject.id(), baseline);
            if (entry != null && (base == null || before != null)) {
                measured.add(new Measured(
                        subject,
                        place.cohort().armOf(subject),
                        level,
                        entry.value().doubleValue(),
                        before == null ? 0 : before.value().doubleValue()));
            }
        }));
        return measured;
    }

    private @Nullable EndpointValues base(SubgroupsMethod.Place place) {
        return place.values().spec() instanceof EndpointSpec.Change change
                ? study.endpoints().of(change.of())
                : null;
    }

    private List<Term> terms(SubgroupsMethod.Place place, Term... terms) {
        List<Term> all = new ArrayList<>(List.of(terms));
        if (base(place) != null) {
            all.add(Term.of(BASELINE));
        }
        return all;
    }

    private ModelFrame frame(List<Measured> measured) {
        Map<String, Boolean> levels = new LinkedHashMap<>();
        measured.forEach(m -> levels.put(m.level(), true));
        return ModelFrame.builder()
                .factor(
                        TREATMENT,
                        List.of(options.pair().reference(), options.pair().test()),
                        measured.stream().map(Measured::arm).toList())
                .factor(
                        SUBGROUP,
                        List.copyOf(levels.keySet()),
                        measured.stream().map(Measured::level).toList())
                .numeric(
                        BASELINE,
                        measured.stream().mapToDouble(Measured::baseline).toArray())
                .build();
    }

    private static double[] response(List<Measured> measured) {
        return measured.stream().mapToDouble(Measured::value).toArray();
    }
}
