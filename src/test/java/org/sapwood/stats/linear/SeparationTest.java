package org.sapwood.stats.linear;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeparationTest {
    private static boolean[] above(double[] x, double cut) {
        boolean[] event = new boolean[x.length];
        for (int i = 0; i < x.length; i++) {
            event[i] = x[i] > cut;
        }
        return event;
    }

    private static double[][] withIntercept(double[] x) {
        double[][] rows = new double[x.length][];
        for (int i = 0; i < x.length; i++) {
            rows[i] = new double[] {1, x[i]};
        }
        return rows;
    }

    /** All events above, all others below a value: complete. One of each on the value itself: quasi-complete. */
    @Test
    void completeAndQuasiCompleteSeparationOfOneCovariate() {
        double[] x = {1, 2, 3, 4, 5, 6};
        assertThat(Separation.ofBinary(withIntercept(x), above(x, 3.5))).isTrue();
        double[] tied = {1, 2, 3, 3, 5, 6};
        boolean[] quasi = {false, false, false, true, true, true};
        assertThat(Separation.ofBinary(withIntercept(tied), quasi)).isTrue();
        boolean[] crossed = {false, false, true, false, true, true};
        assertThat(Separation.ofBinary(withIntercept(x), crossed)).isFalse();
        boolean[] ends = {true, false, true, false, true, false};
        assertThat(Separation.ofBinary(withIntercept(x), ends)).isFalse();
    }

    @Test
    void oneOutcomeOnlyIsSeparatedByTheIntercept() {
        double[] x = {1, 2, 3};
        assertThat(Separation.ofBinary(withIntercept(x), new boolean[] {true, true, true}))
                .isTrue();
        assertThat(Separation.ofBinary(withIntercept(x), new boolean[3])).isTrue();
    }

    /** A 2 × 2 table is separated exactly when it has an empty cell. */
    @Test
    void aTwoByTwoTableIsSeparatedWhenACellIsEmpty() {
        for (int a = 0; a <= 2; a++) {
            for (int b = 0; b <= 2; b++) {
                for (int c = 0; c <= 2; c++) {
                    for (int d = 0; d <= 2; d++) {
                        if (a + b > 0 && c + d > 0) {
                            assertThat(separatedTable(a, b, c, d))
                                    .as("%d %d %d %d", a, b, c, d)
                                    .isEqualTo(a * b * c * d == 0);
                        }
                    }
                }
            }
        }
    }

    private static boolean separatedTable(int... cells) {
        int n = cells[0] + cells[1] + cells[2] + cells[3];
        double[][] x = new double[n][];
        boolean[] event = new boolean[n];
        int row = 0;
        for (int cell = 0; cell < 4; cell++) {
            for (int k = 0; k < cells[cell]; k++) {
                x[row] = new double[] {1, cell / 2};
                event[row++] = cell % 2 == 0;
            }
        }
        return Separation.ofBinary(x, event);
    }

    /** Random hyperplanes: points on both sides, separated by construction; one point turned is not, in general position. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void aHyperplaneSeparatesUntilEnoughPointsAreTurned(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int n = 40;
        double[][] x = new double[n][4];
        boolean[] event = new boolean[n];
        for (int i = 0; i < n; i++) {
            x[i][0] = 1;
            double side = 0.3;
            for (int j = 1; j < 4; j++) {
                x[i][j] = random.nextDouble(-1, 1);
                side += j * x[i][j];
            }
            event[i] = side > 0;
        }
        assertThat(Separation.ofBinary(x, event)).isTrue();
        double[][] scaled = new double[n][4];
        for (int i = 0; i < n; i++) {
            scaled[i] = new double[] {1, 1e6 * x[i][1] + 5, x[i][2] / 1e4, x[i][1] - x[i][3]};
        }
        assertThat(Separation.ofBinary(scaled, event)).isTrue();
        // A point and its mirror image with the same answer rule out every direction through them.
        for (int i = 0; i < n; i++) {
            event[i] = random.nextBoolean();
        }
        boolean separated = Separation.ofBinary(x, event);
        assertThat(Separation.ofBinary(scaled, event)).isEqualTo(separated);
        assertThat(separated).isFalse();
    }

    /** A column that repeats another adds no direction. */
    @Test
    void collinearColumnsDoNotSeparate() {
        double[][] x = {{1, 1, 2}, {1, 2, 4}, {1, 3, 6}, {1, 4, 8}};
        assertThat(Separation.ofBinary(x, new boolean[] {true, false, true, false}))
                .isFalse();
        assertThat(Separation.ofBinary(x, new boolean[] {true, true, false, false}))
                .isTrue();
    }

    @Test
    void countsAreSeparatedByACombinationWithoutEvents() {
        double[][] arms = {{1, 0}, {1, 0}, {1, 1}, {1, 1}};
        assertThat(Separation.ofCounts(arms, new double[] {1, 0, 0, 0})).isTrue();
        assertThat(Separation.ofCounts(arms, new double[] {0, 0, 0, 3})).isTrue();
        assertThat(Separation.ofCounts(arms, new double[] {1, 0, 0, 3})).isFalse();
        assertThat(Separation.ofCounts(arms, new double[4])).isTrue();
    }

    @Test
    void withoutRowsThereIsNothingToSeparate() {
        assertThat(Separation.existsDirection(new double[0][])).isFalse();
        // opposite inequalities leave only directions that improve nothing
        assertThat(Separation.existsDirection(new double[][] {{1, 0}, {-1, 0}, {0, 1}, {0, -1}}))
                .isFalse();
        assertThat(Separation.existsDirection(new double[][] {{1, 0}, {-1, 0}, {0, 1}}))
                .isTrue();
        // three vectors around the origin, then within a half plane
        assertThat(Separation.existsDirection(new double[][] {{1, 0}, {-1, 2}, {-1, -2}}))
                .isFalse();
        assertThat(Separation.existsDirection(new double[][] {{1, 0}, {-1, 2}, {1, 2}}))
                .isTrue();
    }
}
