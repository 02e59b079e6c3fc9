package org.sapwood.stats.imputation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.Estimable.Reason;

/**
 * Imputation of monotone data, where whoever misses a variable misses all later ones: each variable is drawn from its
 * regression on the predictors and the earlier variables (equation E15; Rubin 1987, section 5.4). Exact, without iteration.
 */
public final class MonotoneImputation implements MultipleImputation {
    private final IncompleteData data;
    private final RandomStreams streams;
    /** One per variable; null where nothing is missing. */
    private final List<ImputationModel.@Nullable Posterior> posteriors;

    private MonotoneImputation(
            IncompleteData data, RandomStreams streams, List<ImputationModel.@Nullable Posterior> posteriors) {
        this.data = data;
        this.streams = streams;
        this.posteriors = posteriors;
    }

    /**
     * Fits the regressions.
     *
     * @param data the data
     * @param model how each variable is drawn
     * @param streams where random numbers come from
     * @return the imputation; {@code OUTSIDE_DOMAIN} when the data are not monotone; otherwise the reason of the first
     *     regression that does not exist
     */
    public static Estimable<MonotoneImputation> of(IncompleteData data, ImputationModel model, RandomStreams streams) {
        List<String> names = data.variables();
        for (int i = 0; i < data.units(); i++) {
            for (int v = 1; v < names.size(); v++) {
                if (data.isMissing(i, v - 1) && !data.isMissing(i, v)) {
                    return Estimable.not(
                            Reason.OUTSIDE_DOMAIN,
                            "not monotone: " + data.id(i) + " has " + names.get(v) + " but not " + names.get(v - 1)
                                    + "; a fully conditional imputation takes any pattern");
                }
            }
        }
        double[][] values = data.copy();
        List<ImputationModel.@Nullable Posterior> posteriors = new ArrayList<>();
        for (int v = 0; v < names.size(); v++) {
            int[] observed = data.unitsWith(v, false);
            if (observed.length == data.units()) {
                posteriors.add(null);
                continue;
            }
            double[][] x = new double[observed.length][];
            double[] y = new double[observed.length];
            for (int i = 0; i < y.length; i++) {
                x[i] = row(data, values, observed[i], v);
                y[i] = values[observed[i]][v];
            }
            Estimable<? extends ImputationModel.Posterior> posterior = model.fit(x, y);
            if (posterior instanceof Estimable.NotEstimable<? extends ImputationModel.Posterior> none) {
                return Estimable.not(none.reason(), names.get(v) + ": " + none.detail());
            }
            posteriors.add(posterior.orElseThrow());
        }
        return Estimable.of(new MonotoneImputation(data, streams, posteriors));
    }

    private static double[] row(IncompleteData data, double[][] values, int unit, int variable) {
        double[] x = data.predictors(unit);
        double[] row = Arrays.copyOf(x, x.length + variable);
        System.arraycopy(values[unit], 0, row, x.length, variable);
        return row;
    }

    @Override
    public Estimable<double[][]> draw(int imputation) {
        double[][] values = data.copy();
        List<ImputationModel.@Nullable Predictive> models = new ArrayList<>();
        for (int v = 0; v < posteriors.size(); v++) {
            ImputationModel.@Nullable Posterior posterior = posteriors.get(v);
            String name = data.variables().get(v);
            models.add(posterior == null ? null : posterior.draw(streams.ofParameters(imputation, name)));
        }
        for (int i = 0; i < values.length; i++) {
            if (!data.isIncomplete(i)) {
                continue;
            }
            Draws unit = streams.ofUnit(imputation, data.id(i));
            for (int v = 0; v < models.size(); v++) {
                ImputationModel.@Nullable Predictive model = models.get(v);
                if (model != null && data.isMissing(i, v)) {
                    Estimable<Double> value = model.value(row(data, values, i, v), unit);
                    if (value instanceof Estimable.NotEstimable<Double> none) {
                        return Estimable.not(
                                none.reason(), data.variables().get(v) + " of " + data.id(i) + ": " + none.detail());
                    }
                    values[i][v] = value.orElseThrow();
                }
            }
        }
        return Estimable.of(data.inCallersOrder(values));
    }
}
