package org.sapwood.analysis;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sapwood.endpoint.EndpointValues;
import org.sapwood.population.Cohort;
import org.sapwood.population.Subject;
import org.sapwood.result.Provenance;
import org.sapwood.result.ResultKey;
import org.sapwood.sap.AnalysisSpec;
import org.sapwood.sap.MethodSpec;

/** Means, medians and ranges of endpoints by arm and visit; every subject of the set with a value counts. */
final class DescribeMethod implements AnalysisMethod<MethodSpec.Describe> {
    @Override
    public void run(AnalysisSpec spec, MethodSpec.Describe options, Study study, Rows rows) {
        Cohort cohort = study.cohortOf(spec);
        for (String id : options.endpoints()) {
            EndpointValues values = study.endpoints().of(id);
            for (String visit : options.visits()) {
                if (!values.visits().contains(visit)) {
                    continue; // a change has no value at baseline
                }
                study.groups(cohort).forEach((group, members) -> {
                    List<String> with = new ArrayList<>();
                    List<BigDecimal> numbers = new ArrayList<>();
                    for (Subject subject : members) {
                        EndpointValues.@Nullable Entry entry = values.at(subject.id(), visit);
                        if (entry != null) {
                            with.add(subject.id());
                            numbers.add(entry.value());
                        }
                    }
                    Rows.At at = rows.at(
                            ResultKey.of(spec.id(), group)
                                    .withParameter(values.spec().label())
                                    .withVisit(study.sap().visit(visit).label()),
                            new Provenance(
                                    spec.place(),
                                    values.dataset(),
                                    values.selection() + " and " + study.sap().visitVariable() + " = " + visit,
                                    with,
                                    values.records(with, visit),
                                    values.method()));
                    new ExactSummary(
                                    numbers,
                                    ExactSummary.definition(
                                            study.sap().conventions().quantiles()))
                            .write(at, study.level());
                });
            }
        }
    }
}
