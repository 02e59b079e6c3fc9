package org.sapwood.endpoint;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * HAQ disability index from its 20 items: the worst item of each of eight categories, raised to 2 where an aid, a device
 * or another person is needed, averaged over the answered categories. At least six categories must be answered.
 * Higher is worse; the wording of the questionnaire is not reproduced here.
 *
 * @param items per category the answered items, each 0 to 3; an unanswered category is absent or empty
 * @param aided categories in which an aid, a device or help was used
 */
public record HealthAssessment(Map<Category, List<Integer>> items, Set<Category> aided) {

    /** The eight categories with their numbers of items. */
    public enum Category {
        DRESSING_AND_GROOMING(2),
        ARISING(2),
        EATING(3),
        WALKING(2),
        HYGIENE(3),
        REACH(2),
        GRIP(3),
        ACTIVITIES(3);

        private final int items;

        Category(int items) {
            this.items = items;
        }

        /** {@return how many questions it has} */
        public int items() {
            return items;
        }
    }

    /** Whether aids count. */
    public enum Aids {
        /** A category of 0 or 1 with an aid counts as 2. */
        RAISE_TO_TWO,
        /** The alternative index without aids. */
        IGNORED
    }

    private static final int CATEGORIES_NEEDED = 6;

    public HealthAssessment {
        EnumMap<Category, List<Integer>> ordered = new EnumMap<>(Category.class);
        items.forEach((category, answers) -> {
            if (answers.size() > category.items()) {
                throw new IllegalArgumentException(
                        category + ": expected at most " + category.items() + " items, found " + answers.size());
            }
            for (int answer : answers) {
                if (answer < 0 || answer > 3) {
                    throw new IllegalArgumentException(category + ": expected items in 0 to 3, found " + answer);
                }
            }
            ordered.put(category, List.copyOf(answers));
        });
        items = Collections.unmodifiableMap(ordered);
        EnumSet<Category> help = EnumSet.noneOf(Category.class);
        help.addAll(aided);
        aided = Collections.unmodifiableSet(help);
    }

    /**
     * The index.
     *
     * @param aids whether aids count
     * @return 0 to 3, or how many categories were answered
     */
    public Derived<ExactRatio> disabilityIndex(Aids aids) {
        int answered = 0;
        int sum = 0;
        for (Map.Entry<Category, List<Integer>> entry : items.entrySet()) {
            if (entry.getValue().isEmpty()) {
                continue;
            }
            int worst = Collections.max(entry.getValue());
            answered++;
            sum += aids == Aids.RAISE_TO_TWO && aided.contains(entry.getKey()) ? Math.max(worst, 2) : worst;
        }
        return answered < CATEGORIES_NEEDED
                ? Derived.missing("HAQ-DI: " + answered + " of 8 categories answered, " + CATEGORIES_NEEDED + " needed")
                : Derived.of(ExactRatio.of(BigDecimal.valueOf(sum), BigDecimal.valueOf(answered)));
    }
}
