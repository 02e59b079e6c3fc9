package org.sapwood.stats.paired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sapwood.stats.Alternative;

/** The exact test holds its size; the corrected statistic by hand. */
class McNemarPropertyTest {
    /** Given b + c = n, the exact p-values of all tables under the null weigh to at most their own size. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 9, 16})
    void theExactTestHoldsItsSizeAndIsTheSignTest(int n) {
        double[] p = new double[n + 1];
        double[] probability = new double[n + 1];
        double pointOfAll = StrictMath.pow(0.5, n);
        double total = 0;
        double binomial = 1;
        for (int b = 0; b <= n; b++) {
            PairedTable table = new PairedTable(0, b, n - b, 7);
            p[b] = McNemar.exact(table).orElseThrow().value();
            probability[b] = binomial * pointOfAll;
            total += probability[b];
            binomial *= (n - b) / (b + 1.0);
            assertThat(p[b])
                    .isCloseTo(new SignTest(n, b).pValue(Alternative.TWO_SIDED).value(), within(1e-13));
            double mid = McNemar.midP(table).orElseThrow().value();
            assertThat(mid).isCloseTo(2 * b == n ? 1 - probability[b] / 2 : p[b] - probability[b], within(1e-12));
        }
        assertThat(total).isCloseTo(1, within(1e-12));
        for (double size : p) {
            double rejected = 0;
            for (int b = 0; b <= n; b++) {
                rejected += p[b] <= size + 1e-12 ? probability[b] : 0;
            }
            assertThat(rejected).isLessThanOrEqualTo(size + 1e-12);
        }
    }

    @Test
    void edwardsShortensTheDifferenceByOne() {
        PairedTable table = new PairedTable(1, 10, 4, 1);
        assertThat(McNemar.asymptotic(table, McNemar.Correction.NONE)
                        .orElseThrow()
                        .statistic())
                .isCloseTo(36.0 / 14, within(1e-14));
        assertThat(McNemar.asymptotic(table, McNemar.Correction.EDWARDS)
                        .orElseThrow()
                        .statistic())
                .isCloseTo(25.0 / 14, within(1e-14));
        assertThat(McNemar.asymptotic(new PairedTable(1, 4, 4, 1), McNemar.Correction.EDWARDS)
                        .orElseThrow()
                        .statistic())
                .isZero();
    }
}
