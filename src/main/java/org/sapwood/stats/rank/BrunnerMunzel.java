package org.sapwood.stats.rank;

import java.util.Arrays;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.Estimable.Reason;
import org.sapwood.stats.PValue;
import org.sapwood.stats.location.StudentT;

/**
 * The Brunner-Munzel test of {@code p = P(X < Y) + P(X = Y)/2 = 1/2}, which does not assume that the two distributions
 * have one shape. The placement of an observation is the number of observations of the other sample below it, a tie as
 * one half; {@code S²} is the variance of a sample's placements. The estimate's error is referred to t with
 * Satterthwaite's degrees of freedom.
 */
public final class BrunnerMunzel {
    /** More arrangements than this are not enumerated: 28 observations in two halves. */
    private static final long MOST_ARRANGEMENTS = 40_116_600;

    private BrunnerMunzel() {}

    /**
     * Inference on p, null value 1/2.
     *
     * @param x the first sample, no NaN
     * @param y the second sample
     * @return the inference; none when a sample has fewer than two observations or the samples do not overlap
     */
    public static Estimable<StudentT> of(double[] x, double[] y) {
        if (x.length < 2 || y.length < 2) {
            return Estimable.not(
                    x.length == 0 || y.length == 0 ? Reason.EMPTY_GROUP : Reason.TOO_FEW_OBSERVATIONS,
                    "needs two observations per group, found " + x.length + " and " + y.length);
        }
        double m = x.length;
        double n = y.length;
        Placements placements = new Placements(x, y);
        double first = placements.squares(true) / (m - 1);
        double second = placements.squares(false) / (n - 1);
        if (first == 0 && second == 0) {
            return Estimable.not(Reason.ZERO_VARIANCE, "the samples do not overlap, or are all tied");
        }
        double a = first / (m * n * n);
        double b = second / (n * m * m);
        double df = (a + b) * (a + b) / (a * a / (m - 1) + b * b / (n - 1));
        return Estimable.of(new StudentT(placements.effect(), Math.sqrt(a + b), df));
    }

    /**
     * The permutation test of Neubert and Brunner (2007): the share of all arrangements whose statistic is at least as
     * large in absolute value. An arrangement without variance counts as infinitely large.
     *
     * @param x the first sample, no NaN
     * @param y the second sample
     * @return the two-sided p-value; none when there are too many arrangements
     */
    public static Estimable<PValue> permutation(double[] x, double[] y) {
        if (x.length < 2 || y.length < 2) {
            return Estimable.not(
                    x.length == 0 || y.length == 0 ? Reason.EMPTY_GROUP : Reason.TOO_FEW_OBSERVATIONS,
                    "needs two observations per group, found " + x.length + " and " + y.length);
        }
        double arrangements = 1;
        for (int i = 1; i <= x.length; i++) {
            arrangements *= (y.length + i) / (double) i;
        }
        if (arrangements > MOST_ARRANGEMENTS + 0.5) {
            return Estimable.not(Reason.TOO_LARGE, "too many arrangements for the permutation test");
        }
        Placements placements = new Placements(x, y);
        double observed = placements.absoluteStatistic();
        Enumeration enumeration = new Enumeration(placements, observed * (1 - 1e-10));
        enumeration.walk(0, 0);
        return Estimable.of(PValue.of((double) enumeration.extreme / enumeration.all));
    }

    /** Walks over all assignments of the sorted observations to the two samples. */
    private static final class Enumeration {
        private final Placements placements;
        private final double threshold;
        private long all;
        private long extreme;

        Enumeration(Placements placements, double threshold) {
            this.placements = placements;
            this.threshold = threshold;
        }

        void walk(int position, int taken) {
            int n = placements.inFirst.length;
            if (position == n) {
                all++;
                extreme += placements.absoluteStatistic() >= threshold ? 1 : 0;
                return;
            }
            if (taken < placements.m) {
                placements.inFirst[position] = true;
                walk(position + 1, taken + 1);
            }
            if (position - taken < n - placements.m) {
                placements.inFirst[position] = false;
                walk(position + 1, taken);
            }
        }
    }

    /** The two samples as one ascending sequence, with the ends of the groups of tied values. */
    private static final class Placements {
        final int m;
        final boolean[] inFirst;
        final int[] tieEnd;
        private double firstSum;
        private double firstSquares;
        private double secondSum;
        private double secondSquares;

        Placements(double[] x, double[] y) {
            m = x.length;
            int total = x.length + y.length;
            double[] all = Arrays.copyOf(x, total);
            System.arraycopy(y, 0, all, m, y.length);
            Integer[] order = new Integer[total];
            Arrays.setAll(order, i -> i);
            Arrays.sort(order, (a, b) -> Double.compare(all[a] + 0.0, all[b] + 0.0));
            inFirst = new boolean[total];
            tieEnd = new int[total];
            for (int i = total - 1; i >= 0; i--) {
                inFirst[i] = order[i] < m;
                boolean last = i == total - 1 || all[order[i]] != all[order[i + 1]];
                tieEnd[i] = last ? i + 1 : tieEnd[i + 1];
            }
        }

        private void sum() {
            firstSum = 0;
            firstSquares = 0;
            secondSum = 0;
            secondSquares = 0;
            int firstBelow = 0;
            for (int start = 0; start < inFirst.length; ) {
                int end = tieEnd[start];
                int first = 0;
                for (int i = start; i < end; i++) {
                    first += inFirst[i] ? 1 : 0;
                }
                int second = end - start - first;
                double ofFirst = start - firstBelow + second / 2.0;
                double ofSecond = firstBelow + first / 2.0;
                firstSum += first * ofFirst;
                firstSquares += first * ofFirst * ofFirst;
                secondSum += second * ofSecond;
                secondSquares += second * ofSecond * ofSecond;
                firstBelow += first;
                start = end;
            }
        }

        /** The sum of squared deviations of a sample's placements; exact, as placements are halves. */
        double squares(boolean first) {
            sum();
            double n = inFirst.length - (double) m;
            return first ? firstSquares - firstSum * firstSum / m : secondSquares - secondSum * secondSum / n;
        }

        double effect() {
            sum();
            return secondSum / (m * (inFirst.length - (double) m));
        }

        /** |p − 1/2| over its standard error. */
        double absoluteStatistic() {
            sum();
            double n = inFirst.length - (double) m;
            double first = (firstSquares - firstSum * firstSum / m) / (m - 1.0) / (m * n * n);
            double second = (secondSquares - secondSum * secondSum / n) / (n - 1) / (n * m * m);
            double distance = Math.abs(secondSum / (m * n) - 0.5);
            double variance = first + second;
            return variance <= 1e-14 ? (distance == 0 ? 0 : Double.POSITIVE_INFINITY) : distance / Math.sqrt(variance);
        }
    }
}
