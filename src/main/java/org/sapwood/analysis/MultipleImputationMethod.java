package org.sapwood.analysis;

import java.util.ArrayList;
import java.util.List;
import org.sapwood.result.Group;
import org.sapwood.sap.AnalysisSpec;
import org.sapwood.sap.MethodSpec;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.imputation.PooledEstimate;

/**
 * Analysis of covariance at a visit after multiple imputation: least-squares means and their differences pooled by Rubin's
 * rules, and per arm and visit how many values were imputed and why they were missing.
 */
final class MultipleImputationMethod implements AnalysisMethod<MethodSpec.MultipleImputation> {
    private static final String FLAG = "MI";

    @Override
    public void run(AnalysisSpec spec, MethodSpec.MultipleImputation options, Study study, Rows rows) {
        IncompleteEndpoint endpoint = new IncompleteEndpoint(spec, options.model(), study);
        ImputedDraws draws = new ImputedDraws(spec, options.imputation(), endpoint);
        List<String> remarks = new ArrayList<>(List.of(draws.describe()));
        if (options.imputation().delta().signum() != 0) {
            remarks.add(delta(options.imputation(), study));
        }
        String method = "multiple imputation, analysis of covariance, Rubin's rules";
        endpoint.counts(rows, FLAG, method, remarks);
        Estimable<ImputedDraws.Fits> fits = draws.fits(options.imputation().delta());
        for (Group group : endpoint.groups()) {
            Estimable<PooledEstimate> pooled = draws.pooled(fits, group, study.level());
            Rows.At at = rows.at(endpoint.key(group, endpoint.visitAnalysed()), endpoint.origin(method))
                    .noting(remarks);
            if (group instanceof Group.Arm) {
                at.real("ls_mean", pooled.map(PooledEstimate::estimate))
                        .real("se", pooled.map(PooledEstimate::standardError))
                        .interval("conf", pooled.map(PooledEstimate::interval));
            } else {
                difference(at, pooled)
                        .real("within", pooled.map(PooledEstimate::within))
                        .real("between", pooled.map(PooledEstimate::between))
                        .real("missing_information", pooled.map(PooledEstimate::fractionMissingInformation))
                        .count("imputations", options.imputation().number());
            }
        }
    }

    static Rows.At difference(Rows.At at, Estimable<PooledEstimate> pooled) {
        return at.real("estimate", pooled.map(PooledEstimate::estimate))
                .real("se", pooled.map(PooledEstimate::standardError))
                .real("df", pooled.map(PooledEstimate::degreesOfFreedom))
                .interval("conf", pooled.map(PooledEstimate::interval))
                .p("p_value", pooled.map(PooledEstimate::pValue));
    }

    static String delta(MethodSpec.Imputation imputation, Study study) {
        return "A delta of " + imputation.delta().toPlainString()
                + " is added to values imputed after the last observed one in "
                + study.sap().arm(imputation.deltaArm()).label() + ".";
    }
}
