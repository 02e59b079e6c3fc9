package org.sapwood.stats.mixed;

import org.jspecify.annotations.Nullable;

/**
 * Subjects of one covariance group that were measured at the same slots, reduced to sums of cross-products.
 *
 * <p>With z_ia = (x_ia, y_ia) the row of subject i at slot a, the pattern holds S_aa = Σ_i z_ia z_ia' and, for a &lt; b,
 * S_ab = Σ_i (z_ia z_ib' + z_ib z_ia'), each as a packed lower triangle. For any symmetric W, Σ_i Z_i'WZ_i is then the sum
 * of W_ab S_ab over a ≤ b. When the sums of a pattern would take more room than its rows they are formed anew at each use.
 */
final class Pattern {
    private final int group;
    private final int[] slots;
    private final int width;
    /** First rows of the subjects in {@link #rows}. */
    private final int[] starts;

    private final double[] rows;
    private double @Nullable [] kept;

    /**
     * @param group covariance group
     * @param slots where the subjects were measured, ascending
     * @param width length of z
     * @param starts index of the first row of each subject; its rows follow each other in the order of the slots
     * @param rows all rows z of the data, one after the other
     */
    Pattern(int group, int[] slots, int width, int[] starts, double[] rows) {
        this.group = group;
        this.slots = slots;
        this.width = width;
        this.starts = starts;
        this.rows = rows;
        int s = slots.length;
        if (starts.length * 2.0 >= s || starts.length * s * width >= Dense.packed(s) * Dense.packed(width)) {
            kept = sum();
        }
    }

    int group() {
        return group;
    }

    int[] slots() {
        return slots;
    }

    int subjects() {
        return starts.length;
    }

    /** {@return first rows of the subjects} */
    int[] starts() {
        return starts;
    }

    /** {@return S_ab for a ≤ b in the order (0,0), (1,0), (1,1), (2,0) …, one after the other} */
    double[] crossProducts() {
        return kept != null ? kept : sum();
    }

    private double[] sum() {
        int s = slots.length;
        int q = Dense.packed(width);
        double[] out = new double[Dense.packed(s) * q];
        for (int start : starts) {
            int at = 0;
            for (int a = 0; a < s; a++) {
                int za = (start + a) * width;
                for (int b = 0; b < a; b++) {
                    int zb = (start + b) * width;
                    for (int r = 0; r < width; r++) {
                        double ar = rows[za + r];
                        double br = rows[zb + r];
                        for (int c = 0; c <= r; c++) {
                            out[at + c] += ar * rows[zb + c] + br * rows[za + c];
                        }
                        at += r + 1;
                    }
                }
                for (int r = 0; r < width; r++) {
                    double ar = rows[za + r];
                    for (int c = 0; c <= r; c++) {
                        out[at + c] += ar * rows[za + c];
                    }
                    at += r + 1;
                }
            }
        }
        return out;
    }
}
