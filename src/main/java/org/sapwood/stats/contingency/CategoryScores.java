package org.sapwood.stats.contingency;

/** Which numbers stand for the ordered categories of a table. */
public enum CategoryScores {
    /** Given numbers, the same in every stratum. */
    TABLE,
    /** Mid-ranks of the categories within the stratum. */
    RANK,
    /** Mid-ranks over the size n of the stratum. */
    RIDIT,
    /** Mid-ranks over n + 1 (van Elteren's weights). */
    MODIFIED_RIDIT;

    /** The scores of one margin of a stratum. */
    double[] of(int[] margin, double[] given) {
        if (this == TABLE) {
            return given;
        }
        int n = 0;
        for (int count : margin) {
            n += count;
        }
        double divisor = switch (this) {
            case RIDIT -> n;
            case MODIFIED_RIDIT -> n + 1.0;
            default -> 1;
        };
        double[] scores = new double[margin.length];
        int before = 0;
        for (int j = 0; j < margin.length; j++) {
            scores[j] = (before + (margin[j] + 1) / 2.0) / divisor;
            before += margin[j];
        }
        return scores;
    }
}
