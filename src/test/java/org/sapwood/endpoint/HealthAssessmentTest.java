package org.sapwood.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sapwood.endpoint.HealthAssessment.Aids;
import org.sapwood.endpoint.HealthAssessment.Category;

class HealthAssessmentTest {

    private static Map<Category, List<Integer>> answers(int... worst) {
        Map<Category, List<Integer>> map = new EnumMap<>(Category.class);
        for (int i = 0; i < worst.length; i++) {
            map.put(Category.values()[i], List.of(0, worst[i]));
        }
        return map;
    }

    private static String index(HealthAssessment assessment, Aids aids) {
        return assessment.disabilityIndex(aids).orElseThrow().toText(4);
    }

    @Test
    void averagesTheWorstItemOfEightCategories() {
        assertThat(index(new HealthAssessment(answers(1, 2, 0, 3, 1, 1, 0, 1), Set.of()), Aids.RAISE_TO_TWO))
                .isEqualTo("1.125");
    }

    @Test
    void anAidRaisesZeroAndOneToTwoButNotThree() {
        HealthAssessment aided = new HealthAssessment(
                answers(0, 1, 2, 3, 0, 0, 0, 0),
                Set.copyOf(List.of(Category.values()).subList(0, 4)));
        assertThat(index(aided, Aids.RAISE_TO_TWO)).isEqualTo("1.125");
        assertThat(index(aided, Aids.IGNORED)).isEqualTo("0.75");
    }

    @Test
    void sixCategoriesAreEnoughAndFiveAreNot() {
        assertThat(index(new HealthAssessment(answers(1, 1, 1, 1, 1, 2), Set.of()), Aids.RAISE_TO_TWO))
                .isEqualTo("1.1667");
        assertThat(new HealthAssessment(answers(1, 1, 1, 1, 1), Set.of(Category.GRIP))
                        .disabilityIndex(Aids.RAISE_TO_TWO)
                        .reasonMissing())
                .isEqualTo("HAQ-DI: 5 of 8 categories answered, 6 needed");
    }

    @Test
    void hasTwentyItemsFromZeroToThree() {
        int items = 0;
        for (Category category : Category.values()) {
            items += category.items();
        }
        assertThat(items).isEqualTo(20);
        assertThatThrownBy(() -> new HealthAssessment(answers(4), Set.of()))
                .hasMessage("DRESSING_AND_GROOMING: expected items in 0 to 3, found 4");
        assertThatThrownBy(() -> new HealthAssessment(Map.of(Category.ARISING, List.of(1, 1, 1)), Set.of()))
                .hasMessage("ARISING: expected at most 2 items, found 3");
    }
}
