package org.sapwood.stats.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.sapwood.stats.rank.RankSamples.bent;
import static org.sapwood.stats.rank.RankSamples.minus;
import static org.sapwood.stats.rank.RankSamples.overAllSplits;
import static org.sapwood.stats.rank.RankSamples.sample;
import static org.sapwood.stats.rank.RankSamples.share;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The two-sample test of Kolmogorov and Smirnov: enumerations of small samples, invariances, its limit. */
class KolmogorovSmirnovPropertyTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void kolmogorovSmirnovIsTheEnumerationOfAllSplits(long seed) {
        double[] x = sample(seed, 5);
        double[] y = sample(seed + 40, 7);
        KolmogorovSmirnov test = KolmogorovSmirnov.of(x, y).orElseThrow();
        List<Double> all = overAllSplits(
                x, y, (a, b) -> KolmogorovSmirnov.of(a, b).orElseThrow().d());
        assertThat(test.exact().orElseThrow().value()).isCloseTo(share(all, test.d()), within(1e-12));
        double largest = 0;
        for (double t = 0; t < 8; t++) {
            double cut = t;
            double below = Arrays.stream(x).filter(v -> v <= cut).count() / 5.0;
            double other = Arrays.stream(y).filter(v -> v <= cut).count() / 7.0;
            largest = Math.max(largest, Math.abs(below - other));
        }
        assertThat(test.d()).isCloseTo(largest, within(1e-14));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void kolmogorovSmirnovSeesOnlyTheOrder(long seed) {
        double[] x = sample(seed, 9);
        double[] y = sample(seed + 40, 12);
        KolmogorovSmirnov one = KolmogorovSmirnov.of(x, y).orElseThrow();
        for (KolmogorovSmirnov same : List.of(
                KolmogorovSmirnov.of(y, x).orElseThrow(),
                KolmogorovSmirnov.of(bent(x), bent(y)).orElseThrow(),
                KolmogorovSmirnov.of(minus(x), minus(y)).orElseThrow())) {
            assertThat(same.d()).isCloseTo(one.d(), within(1e-15));
            assertThat(same.exact().orElseThrow().value())
                    .isCloseTo(one.exact().orElseThrow().value(), within(1e-12));
            assertThat(same.asymptotic().value()).isCloseTo(one.asymptotic().value(), within(1e-13));
        }
    }

    /** Kolmogorov's distribution at 1.36 is 0.0494…; its two series meet at 1; the exact tail nears it. */
    @Test
    void kolmogorovsLimit() {
        double[] x = new double[400];
        double[] y = new double[400];
        for (int i = 0; i < 400; i++) {
            x[i] = i;
            y[i] = i + 38.5;
        }
        KolmogorovSmirnov far = KolmogorovSmirnov.of(x, y).orElseThrow();
        double z = far.d() * Math.sqrt(200);
        double series = 2 * (StrictMath.exp(-2 * z * z) - StrictMath.exp(-8 * z * z) + StrictMath.exp(-18 * z * z));
        assertThat(far.asymptotic().value()).isCloseTo(series, within(1e-9));
        assertThat(far.exact().orElseThrow().value()).isCloseTo(series, within(0.006));
        for (int i = 0; i < 400; i++) {
            y[i] = i + 25.5;
        }
        KolmogorovSmirnov near = KolmogorovSmirnov.of(x, y).orElseThrow();
        double w = near.d() * Math.sqrt(200);
        assertThat(w).isLessThan(1);
        double alternating = 0;
        for (int k = 1; k < 200; k++) {
            alternating += (k % 2 == 1 ? 2 : -2) * StrictMath.exp(-2.0 * k * k * w * w);
        }
        assertThat(near.asymptotic().value()).isCloseTo(alternating, within(1e-12));
        KolmogorovSmirnov same = KolmogorovSmirnov.of(x, x).orElseThrow();
        assertThat(same.d()).isZero();
        assertThat(same.asymptotic().value()).isEqualTo(1);
        assertThat(same.exact().orElseThrow().value()).isEqualTo(1);
    }
}
