package org.sapwood.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.sapwood.result.Group;
import org.sapwood.sap.AnalysisSpec;
import org.sapwood.sap.MethodSpec;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.design.WaldT;
import org.sapwood.stats.imputation.ConditionalMeanImputation;
import org.sapwood.stats.imputation.IncompleteProfiles;
import org.sapwood.stats.imputation.Jackknife;
import org.sapwood.stats.linear.LinearModel;

/**
 * Reference-based imputation by conditional means, an analysis of covariance at each visit, standard errors by the jackknife
 * over subjects. Nothing is drawn.
 */
final class ConditionalMeanMethod implements AnalysisMethod<MethodSpec.ConditionalMean> {
    private static final String FLAG = "CMI";

    @Override
    public void run(AnalysisSpec spec, MethodSpec.ConditionalMean options, Study study, Rows rows) {
        IncompleteEndpoint endpoint = new IncompleteEndpoint(spec, options.model(), study);
        MethodSpec.Imputation imputation = options.imputation();
        List<String> remarks = new ArrayList<>(
                List.of("Missing values replaced by conditional means, " + ImputedDraws.inWords(imputation.method())
                        + ", of a mixed model for repeated measures with treatment by visit, baseline by visit and the"
                        + " factors; analysis of covariance with " + endpoint.covariates()
                        + "; standard errors by the jackknife over subjects."));
        if (imputation.delta().signum() != 0) {
            remarks.add(MultipleImputationMethod.delta(imputation, study));
        }
        String method = "reference-based conditional means, jackknife";
        endpoint.counts(rows, FLAG, method, remarks);
        List<Group> groups = endpoint.groups();
        int visits = options.model().visits().size();
        Estimable<Jackknife> jackknife = jackknife(endpoint, imputation, groups, visits);
        for (int v = 0; v < visits; v++) {
            for (int g = 0; g < groups.size(); g++) {
                int at = v * groups.size() + g;
                Rows.At row = rows.at(endpoint.key(groups.get(g), v), endpoint.origin(method))
                        .noting(remarks)
                        .real(
                                groups.get(g) instanceof Group.Arm ? "ls_mean" : "estimate",
                                jackknife.map(j -> j.estimate(at)))
                        .real("se", jackknife.map(j -> j.standardError(at)))
                        .interval("conf", jackknife.map(j -> j.interval(at, study.level())));
                if (groups.get(g) instanceof Group.Comparison) {
                    row.p("p_value", jackknife.map(j -> j.pValue(at)));
                }
            }
        }
    }

    private static Estimable<Jackknife> jackknife(
            IncompleteEndpoint endpoint, MethodSpec.Imputation imputation, List<Group> groups, int visits) {
        int n = endpoint.subjects();
        if (n == 0) {
            return Estimable.not(Estimable.Reason.EMPTY_GROUP, "no subject has a baseline value");
        }
        IncompleteProfiles profiles = endpoint.profiles();
        int[] everybody = IntStream.range(0, n).toArray();
        return estimates(endpoint, imputation, profiles, everybody, groups, visits)
                .flatMap(full -> Jackknife.of(
                        n,
                        full,
                        left -> estimates(
                                endpoint,
                                imputation,
                                profiles.without(left),
                                IntStream.of(everybody).filter(i -> i != left).toArray(),
                                groups,
                                visits)));
    }

    /** Means and differences by visit, from the completed profiles of some subjects. */
    private static Estimable<double[]> estimates(
            IncompleteEndpoint endpoint,
            MethodSpec.Imputation imputation,
            IncompleteProfiles profiles,
            int[] kept,
            List<Group> groups,
            int visits) {
        IncompleteEndpoint.Analysis analysis = endpoint.analysis(kept);
        return ConditionalMeanImputation.complete(profiles, ImputedDraws.strategy(imputation.method()))
                .map(values -> profiles.adjustment(i -> endpoint.isIn(kept[i], imputation.deltaArm()))
                        .adjusted(values, imputation.delta().doubleValue()))
                .flatMap(values -> {
                    double[] estimates = new double[visits * groups.size()];
                    for (int v = 0; v < visits; v++) {
                        Estimable<LinearModel> fit = analysis.fit(values, v);
                        for (int g = 0; g < groups.size(); g++) {
                            Estimable<WaldT> one = analysis.estimate(fit, groups.get(g));
                            if (one instanceof Estimable.NotEstimable<WaldT> none) {
                                return Estimable.not(none.reason(), none.detail());
                            }
                            estimates[v * groups.size() + g] = one.orElseThrow().estimate();
                        }
                    }
                    return Estimable.of(estimates);
                });
    }
}
