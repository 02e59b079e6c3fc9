package org.sapwood.analysis;

import java.util.ArrayList;
import java.util.List;
import org.sapwood.endpoint.EndpointValues;
import org.sapwood.population.Cohort;
import org.sapwood.population.Subject;
import org.sapwood.result.Group;
import org.sapwood.result.Provenance;
import org.sapwood.result.ResultKey;
import org.sapwood.sap.AnalysisSpec;
import org.sapwood.sap.Estimand;
import org.sapwood.sap.MethodSpec;
import org.sapwood.stats.Alternative;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.PValue;
import org.sapwood.stats.contingency.ContinuityCorrection;
import org.sapwood.stats.contingency.FisherExact;
import org.sapwood.stats.contingency.PearsonChiSquare;
import org.sapwood.stats.contingency.TwoByTwo;
import org.sapwood.stats.contingency.TwoSidedMethod;
import org.sapwood.stats.imputation.TippingPoint;

/**
 * Every number of responses among the missing of both arms: the stratum is the number in the arm of interest, the level the
 * number in the reference arm. Values missing after an intercurrent event stay what the estimand makes of them.
 */
final class TippingPointMethod implements AnalysisMethod<MethodSpec.TippingPoint> {
    @Override
    public void run(AnalysisSpec spec, MethodSpec.TippingPoint options, Study study, Rows rows) {
        Estimand estimand = study.sap().estimand(spec.estimand());
        BinaryOutcome outcome = BinaryOutcome.of(estimand, study);
        Cohort cohort = study.cohort(estimand.population());
        EndpointValues values = study.endpoints().of(estimand.variable());
        Counts test = Counts.of(cohort.in(estimand.test()), outcome);
        Counts reference = Counts.of(cohort.in(estimand.reference()), outcome);
        Group group = new Group.Comparison(estimand.test(), estimand.reference());
        List<String> subjects = new ArrayList<>(test.missing());
        subjects.addAll(reference.missing());
        Provenance origin = new Provenance(
                spec.place(),
                values.dataset(),
                cohort.set().where() + "; " + values.selection() + " at " + estimand.visit() + ", missing",
                subjects,
                List.of(),
                "complete enumeration of missing outcomes, "
                        + (options.test() == MethodSpec.BinaryComparison.FISHER
                                ? "Fisher's exact test"
                                : "Pearson chi-square"));
        TippingPoint grid = TippingPoint.enumerate(
                test.responses(),
                test.observed(),
                test.missing().size(),
                reference.responses(),
                reference.observed(),
                reference.missing().size(),
                (x1, n1, x2, n2) -> pValue(options, new TwoByTwo(x1, n1 - x1, x2, n2 - x2)));
        int significant = 0;
        for (int i = 0; i <= grid.missingInFirst(); i++) {
            for (int j = 0; j <= grid.missingInSecond(); j++) {
                rows.at(
                                ResultKey.of(spec.id(), group)
                                        .withParameter("allocation")
                                        .withStratum(Integer.toString(i))
                                        .withLevel(Integer.toString(j)),
                                origin)
                        .p("p_value", grid.at(i, j));
                significant += grid.at(i, j).value() < study.level().alpha() ? 1 : 0;
            }
        }
        rows.at(ResultKey.of(spec.id(), group), origin)
                .count("missing_test", grid.missingInFirst())
                .count("missing_reference", grid.missingInSecond())
                .count("allocations", (grid.missingInFirst() + 1L) * (grid.missingInSecond() + 1L))
                .count("significant", significant);
    }

    /** An empty margin leaves nothing to compare: the arms agree. */
    private static PValue pValue(MethodSpec.TippingPoint options, TwoByTwo table) {
        if (options.test() == MethodSpec.BinaryComparison.FISHER) {
            return FisherExact.test(table, Alternative.TWO_SIDED, TwoSidedMethod.MINIMUM_LIKELIHOOD);
        }
        Estimable<PValue> p =
                PearsonChiSquare.test(table.table(), ContinuityCorrection.NONE).map(result -> result.pValue());
        return p.isEstimable() ? p.orElseThrow() : PValue.of(1);
    }

    /** Responses and observed outcomes of one arm, and who is missing. */
    private record Counts(int responses, int observed, List<String> missing) {
        static Counts of(List<Subject> subjects, BinaryOutcome outcome) {
            int responses = 0;
            int observed = 0;
            List<String> missing = new ArrayList<>();
            for (Subject subject : subjects) {
                BinaryOutcome.Status status = outcome.of(subject);
                if (status.reason().equals(BinaryOutcome.MISSING)) {
                    missing.add(subject.id());
                } else if (status.counted()) {
                    observed++;
                    responses += status.response() ? 1 : 0;
                }
            }
            return new Counts(responses, observed, missing);
        }
    }
}
