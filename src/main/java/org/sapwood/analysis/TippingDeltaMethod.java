package org.sapwood.analysis;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
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
        List<Estimable<PooledEstimate>> differences = new ArrayList<>();
        for (BigDecimal delta : options.deltas()) {
            Estimable<PooledEstimate> pooled = draws.pooled(draws.fits(delta), pair, study.level());
            differences.add(pooled);
            MultipleImputationMethod.difference(
                    rows.at(base.withParameter("delta").withLevel(delta.toPlainString()), endpoint.origin(method))
                            .noting(remarks)
                            .exact("delta", delta, ""),
                    pooled);
        }
        rows.at(base.withParameter("tipping"), endpoint.origin("first delta of the plan without significance"))
                .noting(remarks)
                .put(
                        "tipping_delta",
                        value(tipping(
                                options.deltas(), differences, study.level().alpha())));
    }

    private static Value value(Estimable<BigDecimal> delta) {
        return delta instanceof Estimable.NotEstimable<BigDecimal> none
                ? new Value.NotEstimable(none.reason().name(), none.detail())
                : new Value.Exact(delta.orElseThrow());
    }

    /** {@return the first delta at which the significance of the first is lost, or why there is none} */
    private static Estimable<BigDecimal> tipping(
            List<BigDecimal> deltas, List<Estimable<PooledEstimate>> differences, double alpha) {
        for (int i = 0; i < deltas.size(); i++) {
            if (differences.get(i) instanceof Estimable.NotEstimable<PooledEstimate> none) {
                return Estimable.not(none.reason(), none.detail());
            }
            boolean significant = differences.get(i).orElseThrow().pValue().value() < alpha;
            if (!significant) {
                return i > 0
                        ? Estimable.of(deltas.get(i))
                        : Estimable.not(
                                Estimable.Reason.NOT_REACHED,
                                "the difference is not significant at a delta of "
                                        + deltas.get(0).toPlainString());
            }
        }
        return Estimable.not(
                Estimable.Reason.NOT_REACHED,
                "the difference stays significant up to a delta of "
                        + deltas.get(deltas.size() - 1).toPlainString());
    }
}
