package org.sapwood.stats.proportion;

/**
 * Two independent binomial observations. Differences are first minus second, ratios first over second.
 *
 * @param x1 events of the first group, 0 ≤ x1 ≤ n1
 * @param n1 size of the first group
 * @param x2 events of the second group, 0 ≤ x2 ≤ n2
 * @param n2 size of the second group
 */
public record TwoProportions(int x1, int n1, int x2, int n2) {
    public TwoProportions {
        requireCount(x1, n1, "first");
        requireCount(x2, n2, "second");
    }

    static void requireCount(int x, int n, String group) {
        if (x < 0 || n < x) {
            throw new IllegalArgumentException(
                    "expected 0 <= events <= size in the " + group + " group, found " + x + " of " + n);
        }
    }

    /** {@return the first proportion; only for a first group that is not empty} */
    public double p1() {
        return (double) x1 / n1;
    }

    /** {@return the second proportion; only for a second group that is not empty} */
    public double p2() {
        return (double) x2 / n2;
    }

    /** {@return the size of both groups together} */
    public int size() {
        return n1 + n2;
    }

    /** {@return the events of both groups together} */
    public int events() {
        return x1 + x2;
    }

    /** {@return whether one of the groups has no member} */
    public boolean hasEmptyGroup() {
        return n1 == 0 || n2 == 0;
    }

    /** {@return the same data with the groups exchanged} */
    public TwoProportions swapped() {
        return new TwoProportions(x2, n2, x1, n1);
    }

    /** {@return the same data with events and non-events exchanged} */
    public TwoProportions complement() {
        return new TwoProportions(n1 - x1, n1, n2 - x2, n2);
    }
}
