package org.sapwood.endpoint.lupus;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.sapwood.endpoint.Derived;
import org.sapwood.endpoint.Judgement;
import org.sapwood.endpoint.LackingParts;

/**
 * BILAG-2004 grades by organ system. The letters and the numeric score are two variables: a median of 10 is numeric,
 * "one A or two B" is the letters.
 *
 * @param grades grade per system; a system that was not graded is not in the map
 */
public record Bilag(Map<OrganSystem, Grade> grades) {

    /** The organ systems of BILAG-2004. */
    public enum OrganSystem {
        CONSTITUTIONAL,
        MUCOCUTANEOUS,
        NEUROPSYCHIATRIC,
        MUSCULOSKELETAL,
        CARDIORESPIRATORY,
        GASTROINTESTINAL,
        OPHTHALMIC,
        RENAL,
        HAEMATOLOGICAL
    }

    /** Activity, A the most severe, with the numeric coding A 12, B 8, C 1, D and E 0. */
    public enum Grade {
        A(12),
        B(8),
        C(1),
        D(0),
        E(0);

        private final int points;

        Grade(int points) {
            this.points = points;
        }

        /** {@return numeric coding} */
        public int points() {
            return points;
        }

        /**
         * Whether this grade is more severe than another.
         *
         * @param other the other grade
         * @return true for A against B, and so on
         */
        public boolean isWorseThan(Grade other) {
            return compareTo(other) < 0;
        }
    }

    public Bilag {
        EnumMap<OrganSystem, Grade> ordered = new EnumMap<>(OrganSystem.class);
        ordered.putAll(grades);
        grades = Collections.unmodifiableMap(ordered);
    }

    /** {@return the sum of the numeric coding; missing when a system was not graded} */
    public Derived<BigDecimal> numeric() {
        return notGraded().isEmpty()
                ? Derived.of(BigDecimal.valueOf(
                        grades.values().stream().mapToInt(Grade::points).sum()))
                : Derived.missing(LackingParts.reason(
                        "BILAG", "BILAG systems", LackingParts.words(notGraded()), OrganSystem.values().length));
    }

    /** {@return whether there is at least one A or at least two B} */
    public Judgement hasOneAOrTwoB() {
        long a = count(Grade.A);
        long b = count(Grade.B);
        String counts = a + " A, " + b + " B";
        if (a >= 1 || b >= 2) {
            return Judgement.of(true, counts);
        }
        return notGraded().isEmpty()
                ? Judgement.of(false, counts)
                : Judgement.unknown(counts + ", not graded: " + names(notGraded()));
    }

    /**
     * The second component of the SLE responder index: no system newly A, and at most one system newly B. A system is
     * newly B when it was C, D or E before; a fall from A to B is an improvement.
     *
     * @param baseline the grades before treatment
     * @return the decision; unknown when a system lacks a grade at one of the two and the rest does not decide
     */
    public Judgement hasNotFlaredSince(Bilag baseline) {
        List<OrganSystem> newA = new ArrayList<>();
        List<OrganSystem> newB = new ArrayList<>();
        List<OrganSystem> unknown = new ArrayList<>();
        for (OrganSystem system : OrganSystem.values()) {
            Grade before = baseline.grades.get(system);
            Grade now = grades.get(system);
            if (before == null || now == null) {
                unknown.add(system);
            } else if (now.isWorseThan(before)) {
                if (now == Grade.A) {
                    newA.add(system);
                } else if (now == Grade.B) {
                    newB.add(system);
                }
            }
        }
        String facts = "new BILAG A: " + names(newA) + "; new BILAG B: " + names(newB);
        if (!newA.isEmpty() || newB.size() > 1) {
            return Judgement.of(false, facts);
        }
        return unknown.isEmpty()
                ? Judgement.of(true, facts)
                : Judgement.unknown(facts + "; not graded: " + names(unknown));
    }

    private long count(Grade grade) {
        return grades.values().stream()
                .filter(g -> Objects.requireNonNull(g) == grade)
                .count();
    }

    private List<OrganSystem> notGraded() {
        List<OrganSystem> absent = new ArrayList<>();
        for (OrganSystem system : OrganSystem.values()) {
            if (!grades.containsKey(system)) {
                absent.add(system);
            }
        }
        return absent;
    }

    private static String names(List<OrganSystem> systems) {
        return systems.isEmpty() ? "none" : String.join(", ", LackingParts.words(systems));
    }
}
