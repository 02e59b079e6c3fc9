package org.sapwood.analysis;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sapwood.endpoint.EndpointValues;
import org.sapwood.population.Cohort;
import org.sapwood.population.Subject;
import org.sapwood.result.Group;
import org.sapwood.result.Provenance;
import org.sapwood.result.ResultKey;
import org.sapwood.sap.AnalysisSpec;
import org.sapwood.sap.MethodSpec;
import org.sapwood.sap.MethodSpec.LocationTest;
import org.sapwood.sap.Treatments;
import org.sapwood.stats.Alternative;
import org.sapwood.stats.ConfidenceLevel;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.location.StudentT;
import org.sapwood.stats.location.TwoSampleT;
import org.sapwood.stats.location.TwoSampleT.Variances;
import org.sapwood.stats.rank.HodgesLehmann;
import org.sapwood.stats.rank.MannWhitney;
import org.sapwood.stats.rank.MeanDifferencePermutation;

/**
 * Two arms at one visit, without a model: the values of each arm summarised under the endpoint's label, and every test
 * under its own name as parameter. Differences are test minus reference.
 */
final class CompareAtVisitMethod implements AnalysisMethod<MethodSpec.CompareAtVisit> {
    @Override
    public void run(AnalysisSpec spec, MethodSpec.CompareAtVisit options, Study study, Rows rows) {
        Cohort cohort = study.cohortOf(spec);
        EndpointValues values = study.values(spec, options.endpoint());
        Place place = new Place(spec, options, study, rows, cohort, values);
        for (Treatments.Arm arm : study.arms()) {
            Sample sample = Sample.of(cohort.in(arm.id()), values, options.visit());
            new ExactSummary(
                            sample.numbers(),
                            ExactSummary.definition(study.sap().conventions().quantiles()))
                    .write(
                            place.at(
                                    new Group.Arm(arm.id()), values.spec().label(), sample.subjects(), values.method()),
                            study.level());
        }
        for (MethodSpec.Pair pair : options.pairs()) {
            Sample test = Sample.of(cohort.in(pair.test()), values, options.visit());
            Sample reference = Sample.of(cohort.in(pair.reference()), values, options.visit());
            List<String> subjects = new ArrayList<>(test.subjects());
            subjects.addAll(reference.subjects());
            for (LocationTest method : options.tests()) {
                Rows.At at = place.at(
                        new Group.Comparison(pair.test(), pair.reference()),
                        MethodSpec.written(method),
                        subjects,
                        values.method());
                compare(at, method, test.doubles(), reference.doubles(), study.level());
            }
        }
    }

    private static void compare(Rows.At at, LocationTest method, double[] x, double[] y, ConfidenceLevel level) {
        switch (method) {
            case MANN_WHITNEY -> {
                Estimable<HodgesLehmann> shift = HodgesLehmann.ofShift(x, y);
                at.by("Hodges-Lehmann shift with exact interval")
                        .real("estimate", shift.map(HodgesLehmann::estimate))
                        .interval(
                                "conf", shift.map(hl -> hl.exactInterval(level).interval()))
                        .by("Mann-Whitney test, exact given ties, two-sided at equal distance")
                        .p("p_value", MannWhitney.of(x, y).map(test -> test.exact(Alternative.TWO_SIDED)));
            }
            case WELCH -> t(at.by("difference of means, Welch's t"), TwoSampleT.of(x, y, Variances.UNEQUAL), level);
            case STUDENT -> t(at.by("difference of means, Student's t"), TwoSampleT.of(x, y, Variances.EQUAL), level);
            case PERMUTATION -> {
                Estimable<MeanDifferencePermutation> test = MeanDifferencePermutation.of(x, y);
                at.by("difference of means, exact permutation test")
                        .real("estimate", test.map(MeanDifferencePermutation::difference))
                        .p(
                                "p_value",
                                test.flatMap(MeanDifferencePermutation::exact)
                                        .map(MeanDifferencePermutation.PValues::twoSided));
            }
        }
    }

    private static void t(Rows.At at, Estimable<StudentT> t, ConfidenceLevel level) {
        at.real("estimate", t.map(StudentT::estimate))
                .real("se", t.map(StudentT::standardError))
                .real("df", t.map(StudentT::degreesOfFreedom))
                .interval("conf", t.map(result -> result.interval(level)))
                .p("p_value", t.map(result -> result.pValue(0, Alternative.TWO_SIDED)));
    }

    /** The values of some subjects at a visit. */
    private record Sample(List<String> subjects, List<BigDecimal> numbers) {
        static Sample of(List<Subject> members, EndpointValues values, String visit) {
            List<String> subjects = new ArrayList<>();
            List<BigDecimal> numbers = new ArrayList<>();
            for (Subject subject : members) {
                EndpointValues.@Nullable Entry entry = values.at(subject.id(), visit);
                if (entry != null) {
                    subjects.add(subject.id());
                    numbers.add(entry.value());
                }
            }
            return new Sample(subjects, numbers);
        }

        double[] doubles() {
            return numbers.stream().mapToDouble(BigDecimal::doubleValue).toArray();
        }
    }

    /** Where the rows of one analysis go, and what they are made from. */
    private record Place(
            AnalysisSpec spec,
            MethodSpec.CompareAtVisit options,
            Study study,
            Rows rows,
            Cohort cohort,
            EndpointValues values) {

        Rows.At at(Group group, String parameter, List<String> subjects, String method) {
            return rows.at(
                    ResultKey.of(spec.id(), group)
                            .withParameter(parameter)
                            .withVisit(study.sap().visit(options.visit()).label()),
                    new Provenance(
                            spec.place(),
                            values.dataset(),
                            cohort.set().where() + "; " + values.selection() + " at " + options.visit(),
                            subjects,
                            values.records(subjects, options.visit()),
                            method));
        }
    }
}
