package org.sapwood.analysis;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sapwood.result.Group;
import org.sapwood.result.ResultKey;
import org.sapwood.result.Value;
import org.sapwood.sap.AnalysisSpec;
import org.sapwood.sap.MethodSpec;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.imputation.PooledEstimate;

/**
 * How far the values imputed in one arm must be off before the conclusion changes: the difference from the reference for each
 * delta of the plan, all from the same draws, and the first delta at which significance is lost. The level of a row is its delta.
 */
final class TippingDeltaMethod implements AnalysisMethod<MethodSpec.TippingDelta> {
    private static final String FLAG = "MI";

    @Override
    public void run(AnalysisSpec spec, MethodSpec.TippingDelta options, Study study, Rows rows) {
        IncompleteEndpoint endpoint = new IncompleteEndpoint(spec, options.model(), study);
        MethodSpec.Imputation imputation = options.imputation();
        ImputedDraws draws = new ImputedDraws(spec, imputation, endpoint);
        String arm = study.sap().arm(imputation.deltaArm()).label();
        List<String> remarks = List.of(
                draws.describe(), "Each delta is added to values imputed after the last observed one in " + arm + ".");
        String method = "multiple imputation with delta, analysis of covariance, Rubin's rules";
        endpoint.counts(rows, FLAG, method, remarks);
        Group pair = new Group.Comparison(
                imputation.deltaArm(), study.sap().treatments().reference().id());
        ResultKey base = ResultKey.of(spec.id(), pair)
                .withVisit(study.sap().visit(options.model().visit()).label());
        double alpha = study.level().alpha();
        @Nullable BigDecimal tipping = null;
        boolean significantAtFirst = false;
        for (int i = 0; i < options.deltas().size(); i++) {
            BigDecimal delta = options.deltas().get(i);
            Estimable<PooledEstimate> pooled = draws.pooled(draws.fits(delta), pair, study.level());
            MultipleImputationMethod.difference(
                    rows.at(base.withParameter("delta").withLevel(delta.toPlainString()), endpoint.origin(method))
                            .noting(remarks)
                            .exact("delta", delta, ""),
                    pooled);
            if (pooled instanceof Estimable.Of<PooledEstimate> of) {
                boolean significant = of.value().pValue().value() < alpha;
                significantAtFirst |= i == 0 && significant;
                if (significantAtFirst && !significant && tipping == null) {
                    tipping = delta;
                }
            }
        }
        rows.at(base.withParameter("tipping"), endpoint.origin("first delta of the plan without significance"))
                .noting(remarks)
                .put(
                        "tipping_delta",
                        tipping != null
                                ? new Value.Exact(tipping)
                                : new Value.NotEstimable("NOT_REACHED", whyNot(options, significantAtFirst)));
    }

    private static String whyNot(MethodSpec.TippingDelta options, boolean significantAtFirst) {
        List<BigDecimal> deltas = options.deltas();
        return significantAtFirst
                ? "the difference stays significant up to a delta of "
                        + deltas.get(deltas.size() - 1).toPlainString()
                : "the difference is not significant at a delta of "
                        + deltas.get(0).toPlainString();
    }
}
