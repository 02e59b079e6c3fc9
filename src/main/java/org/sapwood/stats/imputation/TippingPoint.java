package org.sapwood.stats.imputation;

import org.sapwood.stats.PValue;

/**
 * The tipping-point analysis of a binary outcome by complete enumeration: of m₁ missing outcomes in the first group and m₂
 * in the second, every number of responses from 0 to m₁ and 0 to m₂ is tried. Nothing is assumed and nothing drawn.
 */
public final class TippingPoint {
    private final PValue[][] pValues;

    private TippingPoint(PValue[][] pValues) {
        this.pValues = pValues;
    }

    /** The test of the plan on the counts of two groups. */
    @FunctionalInterface
    public interface Test {
        /** {@return the p-value of x₁ responses of n₁ against x₂ of n₂} */
        PValue of(int x1, int n1, int x2, int n2);
    }

    /**
     * Tries every allocation.
     *
     * @param x1 responses observed in the first group
     * @param observed1 outcomes observed in the first group
     * @param missing1 outcomes missing in the first group
     * @param x2 responses observed in the second group
     * @param observed2 outcomes observed in the second group
     * @param missing2 outcomes missing in the second group
     * @param test the test
     * @return all (missing1 + 1)(missing2 + 1) p-values
     */
    public static TippingPoint enumerate(
            int x1, int observed1, int missing1, int x2, int observed2, int missing2, Test test) {
        if (x1 < 0 || x1 > observed1 || x2 < 0 || x2 > observed2 || missing1 < 0 || missing2 < 0) {
            throw new IllegalArgumentException("expected responses within the observed outcomes, found " + x1 + "/"
                    + observed1 + " (+" + missing1 + ") and " + x2 + "/" + observed2 + " (+" + missing2 + ")");
        }
        PValue[][] grid = new PValue[missing1 + 1][missing2 + 1];
        for (int i = 0; i <= missing1; i++) {
            for (int j = 0; j <= missing2; j++) {
                grid[i][j] = test.of(x1 + i, observed1 + missing1, x2 + j, observed2 + missing2);
            }
        }
        return new TippingPoint(grid);
    }

    /**
     * The p-value of one allocation.
     *
     * @param first missing outcomes of the first group counted as responses
     * @param second missing outcomes of the second group counted as responses
     * @return the p-value
     */
    public PValue at(int first, int second) {
        return pValues[first][second];
    }

    /** {@return missing outcomes of the first group} */
    public int missingInFirst() {
        return pValues.length - 1;
    }

    /** {@return missing outcomes of the second group} */
    public int missingInSecond() {
        return pValues[0].length - 1;
    }

    /** {@return how many allocations are significant at the level alpha} */
    public int significant(double alpha) {
        int count = 0;
        for (PValue[] row : pValues) {
            for (PValue p : row) {
                count += p.value() < alpha ? 1 : 0;
            }
        }
        return count;
    }
}
