package org.sapwood.stats.mixed;

/**
 * The weighted design as QR with orthonormal columns Q, and the weighted response as residuals of ordinary least
 * squares. The likelihood does not change when X is replaced by Q and y by y − Qγ₀, but X'V⁻¹X becomes well conditioned
 * and residual sums of squares lose nothing to cancellation.
 *
 * <p>A column that is a combination of the columns to its left (up to 1e-7 of its length) is aliased and left out.
 */
final class OrthonormalDesign {
    private static final double ALIASED = 1e-7;

    private final int[] kept;
    private final int[] aliased;
    /** X_kept = Q R: upper triangular, p × p. */
    private final double[] r;
    /** For each aliased column its coordinates in Q. */
    private final double[][] aliasedCoordinates;
    /** Columns of Q. */
    private final double[][] q;

    private final double[] residual;
    private final double[] leastSquares;

    OrthonormalDesign(double[][] columns, double[] response) {
        int n = response.length;
        int all = columns.length;
        double[][] basis = new double[all][];
        double[][] coordinates = new double[all][];
        int[] keep = new int[all];
        int[] drop = new int[all];
        double[][] dropped = new double[all][];
        int p = 0;
        int d = 0;
        for (int j = 0; j < all; j++) {
            double[] x = columns[j];
            double length = Math.sqrt(Dense.dot(x, x));
            double[] c = new double[all];
            project(x, basis, p, c);
            project(x, basis, p, c);
            double rest = Math.sqrt(Dense.dot(x, x));
            if (p < n && rest > ALIASED * length && rest > 0) {
                for (int i = 0; i < n; i++) {
                    x[i] /= rest;
                }
                c[p] = rest;
                basis[p] = x;
                coordinates[p] = c;
                keep[p++] = j;
            } else {
                dropped[d] = c;
                drop[d++] = j;
            }
        }
        kept = java.util.Arrays.copyOf(keep, p);
        aliased = java.util.Arrays.copyOf(drop, d);
        aliasedCoordinates = java.util.Arrays.copyOf(dropped, d);
        q = java.util.Arrays.copyOf(basis, p);
        r = new double[p * p];
        for (int j = 0; j < p; j++) {
            for (int i = 0; i <= j; i++) {
                r[i * p + j] = coordinates[j][i];
            }
        }
        double[] gamma = new double[p];
        residual = response.clone();
        project(residual, q, p, gamma);
        project(residual, q, p, gamma);
        leastSquares = gamma;
    }

    /** Removes from x its projections on the first p basis vectors and adds their sizes to c. */
    private static void project(double[] x, double[][] basis, int p, double[] c) {
        for (int k = 0; k < p; k++) {
            double[] b = basis[k];
            double s = Dense.dot(b, x);
            c[k] += s;
            for (int i = 0; i < x.length; i++) {
                x[i] -= s * b[i];
            }
        }
    }

    int rank() {
        return kept.length;
    }

    /** {@return the indices of the columns that are in the model} */
    int[] kept() {
        return kept;
    }

    /** {@return the indices of the columns left out} */
    int[] aliased() {
        return aliased;
    }

    double[][] q() {
        return q;
    }

    /** {@return y − Qγ₀} */
    double[] residual() {
        return residual;
    }

    /** {@return γ₀ = Q'y} */
    double[] leastSquares() {
        return leastSquares;
    }

    /** {@return log|X'X|, the kept columns} */
    double logDeterminant() {
        double sum = 0;
        for (int i = 0; i < rank(); i++) {
            sum += 2 * StrictMath.log(Math.abs(r[i * rank() + i]));
        }
        return sum;
    }

    /** {@return R⁻¹γ, the coefficients of the kept columns} */
    double[] coefficients(double[] gamma) {
        int p = rank();
        double[] beta = new double[p];
        for (int i = p - 1; i >= 0; i--) {
            double s = gamma[i];
            for (int j = i + 1; j < p; j++) {
                s -= r[i * p + j] * beta[j];
            }
            beta[i] = s / r[i * p + i];
        }
        return beta;
    }

    /** {@return R⁻ᵀl: the contrast in terms of γ of a contrast l of the kept coefficients} */
    double[] contrast(double[] l) {
        int p = rank();
        double[] out = new double[p];
        for (int i = 0; i < p; i++) {
            double s = l[i];
            for (int j = 0; j < i; j++) {
                s -= r[j * p + i] * out[j];
            }
            out[i] = s / r[i * p + i];
        }
        return out;
    }

    /**
     * The first aliased column that makes a contrast depend on an arbitrary choice, or −1 when the contrast is
     * estimable.
     *
     * @param full a contrast of all columns
     * @param gammaContrast the same for the kept ones, in terms of γ
     */
    int offending(double[] full, double[] gammaContrast) {
        for (int a = 0; a < aliased.length; a++) {
            double[] coordinates = java.util.Arrays.copyOf(aliasedCoordinates[a], rank());
            double implied = Dense.dot(coordinates, gammaContrast);
            double scale = Math.sqrt(Dense.dot(coordinates, coordinates) * Dense.dot(gammaContrast, gammaContrast));
            if (Math.abs(implied - full[aliased[a]]) > 1e-8 * Math.max(scale, Math.abs(full[aliased[a]]))) {
                return aliased[a];
            }
        }
        return -1;
    }
}
