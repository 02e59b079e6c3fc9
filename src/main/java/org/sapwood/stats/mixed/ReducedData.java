package org.sapwood.stats.mixed;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The measurements sorted by subject and slot, with orthonormal design and least-squares residuals as response, grouped
 * into patterns. A slot is a planned occasion, or one of the distinct coordinates (times) found.
 */
final class ReducedData {
    private final OrthonormalDesign design;
    private final List<Pattern> patterns;
    private final int slots;
    private final int groups;
    private final int observations;
    private final int subjects;
    private final double logWeights;
    private final double[] rows;
    /** Original row of each sorted row. */
    private final int[] source;

    /**
     * @param data the measurements
     * @param slotOfRow the slot of each row
     * @param slots how many slots there are
     * @param repeats whether a subject may have several rows in one slot
     */
    ReducedData(RepeatedMeasures data, int[] slotOfRow, int slots, boolean repeats) {
        this.slots = slots;
        this.groups = data.groups().size();
        int n = data.rows();
        observations = n;
        source = sorted(data, slotOfRow);
        int width = data.columns().size();
        double[][] x = new double[width][n];
        double[] y = new double[n];
        double logs = 0;
        for (int i = 0; i < n; i++) {
            int row = source[i];
            double weight = data.weight(row);
            double root = weight == 1 ? 1 : Math.sqrt(weight);
            logs += weight == 1 ? 0 : StrictMath.log(weight);
            double[] xi = data.design(row);
            for (int j = 0; j < width; j++) {
                x[j][i] = root * xi[j];
            }
            y[i] = root * data.response(row);
        }
        logWeights = logs;
        design = new OrthonormalDesign(x, y);
        int p = design.rank();
        rows = new double[n * (p + 1)];
        double[][] q = design.q();
        double[] e = design.residual();
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < p; j++) {
                rows[i * (p + 1) + j] = q[j][i];
            }
            rows[i * (p + 1) + p] = e[i];
        }
        Map<List<Integer>, List<Integer>> found = new LinkedHashMap<>();
        int people = 0;
        for (int i = 0; i < n; ) {
            List<Integer> key = new ArrayList<>();
            int subject = data.subject(source[i]);
            int group = data.group(source[i]);
            key.add(group);
            int start = i;
            for (; i < n && data.subject(source[i]) == subject; i++) {
                int slot = slotOfRow[source[i]];
                if (!repeats && i > start && slot == key.get(key.size() - 1)) {
                    throw new IllegalArgumentException("subject " + subject + " has two rows at one occasion");
                }
                if (data.group(source[i]) != group) {
                    throw new IllegalArgumentException("subject " + subject + " lies in two covariance groups");
                }
                key.add(slot);
            }
            found.computeIfAbsent(key, k -> new ArrayList<>()).add(start);
            people++;
        }
        subjects = people;
        List<Pattern> list = new ArrayList<>(found.size());
        found.forEach((key, starts) -> {
            int[] where = new int[key.size() - 1];
            for (int a = 0; a < where.length; a++) {
                where[a] = key.get(a + 1);
            }
            list.add(new Pattern(
                    key.get(0), where, p + 1, starts.stream().mapToInt(s -> s).toArray(), rows));
        });
        patterns = list;
    }

    /** Rows in the order of the subjects' first appearance, then of slots. */
    private static int[] sorted(RepeatedMeasures data, int[] slotOfRow) {
        int n = data.rows();
        Map<Integer, Integer> first = new LinkedHashMap<>();
        long[] keys = new long[n];
        for (int i = 0; i < n; i++) {
            Integer rank = first.get(data.subject(i));
            if (rank == null) {
                rank = first.size();
                first.put(data.subject(i), rank);
            }
            keys[i] = rank;
        }
        int[] count = new int[first.size() + 1];
        for (int i = 0; i < n; i++) {
            count[(int) keys[i] + 1]++;
        }
        for (int i = 1; i < count.length; i++) {
            count[i] += count[i - 1];
        }
        int[] next = count.clone();
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            // insertion keeps a subject's few rows sorted by slot
            int at = next[(int) keys[i]]++;
            int from = count[(int) keys[i]];
            while (at > from && slotOfRow[order[at - 1]] > slotOfRow[i]) {
                order[at] = order[at - 1];
                at--;
            }
            order[at] = i;
        }
        return order;
    }

    OrthonormalDesign design() {
        return design;
    }

    List<Pattern> patterns() {
        return patterns;
    }

    int slots() {
        return slots;
    }

    int groups() {
        return groups;
    }

    int observations() {
        return observations;
    }

    int subjects() {
        return subjects;
    }

    /** {@return the sum of the logarithms of the weights} */
    double logWeights() {
        return logWeights;
    }

    /** {@return the sorted rows z = (q, e), one after the other} */
    double[] rows() {
        return rows;
    }

    /** {@return the original row of each sorted row} */
    int[] source() {
        return source;
    }

    int rank() {
        return design.rank();
    }

    /** {@return covariances of the least-squares residuals of one group, slot by slot; NaN where there is no pair} */
    double[] moments(int group) {
        double[] sums = new double[slots * slots];
        int[] counts = new int[slots * slots];
        int p = rank();
        for (Pattern pattern : patterns) {
            if (pattern.group() == group) {
                int[] s = pattern.slots();
                for (int start : pattern.starts()) {
                    for (int a = 0; a < s.length; a++) {
                        double ea = rows[(start + a) * (p + 1) + p];
                        for (int b = 0; b < s.length; b++) {
                            sums[s[a] * slots + s[b]] += ea * rows[(start + b) * (p + 1) + p];
                            counts[s[a] * slots + s[b]]++;
                        }
                    }
                }
            }
        }
        double[] out = new double[slots * slots];
        Arrays.setAll(out, i -> counts[i] == 0 ? Double.NaN : sums[i] / counts[i]);
        return out;
    }
}
