package org.sapwood.endpoint.myositis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sapwood.endpoint.Judgement;
import org.sapwood.endpoint.myositis.ManualMuscleTest.Muscle;
import org.sapwood.endpoint.response.NamedRule;

class MuscleAndSkinTest {

    private static Map<Muscle, Integer> all(int grade) {
        Map<Muscle, Integer> grades = new EnumMap<>(Muscle.class);
        for (Muscle muscle : Muscle.values()) {
            grades.put(muscle, grade);
        }
        return grades;
    }

    @Test
    void fullStrengthIs150OnBothSidesAnd80OnOne() {
        ManualMuscleTest full = new ManualMuscleTest(10, all(10), all(10));
        assertThat(full.bothSides().orElseThrow()).isEqualByComparingTo("150");
        assertThat(full.oneSide().orElseThrow()).isEqualByComparingTo("80");
    }

    @Test
    void theNeckCountsOnceSoThatSidesCannotBeRescaled() {
        ManualMuscleTest weakNeck = new ManualMuscleTest(0, all(10), all(10));
        assertThat(weakNeck.bothSides().orElseThrow()).isEqualByComparingTo("140");
        assertThat(weakNeck.oneSide().orElseThrow()).isEqualByComparingTo("70");
    }

    @Test
    void theLeftMuscleReplacesAnUntestableRightOne() {
        Map<Muscle, Integer> right = all(8);
        right.remove(Muscle.DELTOID);
        ManualMuscleTest test = new ManualMuscleTest(9, right, all(5));
        assertThat(test.oneSide().orElseThrow()).isEqualByComparingTo("62");
        assertThat(test.bothSides().reasonMissing()).isEqualTo("muscles not assessed: deltoid right");
    }

    @Test
    void refusesAGradeOfEleven() {
        assertThatThrownBy(() -> new ManualMuscleTest(11, all(10), all(10)))
                .hasMessage("neck flexors: expected a grade in 0 to 10, found 11");
    }

    @ParameterizedTest
    @CsvSource({
        "cdasi-activity-4, 7, 3, true",
        "cdasi-activity-5, 7, 3, false",
        "cdasi-activity-40-percent, 10, 6, true",
        "cdasi-activity-50-percent, 10, 6, false",
        "cdasi-activity-50-percent, 10, 5, true",
        "cdasi-activity-mild, 30, 14, true",
        "cdasi-activity-mild, 30, 15, false"
    })
    void judgesSkinResponse(String id, BigDecimal before, BigDecimal after, boolean met) {
        assertThat(CdasiResponse.judge(rule(id), before, after, BigDecimal.valueOf(5))
                        .isMet()
                        .orElseThrow())
                .isEqualTo(met);
    }

    @Test
    void patientsWithoutSkinDiseaseAtBaselineCannotRespond() {
        Judgement none = CdasiResponse.judge(
                rule("cdasi-activity-4"), BigDecimal.valueOf(4), BigDecimal.ZERO, BigDecimal.valueOf(5));
        assertThat(none.isMet().reasonMissing()).isEqualTo("CDASI activity at baseline 4, at least 5 needed");
    }

    private static NamedRule rule(String id) {
        return CdasiResponse.ACTIVITY_RULES.stream()
                .filter(r -> r.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
