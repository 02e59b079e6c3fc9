package org.sapwood.endpoint.polymyalgia;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sapwood.endpoint.Derived;

/**
 * PMR-AS of Leeb and Bird 2004: CRP in mg/dL + patient's pain (0 to 10) + physician's global (0 to 10) + 0.1 &times;
 * morning stiffness in minutes + elevation of the upper limbs (0 to 3, 0 above the shoulder girdle, 3 none). Only the
 * stiffness is weighted; registry texts that multiply all five variables by 0.1 are wrong.
 *
 * @param crp C-reactive protein, null when missing
 * @param crpUnit its unit: mg/L are divided by 10
 * @param pain 0 to 10, null when missing
 * @param physicianGlobal 0 to 10, null when missing
 * @param stiffnessMinutes at least 0, null when missing
 * @param upperLimbElevation 0 to 3, null when missing
 */
public record PolymyalgiaActivityScore(
        @Nullable BigDecimal crp,
        CrpUnit crpUnit,
        @Nullable BigDecimal pain,
        @Nullable BigDecimal physicianGlobal,
        @Nullable BigDecimal stiffnessMinutes,
        @Nullable Integer upperLimbElevation) {

    /** Units of C-reactive protein. */
    public enum CrpUnit {
        MILLIGRAMS_PER_DECILITRE,
        MILLIGRAMS_PER_LITRE;

        /**
         * Converts.
         *
         * @param value in this unit
         * @return mg/dL, exact
         */
        public BigDecimal toMilligramsPerDecilitre(BigDecimal value) {
            return this == MILLIGRAMS_PER_LITRE ? value.movePointLeft(1) : value;
        }
    }

    public PolymyalgiaActivityScore {
        check("CRP", crp, null);
        check("pain", pain, BigDecimal.TEN);
        check("physician global", physicianGlobal, BigDecimal.TEN);
        check("morning stiffness", stiffnessMinutes, BigDecimal.valueOf(1440));
        check(
                "elevation of upper limbs",
                upperLimbElevation == null ? null : BigDecimal.valueOf(upperLimbElevation),
                BigDecimal.valueOf(3));
    }

    /** {@return the score; missing when a part is missing} */
    public Derived<BigDecimal> score() {
        List<String> missing = new ArrayList<>();
        BigDecimal sum = BigDecimal.ZERO;
        sum = sum.add(part("CRP", crp == null ? null : crpUnit.toMilligramsPerDecilitre(crp), missing));
        sum = sum.add(part("pain", pain, missing));
        sum = sum.add(part("physician global", physicianGlobal, missing));
        sum = sum.add(part(
                "morning stiffness", stiffnessMinutes == null ? null : stiffnessMinutes.movePointLeft(1), missing));
        sum = sum.add(part(
                "elevation of upper limbs",
                upperLimbElevation == null ? null : BigDecimal.valueOf(upperLimbElevation),
                missing));
        return missing.isEmpty()
                ? Derived.of(sum)
                : Derived.missing("PMR-AS parts missing: " + String.join(", ", missing));
    }

    private static BigDecimal part(String name, @Nullable BigDecimal value, List<String> missing) {
        if (value == null) {
            missing.add(name);
            return BigDecimal.ZERO;
        }
        return value;
    }

    private static void check(String name, @Nullable BigDecimal value, @Nullable BigDecimal maximum) {
        if (value != null && (value.signum() < 0 || (maximum != null && value.compareTo(maximum) > 0))) {
            throw new IllegalArgumentException(name + ": expected "
                    + (maximum == null ? "at least 0" : "0 to " + maximum.toPlainString()) + ", found "
                    + value.toPlainString());
        }
    }
}
