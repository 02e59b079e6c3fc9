package org.sapwood.stats.contingency;

import java.util.Arrays;

/**
 * A discrete distribution that grows by single points and is then sorted, with points that differ only by rounding
 * merged.
 */
final class ScoreDistribution {
    /** Points this close are one; far below the width of a tie, far above the rounding of a sum. */
    private static final double SAME = 1e-10;

    private double[] scores;
    private double[] weights;
    private int size;
    private double[] tails = new double[0];

    ScoreDistribution(int capacity) {
        scores = new double[capacity];
        weights = new double[capacity];
    }

    static ScoreDistribution point(double score) {
        ScoreDistribution point = new ScoreDistribution(1);
        point.add(score, 1);
        point.finish();
        return point;
    }

    void add(double score, double weight) {
        if (size == scores.length) {
            scores = Arrays.copyOf(scores, 2 * size + 4);
            weights = Arrays.copyOf(weights, 2 * size + 4);
        }
        scores[size] = score;
        weights[size++] = weight;
    }

    /** Adds another distribution, moved and scaled. */
    void addAll(ScoreDistribution other, double shift, double factor) {
        for (int i = 0; i < other.size; i++) {
            add(other.scores[i] + shift, other.weights[i] * factor);
        }
    }

    /** Sorts, merges and sums the upper tails; nothing may be added afterwards. */
    void finish() {
        sort(0, size - 1);
        int last = 0;
        for (int i = 1; i < size; i++) {
            if (scores[i] - scores[last] <= SAME * Math.max(1, Math.abs(scores[i]))) {
                weights[last] += weights[i];
            } else {
                last++;
                scores[last] = scores[i];
                weights[last] = weights[i];
            }
        }
        size = Math.min(size, last + 1);
        scores = Arrays.copyOf(scores, size);
        weights = Arrays.copyOf(weights, size);
        tails = new double[size + 1];
        for (int i = size - 1; i >= 0; i--) {
            tails[i] = tails[i + 1] + weights[i];
        }
    }

    int size() {
        return size;
    }

    /**
     * Adds factor · P(this + other ≥ least) and factor · P(this + other ≥ beyond) to the two sums; both distributions
     * must be finished and least ≤ beyond.
     */
    void addUpperTails(ScoreDistribution other, double least, double beyond, double factor, double[] sums) {
        double smallest = other.scores[0];
        double first = 0;
        double second = 0;
        int j = other.size;
        int reaching = Arrays.binarySearch(scores, least - other.scores[other.size - 1]);
        for (int i = reaching < 0 ? -reaching - 1 : reaching; i < size; i++) {
            if (scores[i] + smallest >= beyond) {
                first += tails[i] * other.tails[0];
                second += tails[i] * other.tails[0];
                break;
            }
            double needed = least - scores[i];
            while (j > 0 && other.scores[j - 1] >= needed) {
                j--;
            }
            int k = j;
            while (k < other.size && other.scores[k] < beyond - scores[i]) {
                k++;
            }
            first += weights[i] * other.tails[j];
            second += weights[i] * other.tails[k];
        }
        sums[0] += factor * first;
        sums[1] += factor * second;
    }

    /** Whether no sum can reach the threshold. */
    boolean staysBelow(ScoreDistribution other, double threshold) {
        return scores[size - 1] + other.scores[other.size - 1] < threshold;
    }

    private void sort(int from, int to) {
        int low = from;
        int high = to;
        while (high - low > 16) {
            double pivot = median(scores[low], scores[(low + high) >>> 1], scores[high]);
            int i = low;
            int j = high;
            while (i <= j) {
                while (scores[i] < pivot) {
                    i++;
                }
                while (scores[j] > pivot) {
                    j--;
                }
                if (i <= j) {
                    swap(i++, j--);
                }
            }
            if (j - low < high - i) {
                sort(low, j);
                low = i;
            } else {
                sort(i, high);
                high = j;
            }
        }
        for (int i = low + 1; i <= high; i++) {
            double score = scores[i];
            double weight = weights[i];
            int j = i - 1;
            while (j >= low && scores[j] > score) {
                scores[j + 1] = scores[j];
                weights[j + 1] = weights[j];
                j--;
            }
            scores[j + 1] = score;
            weights[j + 1] = weight;
        }
    }

    private static double median(double a, double b, double c) {
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }

    private void swap(int i, int j) {
        double score = scores[i];
        scores[i] = scores[j];
        scores[j] = score;
        double weight = weights[i];
        weights[i] = weights[j];
        weights[j] = weight;
    }
}
