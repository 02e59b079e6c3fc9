package org.sapwood.analysis;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sapwood.endpoint.EndpointValues;
import org.sapwood.population.Cohort;
import org.sapwood.population.Subject;
import org.sapwood.result.Provenance;
import org.sapwood.result.ResultKey;
import org.sapwood.sap.AnalysisSpec;
import org.sapwood.sap.ResponseSpec;
import org.sapwood.stats.Alternative;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.correlation.PearsonCorrelation;
import org.sapwood.stats.correlation.SpearmanCorrelation;

/**
 * Spearman's rank correlation of several endpoints with one at a visit, in each arm and overall, with Fisher's interval and
 * the t approximation of its test. Subjects without one of the two values are left out.
 */
final class CorrelationsMethod implements AnalysisMethod<ResponseSpec.Correlations> {
    @Override
    public void run(AnalysisSpec spec, ResponseSpec.Correlations options, Study study, Rows rows) {
        Cohort cohort = study.cohortOf(spec);
        EndpointValues with = study.endpoints().of(options.with());
        for (String endpoint : options.endpoints()) {
            EndpointValues values = study.endpoints().of(endpoint);
            study.groups(cohort).forEach((group, members) -> {
                List<String> subjects = new ArrayList<>();
                List<Double> x = new ArrayList<>();
                List<Double> y = new ArrayList<>();
                for (Subject subject : members) {
                    EndpointValues.@Nullable Entry first = values.at(subject.id(), options.visit());
                    EndpointValues.@Nullable Entry second = with.at(subject.id(), options.visit());
                    if (first != null && second != null) {
                        subjects.add(subject.id());
                        x.add(first.value().doubleValue());
                        y.add(second.value().doubleValue());
                    }
                }
                Estimable<PearsonCorrelation> r = SpearmanCorrelation.of(doubles(x), doubles(y));
                rows.at(
                                ResultKey.of(spec.id(), group)
                                        .withParameter(values.spec().label()),
                                new Provenance(
                                        spec.place(),
                                        values.dataset(),
                                        cohort.set().where() + "; " + values.selection() + " and "
                                                + with.spec().label() + " at " + options.visit(),
                                        subjects,
                                        values.records(subjects, options.visit()),
                                        "Spearman's rank correlation, Fisher's interval, t approximation"))
                        .count("n", subjects.size())
                        .real("estimate", r.map(PearsonCorrelation::r))
                        .interval("conf", r.flatMap(known -> known.fisherInterval(study.level())))
                        .p(
                                "p_value",
                                r.flatMap(known -> known.test(Alternative.TWO_SIDED))
                                        .map(test -> test.pValue()));
            });
        }
    }

    private static double[] doubles(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
