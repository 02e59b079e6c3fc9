package org.sapwood.stats.multiplicity;

import java.util.Arrays;

/**
 * Procedures that need nothing but the p-values of m hypotheses. Below, {@code p(1) ≤ … ≤ p(m)} are the ordered p-values.
 *
 * <p>Source: Dmitrienko A, D'Agostino R (2013), Stat Med 32:5172–5218; Wright SP (1992), Biometrics 48:1005–1013.
 */
public enum MultipleTestingProcedure {
    /** {@code m p}: familywise error, any dependence. */
    BONFERRONI {
        @Override
        double[] adjustSorted(double[] p) {
            return Arrays.stream(p).map(x -> p.length * x).toArray();
        }
    },
    /** Running maximum of {@code (m − i + 1) p(i)}: familywise error, any dependence. */
    HOLM {
        @Override
        double[] adjustSorted(double[] p) {
            double[] adjusted = new double[p.length];
            for (int i = 0; i < p.length; i++) {
                adjusted[i] = (p.length - i) * p[i];
            }
            return runningMaximum(adjusted);
        }
    },
    /** Running minimum, from the largest down, of {@code (m − i + 1) p(i)}: familywise error when Simes' inequality holds. */
    HOCHBERG {
        @Override
        double[] adjustSorted(double[] p) {
            double[] adjusted = new double[p.length];
            for (int i = 0; i < p.length; i++) {
                adjusted[i] = (p.length - i) * p[i];
            }
            return runningMinimum(adjusted);
        }
    },
    /** The closed test of Simes tests: familywise error when Simes' inequality holds; never larger than Hochberg. */
    HOMMEL {
        @Override
        double[] adjustSorted(double[] p) {
            int m = p.length;
            double[] adjusted = p.clone();
            // For every size k, Simes' test of the worst subset of that size that contains the hypothesis.
            for (int k = m; k >= 2; k--) {
                double last = Double.POSITIVE_INFINITY;
                for (int i = 2; i <= k; i++) {
                    last = Math.min(last, k * p[m - k + i - 1] / i);
                }
                for (int i = 0; i <= m - k; i++) {
                    adjusted[i] = Math.max(adjusted[i], Math.min(k * p[i], last));
                }
                double largestSmall = Math.min(k * p[m - k], last);
                for (int i = m - k + 1; i < m; i++) {
                    adjusted[i] = Math.max(adjusted[i], largestSmall);
                }
            }
            return adjusted;
        }
    },
    /** {@code 1 − (1 − p)^m}: familywise error under independence. */
    SIDAK {
        @Override
        double[] adjustSorted(double[] p) {
            return Arrays.stream(p).map(x -> sidak(x, p.length)).toArray();
        }
    },
    /** Running maximum of {@code 1 − (1 − p(i))^(m − i + 1)}: familywise error under independence. */
    HOLM_SIDAK {
        @Override
        double[] adjustSorted(double[] p) {
            double[] adjusted = new double[p.length];
            for (int i = 0; i < p.length; i++) {
                adjusted[i] = sidak(p[i], p.length - i);
            }
            return runningMaximum(adjusted);
        }
    },
    /** Running minimum, from the largest down, of {@code m p(i) / i}: false discovery rate under independence. */
    BENJAMINI_HOCHBERG {
        @Override
        double[] adjustSorted(double[] p) {
            return discovery(p, 1);
        }
    },
    /** As Benjamini–Hochberg times {@code Σ 1/i}: false discovery rate under any dependence. */
    BENJAMINI_YEKUTIELI {
        @Override
        double[] adjustSorted(double[] p) {
            double harmonic = 0;
            for (int i = p.length; i >= 1; i--) {
                harmonic += 1.0 / i;
            }
            return discovery(p, harmonic);
        }
    };

    abstract double[] adjustSorted(double[] sorted);

    /**
     * Adjusted p-values.
     *
     * @param p in any order, each in [0, 1]
     * @return adjusted p-values in the order given, at most 1
     */
    public double[] adjust(double... p) {
        int[] order = order(p);
        double[] sorted = new double[p.length];
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = p[order[i]];
        }
        double[] adjusted = adjustSorted(sorted);
        double[] result = new double[p.length];
        for (int i = 0; i < result.length; i++) {
            result[order[i]] = Math.min(1, adjusted[i]);
        }
        return result;
    }

    /** Positions by increasing p-value, ties in the order given; also the check that they are p-values. */
    static int[] order(double... p) {
        Integer[] order = new Integer[p.length];
        for (int i = 0; i < order.length; i++) {
            if (!(p[i] >= 0 && p[i] <= 1)) {
                throw new IllegalArgumentException("expected p-values in [0, 1], found " + p[i]);
            }
            order[i] = i;
        }
        Arrays.sort(order, (a, b) -> Double.compare(p[a], p[b]));
        return Arrays.stream(order).mapToInt(Integer::intValue).toArray();
    }

    /**
     * The fixed-sequence procedure: hypotheses are tested in an order fixed beforehand, each at the full level, until one is
     * not rejected. The adjusted p-value is the largest so far along the order.
     *
     * @param p in any order, each in [0, 1]
     * @param sequence positions in {@code p}, from 0, in the order of testing; a permutation
     * @return adjusted p-values in the order of {@code p}
     */
    public static double[] fixedSequence(double[] p, int[] sequence) {
        order(p);
        boolean[] seen = new boolean[p.length];
        double[] adjusted = new double[p.length];
        double largest = 0;
        for (int position : sequence) {
            if (position < 0 || position >= p.length || seen[position]) {
                throw new IllegalArgumentException("expected a permutation of the " + p.length + " hypotheses, found "
                        + Arrays.toString(sequence));
            }
            seen[position] = true;
            largest = Math.max(largest, p[position]);
            adjusted[position] = largest;
        }
        if (sequence.length != p.length) {
            throw new IllegalArgumentException("expected " + p.length + " positions, found " + sequence.length);
        }
        return adjusted;
    }

    private static double sidak(double p, int m) {
        return -StrictMath.expm1(m * StrictMath.log1p(-p));
    }

    private static double[] discovery(double[] p, double factor) {
        double[] adjusted = new double[p.length];
        for (int i = 0; i < p.length; i++) {
            adjusted[i] = factor * p.length / (i + 1) * p[i];
        }
        return runningMinimum(adjusted);
    }

    private static double[] runningMaximum(double[] values) {
        for (int i = 1; i < values.length; i++) {
            values[i] = Math.max(values[i], values[i - 1]);
        }
        return values;
    }

    private static double[] runningMinimum(double[] values) {
        for (int i = values.length - 2; i >= 0; i--) {
            values[i] = Math.min(values[i], values[i + 1]);
        }
        return values;
    }
}
