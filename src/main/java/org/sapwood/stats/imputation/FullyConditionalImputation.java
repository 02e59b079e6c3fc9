package org.sapwood.stats.imputation;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.Estimable.Reason;

/**
 * Imputation of any pattern by chained equations: each variable in turn is drawn from its regression on the predictors and
 * all other variables as they stand (equation E16; van Buuren 2018, section 4.5). Each imputation has its own chain.
 */
public final class FullyConditionalImputation implements MultipleImputation {
    /** Sweeps over the variables; van Buuren (2018, section 4.5.2) finds 5 to 20 enough for data without feedback loops. */
    public static final int SWEEPS = 10;

    private final IncompleteData data;
    private final List<ImputationModel> models;
    private final RandomStreams streams;
    private final int sweeps;
    /** By variable, the places of the units that have it and of those that miss it. */
    private final int[][] observed;

    private final int[][] missing;

    /**
     * Data to complete by {@link #SWEEPS} sweeps.
     *
     * @param data the data
     * @param models how each variable is drawn, one per variable
     * @param streams where random numbers come from
     */
    public FullyConditionalImputation(IncompleteData data, List<ImputationModel> models, RandomStreams streams) {
        this(data, models, streams, SWEEPS);
    }

    /**
     * Data to complete.
     *
     * @param data the data
     * @param models how each variable is drawn, one per variable
     * @param streams where random numbers come from
     * @param sweeps over the variables, at least 1
     */
    public FullyConditionalImputation(
            IncompleteData data, List<ImputationModel> models, RandomStreams streams, int sweeps) {
        if (sweeps < 1) {
            throw new IllegalArgumentException("expected at least 1 sweep, found " + sweeps);
        }
        if (models.size() != data.variables().size()) {
            throw new IllegalArgumentException(
                    "expected " + data.variables().size() + " models, found " + models.size());
        }
        this.data = data;
        this.models = List.copyOf(models);
        this.streams = streams;
        this.sweeps = sweeps;
        this.observed = new int[models.size()][];
        this.missing = new int[models.size()][];
        for (int v = 0; v < missing.length; v++) {
            observed[v] = data.unitsWith(v, false);
            missing[v] = data.unitsWith(v, true);
        }
    }

    @Override
    public Estimable<double[][]> draw(int imputation) {
        double[][] values = data.copy();
        Draws[] parameters = new Draws[models.size()];
        Arrays.setAll(
                parameters,
                v -> streams.ofParameters(imputation, data.variables().get(v)));
        Draws[] units = new Draws[data.units()];
        Arrays.setAll(units, i -> streams.ofUnit(imputation, data.id(i)));
        for (int v = 0; v < models.size(); v++) {
            if (observed[v].length == 0) {
                return Estimable.not(Reason.EMPTY_GROUP, data.variables().get(v) + ": nobody has a value");
            }
            for (int i : missing[v]) {
                values[i][v] = values[observed[v][units[i].index(observed[v].length)]][v];
            }
        }
        for (int sweep = 0; sweep < sweeps; sweep++) {
            for (int v = 0; v < models.size(); v++) {
                Estimable.NotEstimable<double[][]> failure = sweep(v, values, parameters[v], units);
                if (failure != null) {
                    return failure;
                }
            }
        }
        return Estimable.of(data.inCallersOrder(values));
    }

    /** {@return why a variable cannot be drawn anew where it is missing; null when it was} */
    private Estimable.@Nullable NotEstimable<double[][]> sweep(
            int variable, double[][] values, Draws parameters, Draws[] units) {
        if (missing[variable].length == 0) {
            return null;
        }
        int[] fitted = observed[variable];
        double[][] x = new double[fitted.length][];
        double[] y = new double[fitted.length];
        for (int i = 0; i < y.length; i++) {
            x[i] = row(values, fitted[i], variable);
            y[i] = values[fitted[i]][variable];
        }
        Estimable<? extends ImputationModel.Posterior> posterior =
                models.get(variable).fit(x, y);
        if (posterior instanceof Estimable.NotEstimable<? extends ImputationModel.Posterior> none) {
            return new Estimable.NotEstimable<>(none.reason(), data.variables().get(variable) + ": " + none.detail());
        }
        ImputationModel.Predictive model = posterior.orElseThrow().draw(parameters);
        for (int i : missing[variable]) {
            Estimable<Double> value = model.value(row(values, i, variable), units[i]);
            if (value instanceof Estimable.NotEstimable<Double> none) {
                return new Estimable.NotEstimable<>(
                        none.reason(), data.variables().get(variable) + " of " + data.id(i) + ": " + none.detail());
            }
            values[i][variable] = value.orElseThrow();
        }
        return null;
    }

    private double[] row(double[][] values, int unit, int variable) {
        double[] x = data.predictors(unit);
        double[] row = Arrays.copyOf(x, x.length + values[unit].length - 1);
        int at = x.length;
        for (int v = 0; v < values[unit].length; v++) {
            if (v != variable) {
                row[at++] = values[unit][v];
            }
        }
        return row;
    }
}
