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
import org.sapwood.sap.ResponseSpec;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.design.WaldT;
import org.sapwood.stats.imputation.PooledEstimate;

/**
 * Responders after multiple imputation of the measures behind the response: the proportion of each arm as the mean over the
 * completed datasets, and the difference of the arms pooled by Rubin's rules from differences with their unpooled variance.
 * Subjects whose intercurrent event decides keep what the estimand's strategy makes of them.
 */
final class ImputedRespondersMethod implements AnalysisMethod<ResponseSpec.ImputedResponders> {
    private static final String PARAMETER = "imputed";

    @Override
    public void run(AnalysisSpec spec, ResponseSpec.ImputedResponders options, Study study, Rows rows) {
        Estimand estimand = study.sap().estimand(spec.estimand());
        Cohort cohort = study.cohort(estimand.population());
        CompletedResponses responses = new CompletedResponses(spec, options, study, cohort);
        List<Subject> test = responses.analysed(estimand.test());
        List<Subject> reference = responses.analysed(estimand.reference());
        Estimable<List<CompletedResponses.Completed>> draws = responses.draws();
        Reporter reporter = new Reporter(spec, study, rows, estimand, responses);
        reporter.arm(estimand.test(), test, draws);
        reporter.arm(estimand.reference(), reference, draws);
        reporter.difference(test, reference, draws, options.number());
    }

    private record Reporter(
            AnalysisSpec spec, Study study, Rows rows, Estimand estimand, CompletedResponses responses) {

        void arm(String arm, List<Subject> members, Estimable<List<CompletedResponses.Completed>> draws) {
            at(new Group.Arm(arm), members)
                    .count("big_n", members.size())
                    .count(
                            "imputed",
                            members.stream().filter(responses::isImputed).count())
                    .real(
                            "proportion",
                            members.isEmpty()
                                    ? Estimable.not(Estimable.Reason.EMPTY_GROUP, "no subject in the arm")
                                    : draws.map(all -> all.stream()
                                                    .mapToInt(one -> one.responders(members))
                                                    .sum()
                                            / (double) (all.size() * members.size())));
        }

        void difference(
                List<Subject> test,
                List<Subject> reference,
                Estimable<List<CompletedResponses.Completed>> draws,
                int number) {
            List<Subject> both = new ArrayList<>(test);
            both.addAll(reference);
            boolean imputed = both.stream().anyMatch(responses::isImputed);
            Estimable<PooledEstimate> pooled = draws.flatMap(all -> PooledEstimate.of(
                    all.stream().map(one -> difference(one, test, reference)).toList(), imputed, study.level()));
            Rows.At at = at(new Group.Comparison(estimand.test(), estimand.reference()), both)
                    .noting(List.of(responses.describe()));
            MultipleImputationMethod.difference(at, pooled)
                    .real("missing_information", pooled.map(PooledEstimate::fractionMissingInformation))
                    .count("imputations", number);
        }

        private Estimable<WaldT> difference(
                CompletedResponses.Completed one, List<Subject> test, List<Subject> reference) {
            if (test.isEmpty() || reference.isEmpty()) {
                return Estimable.not(Estimable.Reason.EMPTY_GROUP, "an arm has no subject");
            }
            double p = one.responders(test) / (double) test.size();
            double q = one.responders(reference) / (double) reference.size();
            double variance = p * (1 - p) / test.size() + q * (1 - q) / reference.size();
            return variance > 0
                    ? Estimable.of(WaldT.of(
                            "difference",
                            p - q,
                            Math.sqrt(variance),
                            test.size() + reference.size() - 2.0,
                            study.level()))
                    : Estimable.not(Estimable.Reason.ZERO_VARIANCE, "none or all respond in both arms");
        }

        private Rows.At at(Group group, List<Subject> subjects) {
            EndpointValues observed = study.endpoints().of(estimand.variable());
            List<String> ids = Cohort.ids(subjects);
            return rows.at(
                    ResultKey.of(spec.id(), group).withParameter(PARAMETER),
                    new Provenance(
                            spec.place(),
                            observed.dataset(),
                            study.cohort(estimand.population()).set().where() + "; " + observed.selection() + " at "
                                    + estimand.visit(),
                            ids,
                            observed.records(ids, estimand.visit()),
                            "multiple imputation of components, Rubin's rules"));
        }
    }
}
