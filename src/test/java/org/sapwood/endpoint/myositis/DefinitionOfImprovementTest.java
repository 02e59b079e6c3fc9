package org.sapwood.endpoint.myositis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sapwood.endpoint.myositis.CoreSets.coreSet;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sapwood.endpoint.myositis.CoreSetScales.AnalogueScale;
import org.sapwood.endpoint.myositis.CoreSetScales.MostAbnormal;
import org.sapwood.endpoint.myositis.CoreSetScales.MuscleTesting;
import org.sapwood.endpoint.myositis.RelativeChange.State;

class DefinitionOfImprovementTest {

    private static final CoreSetMeasures BASELINE = coreSet("5", "5", "100", "2", "1000", "4");

    private static DefinitionOfImprovement after(
            String physician, String patient, String muscle, String health, String ck, String extramuscular) {
        return DoiRule.IMACS.judge(BASELINE, coreSet(physician, patient, muscle, health, ck, extramuscular));
    }

    /** 5 to 4 is 20 %, 5 to 6.25 is 25 % worse; and so on at every limit. */
    @ParameterizedTest
    @CsvSource({
        // improved, worse: globals, MMT, HAQ, CK, extramuscular
        "5, 5, 100, 2, 1000, 4, 0, 0, false",
        "4, 4, 100, 2, 1000, 4, 2, 0, false",
        "4, 4, 120, 2, 1000, 4, 3, 0, true",
        "4, 4, 119, 2, 1000, 4, 2, 0, false",
        "4.1, 4, 120, 2, 1000, 4, 2, 0, false",
        "4, 4, 120, 2.5, 1000, 4, 3, 1, true",
        "4, 4, 120, 2.5, 1250, 4, 3, 2, true",
        "4, 4, 120, 2.5, 1250, 5, 3, 3, false",
        "4, 4, 120, 2.5, 1250, 4.9, 3, 2, true",
        "4, 4, 120, 2.5, 1249, 5, 3, 2, true",
        "4, 4, 75, 1.5, 1000, 4, 3, 1, false",
        "4, 4, 76, 1.5, 1000, 4, 3, 0, true",
        "4, 4, 75, 1.5, 800, 3.2, 5, 1, false",
        "6.25, 6.25, 120, 1.5, 800, 4, 3, 2, true",
        "6.25, 6.25, 120, 1.5, 800, 5, 3, 3, false",
        "0, 0, 150, 0, 100, 0, 6, 0, true",
        "10, 10, 0, 3, 5000, 10, 0, 6, false",
    })
    void followsTheTruthTable(
            String physician,
            String patient,
            String muscle,
            String health,
            String ck,
            String extramuscular,
            int improved,
            int worse,
            boolean met) {
        DefinitionOfImprovement doi = after(physician, patient, muscle, health, ck, extramuscular);
        assertThat(doi.improved()).isEqualTo(improved);
        assertThat(doi.worse()).isEqualTo(worse);
        assertThat(doi.isMet().orElseThrow()).isEqualTo(met);
    }

    @Test
    void smallValuesCanMeetItWithoutAnyTotalImprovementScore() {
        CoreSetMeasures before = coreSet("2.0", "2.0", "140", "1", "300", "1.0");
        CoreSetMeasures after = coreSet("1.5", "1.5", "140", "1", "300", "0.75");
        assertThat(DoiRule.IMACS.judge(before, after).isMet().orElseThrow()).isTrue();
        assertThat(TisRule.ADULT.score(before, after).score().orElseThrow()).isEqualByComparingTo("0");
    }

    @Test
    void largeValuesCanMissItWithATotalImprovementScoreOf35() {
        CoreSetMeasures before = coreSet("8", "5", "100", "2", "300", "6");
        CoreSetMeasures after = coreSet("6.5", "5", "119", "2", "300", "5");
        DefinitionOfImprovement doi = DoiRule.IMACS.judge(before, after);
        assertThat(doi.isMet().orElseThrow()).isFalse();
        assertThat(doi.reasons()).containsExactly("0 of 6 improved by at least 20 %, 3 needed");
        assertThat(TisRule.ADULT.score(before, after).score().orElseThrow()).isEqualByComparingTo("35");
    }

    @Test
    void muscleWorseningOverridesEveryImprovement() {
        assertThat(after("0", "0", "75", "0", "100", "0").reasons())
                .containsExactly("manual muscle testing worse by at least 25 %");
    }

    @ParameterizedTest
    @CsvSource({
        "WORSE_ABOVE_NOISE, 0.4, NEITHER",
        "WORSE_ABOVE_NOISE, 0.5, WORSE",
        "WORSE_ABOVE_NOISE, 0, NEITHER",
        "NEVER_WORSE, 9, NEITHER",
        "SMALLEST_STEP, 0, NEITHER",
        "SMALLEST_STEP, 0.1, NEITHER",
        "SMALLEST_STEP, 0.2, WORSE"
    })
    void aZeroBaselineFollowsThePolicy(ZeroBaseline policy, String extramuscular, State state) {
        DefinitionOfImprovement doi = DoiRule.IMACS
                .with(policy)
                .judge(
                        coreSet("5", "5", "100", "2", "1000", "0"),
                        coreSet("5", "5", "100", "2", "1000", extramuscular));
        assertThat(doi.changes().get(5).state()).isEqualTo(state);
    }

    @Test
    void theNoiseGuardIsConvertedToMillimetres() {
        CoreSetScales millimetres = new CoreSetScales(
                AnalogueScale.MILLIMETRES,
                MuscleTesting.BILATERAL_150,
                CoreSetScales.DEFAULT_ENZYME_MULTIPLES,
                MostAbnormal.FOLD_OF_LIMIT);
        DoiRule rule = DoiRule.IMACS.with(millimetres);
        CoreSetMeasures before = coreSet("50", "50", "100", "2", "1000", "0");
        assertThat(rule.judge(before, coreSet("50", "50", "100", "2", "1000", "4"))
                        .worse())
                .isZero();
        assertThat(rule.judge(before, coreSet("50", "50", "100", "2", "1000", "5"))
                        .worse())
                .isEqualTo(1);
    }

    @Test
    void aNormalEnzymeIsNeverWorseUnlessThePercentageAloneDecides() {
        CoreSetMeasures before = coreSet("5", "5", "100", "2", "100", "4");
        CoreSetMeasures after = coreSet("5", "5", "100", "2", "200", "4");
        assertThat(DoiRule.IMACS.judge(before, after).worse()).isZero();
        assertThat(DoiRule.IMACS
                        .with(EnzymeGuard.PERCENTAGE_ALONE)
                        .judge(before, after)
                        .worse())
                .isEqualTo(1);
        assertThat(DoiRule.IMACS
                        .judge(before, coreSet("5", "5", "100", "2", "201", "4"))
                        .worse())
                .isEqualTo(1);
    }

    @Test
    void aMissingMeasureCanBeNeitherImprovedNorWorse() {
        DefinitionOfImprovement doi = after(".", "4", "120", "1.5", ".", "4");
        assertThat(doi.isMet().orElseThrow()).isTrue();
        assertThat(doi.changes().get(0).state()).isEqualTo(State.NOT_OBSERVED);
    }

    @Test
    void tooFewMeasuresOrNoMuscleTestingMakeItMissing() {
        assertThat(after(".", ".", "120", "1.5", ".", "3").isMet().reasonMissing())
                .isEqualTo("no definition of improvement: 3 of 6 measures observed, 4 needed");
        assertThat(after("1", "1", ".", "1", "100", "1").isMet().reasonMissing())
                .isEqualTo("no definition of improvement: manual muscle testing not observed");
    }

    @ParameterizedTest
    @CsvSource({
        "7, 5, 80, 2, 4, true",
        "7, 5, 81, 2, 4, false",
        "6.9, 5, 80, 2, 4, false",
        "5, 5, 100, 2, 6, true",
        "5, 5, 100, 2, 5.9, false",
        "6.5, 6.5, 100, 2.6, 4, true",
        "6.5, 6.4, 100, 2.6, 4, false",
        "6.5, 6.5, 70, 2, 4, true",
        "., ., ., ., 5, false"
    })
    void deteriorationHasThreeWays(
            String physician, String patient, String muscle, String health, String extramuscular, boolean present) {
        assertThat(Deterioration.of(
                                BASELINE,
                                coreSet(physician, patient, muscle, health, "100", extramuscular),
                                CoreSetScales.STANDARD)
                        .isPresent()
                        .orElseThrow())
                .isEqualTo(present);
    }

    @Test
    void deteriorationIsMissingWhenNoRuleCanBeJudged() {
        assertThat(Deterioration.of(BASELINE, coreSet("9", ".", ".", ".", "100", "."), CoreSetScales.STANDARD)
                        .isPresent()
                        .isKnown())
                .isFalse();
        assertThat(Deterioration.of(BASELINE, BASELINE, CoreSetScales.STANDARD).reasons())
                .isEmpty();
    }

    @Test
    void limitsBelongToTheirSide() {
        assertThat(DoiRule.IMACS.improvedPercent()).isEqualByComparingTo(BigDecimal.valueOf(20));
        assertThat(after("4", "5", "100", "2", "1000", "4").changes().get(0).state())
                .isEqualTo(State.IMPROVED);
        assertThat(after("6.25", "5", "100", "2", "1000", "4").changes().get(0).state())
                .isEqualTo(State.WORSE);
    }
}
