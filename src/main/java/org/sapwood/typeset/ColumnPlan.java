package org.sapwood.typeset;

import java.util.ArrayList;
import java.util.List;

/**
 * Gives columns their widths, and spreads them over several panels, each with the leading columns repeated, when they
 * are too many for the width of a page.
 */
final class ColumnPlan {
    private ColumnPlan() {}

    /**
     * What a column wants.
     *
     * @param minimum the width it cannot do without
     * @param preferred the width at which nothing in it wraps
     * @param weight its share when there is too little room
     * @param slack its share of the room left over
     * @param unit neighbouring columns of the same non-empty unit stay on one panel if they can
     */
    record Wish(double minimum, double preferred, double weight, double slack, String unit) {}

    /** A column on a panel; {@code index} counts all columns. */
    record Placed(int index, double x, double width) {
        double middle() {
            return x + width / 2;
        }

        double right() {
            return x + width;
        }
    }

    /**
     * Plans all columns.
     *
     * @param leading how many first columns every panel repeats
     * @return the panels from left to right, each with its columns
     */
    static List<List<Placed>> panels(List<Wish> wishes, int leading, double room) {
        double fixed = sum(wishes.subList(0, leading));
        List<List<Integer>> units = units(wishes, leading, room - fixed);
        List<List<Integer>> chosen = pack(units, wishes, room - fixed);
        for (double cap = 0; cap < room - fixed; cap += 5) {
            List<List<Integer>> balanced = pack(units, wishes, cap);
            if (balanced.size() <= chosen.size()) {
                chosen = balanced;
                break;
            }
        }
        List<List<Placed>> panels = new ArrayList<>();
        for (List<Integer> columns : chosen) {
            List<Integer> all = new ArrayList<>();
            for (int i = 0; i < leading; i++) {
                all.add(i);
            }
            all.addAll(columns);
            panels.add(place(all, wishes, room));
        }
        return panels;
    }

    private static double sum(List<Wish> wishes) {
        return wishes.stream().mapToDouble(Wish::minimum).sum();
    }

    private static List<List<Integer>> units(List<Wish> wishes, int leading, double room) {
        List<List<Integer>> units = new ArrayList<>();
        String last = "";
        double width = 0;
        for (int i = leading; i < wishes.size(); i++) {
            Wish wish = wishes.get(i);
            boolean joins = !wish.unit().isEmpty() && wish.unit().equals(last) && width + wish.minimum() <= room;
            if (!joins) {
                units.add(new ArrayList<>());
                width = 0;
            }
            units.get(units.size() - 1).add(i);
            width += wish.minimum();
            last = wish.unit();
        }
        return units;
    }

    /** First fit in order; an item wider than the capacity stands alone. */
    private static List<List<Integer>> pack(List<List<Integer>> units, List<Wish> wishes, double capacity) {
        List<List<Integer>> panels = new ArrayList<>();
        List<Integer> current = new ArrayList<>();
        double used = 0;
        for (List<Integer> unit : units) {
            double width =
                    unit.stream().mapToDouble(i -> wishes.get(i).minimum()).sum();
            if (!current.isEmpty() && used + width > capacity) {
                panels.add(current);
                current = new ArrayList<>();
                used = 0;
            }
            current.addAll(unit);
            used += width;
        }
        panels.add(current);
        return panels;
    }

    private static List<Placed> place(List<Integer> columns, List<Wish> wishes, double room) {
        double preferred =
                columns.stream().mapToDouble(i -> wishes.get(i).preferred()).sum();
        double slackShares =
                columns.stream().mapToDouble(i -> wishes.get(i).slack()).sum();
        double level = preferred > room ? level(columns, wishes, room) : Double.MAX_VALUE;
        double slack = preferred > room || slackShares == 0 ? 0 : (room - preferred) / slackShares;
        List<Placed> placed = new ArrayList<>();
        double x = Theme.LEFT;
        for (int i : columns) {
            double width = clamp(wishes.get(i), level) + slack * wishes.get(i).slack();
            placed.add(new Placed(i, x, width));
            x += width;
        }
        return placed;
    }

    /** The common level at which the columns, each between its minimum and its preference, fill the room. */
    private static double level(List<Integer> columns, List<Wish> wishes, double room) {
        double low = 0;
        double high = room * 100;
        for (int step = 0; step < 60; step++) {
            double middle = (low + high) / 2;
            double total = columns.stream()
                    .mapToDouble(i -> clamp(wishes.get(i), middle))
                    .sum();
            if (total > room) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return low;
    }

    private static double clamp(Wish wish, double level) {
        return Math.max(wish.minimum(), Math.min(wish.preferred(), wish.weight() * level));
    }
}
