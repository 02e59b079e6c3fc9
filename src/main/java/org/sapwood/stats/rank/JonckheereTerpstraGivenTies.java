package org.sapwood.stats.rank;

import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.numbers.combinatorics.LogBinomialCoefficient;

/**
 * The exact distribution of J given the ties. The observations are dealt to the groups value by value, from the smallest:
 * a state is how many each group has by then, and dealing a_1 … a_k of the t observations of one value adds
 * {@code Σ_{i<j} a_j (c_i + a_i / 2)} to J, c the counts before. All arrangements are equally likely, so that a dealing
 * has multivariate hypergeometric probability {@code Π C(n_i − c_i, a_i) / C(N − Σ c_i, t)}. Only sums of positive
 * numbers occur, which keeps the relative accuracy of small tails.
 */
final class JonckheereTerpstraGivenTies {
    /** More additions than this are refused; it is some seconds of work. */
    private static final double MOST_ADDITIONS = 4e9;

    private static final int MOST_STATES = 4_000_000;

    private final int[] sizes;
    private final int[] ties;

    /** Place value of each group's count in the number of a state; the last group has what remains. */
    private final int[] place;

    private final int states;

    private JonckheereTerpstraGivenTies(int[] sizes, int[] ties, int[] place, int states) {
        this.sizes = sizes;
        this.ties = ties;
        this.place = place;
        this.states = states;
    }

    /**
     * The distribution of twice J.
     *
     * @param sizes of the groups in the order of the alternative
     * @param ties how many observations share each value, values ascending
     * @return the probability of 0, 1, … 2 max J; empty when it is too much work
     */
    static Optional<double[]> distribution(int[] sizes, int[] ties) {
        int[] place = new int[sizes.length - 1];
        double states = 1;
        for (int i = 0; i < place.length; i++) {
            place[i] = (int) states;
            states *= sizes[i] + 1;
            if (states > MOST_STATES) {
                return Optional.empty();
            }
        }
        JonckheereTerpstraGivenTies network = new JonckheereTerpstraGivenTies(sizes, ties, place, (int) states);
        return network.additions() > MOST_ADDITIONS ? Optional.empty() : Optional.of(network.run());
    }

    /** An upper bound: every state of a layer, every dealing from it, the longest distribution of the layer. */
    private double additions() {
        double total = 0;
        int n = Arrays.stream(sizes).sum();
        int dealt = 0;
        for (int t : ties) {
            double dealings = 1;
            for (int i = 1; i < sizes.length; i++) {
                dealings *= (t + i) / (double) i;
            }
            double width = Math.min(states, StrictMath.pow(dealt + 1.0, sizes.length - 1.0));
            double share = dealt / (double) n;
            total += width * dealings * (1 + share * share * pairs(sizes));
            dealt += t;
        }
        return total;
    }

    private static double pairs(int[] counts) {
        double sum = 0;
        double before = 0;
        for (int count : counts) {
            sum += before * count;
            before += count;
        }
        return 2 * sum;
    }

    private double[] run() {
        double[][] layer = new double[states][];
        layer[0] = new double[] {1};
        int dealt = 0;
        int total = Arrays.stream(sizes).sum();
        for (int t : ties) {
            double[][] next = new double[states][];
            double ways = LogBinomialCoefficient.value(total - dealt, t);
            for (int s = 0; s < states; s++) {
                if (layer[s] != null) {
                    int[] before = counts(s, dealt);
                    deal(layer[s], next, before, new int[sizes.length], 0, t, 0, -ways);
                }
            }
            layer = next;
            dealt += t;
        }
        double[] end = layer[states - 1];
        return end == null ? new double[] {1} : end;
    }

    private int[] counts(int state, int dealt) {
        int[] counts = new int[sizes.length];
        int rest = dealt;
        for (int i = 0; i < place.length; i++) {
            counts[i] = state / place[i] % (sizes[i] + 1);
            rest -= counts[i];
        }
        counts[place.length] = rest;
        return counts;
    }

    /** Deals {@code left} more observations of one value to the groups from {@code group} on. */
    private void deal(
            double[] from, double[][] next, int[] before, int[] dealt, int group, int left, int gain, double log) {
        int room = sizes[group] - before[group];
        if (group == sizes.length - 1) {
            if (left <= room) {
                dealt[group] = left;
                int added = gain + gain(before, dealt, group);
                add(from, next, before, dealt, added, StrictMath.exp(log + LogBinomialCoefficient.value(room, left)));
            }
            return;
        }
        for (int a = 0; a <= Math.min(room, left); a++) {
            dealt[group] = a;
            int added = gain + gain(before, dealt, group);
            deal(from, next, before, dealt, group + 1, left - a, added, log + LogBinomialCoefficient.value(room, a));
        }
    }

    /** Twice what the observations of one group add to J against the groups before it. */
    private static int gain(int[] before, int[] dealt, int group) {
        int gain = 0;
        for (int i = 0; i < group; i++) {
            gain += dealt[group] * (2 * before[i] + dealt[i]);
        }
        return gain;
    }

    private void add(double[] from, double[][] next, int[] before, int[] dealt, int gain, double probability) {
        int state = 0;
        int[] after = new int[sizes.length];
        for (int i = 0; i < sizes.length; i++) {
            after[i] = before[i] + dealt[i];
            state += i < place.length ? after[i] * place[i] : 0;
        }
        if (next[state] == null) {
            next[state] = new double[(int) pairs(after) + 1];
        }
        double[] to = next[state];
        for (int j = 0; j < from.length; j++) {
            to[j + gain] += from[j] * probability;
        }
    }
}
