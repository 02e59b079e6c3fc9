package org.sapwood.stats.paired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sapwood.stats.inference.ChiSquareTest;

/** What does not move Cochran's Q, and the test it becomes with two occasions. */
class CochranQPropertyTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void cochranIgnoresSubjectsWithOneAnswerTheOrderAndTheName(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        boolean[][] answers = new boolean[12][4];
        boolean[][] moved = new boolean[14][4];
        for (int i = 0; i < 12; i++) {
            for (int j = 0; j < 4; j++) {
                answers[i][j] = random.nextInt(10) < 3 + j;
                moved[12 - i][3 - j] = !answers[i][j];
            }
        }
        Arrays.fill(moved[13], true);
        ChiSquareTest one = CochranQ.of(answers).orElseThrow();
        ChiSquareTest two = CochranQ.of(moved).orElseThrow();
        assertThat(two.statistic()).isCloseTo(one.statistic(), within(1e-10));
        assertThat(one.degreesOfFreedom()).isEqualTo(3);
    }

    @Test
    void cochranOfTwoOccasionsIsMcNemar() {
        boolean[][] answers = {{true, false}, {true, false}, {true, false}, {false, true}, {true, true}, {false, false}
        };
        assertThat(CochranQ.of(answers).orElseThrow().statistic()).isCloseTo(1, within(1e-14));
        assertThat(CochranQ.of(answers).orElseThrow().degreesOfFreedom()).isEqualTo(1);
    }
}
