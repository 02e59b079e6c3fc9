package org.sapwood.result;

/** Whom a number is about: one arm, everybody, one comparison of two arms, or all arms compared at once. */
public sealed interface Group {
    /**
     * One arm.
     *
     * @param arm the arm's id in the plan
     */
    record Arm(String arm) implements Group {
        @Override
        public String toString() {
            return arm;
        }
    }

    /** Everybody. */
    record Overall() implements Group {
        @Override
        public String toString() {
            return "overall";
        }
    }

    /**
     * A comparison; differences are test minus reference, ratios test over reference.
     *
     * @param test the id of the arm of interest
     * @param reference the id of the named reference arm
     */
    record Comparison(String test, String reference) implements Group {
        @Override
        public String toString() {
            return test + "-vs-" + reference;
        }
    }

    /** All arms at once. */
    record AllArms() implements Group {
        @Override
        public String toString() {
            return "all-arms";
        }
    }
}
