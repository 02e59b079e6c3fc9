package org.sapwood.endpoint.myositis;

import java.math.BigDecimal;

/**
 * The scores at which the grades of improvement begin, inclusive.
 *
 * @param minimal where minimal improvement begins
 * @param moderate where moderate improvement begins
 * @param major where major improvement begins
 */
public record TisThresholds(BigDecimal minimal, BigDecimal moderate, BigDecimal major) {

    /** Adult dermatomyositis and polymyositis: 20, 40, 60 (Aggarwal and others 2017). */
    public static final TisThresholds ADULT = of(20, 40, 60);

    /** Juvenile dermatomyositis: 30, 45, 70 (Rider and others 2017). */
    public static final TisThresholds JUVENILE = of(30, 45, 70);

    public TisThresholds {
        if (minimal.signum() <= 0 || minimal.compareTo(moderate) >= 0 || moderate.compareTo(major) >= 0) {
            throw new IllegalArgumentException("thresholds must ascend from above 0: found " + minimal.toPlainString()
                    + ", " + moderate.toPlainString() + ", " + major.toPlainString());
        }
    }

    private static TisThresholds of(int minimal, int moderate, int major) {
        return new TisThresholds(BigDecimal.valueOf(minimal), BigDecimal.valueOf(moderate), BigDecimal.valueOf(major));
    }

    /**
     * The grade of a score.
     *
     * @param score 0 to 100
     * @return the highest grade whose threshold it reaches
     */
    public TisCategory categoryOf(BigDecimal score) {
        if (score.compareTo(major) >= 0) {
            return TisCategory.MAJOR;
        }
        if (score.compareTo(moderate) >= 0) {
            return TisCategory.MODERATE;
        }
        return score.compareTo(minimal) >= 0 ? TisCategory.MINIMAL : TisCategory.NONE;
    }
}
