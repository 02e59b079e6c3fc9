package org.sapwood.endpoint.polymyalgia;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.sapwood.endpoint.Judgement;

/**
 * Cut points on the PMR-AS.
 *
 * @param remissionAtMost remission up to this score, inclusive
 * @param lowBelow low activity below this score
 * @param highAbove high activity above this score
 * @param flareScore a score that is a flare by itself
 * @param flareRise a rise between two visits that is a flare
 * @param flareLimit whether the two flare limits belong to the flare
 */
public record PolymyalgiaRule(
        BigDecimal remissionAtMost,
        BigDecimal lowBelow,
        BigDecimal highAbove,
        BigDecimal flareScore,
        BigDecimal flareRise,
        FlareLimit flareLimit) {

    /** Remission to 1.5 (Leeb 2007), low below 7, high above 17, flare from 9.35 or a rise of 6.6 (Binard 2008). */
    public static final PolymyalgiaRule PUBLISHED = new PolymyalgiaRule(
            new BigDecimal("1.5"),
            BigDecimal.valueOf(7),
            BigDecimal.valueOf(17),
            new BigDecimal("9.35"),
            new BigDecimal("6.6"),
            FlareLimit.INCLUSIVE);

    /** The original paper counts the limit as flare; a later table prints "above". */
    public enum FlareLimit {
        INCLUSIVE,
        EXCLUSIVE
    }

    /** Grades of activity. */
    public enum Activity {
        REMISSION,
        LOW,
        MODERATE,
        HIGH
    }

    /**
     * The grade of a score.
     *
     * @param score at least 0
     * @return its grade; 7 and 17 are moderate
     */
    public Activity activity(BigDecimal score) {
        if (score.compareTo(remissionAtMost) <= 0) {
            return Activity.REMISSION;
        }
        if (score.compareTo(lowBelow) < 0) {
            return Activity.LOW;
        }
        return score.compareTo(highAbove) > 0 ? Activity.HIGH : Activity.MODERATE;
    }

    /**
     * Whether a visit shows a flare.
     *
     * @param previous the score of the visit before, null when missing
     * @param current the score, null when missing
     * @return the decision; without a previous score only the height can decide
     */
    public Judgement flare(@Nullable BigDecimal previous, @Nullable BigDecimal current) {
        if (current == null) {
            return Judgement.unknown("no PMR-AS at the visit");
        }
        if (reaches(current, flareScore)) {
            return Judgement.of(true, "PMR-AS " + current.toPlainString() + " reaches " + flareScore.toPlainString());
        }
        if (previous == null) {
            return Judgement.unknown("no PMR-AS at the visit before");
        }
        BigDecimal rise = current.subtract(previous);
        return Judgement.of(
                reaches(rise, flareRise),
                "PMR-AS " + current.toPlainString() + ", rose by " + rise.toPlainString() + ", flare from "
                        + flareRise.toPlainString());
    }

    private boolean reaches(BigDecimal value, BigDecimal limit) {
        int order = value.compareTo(limit);
        return flareLimit == FlareLimit.INCLUSIVE ? order >= 0 : order > 0;
    }
}
