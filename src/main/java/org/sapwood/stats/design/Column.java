package org.sapwood.stats.design;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One variable of a model frame. */
public sealed interface Column {

    /** {@return the variable's name as it appears in terms and coefficient names} */
    String name();

    /** {@return the number of rows} */
    int rows();

    /**
     * Whether the value of a row is unknown.
     *
     * @param row from 0
     * @return true for NaN, or a factor value that is none of the levels
     */
    boolean isMissing(int row);

    /**
     * Some of the rows.
     *
     * @param kept row numbers, in the order wanted
     * @return a column of that many rows
     */
    Column select(int[] kept);

    /**
     * A covariate.
     *
     * @param name the variable
     * @param values NaN where missing
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Numeric(String name, double[] values) implements Column {
        @Override
        public int rows() {
            return values.length;
        }

        @Override
        public boolean isMissing(int row) {
            return Double.isNaN(values[row]);
        }

        @Override
        public Numeric select(int[] kept) {
            double[] some = new double[kept.length];
            for (int i = 0; i < kept.length; i++) {
                some[i] = values[kept[i]];
            }
            return new Numeric(name, some);
        }

        /** {@return the arithmetic mean over all rows} */
        public double mean() {
            return Arrays.stream(values).sum() / values.length;
        }
    }

    /**
     * A classification variable; the first level is the reference.
     *
     * @param name the variable
     * @param levels in order
     * @param codes index into {@code levels} per row, −1 where missing
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Factor(String name, List<String> levels, int[] codes) implements Column {
        public Factor {
            levels = List.copyOf(levels);
        }

        /**
         * A factor from its labels; a label that is no level counts as missing.
         *
         * @param name the variable
         * @param levels in order, the first is the reference
         * @param labels one per row
         * @return the factor
         */
        public static Factor of(String name, List<String> levels, List<? extends @Nullable String> labels) {
            Map<String, Integer> code = new HashMap<>();
            for (int l = 0; l < levels.size(); l++) {
                if (code.put(levels.get(l), l) != null) {
                    throw new IllegalArgumentException(
                            "factor " + name + ": level \"" + levels.get(l) + "\" is listed twice");
                }
            }
            int[] codes = new int[labels.size()];
            for (int i = 0; i < codes.length; i++) {
                codes[i] = code.getOrDefault(labels.get(i), -1);
            }
            return new Factor(name, levels, codes);
        }

        @Override
        public int rows() {
            return codes.length;
        }

        @Override
        public boolean isMissing(int row) {
            return codes[row] < 0;
        }

        @Override
        public Factor select(int[] kept) {
            int[] some = new int[kept.length];
            for (int i = 0; i < kept.length; i++) {
                some[i] = codes[kept[i]];
            }
            return new Factor(name, levels, some);
        }

        /** {@return the label of a row} */
        public String label(int row) {
            return levels.get(codes[row]);
        }

        /** {@return the number of rows at each level} */
        public int[] counts() {
            int[] counts = new int[levels.size()];
            for (int code : codes) {
                if (code >= 0) {
                    counts[code]++;
                }
            }
            return counts;
        }

        /** {@return the same factor without levels that no row has} */
        public Factor withoutUnusedLevels() {
            int[] counts = counts();
            int[] newCode = new int[counts.length];
            List<String> used = new ArrayList<>();
            for (int l = 0; l < counts.length; l++) {
                newCode[l] = used.size();
                if (counts[l] > 0) {
                    used.add(levels.get(l));
                }
            }
            int[] recoded = new int[codes.length];
            for (int i = 0; i < codes.length; i++) {
                recoded[i] = codes[i] < 0 ? -1 : newCode[codes[i]];
            }
            return new Factor(name, used, recoded);
        }
    }
}
