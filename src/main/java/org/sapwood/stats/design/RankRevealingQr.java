package org.sapwood.stats.design;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Householder QR decomposition X P = Q R that keeps the columns in their order and moves a column to the end only when
 * it depends linearly on the earlier ones: its remaining length is below 1e-7 of its full length (the rule of LINPACK's
 * modified {@code dqrdc2}, so that the same columns count as aliased as in R and SAS).
 */
public final class RankRevealingQr {
    private static final double TOLERANCE = 1e-7;

    private final int n;
    private final int p;
    private final int rank;
    /** Column-major: Householder vectors on and below the diagonal, R strictly above; R's diagonal stands apart. */
    private final double[][] qr;

    private final double[] diagonal;
    private final double[] scale;
    private final int[] pivot;

    private RankRevealingQr(double[][] x) {
        n = x.length;
        p = n == 0 ? 0 : x[0].length;
        qr = new double[p][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < p; j++) {
                qr[j][i] = x[i][j];
            }
        }
        pivot = IntStream.range(0, p).toArray();
        diagonal = new double[p];
        scale = new double[p];
        double[] length = new double[p];
        for (int j = 0; j < p; j++) {
            length[j] = norm(qr[j], 0);
        }
        int k = 0;
        int end = p;
        while (k < end && k < n) {
            double remaining = norm(qr[k], k);
            if (!(remaining > TOLERANCE * length[k]) || length[k] == 0) {
                rotateToEnd(k, length);
                end--;
                continue;
            }
            reflect(k, remaining);
            k++;
        }
        rank = k;
    }

    /**
     * Decomposes a matrix.
     *
     * @param x one array per row; not changed
     * @return the decomposition
     */
    public static RankRevealingQr of(double[][] x) {
        return new RankRevealingQr(x);
    }

    private static double norm(double[] column, int from) {
        double scale = 0;
        for (int i = from; i < column.length; i++) {
            scale = Math.max(scale, Math.abs(column[i]));
        }
        if (scale == 0) {
            return 0;
        }
        double sum = 0;
        for (int i = from; i < column.length; i++) {
            double v = column[i] / scale;
            sum += v * v;
        }
        return scale * Math.sqrt(sum);
    }

    private void rotateToEnd(int k, double[] length) {
        double[] column = qr[k];
        int index = pivot[k];
        double l = length[k];
        for (int j = k; j < p - 1; j++) {
            qr[j] = qr[j + 1];
            pivot[j] = pivot[j + 1];
            length[j] = length[j + 1];
        }
        qr[p - 1] = column;
        pivot[p - 1] = index;
        length[p - 1] = l;
    }

    /** Reflects a column whose remaining length is known onto its diagonal element. */
    private void reflect(int k, double remaining) {
        double[] v = qr[k];
        double alpha = v[k] > 0 ? -remaining : remaining;
        // v = x - alpha e, H = I - v v' / (-alpha v[k])
        v[k] -= alpha;
        diagonal[k] = alpha;
        scale[k] = -alpha * v[k];
        for (int j = k + 1; j < p; j++) {
            apply(k, qr[j]);
        }
    }

    private void apply(int k, double[] y) {
        double[] v = qr[k];
        int rows = n;
        double dot = 0;
        int i = k;
        // four at a time, in the order of one at a time
        for (; i + 3 < rows; i += 4) {
            dot += v[i] * y[i];
            dot += v[i + 1] * y[i + 1];
            dot += v[i + 2] * y[i + 2];
            dot += v[i + 3] * y[i + 3];
        }
        for (; i < rows; i++) {
            dot += v[i] * y[i];
        }
        double factor = dot / scale[k];
        for (int j = k; j < rows; j++) {
            y[j] -= factor * v[j];
        }
    }

    /** {@return the number of linearly independent columns} */
    public int rank() {
        return rank;
    }

    /** {@return the independent columns, ascending} */
    public int[] independent() {
        int[] columns = Arrays.copyOf(pivot, rank);
        Arrays.sort(columns);
        return columns;
    }

    /** {@return the columns that depend on earlier ones, ascending} */
    public int[] aliased() {
        int[] columns = Arrays.copyOfRange(pivot, rank, p);
        Arrays.sort(columns);
        return columns;
    }

    /**
     * The rotated response Q'y: its first {@code rank} elements are the sequential effects, the rest holds the residual
     * sum of squares.
     *
     * @param y one value per row
     * @return Q'y
     */
    public double[] effects(double[] y) {
        if (y.length != n) {
            throw new IllegalArgumentException("expected " + n + " values, found " + y.length);
        }
        double[] rotated = y.clone();
        for (int k = 0; k < rank; k++) {
            apply(k, rotated);
        }
        return rotated;
    }

    /**
     * Least-squares coefficients.
     *
     * @param y one value per row
     * @return one coefficient per column of X; zero for aliased columns
     */
    public double[] solve(double[] y) {
        double[] coefficients = new double[p];
        backSubstitute(effects(y), coefficients);
        return coefficients;
    }

    /** Solves R b = c and scatters b to the columns' own places. */
    private void backSubstitute(double[] c, double[] target) {
        double[] b = Arrays.copyOf(c, rank);
        for (int k = rank - 1; k >= 0; k--) {
            double sum = b[k];
            for (int j = k + 1; j < rank; j++) {
                sum -= qr[j][k] * b[j];
            }
            b[k] = sum / diagonal[k];
            target[pivot[k]] = b[k];
        }
    }

    /** {@return (X'X)⁻¹ over the independent columns, with rows and columns of zeros for the aliased ones} */
    public double[][] crossProductInverse() {
        double[][] inverse = new double[rank][rank];
        for (int j = 0; j < rank; j++) {
            inverse[j][j] = 1 / diagonal[j];
            for (int i = j - 1; i >= 0; i--) {
                double sum = 0;
                for (int k = i + 1; k <= j; k++) {
                    sum -= qr[k][i] * inverse[k][j];
                }
                inverse[i][j] = sum / diagonal[i];
            }
        }
        double[][] full = new double[p][p];
        for (int i = 0; i < rank; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = 0;
                for (int k = i; k < rank; k++) {
                    sum += inverse[i][k] * inverse[j][k];
                }
                full[pivot[i]][pivot[j]] = sum;
                full[pivot[j]][pivot[i]] = sum;
            }
        }
        return full;
    }

    /** {@return log |det R| over the independent columns, half of log det X'X} */
    public double logAbsoluteDeterminant() {
        double sum = 0;
        for (int k = 0; k < rank; k++) {
            sum += StrictMath.log(Math.abs(diagonal[k]));
        }
        return sum;
    }

    /** {@return the first {@code rank} columns of Q, one array per row of X} */
    public double[][] orthonormalBasis() {
        double[][] basis = new double[n][rank];
        double[] unit = new double[n];
        for (int k = 0; k < rank; k++) {
            Arrays.fill(unit, 0);
            unit[k] = 1;
            for (int j = rank - 1; j >= 0; j--) {
                apply(j, unit);
            }
            for (int i = 0; i < n; i++) {
                basis[i][k] = unit[i];
            }
        }
        return basis;
    }

    /** {@return the diagonal of the hat matrix X(X'X)⁻¹X'} */
    public double[] leverages() {
        double[] h = new double[n];
        double[][] basis = orthonormalBasis();
        for (int i = 0; i < n; i++) {
            for (double q : basis[i]) {
                h[i] += q * q;
            }
        }
        return h;
    }

    /**
     * How far a linear function of the coefficients is from the row space of X, relative to its own size. Zero (below
     * 1e-8) means that the function is estimable.
     *
     * @param l coefficients of the function
     * @return the largest |l'v| over the null directions v of X, each scaled to unit largest element
     */
    public double distanceFromRowSpace(double[] l) {
        double size = 0;
        for (double value : l) {
            size = Math.max(size, Math.abs(value));
        }
        double worst = 0;
        for (int a = rank; a < p; a++) {
            // the aliased column minus its combination of the independent ones
            double[] direction = new double[p];
            backSubstitute(qr[a], direction);
            direction[pivot[a]] = -1;
            double product = 0;
            double largest = 0;
            for (int j = 0; j < p; j++) {
                product += l[j] * direction[j];
                largest = Math.max(largest, Math.abs(direction[j]));
            }
            worst = Math.max(worst, Math.abs(product) / largest);
        }
        return size == 0 ? 0 : worst / size;
    }
}
