package org.sapwood.analysis;

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
import org.sapwood.sap.Treatments;
import org.sapwood.stats.Alternative;
import org.sapwood.stats.rank.HodgesLehmann;
import org.sapwood.stats.rank.SignedRank;

/** Change within each arm: exact Wilcoxon signed rank test, zeros dropped, and the Hodges–Lehmann estimate. */
final class WithinArmMethod implements AnalysisMethod<MethodSpec.WithinArm> {
    @Override
    public void run(AnalysisSpec spec, MethodSpec.WithinArm options, Study study, Rows rows) {
        Cohort cohort = study.cohortOf(spec);
        EndpointValues changes = study.values(spec, options.endpoint());
        for (String visit : options.visits()) {
            for (Treatments.Arm arm : study.arms()) {
                List<String> subjects = new ArrayList<>();
                List<Double> differences = new ArrayList<>();
                for (Subject subject : cohort.in(arm.id())) {
                    EndpointValues.@Nullable Entry entry = changes.at(subject.id(), visit);
                    if (entry != null) {
                        subjects.add(subject.id());
                        differences.add(entry.value().doubleValue());
                    }
                }
                double[] d =
                        differences.stream().mapToDouble(Double::doubleValue).toArray();
                Rows.At at = rows.at(
                        ResultKey.of(spec.id(), new Group.Arm(arm.id()))
                                .withParameter(changes.spec().label())
                                .withVisit(study.sap().visit(visit).label()),
                        new Provenance(
                                spec.place(),
                                changes.dataset(),
                                changes.selection() + " at " + visit,
                                subjects,
                                changes.records(subjects, visit),
                                "Wilcoxon signed rank test, exact, zeros dropped"));
                at.count("n", d.length)
                        .p(
                                "p_value",
                                SignedRank.of(d, SignedRank.Zeros.DROP).map(test -> test.exact(Alternative.TWO_SIDED)))
                        .by("Hodges-Lehmann estimate with exact interval")
                        .real("estimate", HodgesLehmann.ofCentre(d).map(HodgesLehmann::estimate))
                        .interval(
                                "conf",
                                HodgesLehmann.ofCentre(d)
                                        .map(hl ->
                                                hl.exactInterval(study.level()).interval()));
            }
        }
    }
}
