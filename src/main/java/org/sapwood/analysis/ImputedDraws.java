package org.sapwood.analysis;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.sapwood.result.Group;
import org.sapwood.sap.AnalysisSpec;
import org.sapwood.sap.MethodSpec;
import org.sapwood.stats.ConfidenceLevel;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.design.WaldT;
import org.sapwood.stats.imputation.FullyConditionalImputation;
import org.sapwood.stats.imputation.ImputationModel;
import org.sapwood.stats.imputation.IncompleteData;
import org.sapwood.stats.imputation.MonotoneImputation;
import org.sapwood.stats.imputation.MultipleImputation;
import org.sapwood.stats.imputation.PooledEstimate;
import org.sapwood.stats.imputation.RandomStreams;
import org.sapwood.stats.imputation.ReferenceBasedImputation;
import org.sapwood.stats.imputation.ReferenceStrategy;
import org.sapwood.stats.linear.LinearModel;

/** The completed datasets of one analysis, drawn once, and the pooled estimates from them for any delta. */
final class ImputedDraws {
    private final IncompleteEndpoint endpoint;
    private final MethodSpec.Imputation options;
    private final Estimable<List<double[][]>> completed;

    /** The fits to the completed datasets, and what is asked of them. */
    record Fits(IncompleteEndpoint.Analysis analysis, List<Estimable<LinearModel>> models) {}

    ImputedDraws(AnalysisSpec spec, MethodSpec.Imputation options, IncompleteEndpoint endpoint) {
        this.endpoint = endpoint;
        this.options = options;
        this.completed = endpoint.subjects() == 0
                ? Estimable.not(Estimable.Reason.EMPTY_GROUP, "no subject has a baseline value")
                : imputation(new RandomStreams(
                                options.seed(), options.drawsOf().isEmpty() ? spec.id() : options.drawsOf()))
                        .<MultipleImputation>map(imputation -> imputation)
                        .flatMap(imputation -> imputation.draws(options.number()));
    }

    private Estimable<? extends MultipleImputation> imputation(RandomStreams streams) {
        ImputationModel model =
                options.matching() ? ImputationModel.PREDICTIVE_MEAN_MATCHING : ImputationModel.LINEAR_REGRESSION;
        return switch (options.method()) {
            case MONOTONE -> MonotoneImputation.of(endpoint.data(), model, streams);
            case FULLY_CONDITIONAL -> {
                IncompleteData data = endpoint.data();
                yield Estimable.of(new FullyConditionalImputation(
                        data, Collections.nCopies(data.variables().size(), model), streams));
            }
            default ->
                ReferenceBasedImputation.of(endpoint.profiles(), endpoint.ids(), strategy(options.method()), streams);
        };
    }

    static ReferenceStrategy strategy(MethodSpec.ImputationMethod method) {
        return switch (method) {
            case JUMP_TO_REFERENCE -> ReferenceStrategy.JUMP_TO_REFERENCE;
            case COPY_REFERENCE -> ReferenceStrategy.COPY_REFERENCE;
            case COPY_INCREMENTS -> ReferenceStrategy.COPY_INCREMENTS_IN_REFERENCE;
            case LAST_MEAN -> ReferenceStrategy.LAST_MEAN_CARRIED_FORWARD;
            default -> ReferenceStrategy.MISSING_AT_RANDOM;
        };
    }

    /** {@return the fits to the completed datasets, a delta added in the arm of the plan} */
    Estimable<Fits> fits(BigDecimal delta) {
        return completed.map(datasets -> {
            IncompleteEndpoint.Analysis analysis =
                    endpoint.analysis(IntStream.range(0, endpoint.subjects()).toArray());
            List<double[][]> shifted = delta.signum() == 0
                    ? datasets
                    : endpoint.adjustment(options.deltaArm()).adjusted(datasets, delta.doubleValue());
            return new Fits(
                    analysis,
                    shifted.stream()
                            .map(one -> analysis.fit(one, endpoint.visitAnalysed()))
                            .toList());
        });
    }

    /** {@return the pooled estimate of an arm's mean or of a difference} */
    Estimable<PooledEstimate> pooled(Estimable<Fits> fits, Group group, ConfidenceLevel level) {
        return fits.flatMap(fitted -> {
            List<Estimable<WaldT>> estimates = fitted.models().stream()
                    .map(model -> fitted.analysis().estimate(model, group))
                    .toList();
            return PooledEstimate.of(estimates, endpoint.isIncompleteAt(endpoint.visitAnalysed()), level);
        });
    }

    /** {@return how values were imputed, one sentence for the footnote} */
    String describe() {
        String how = switch (options.method()) {
            case MONOTONE -> "sequential regression of each visit on the earlier ones (monotone data)" + draws();
            case FULLY_CONDITIONAL ->
                "fully conditional specification, " + FullyConditionalImputation.SWEEPS + " sweeps" + draws();
            default -> inWords(options.method()) + ", draws from the posterior of a multivariate normal model";
        };
        return "Missing values imputed " + options.number() + " times (seed " + options.seed() + ") given "
                + endpoint.covariates() + ": " + how + ". Analysis of covariance with " + endpoint.covariates()
                + "; Rubin's rules with the degrees of freedom of Barnard and Rubin.";
    }

    private String draws() {
        return options.matching() ? ", predictive mean matching" : ", Bayesian linear regression";
    }

    static String inWords(MethodSpec.ImputationMethod method) {
        return switch (method) {
            case JUMP_TO_REFERENCE -> "jump to reference";
            case COPY_REFERENCE -> "copy reference";
            case COPY_INCREMENTS -> "copy increments in reference";
            case LAST_MEAN -> "last mean carried forward";
            default -> "missing at random";
        };
    }
}
