package org.sapwood.stats.imputation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A saturated logistic model is the proportion in each of two arms, so its imputations have moments in closed form. */
class BayesianLogisticTest {
    private static final int OBSERVED = 200;
    private static final int MISSING = 50;
    private static final int DRAWS = 1000;
    private static final double[] SHARE = {0.2, 0.65};

    private static IncompleteData data() {
        List<String> ids = new ArrayList<>();
        List<double[]> x = new ArrayList<>();
        List<double[]> y = new ArrayList<>();
        for (int arm = 0; arm < 2; arm++) {
            for (int i = 0; i < OBSERVED + MISSING; i++) {
                ids.add("arm " + arm + " unit " + i);
                x.add(new double[] {1, arm});
                y.add(new double[] {i >= OBSERVED ? Double.NaN : i < SHARE[arm] * OBSERVED ? 1 : 0});
            }
        }
        return IncompleteData.of(ids, List.of("response"), x.toArray(double[][]::new), y.toArray(double[][]::new));
    }

    @Test
    void imputedProportionsHaveTheMeanAndVarianceOfTheirPosterior() {
        List<double[][]> drawn = new FullyConditionalImputation(
                        data(), List.of(ImputationModel.LOGISTIC_REGRESSION), new RandomStreams(5, "logistic"))
                .draws(DRAWS)
                .orElseThrow();
        for (int arm = 0; arm < 2; arm++) {
            double mean = 0;
            double squares = 0;
            for (double[][] one : drawn) {
                double p = 0;
                for (int i = 0; i < MISSING; i++) {
                    double value = one[arm * (OBSERVED + MISSING) + OBSERVED + i][0];
                    assertThat(value).isIn(0.0, 1.0);
                    p += value / MISSING;
                }
                mean += p / DRAWS;
                squares += p * p / DRAWS;
            }
            double p = SHARE[arm];
            // binomial variance of the imputed, and the posterior variance of the proportion
            double variance = p * (1 - p) * (1.0 / MISSING + 1.0 / OBSERVED);
            // 3.3 Monte-Carlo errors; the mean of an inverse logit is off its centre by at most 0.002 here
            assertThat(mean).isCloseTo(p, within(3.3 * Math.sqrt(variance / DRAWS) + 0.002));
            assertThat((squares - mean * mean) / variance).isCloseTo(1, within(3.3 * Math.sqrt(2.0 / DRAWS)));
        }
    }
}
