package org.sapwood.stats.imputation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.sapwood.stats.Estimable;

/**
 * Donors by predicted mean, equation E13: predictions of the observed at β̂, of the missing at a draw β* (type 1 matching), so
 * that values are observed ones and stay within their range.
 */
final class PredictiveMeanMatching implements ImputationModel.Posterior {
    private static final int DONORS = 5;

    private final BayesianRegression regression;
    /** Predicted means of the observed, ascending, and the value observed with each. */
    private final double[] predicted;

    private final double[] observed;

    private PredictiveMeanMatching(BayesianRegression regression, double[][] x, double[] y) {
        this.regression = regression;
        double[] means = new double[y.length];
        for (int i = 0; i < y.length; i++) {
            means[i] = regression.predicted(x[i]);
        }
        // a stable sort: of equal predictions the unit with the earlier id comes first
        int[] order = IntStream.range(0, y.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> means[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        this.predicted = new double[y.length];
        this.observed = new double[y.length];
        for (int i = 0; i < order.length; i++) {
            predicted[i] = means[order[i]];
            observed[i] = y[order[i]];
        }
    }

    static Estimable<PredictiveMeanMatching> fit(double[][] x, double[] y) {
        return BayesianRegression.fit(x, y).map(regression -> new PredictiveMeanMatching(regression, x, y));
    }

    @Override
    public ImputationModel.Predictive draw(Draws parameters) {
        BayesianRegression.Drawn drawn = regression.draw(parameters);
        return (x, unit) -> drawn.mean(x).map(mean -> donor(mean, unit));
    }

    /** One of the nearest: they stand side by side, so the window grows towards the nearer neighbour. */
    private double donor(double mean, Draws unit) {
        int at = Arrays.binarySearch(predicted, mean);
        int high = at < 0 ? -at - 1 : at;
        int low = high;
        while (high - low < Math.min(DONORS, predicted.length)) {
            boolean downward =
                    high == predicted.length || (low > 0 && mean - predicted[low - 1] <= predicted[high] - mean);
            if (downward) {
                low--;
            } else {
                high++;
            }
        }
        return observed[low + unit.index(high - low)];
    }
}
