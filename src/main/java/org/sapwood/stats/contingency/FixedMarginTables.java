package org.sapwood.stats.contingency;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.Estimable.Reason;

/**
 * The distribution of a sum over cells among all tables with fixed margins, without listing the tables. Columns are
 * filled one after the other; all that the later columns need to know is what is left of each row (the nodes of Mehta
 * and Patel's network, JASA 1983). For every node the scores of the columns already filled are kept as a merged
 * distribution, likewise the scores of the columns to come; the tail of their sum is taken where the two meet, in the
 * middle. Rows that are exchangeable are kept sorted, which unites most nodes.
 */
final class FixedMarginTables {
    /** Steps after which the table is called too large: some ten seconds. */
    private static final long MOST_STEPS = 6_000_000_000L;
    /** Points kept in memory at once. */
    private static final long MOST_POINTS = 40_000_000L;

    /** The golden ratio times 2^64, and its inverse modulo 2^64. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private static final long GATHER = 0xF1DE83E19937733DL;

    private static final class TooLarge extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooLarge() {
            super("too many tables", null, false, false);
        }
    }

    /** Told of every way to fill a column, permutations of equal rows counted once with their number. */
    @FunctionalInterface
    private interface Fill {
        void accept(int[] left, double score, double probability);
    }

    private final CellScore score;
    private final LogFactorials logFactorials;
    private final int[] rowTotals;
    private final int[] columnTotals;
    private final int[] remaining;
    private final long base;
    private final List<Map<Long, ScoreDistribution>> futures = new ArrayList<>();
    /** What a count adds, by column, row and count. */
    private final double[][][] cellScores;

    private long steps;
    private long points;

    private FixedMarginTables(ContingencyTable table, CellScore score) {
        this.score = score;
        this.logFactorials = new LogFactorials(table.total());
        this.rowTotals = descending(table.rows(), table::rowTotal);
        this.columnTotals = largestOutside(descending(table.columns(), table::columnTotal));
        this.remaining = new int[columnTotals.length + 1];
        for (int j = columnTotals.length - 1; j >= 0; j--) {
            remaining[j] = remaining[j + 1] + columnTotals[j];
            futures.add(new HashMap<>());
        }
        this.base = rowTotals[0] + 1L;
        this.cellScores = new double[columnTotals.length][rowTotals.length][];
        for (int j = 0; j < columnTotals.length; j++) {
            for (int i = 0; i < rowTotals.length; i++) {
                cellScores[j][i] = cellScores(score, rowTotals[i], columnTotals[j]);
            }
        }
    }

    /**
     * The probabilities that the sum reaches the one and the other threshold.
     *
     * @param table without empty rows and columns
     * @param least the lower threshold
     * @param beyond the upper threshold
     */
    static Estimable<double[]> upperTails(ContingencyTable table, CellScore score, double least, double beyond) {
        ContingencyTable flat = table.rows() <= table.columns() ? table : table.transposed();
        FixedMarginTables tables = new FixedMarginTables(flat, score);
        if (flat.rows() * StrictMath.log((double) tables.base) > 43) {
            return tooLarge();
        }
        try {
            return Estimable.of(tables.tails(least, beyond));
        } catch (TooLarge e) {
            return tooLarge();
        }
    }

    private static double[] cellScores(CellScore score, int rowTotal, int columnTotal) {
        double[] scores = new double[Math.min(rowTotal, columnTotal) + 1];
        for (int x = 0; x < scores.length; x++) {
            scores[x] = score.function().of(x, rowTotal, columnTotal);
        }
        return scores;
    }

    private static Estimable<double[]> tooLarge() {
        return Estimable.not(Reason.TOO_LARGE, "too many tables with these margins for an exact test");
    }

    private double[] tails(double least, double beyond) {
        double[] tails = new double[2];
        int meeting = (columnTotals.length - 1) / 2;
        if (columnTotals.length == 1) {
            ScoreDistribution only = ScoreDistribution.point(scoreOfLast(rowTotals));
            only.addUpperTails(ScoreDistribution.point(0), least, beyond, 1, tails);
            return tails;
        }
        pasts(meeting)
                .forEach((key, past) -> fill(decode(key), meeting, (left, added, probability) -> {
                    ScoreDistribution future = future(left, meeting + 1);
                    if (!past.staysBelow(future, least - added)) {
                        count(past.size() + future.size());
                        past.addUpperTails(future, least - added, beyond - added, probability, tails);
                    }
                }));
        return tails;
    }

    /** The nodes after the given number of columns, each with the distribution of the scores so far. */
    private Map<Long, ScoreDistribution> pasts(int columns) {
        Map<Long, ScoreDistribution> nodes = new LinkedHashMap<>();
        nodes.put(encode(rowTotals), ScoreDistribution.point(0));
        for (int j = 0; j < columns; j++) {
            Map<Long, ScoreDistribution> next = new LinkedHashMap<>();
            int column = j;
            nodes.forEach((key, past) -> fill(decode(key), column, (left, added, probability) -> {
                count(past.size());
                keep(past.size());
                next.computeIfAbsent(encode(left), k -> new ScoreDistribution(4))
                        .addAll(past, added, probability);
            }));
            next.values().forEach(ScoreDistribution::finish);
            nodes = next;
        }
        return nodes;
    }

    /** The distribution of the scores of the columns from the given one on. */
    private ScoreDistribution future(int[] left, int column) {
        if (column == columnTotals.length - 1) {
            return ScoreDistribution.point(scoreOfLast(left));
        }
        Map<Long, ScoreDistribution> known = futures.get(column);
        long key = encode(left);
        ScoreDistribution found = known.get(key);
        if (found == null) {
            ScoreDistribution distribution = new ScoreDistribution(16);
            fill(decode(key), column, (next, added, probability) -> {
                ScoreDistribution later = future(next, column + 1);
                count(later.size());
                keep(later.size());
                distribution.addAll(later, added, probability);
            });
            distribution.finish();
            known.put(key, distribution);
            found = distribution;
        }
        return found;
    }

    private double scoreOfLast(int[] left) {
        double[][] scores = cellScores[columnTotals.length - 1];
        double sum = 0;
        for (int i = 0; i < left.length; i++) {
            sum += scores[i][left[i]];
        }
        return sum;
    }

    private void fill(int[] rows, int column, Fill fill) {
        double logWays = logFactorials.of(columnTotals[column])
                + logFactorials.of(remaining[column] - columnTotals[column])
                - logFactorials.of(remaining[column]);
        int[] behind = new int[rows.length + 1];
        for (int i = rows.length - 1; i >= 0; i--) {
            behind[i] = behind[i + 1] + rows[i];
        }
        new Filling(rows, behind, cellScores[column], fill).row(0, columnTotals[column], 0, logWays, 1, 0, 0);
    }

    /** One recursion over the rows of a column. */
    private final class Filling {
        private final int[] rows;
        private final int[] behind;
        private final double[][] scores;
        private final Fill fill;
        private final int[] taken;

        Filling(int[] rows, int[] behind, double[][] scores, Fill fill) {
            this.rows = rows;
            this.behind = behind;
            this.scores = scores;
            this.fill = fill;
            this.taken = new int[rows.length];
        }

        /**
         * Fills row i and those below.
         *
         * @param toPlace what the column still has to place
         * @param permutations how many permutations of equal rows this filling stands for
         * @param run how many rows directly above are equal to this one
         * @param equal how many of the last of them took the same count
         */
        void row(int i, int toPlace, double sum, double log, double permutations, int run, int equal) {
            if (i == rows.length) {
                count(rows.length);
                int[] left = new int[rows.length];
                for (int k = 0; k < left.length; k++) {
                    left[k] = rows[k] - taken[k];
                }
                fill.accept(left, sum, permutations * StrictMath.exp(log));
                return;
            }
            boolean sameAsAbove = i > 0 && sameClass(i) && rows[i] == rows[i - 1];
            int run0 = sameAsAbove ? run : 0;
            int most = Math.min(rows[i], toPlace);
            if (sameAsAbove) {
                most = Math.min(most, taken[i - 1]);
            }
            for (int x = Math.max(0, toPlace - behind[i + 1]); x <= most; x++) {
                taken[i] = x;
                int equal0 = sameAsAbove && taken[i - 1] == x ? equal : 0;
                row(
                        i + 1,
                        toPlace - x,
                        sum + scores[i][x],
                        log + logFactorials.of(rows[i]) - logFactorials.of(x) - logFactorials.of(rows[i] - x),
                        permutations * (run0 + 1) / (equal0 + 1),
                        run0 + 1,
                        equal0 + 1);
            }
        }
    }

    private boolean sameClass(int i) {
        return score.rowsAreExchangeable() || rowTotals[i] == rowTotals[i - 1];
    }

    /**
     * One number for what is left of the rows, after sorting those that are exchangeable. It is spread over all bits by an
     * odd factor, which {@link #decode} takes back: numbers that differ in few digits would share the bins of a hash map.
     */
    private long encode(int[] left) {
        int[] sorted = left.clone();
        for (int i = 1; i < sorted.length; i++) {
            int value = sorted[i];
            int j = i;
            while (j > 0 && sameClass(j) && sorted[j - 1] < value) {
                sorted[j] = sorted[j - 1];
                j--;
            }
            sorted[j] = value;
        }
        long key = 0;
        for (int value : sorted) {
            key = key * base + value;
        }
        return key * SPREAD;
    }

    private int[] decode(long key) {
        int[] left = new int[rowTotals.length];
        long rest = key * GATHER;
        for (int i = left.length - 1; i >= 0; i--) {
            left[i] = Math.toIntExact(rest % base);
            rest /= base;
        }
        return left;
    }

    private void count(int more) {
        steps += more;
        if (steps > MOST_STEPS) {
            throw new TooLarge();
        }
    }

    private void keep(int more) {
        points += more;
        if (points > MOST_POINTS) {
            throw new TooLarge();
        }
    }

    private static int[] descending(int n, IntUnaryOperator total) {
        return IntStream.range(0, n)
                .map(total)
                .boxed()
                .sorted(Comparator.reverseOrder())
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** Largest columns at both ends, where one node or one filling is left, smallest in the middle. */
    private static int[] largestOutside(int[] descending) {
        int[] order = new int[descending.length];
        int front = 0;
        int back = order.length - 1;
        for (int k = 0; k < order.length; k++) {
            if (k % 2 == 0) {
                order[back--] = descending[k];
            } else {
                order[front++] = descending[k];
            }
        }
        return order;
    }
}
