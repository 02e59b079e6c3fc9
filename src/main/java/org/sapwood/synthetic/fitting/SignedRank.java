package org.sapwood.synthetic.fitting;

import java.util.Arrays;

/**
 * The exact two-sided P-value of Wilcoxon's signed rank test: pairs without a difference are left out, equal differences
 * share their mean rank, and every assignment of signs is counted. Kept here, apart from the statistics of the house, so
 * that invented data do not rest on what is tested with them.
 */
final class SignedRank {
    private SignedRank() {}

    static double twoSided(long[] before, long[] after) {
        long[] differences = new long[before.length];
        int pairs = 0;
        for (int i = 0; i < before.length; i++) {
            if (after[i] != before[i]) {
                differences[pairs++] = after[i] - before[i];
            }
        }
        if (pairs == 0) {
            return 1;
        }
        int[] doubledRanks = new int[pairs];
        int total = 0;
        int positive = 0;
        for (int i = 0; i < pairs; i++) {
            for (int j = 0; j < pairs; j++) {
                int order = Long.compare(Math.abs(differences[j]), Math.abs(differences[i]));
                doubledRanks[i] += order < 0 ? 2 : order == 0 ? 1 : 0;
            }
            doubledRanks[i] += 1;
            total += doubledRanks[i];
            positive += differences[i] > 0 ? doubledRanks[i] : 0;
        }
        int lower = Math.min(positive, total - positive);
        double[] ways = new double[lower + 1];
        ways[0] = 1;
        for (int rank : doubledRanks) {
            for (int sum = lower; sum >= rank; sum--) {
                ways[sum] += ways[sum - rank];
            }
        }
        return Math.min(1, Arrays.stream(ways).sum() * StrictMath.pow(2, 1 - pairs));
    }
}
