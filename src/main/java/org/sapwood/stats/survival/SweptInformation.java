package org.sapwood.stats.survival;

/**
 * The Cholesky factor of an information matrix in which a column that carries nothing beyond the earlier ones is left out:
 * its row and column of the inverse are zero.
 */
final class SweptInformation {
    /** A pivot below this share of the column's own information counts as zero. */
    private static final double TOLERANCE = 1e-10;

    private final double[][] lower;
    private final boolean[] aliased;

    SweptInformation(double[][] information) {
        int p = information.length;
        lower = new double[p][p];
        aliased = new boolean[p];
        for (int j = 0; j < p; j++) {
            double pivot = information[j][j];
            for (int k = 0; k < j; k++) {
                pivot -= lower[j][k] * lower[j][k];
            }
            if (!(pivot > TOLERANCE * information[j][j]) || !(pivot > 1e-300)) {
                aliased[j] = true;
                for (int k = 0; k < j; k++) {
                    lower[j][k] = 0;
                }
                continue;
            }
            lower[j][j] = Math.sqrt(pivot);
            for (int i = j + 1; i < p; i++) {
                double sum = information[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= lower[i][k] * lower[j][k];
                }
                lower[i][j] = sum / lower[j][j];
            }
        }
    }

    boolean isAliased(int j) {
        return aliased[j];
    }

    int rank() {
        int rank = 0;
        for (boolean none : aliased) {
            rank += none ? 0 : 1;
        }
        return rank;
    }

    /** The solution of information · x = b, zero in columns left out. */
    double[] solve(double[] b) {
        int p = b.length;
        double[] x = new double[p];
        for (int i = 0; i < p; i++) {
            if (!aliased[i]) {
                double sum = b[i];
                for (int k = 0; k < i; k++) {
                    sum -= lower[i][k] * x[k];
                }
                x[i] = sum / lower[i][i];
            }
        }
        for (int i = p - 1; i >= 0; i--) {
            if (!aliased[i]) {
                double sum = x[i];
                for (int k = i + 1; k < p; k++) {
                    sum -= lower[k][i] * x[k];
                }
                x[i] = sum / lower[i][i];
            }
        }
        return x;
    }

    /** b' information⁻¹ b over the columns kept. */
    double quadraticForm(double[] b) {
        return Math.max(0, PartialLikelihood.dot(b, solve(b)));
    }

    double[][] inverse() {
        int p = aliased.length;
        double[][] inverse = new double[p][];
        for (int j = 0; j < p; j++) {
            double[] unit = new double[p];
            unit[j] = aliased[j] ? 0 : 1;
            inverse[j] = solve(unit);
        }
        return inverse;
    }
}
