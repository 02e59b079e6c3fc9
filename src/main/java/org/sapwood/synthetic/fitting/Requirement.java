package org.sapwood.synthetic.fitting;

/** A summary that must come out of values, which are whole steps of their instrument. */
@FunctionalInterface
public interface Requirement {

    /** {@return 0 when the values have the summary, else a positive number that grows with the distance from it} */
    double distance(long[] steps);

    /** {@return both requirements; their distances are added} */
    default Requirement and(Requirement other) {
        return steps -> distance(steps) + other.distance(steps);
    }

    /**
     * Mean and standard deviation (divisor n − 1) that round to printed digits.
     *
     * @param mean as printed, in units of the instrument
     * @param deviation as printed, in units of the instrument
     * @param step the step of the instrument
     */
    static Requirement meanAndDeviation(String mean, String deviation, double step) {
        return steps -> {
            double average = 0;
            for (long value : steps) {
                average += value * step / steps.length;
            }
            double squares = 0;
            for (long value : steps) {
                squares += (value * step - average) * (value * step - average);
            }
            return beyond(average, mean) + beyond(Math.sqrt(squares / (steps.length - 1)), deviation);
        };
    }

    /** How far a number lies outside of those that round to a printed one; numbers that nearly round otherwise count too. */
    static double beyond(double value, String printed) {
        int decimals = printed.indexOf('.') < 0 ? 0 : printed.length() - printed.indexOf('.') - 1;
        double reach = 0.49;
        for (int i = 0; i < decimals; i++) {
            reach /= 10;
        }
        return Math.max(0, Math.abs(value - Double.parseDouble(printed)) - reach);
    }

    /**
     * The two-sided P-value of Wilcoxon's signed rank test, without normal approximation, that rounds to a printed one.
     *
     * @param before the values of the same subjects before, in the same order and steps
     * @param printed the P-value as printed
     */
    static Requirement signedRank(long[] before, String printed) {
        return after -> beyond(SignedRank.twoSided(before, after), printed);
    }

    /** The same P-value below a limit. */
    static Requirement signedRankBelow(long[] before, double limit) {
        return after -> Math.max(0, SignedRank.twoSided(before, after) - 0.99 * limit);
    }
}
