package org.sapwood.endpoint.myositis;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sapwood.endpoint.Derived;
import org.sapwood.endpoint.LackingParts;

/**
 * MMT-8 from its muscle grades, each 0 to 10: the neck flexors once and seven muscles on each side. Both sums come from
 * the grades, because a sum of 80 cannot be rescaled to 150. A sum with a missing grade is missing.
 *
 * @param neckFlexors grade of the neck flexors, null when not tested
 * @param right grades of the right side
 * @param left grades of the left side
 */
public record ManualMuscleTest(@Nullable Integer neckFlexors, Map<Muscle, Integer> right, Map<Muscle, Integer> left) {

    /** The paired muscles of the MMT-8. */
    public enum Muscle {
        DELTOID,
        BICEPS_BRACHII,
        WRIST_EXTENSORS,
        GLUTEUS_MAXIMUS,
        GLUTEUS_MEDIUS,
        QUADRICEPS,
        ANKLE_DORSIFLEXORS
    }

    public ManualMuscleTest {
        right = ordered(right);
        left = ordered(left);
        checkGrade("neck flexors", neckFlexors);
        right.forEach((muscle, grade) -> checkGrade(muscle + " right", grade));
        left.forEach((muscle, grade) -> checkGrade(muscle + " left", grade));
    }

    /** {@return the sum over both sides and the neck, 0 to 150} */
    public Derived<BigDecimal> bothSides() {
        List<String> missing = new ArrayList<>();
        int sum = neck(missing);
        for (Muscle muscle : Muscle.values()) {
            sum += grade(muscle, right, "right", missing) + grade(muscle, left, "left", missing);
        }
        return total(sum, missing, 1 + 2 * Muscle.values().length);
    }

    /**
     * The sum over one side and the neck: each muscle on the right, or on the left when the right was not testable.
     *
     * @return 0 to 80
     */
    public Derived<BigDecimal> oneSide() {
        List<String> missing = new ArrayList<>();
        int sum = neck(missing);
        for (Muscle muscle : Muscle.values()) {
            sum += right.containsKey(muscle)
                    ? Objects.requireNonNull(right.get(muscle))
                    : grade(muscle, left, "on either side", missing);
        }
        return total(sum, missing, 1 + Muscle.values().length);
    }

    private int neck(List<String> missing) {
        if (neckFlexors == null) {
            missing.add("neck flexors");
            return 0;
        }
        return neckFlexors;
    }

    private static int grade(Muscle muscle, Map<Muscle, Integer> side, String name, List<String> missing) {
        Integer grade = side.get(muscle);
        if (grade == null) {
            missing.add(LackingParts.words(muscle) + " " + name);
            return 0;
        }
        return grade;
    }

    private static Derived<BigDecimal> total(int sum, List<String> missing, int muscles) {
        return missing.isEmpty()
                ? Derived.of(BigDecimal.valueOf(sum))
                : Derived.missing(LackingParts.reason("MMT-8", "muscles", missing, muscles));
    }

    private static Map<Muscle, Integer> ordered(Map<Muscle, Integer> grades) {
        EnumMap<Muscle, Integer> map = new EnumMap<>(Muscle.class);
        map.putAll(grades);
        return Collections.unmodifiableMap(map);
    }

    private static void checkGrade(String muscle, @Nullable Integer grade) {
        if (grade != null && (grade < 0 || grade > 10)) {
            throw new IllegalArgumentException(muscle + ": expected a grade in 0 to 10, found " + grade);
        }
    }
}
