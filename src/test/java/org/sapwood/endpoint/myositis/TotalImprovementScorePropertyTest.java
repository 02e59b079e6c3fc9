package org.sapwood.endpoint.myositis;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TotalImprovementScorePropertyTest {

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 400);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aBetterFollowUpNeverLowersTheScore(long seed) {
        Random random = new Random(seed);
        CoreSetMeasures baseline = visit(random);
        CoreSetMeasures followUp = visit(random);
        BigDecimal score = TisRule.ADULT.score(baseline, followUp).score().orElseThrow();
        for (CoreSetMeasure measure : CoreSetMeasure.values()) {
            CoreSetMeasures better;
            if (measure == CoreSetMeasure.MUSCLE_ENZYME) {
                EnzymeLevel level = followUp.enzymes().get(MuscleEnzyme.CREATINE_KINASE);
                better = followUp.with(
                        MuscleEnzyme.CREATINE_KINASE,
                        new EnzymeLevel(
                                level.value().multiply(BigDecimal.valueOf(random.nextInt(100), 2)),
                                level.upperLimitOfNormal()));
            } else {
                BigDecimal value = followUp.value(measure);
                better = followUp.with(
                        measure,
                        measure == CoreSetMeasure.MANUAL_MUSCLE_TESTING
                                ? value.add(BigDecimal.valueOf(random.nextInt(151 - value.intValueExact())))
                                : value.multiply(BigDecimal.valueOf(random.nextInt(101), 2)));
            }
            assertThat(TisRule.ADULT.score(baseline, better).score().orElseThrow())
                    .as(measure.label())
                    .isGreaterThanOrEqualTo(score);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theScoreIsAMultipleOfTwoPointFiveBetweenZeroAndWhatIsAttainable(long seed) {
        Random random = new Random(-seed);
        TotalImprovementScore tis = TisRule.ADULT.score(visit(random), visit(random));
        BigDecimal score = tis.score().orElseThrow();
        assertThat(score).isBetween(BigDecimal.ZERO, tis.attainable());
        assertThat(score.remainder(new BigDecimal("2.5"))).isEqualByComparingTo("0");
        assertThat(tis.lowerBound()).isEqualTo(tis.upperBound()).isEqualTo(score);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aMissingComponentBracketsTheFullScore(long seed) {
        Random random = new Random(seed);
        CoreSetMeasures baseline = visit(random);
        CoreSetMeasures followUp = visit(random);
        BigDecimal full = TisRule.ADULT.score(baseline, followUp).score().orElseThrow();
        TotalImprovementScore partial =
                TisRule.ADULT.score(baseline, followUp.with(CoreSetMeasure.HEALTH_ASSESSMENT, null));
        assertThat(full).isBetween(partial.lowerBound(), partial.upperBound());
    }

    private static CoreSetMeasures visit(Random random) {
        return CoreSetMeasures.NONE
                .with(CoreSetMeasure.PHYSICIAN_GLOBAL, BigDecimal.valueOf(random.nextInt(101), 1))
                .with(CoreSetMeasure.PATIENT_GLOBAL, BigDecimal.valueOf(random.nextInt(101), 1))
                .with(CoreSetMeasure.EXTRAMUSCULAR_GLOBAL, BigDecimal.valueOf(random.nextInt(101), 1))
                .with(CoreSetMeasure.MANUAL_MUSCLE_TESTING, BigDecimal.valueOf(random.nextInt(151)))
                .with(
                        CoreSetMeasure.HEALTH_ASSESSMENT,
                        new BigDecimal("0.125").multiply(BigDecimal.valueOf(random.nextInt(25))))
                .with(
                        MuscleEnzyme.CREATINE_KINASE,
                        new EnzymeLevel(BigDecimal.valueOf(random.nextInt(6000)), BigDecimal.valueOf(200)));
    }
}
