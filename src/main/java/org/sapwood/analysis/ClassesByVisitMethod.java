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
import org.sapwood.sap.EndpointSpec;
import org.sapwood.sap.ResponseSpec;

/** How many subjects with a value are in each class, by arm and visit. */
final class ClassesByVisitMethod implements AnalysisMethod<ResponseSpec.ClassesByVisit> {
    @Override
    public void run(AnalysisSpec spec, ResponseSpec.ClassesByVisit options, Study study, Rows rows) {
        Cohort cohort = study.cohortOf(spec);
        EndpointValues values = study.endpoints().of(options.endpoint());
        if (!(values.spec() instanceof EndpointSpec.Classes classes)) {
            throw new IllegalArgumentException(
                    spec.place() + ": endpoint \"" + options.endpoint() + "\" has no classes; add \"classes-of\"");
        }
        for (String visit : options.visits()) {
            study.groups(cohort).forEach((group, members) -> {
                List<List<String>> subjects = new ArrayList<>();
                classes.classes().forEach(band -> subjects.add(new ArrayList<>()));
                int known = 0;
                for (Subject subject : members) {
                    EndpointValues.@Nullable Entry entry = values.at(subject.id(), visit);
                    if (entry != null) {
                        known++;
                        subjects.get(entry.value().intValueExact()).add(subject.id());
                    }
                }
                for (int i = 0; i < subjects.size(); i++) {
                    rows.at(
                                    ResultKey.of(spec.id(), group)
                                            .withParameter(classes.label())
                                            .withVisit(study.sap().visit(visit).label())
                                            .withLevel(classes.classes().get(i).label()),
                                    new Provenance(
                                            spec.place(),
                                            values.dataset(),
                                            values.selection() + " at " + visit,
                                            subjects.get(i),
                                            values.records(subjects.get(i), visit),
                                            values.method()))
                            .count("n", subjects.get(i).size())
                            .count("big_n", known)
                            .ratio("percent", subjects.get(i).size(), known);
                }
            });
        }
    }
}
