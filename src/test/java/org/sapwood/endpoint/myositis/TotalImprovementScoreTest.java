package org.sapwood.endpoint.myositis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sapwood.endpoint.myositis.CoreSets.coreSet;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sapwood.endpoint.ExactRatio;
import org.sapwood.endpoint.myositis.CoreSetScales.AnalogueScale;
import org.sapwood.endpoint.myositis.CoreSetScales.MostAbnormal;
import org.sapwood.endpoint.myositis.CoreSetScales.MuscleTesting;
import org.sapwood.endpoint.myositis.TotalImprovementScore.Flag;

class TotalImprovementScoreTest {

    /** Worked in exact rational arithmetic by hand; the percents are rounded to four significant digits. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            W1 no change|6 6|5 5|120 120 150|1.5 1.5|CK 1000 1000 200|3 3|10|0/0/0/0/0/0|0/0/0/0/0/0|0|NONE
            W2 every component exactly on its first upper bound|6 5.5|5 4.5|120 123 150|1.5 1.35|CK 1000 850 200|3 2.5|10|5/5/2/5/5/5|0/0/0/0/0/0|0|NONE
            W3 just above every first bound|6 5.4|5 4.4|120 124 150|1.5 1.25|CK 1000 840 200|3 2.4|10|6/6/2.667/8.333/5.333/6|7.5/2.5/10/5/2.5/7.5|35|MINIMAL
            W4 exactly on the second bound|6 4.5|5 3.5|120 135 150|1.5 1.05|CK 1000 550 200|3 1.5|10|15/15/10/15/15/15|7.5/2.5/10/5/2.5/7.5|35|MINIMAL
            W5 exactly on the third bound|6 3.5|5 2.5|110 140 150|1.5 0.75|CK 1000 250 200|3 0.5|10|25/25/20/25/25/25|15/5/20/7.5/5/12.5|65|MAJOR
            W6 exactly on the fourth bound|6 2|5 1|100 145 150|1.5 0.3|CK 1400 200 200|4.5 0.5|10|40/40/30/40/40/40|17.5/7.5/27.5/7.5/7.5/15|82.5|MAJOR
            W7 just above the fourth bound|6 1.9|5 0.9|100 146 150|1.5 0.25|CK 1500 200 200|4.5 0.4|10|41/41/30.667/41.667/43.333/41|20/10/32.5/10/7.5/20|100|MAJOR
            W8 worsening scores 0, never negative|4 8|4 9|130 110 150|1 2|CK 400 3000 200|1 5|10|-40/-50/-13.333/-33.333/-86.667/-40|0/0/0/0/0/0|0|NONE
            W9 exactly 20 is minimal|5 5|5 5|120 136 150|1 1|CK 300 300 200|2 2|10|0/0/10.667/0/0/0|0/0/20/0/0/0|20|MINIMAL
            W10 17.5 is not minimal|7 4|5 5|150 150 150|0 0|CK 100 100 200|1 1|10|30/0/0/0/0/0|17.5/0/0/0/0/0|17.5|NONE
            W11 exactly 40 is moderate|6 1|5 5|120 136 150|1 1|CK 300 300 200|1 1|10|50/0/10.667/0/0/0|20/0/20/0/0/0|40|MODERATE
            W12 exactly 60 is major|6 1|5 5|120 136 150|1 1|CK 300 300 200|6 1|10|50/0/10.667/0/0/50|20/0/20/0/0/20|60|MAJOR
            W13 one side, 2 points of 80|5 5|5 5|60 62 80|1 1|CK 300 300 200|2 2|10|0/0/2.5/0/0/0|0/0/10/0/0/0|10|NONE
            W14 same patient, 3 points of 150|5 5|5 5|112 115 150|1 1|CK 300 300 200|2 2|10|0/0/2/0/0/0|0/0/0/0/0/0|0|NONE
            W15 millimetres|62 41|55 39|118 131 150|1.625 1.125|ALDOLASE 12 7 7.6|35 12|100|21/16/8.667/16.667/10.965/23|15/5/10/7.5/2.5/12.5|52.5|MODERATE
            W16 muscle and enzyme at the ceiling|7 2|6 2|150 150 150|0.25 0|CK 150 140 200|5 1|10|50/40/0/8.333/0.333/40|20/7.5/0/5/0/15|47.5|MODERATE
            W17 aldolase most abnormal|5.5 3.2|6 4.1|126 139 150|1.25 0.75|ALDOLASE 30.4 9.1 7.6|2.6 1|10|23/19/8.667/16.667/46.711/16|15/5/10/7.5/7.5/12.5|57.5|MODERATE
            W18 LDH, 3 times the limit|5 5|5 5|130 130 150|1 1|LDH 600 450 250|2 2|10|0/0/0/0/20/0|0/0/0/0/5/0|5|NONE
            """)
    void scoresTheWorkedExamples(
            String name,
            String physician,
            String patient,
            String muscle,
            String health,
            String enzyme,
            String extramuscular,
            int analogueMaximum,
            String percents,
            String points,
            BigDecimal score,
            TisCategory category) {
        CoreSetMeasures[] visits = new CoreSetMeasures[2];
        String[] lab = enzyme.split(" ");
        MuscleEnzyme which = switch (lab[0]) {
            case "CK" -> MuscleEnzyme.CREATINE_KINASE;
            case "LDH" -> MuscleEnzyme.LACTATE_DEHYDROGENASE;
            default -> MuscleEnzyme.valueOf(lab[0]);
        };
        for (int visit = 0; visit < 2; visit++) {
            visits[visit] = CoreSets.bounded(
                            physician.split(" ")[visit],
                            patient.split(" ")[visit],
                            muscle.split(" ")[visit],
                            health.split(" ")[visit],
                            extramuscular.split(" ")[visit])
                    .with(which, EnzymeLevel.of(lab[1 + visit], lab[3]));
        }
        TisRule rule = TisRule.ADULT.with(new CoreSetScales(
                analogueMaximum == 10 ? AnalogueScale.CENTIMETRES : AnalogueScale.MILLIMETRES,
                muscle.endsWith(" 80") ? MuscleTesting.UNILATERAL_80 : MuscleTesting.BILATERAL_150,
                CoreSetScales.DEFAULT_ENZYME_MULTIPLES,
                MostAbnormal.FOLD_OF_LIMIT));

        TotalImprovementScore tis = rule.score(visits[0], visits[1]);

        assertThat(tis.components().stream()
                        .map(c -> c.percent().map(p -> p.toText(3)).orElse("?"))
                        .collect(Collectors.joining("/")))
                .isEqualTo(percents);
        assertThat(tis.components().stream().map(TisComponent::points))
                .usingElementComparator(BigDecimal::compareTo)
                .containsExactlyElementsOf(
                        Arrays.stream(points.split("/")).map(BigDecimal::new).toList());
        assertThat(tis.score().orElseThrow()).isEqualByComparingTo(score);
        assertThat(tis.category().orElseThrow()).isEqualTo(category);
    }

    @ParameterizedTest
    @CsvSource({
        "0.125, 0",
        "0.25, 5",
        "0.375, 5",
        "0.5, 7.5",
        "0.75, 7.5",
        "0.875, 7.5",
        "1.125, 7.5",
        "1.25, 10",
        "3, 10"
    })
    void gradesTheHealthAssessmentOnItsGrid(BigDecimal fall, BigDecimal points) {
        assertThat(TisPoints.of(CoreSetMeasure.HEALTH_ASSESSMENT)
                        .pointsOf(ExactRatio.percent(fall, BigDecimal.valueOf(3))))
                .isEqualByComparingTo(points);
    }

    @ParameterizedTest
    @CsvSource({
        "150, 3, 0", "150, 4, 10", "150, 15, 10", "150, 16, 20", "150, 30, 20", "150, 31, 27.5", "150, 45, 27.5",
        "150, 46, 32.5", "80, 1, 0", "80, 2, 10", "80, 8, 10", "80, 9, 20", "80, 16, 20", "80, 17, 27.5",
        "80, 24, 27.5", "80, 25, 32.5"
    })
    void gradesMuscleStrengthOnItsGrid(BigDecimal range, BigDecimal rise, BigDecimal points) {
        assertThat(TisPoints.of(CoreSetMeasure.MANUAL_MUSCLE_TESTING).pointsOf(ExactRatio.percent(rise, range)))
                .isEqualByComparingTo(points);
    }

    @ParameterizedTest
    @CsvSource({"1.1, 0.6, 0", "2.2, 0.7, 7.5", "4.4, 1.9, 15", "6.0, 2.0, 17.5", "6.1, 2.0, 20", "0.5, 0.0, 0"})
    void decidesOneDecimalAnalogueValuesExactly(String before, String after, BigDecimal points) {
        TotalImprovementScore tis = TisRule.ADULT.score(
                coreSet(before, "0", "150", "0", "100", "0"), coreSet(after, "0", "150", "0", "100", "0"));
        assertThat(tis.score().orElseThrow()).isEqualByComparingTo(points);
    }

    /** All 5,151 falls of a scale of tenths from 0 to 10: whole tenths decide as they should, binary fractions err in 26. */
    @Test
    void everyFallOfOneDecimalIsGradedAsInWholeNumbers() {
        TisPoints.Bands bands = TisPoints.of(CoreSetMeasure.PHYSICIAN_GLOBAL);
        double[] points = {0, 7.5, 15, 17.5, 20};
        int pairs = 0;
        int wrong = 0;
        for (int before = 0; before <= 100; before++) {
            for (int after = 0; after <= before; after++) {
                int tenths = before - after; // a percent of the range each
                double expected = points[tenths <= 5 ? 0 : tenths <= 15 ? 1 : tenths <= 25 ? 2 : tenths <= 40 ? 3 : 4];
                ExactRatio percent = ExactRatio.percent(BigDecimal.valueOf(tenths, 1), BigDecimal.valueOf(10));
                assertThat(bands.pointsOf(percent).doubleValue()).isEqualTo(expected);
                double binary = (before / 10.0 - after / 10.0) / 10 * 100;
                pairs++;
                wrong +=
                        points[binary <= 5 ? 0 : binary <= 15 ? 1 : binary <= 25 ? 2 : binary <= 40 ? 3 : 4] == expected
                                ? 0
                                : 1;
            }
        }
        assertThat(pairs).isEqualTo(5_151);
        assertThat(wrong).isEqualTo(26);
    }

    @Test
    void maximaOfTheTableSumToOneHundred() {
        assertThat(Arrays.stream(CoreSetMeasure.values())
                        .map(m -> TisPoints.of(m).maximum())
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("100");
    }

    @Test
    void childrenHaveHigherThresholds() {
        CoreSetMeasures before = coreSet("6", "5", "120", "1.5", "1000", "3");
        CoreSetMeasures after = coreSet("3.5", "5", "136", "1.5", "1000", "3");
        TotalImprovementScore adult = TisRule.ADULT.score(before, after);
        TotalImprovementScore child = TisRule.JUVENILE.score(before, after);
        assertThat(adult.score()).isEqualTo(child.score());
        assertThat(adult.score().orElseThrow()).isEqualByComparingTo("35");
        assertThat(child.category().orElseThrow()).isEqualTo(TisCategory.MINIMAL);
        assertThat(TisThresholds.JUVENILE.categoryOf(new BigDecimal("27.5"))).isEqualTo(TisCategory.NONE);
        assertThat(TisThresholds.JUVENILE.categoryOf(new BigDecimal("45"))).isEqualTo(TisCategory.MODERATE);
        assertThat(TisThresholds.JUVENILE.categoryOf(new BigDecimal("67.5"))).isEqualTo(TisCategory.MODERATE);
        assertThat(TisThresholds.JUVENILE.categoryOf(new BigDecimal("70"))).isEqualTo(TisCategory.MAJOR);
    }

    @Test
    void missingPatientGlobalMakesTheScoreALowerBound() {
        TotalImprovementScore tis = TisRule.ADULT.score(
                coreSet("6", "5", "120", "1", "300", "1"), coreSet("1", ".", "124", "1", "300", "1"));
        assertThat(tis.score().orElseThrow()).isEqualByComparingTo("30");
        assertThat(tis.upperBound()).isEqualByComparingTo("40");
        assertThat(tis.flags()).contains(Flag.COMPONENT_MISSING, Flag.CATEGORY_DEPENDS_ON_MISSING);
        assertThat(tis.component(CoreSetMeasure.PATIENT_GLOBAL).percent().reasonMissing())
                .isEqualTo("patient global missing at follow-up");
    }

    @Test
    void missingPhysicianGlobalMakesTheScoreMissing() {
        TotalImprovementScore tis = TisRule.ADULT.score(
                coreSet(".", "5", "120", "1", "300", "1"), coreSet("1", "0", "150", "1", "300", "1"));
        assertThat(tis.score().reasonMissing())
                .isEqualTo("no total improvement score: physician global missing at baseline");
        assertThat(tis.isAtLeast(TisCategory.MINIMAL).isKnown()).isFalse();
        assertThat(tis.lowerBound()).isEqualByComparingTo("30");
    }

    @Test
    void aPlanMayRequireAllSixMeasures() {
        TisRule strict = new TisRule(CoreSetScales.STANDARD, TisThresholds.ADULT, TisRule.ALL_REQUIRED);
        assertThat(strict.score(coreSet("6", "5", "120", "1", ".", "1"), coreSet("1", "5", "124", "1", ".", "1"))
                        .score()
                        .reasonMissing())
                .isEqualTo("no total improvement score: no muscle enzyme at baseline");
    }

    @Test
    void theEnzymeChosenAtBaselineIsNeverSwapped() {
        CoreSetMeasures before =
                coreSet("5", "5", "120", "1", "1000", "2").with(MuscleEnzyme.ALDOLASE, EnzymeLevel.of("8", "7.6"));
        CoreSetMeasures after =
                coreSet("5", "5", "120", "1", ".", "2").with(MuscleEnzyme.ALDOLASE, EnzymeLevel.of("2", "7.6"));
        TisComponent enzyme = TisRule.ADULT.score(before, after).component(CoreSetMeasure.MUSCLE_ENZYME);
        assertThat(enzyme.enzyme()).isEqualTo(MuscleEnzyme.CREATINE_KINASE);
        assertThat(enzyme.percent().reasonMissing()).isEqualTo("CK missing at follow-up");
        assertThat(enzyme.points()).isEqualByComparingTo("0");
    }

    @Test
    void foldAndFractionDisagreeOnTheMostAbnormalEnzyme() {
        CoreSetMeasures baseline = CoreSetMeasures.NONE
                .with(MuscleEnzyme.CREATINE_KINASE, EnzymeLevel.of("1200", "200"))
                .with(MuscleEnzyme.ASPARTATE_AMINOTRANSFERASE, EnzymeLevel.of("80", "40"));
        CoreSetScales fraction = new CoreSetScales(
                AnalogueScale.CENTIMETRES,
                MuscleTesting.BILATERAL_150,
                CoreSetScales.DEFAULT_ENZYME_MULTIPLES,
                MostAbnormal.FRACTION_OF_RANGE);
        assertThat(EnzymeChoice.at(baseline, CoreSetScales.STANDARD)
                        .orElseThrow()
                        .enzyme())
                .isEqualTo(MuscleEnzyme.CREATINE_KINASE);
        assertThat(EnzymeChoice.at(baseline, fraction).orElseThrow().enzyme())
                .isEqualTo(MuscleEnzyme.ASPARTATE_AMINOTRANSFERASE);
    }

    @Test
    void equallyAbnormalEnzymesAreSettledByTheirOrder() {
        CoreSetMeasures baseline = CoreSetMeasures.NONE
                .with(MuscleEnzyme.ALANINE_AMINOTRANSFERASE, EnzymeLevel.of("80", "40"))
                .with(MuscleEnzyme.LACTATE_DEHYDROGENASE, EnzymeLevel.of("500", "250"));
        EnzymeChoice choice = EnzymeChoice.at(baseline, CoreSetScales.STANDARD).orElseThrow();
        assertThat(choice.enzyme()).isEqualTo(MuscleEnzyme.LACTATE_DEHYDROGENASE);
        assertThat(choice.tied()).isTrue();
    }

    @Test
    void theMultipleOfTheEnzymeMatters() {
        CoreSetMeasures before = CoreSets.bounded("5", "5", "130", "1", "2")
                .with(MuscleEnzyme.LACTATE_DEHYDROGENASE, EnzymeLevel.of("600", "250"));
        CoreSetMeasures after = before.with(MuscleEnzyme.LACTATE_DEHYDROGENASE, EnzymeLevel.of("450", "250"));
        TisRule four = TisRule.ADULT.with(new CoreSetScales(
                AnalogueScale.CENTIMETRES,
                MuscleTesting.BILATERAL_150,
                CoreSetScales.multiples(15, 6, 4, 3, 3),
                MostAbnormal.FOLD_OF_LIMIT));
        assertThat(four.score(before, after).score().orElseThrow()).isEqualByComparingTo("2.5");
    }

    @Test
    void aChangeOfLaboratoryIsNotAChangeOfThePatient() {
        CoreSetMeasures before = coreSet("5", "5", "130", "1", "1000", "2");
        CoreSetMeasures after = before.with(MuscleEnzyme.CREATINE_KINASE, EnzymeLevel.of("15", "3"));
        TotalImprovementScore tis = TisRule.ADULT.score(before, after);
        assertThat(tis.component(CoreSetMeasure.MUSCLE_ENZYME).percent().orElseThrow())
                .isEqualTo(ExactRatio.ZERO);
        assertThat(tis.flags()).contains(Flag.LIMIT_OF_NORMAL_CHANGED);
    }

    @Test
    void fullStrengthAtBaselineCapsTheScoreAt67Point5() {
        CoreSetMeasures strong = coreSet("9", "9", "150", "2", "3000", "9");
        assertThat(TisRule.ADULT.score(strong, strong).attainable()).isEqualByComparingTo("67.5");
        CoreSetMeasures strongAndAble = coreSet("9", "9", "150", "0", "3000", "9");
        TotalImprovementScore capped = TisRule.ADULT.score(strongAndAble, strongAndAble);
        assertThat(capped.attainable()).isEqualByComparingTo("57.5");
        assertThat(capped.flags()).containsExactly(Flag.MAJOR_NOT_ATTAINABLE);
    }

    @Test
    void refusesMillimetresOnACentimetreScale() {
        assertThatThrownBy(() -> TisRule.ADULT.score(
                        coreSet("62", "5", "120", "1", "300", "1"), coreSet("1", "5", "120", "1", "300", "1")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("physician global: expected a value in 0 to 10, found 62");
    }
}
