package org.sapwood.typeset;

import java.util.ArrayList;
import java.util.List;

/**
 * Chooses page breaks: as late as fits, but never behind a row that must keep with the next one, and if possible
 * where a group ends.
 */
final class Breaks {
    /** Share of a page that may stay empty to end at a better place. */
    private static final double SLACK = 0.22;

    private Breaks() {}

    /** What a chooser asks about rows. */
    interface Rows {
        int size();

        double height(int row);

        /** {@return the height of what is repeated above a row that starts a page} */
        double repeated(int row);

        /** {@return how bad a break before this row is: 0 good, higher worse; infinite forbidden} */
        double badness(int row);

        /** {@return whether the row is left out at the top of a page} */
        boolean vanishes(int row);
    }

    /**
     * Breaks rows into pages.
     *
     * @param room height of a page
     * @return the first row of each page, then the number of rows; an oversize row gets a page of its own
     */
    static List<Integer> choose(Rows rows, double room) {
        List<Integer> starts = new ArrayList<>();
        int start = visible(rows, 0);
        starts.add(start);
        while (true) {
            int end = fill(rows, start, room);
            int next = visible(rows, end);
            if (next >= rows.size()) {
                break;
            }
            starts.add(next);
            start = next;
        }
        starts.add(rows.size());
        return starts;
    }

    private static int visible(Rows rows, int from) {
        int row = from;
        while (row < rows.size() && rows.vanishes(row)) {
            row++;
        }
        return row;
    }

    private static int fill(Rows rows, int start, double room) {
        double used = rows.repeated(start);
        int best = -1;
        double bestCost = Double.POSITIVE_INFINITY;
        int row = start;
        while (row < rows.size()) {
            double height = rows.height(row);
            if (used + height > room && row > start) {
                // A blank row may hang over the edge: it is not printed there.
                return best > start ? best : row;
            }
            used += height;
            row++;
            if (row < rows.size()) {
                double empty = Math.max(0, (room - used) / room);
                double cost = empty > SLACK ? 100 * empty + rows.badness(row) : 10 * empty + rows.badness(row);
                if (cost <= bestCost && !Double.isInfinite(cost)) {
                    best = row;
                    bestCost = cost;
                }
            }
        }
        return rows.size();
    }
}
