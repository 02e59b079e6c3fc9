package org.sapwood.stats.contingency;

import java.util.List;
import java.util.function.IntPredicate;
import org.sapwood.stats.PValue;

/**
 * The distribution of the first cell of one 2×2 table, or of the sum of the first cells of several, given all margins:
 * P(s) ∝ w(s) ψˢ with the odds ratio ψ. The weights are kept as logarithms, so that no tail underflows.
 */
final class NoncentralHypergeometric {
    private final int lowest;
    private final double[] logWeights;

    private NoncentralHypergeometric(int lowest, double[] logWeights) {
        this.lowest = lowest;
        this.logWeights = logWeights;
    }

    static NoncentralHypergeometric of(TwoByTwo table) {
        return of(table.row1(), table.row2(), table.column1());
    }

    /** The first cell of a table with these row totals and this first column total. */
    static NoncentralHypergeometric of(int row1, int row2, int column1) {
        int lowest = Math.max(0, column1 - row2);
        int highest = Math.min(column1, row1);
        double[] log = new double[highest - lowest + 1];
        for (int i = 1; i < log.length; i++) {
            int s = lowest + i;
            double ratio = (double) (column1 - s + 1) * (row1 - s + 1) / ((double) s * (row2 - column1 + s));
            log[i] = log[i - 1] + StrictMath.log(ratio);
        }
        return new NoncentralHypergeometric(lowest, log);
    }

    /** The sum of the first cells of independent tables with a common odds ratio. */
    static NoncentralHypergeometric ofSum(List<TwoByTwo> strata) {
        NoncentralHypergeometric sum = new NoncentralHypergeometric(0, new double[1]);
        for (TwoByTwo stratum : strata) {
            sum = sum.plus(of(stratum));
        }
        return sum;
    }

    private NoncentralHypergeometric plus(NoncentralHypergeometric other) {
        double[] log = new double[logWeights.length + other.logWeights.length - 1];
        for (int k = 0; k < log.length; k++) {
            int from = Math.max(0, k - other.logWeights.length + 1);
            int to = Math.min(k, logWeights.length - 1);
            double largest = Double.NEGATIVE_INFINITY;
            for (int i = from; i <= to; i++) {
                largest = Math.max(largest, logWeights[i] + other.logWeights[k - i]);
            }
            double scaled = 0;
            for (int i = from; i <= to; i++) {
                scaled += StrictMath.exp(logWeights[i] + other.logWeights[k - i] - largest);
            }
            log[k] = largest + StrictMath.log(scaled);
        }
        return new NoncentralHypergeometric(lowest + other.lowest, log);
    }

    int lowest() {
        return lowest;
    }

    int highest() {
        return lowest + logWeights.length - 1;
    }

    /** The logarithm of the weight of s, up to a constant. */
    double logWeight(int s) {
        return logWeights[s - lowest];
    }

    /** The same distribution counted from the other end, where the odds ratio is the inverse. */
    NoncentralHypergeometric mirrored() {
        double[] reversed = new double[logWeights.length];
        for (int i = 0; i < reversed.length; i++) {
            reversed[i] = logWeights[logWeights.length - 1 - i];
        }
        return new NoncentralHypergeometric(lowest, reversed);
    }

    /** Where a value lies in the mirrored distribution. */
    int mirror(int s) {
        return lowest + highest() - s;
    }

    /** Probabilities from the lowest to the highest value. */
    double[] probabilities(double logOddsRatio) {
        double[] p = new double[logWeights.length];
        double largest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < p.length; i++) {
            p[i] = logWeights[i] + logOddsRatio * i;
            largest = Math.max(largest, p[i]);
        }
        double sum = 0;
        for (int i = 0; i < p.length; i++) {
            p[i] = StrictMath.exp(p[i] - largest);
            sum += p[i];
        }
        for (int i = 0; i < p.length; i++) {
            p[i] /= sum;
        }
        return p;
    }

    double mean(double logOddsRatio) {
        double[] p = probabilities(logOddsRatio);
        double mean = 0;
        for (int i = 0; i < p.length; i++) {
            mean += p[i] * (lowest + i);
        }
        return mean;
    }

    /** P(S &gt; x) + share · P(S = x). */
    double upper(int x, double logOddsRatio, double share) {
        double[] p = probabilities(logOddsRatio);
        double sum = share * p[x - lowest];
        for (int i = x - lowest + 1; i < p.length; i++) {
            sum += p[i];
        }
        return sum;
    }

    /** P(S &lt; x) + share · P(S = x). */
    double lower(int x, double logOddsRatio, double share) {
        double[] p = probabilities(logOddsRatio);
        double sum = share * p[x - lowest];
        for (int i = 0; i < x - lowest; i++) {
            sum += p[i];
        }
        return sum;
    }

    /** P(S ≤ below) + P(S ≥ above). */
    double outside(int below, int above, double logOddsRatio) {
        double[] p = probabilities(logOddsRatio);
        double sum = 0;
        for (int i = 0; i < p.length; i++) {
            sum += lowest + i <= below || lowest + i >= above ? p[i] : 0;
        }
        return sum;
    }

    /** The probability, at odds ratio 1, of the values accepted by the filter; exact in the logarithm. */
    PValue probabilityOf(IntPredicate accepted) {
        double largest = Double.NEGATIVE_INFINITY;
        double largestOfAll = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < logWeights.length; i++) {
            largestOfAll = Math.max(largestOfAll, logWeights[i]);
            if (accepted.test(lowest + i)) {
                largest = Math.max(largest, logWeights[i]);
            }
        }
        double part = 0;
        double whole = 0;
        double rest = 0;
        for (int i = 0; i < logWeights.length; i++) {
            double scaled = StrictMath.exp(logWeights[i] - largestOfAll);
            whole += scaled;
            if (accepted.test(lowest + i)) {
                part += StrictMath.exp(logWeights[i] - largest);
            } else {
                rest += scaled;
            }
        }
        if (rest == 0) {
            return PValue.of(1);
        }
        return PValue.ofLog(largest + StrictMath.log(part) - largestOfAll - StrictMath.log(whole));
    }
}
