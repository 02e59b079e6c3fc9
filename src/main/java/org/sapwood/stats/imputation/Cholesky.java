package org.sapwood.stats.imputation;

import org.sapwood.stats.Estimable;
import org.sapwood.stats.Estimable.Reason;

/**
 * The factor L of a positive definite matrix LL'.
 *
 * @param lower L, zeros above the diagonal
 */
@SuppressWarnings("ArrayRecordComponent")
record Cholesky(double[][] lower) {

    /** {@return the factor, or why there is none} */
    static Estimable<Cholesky> of(double[][] matrix) {
        int n = matrix.length;
        double[][] l = new double[n][n];
        for (int j = 0; j < n; j++) {
            double d = matrix[j][j];
            for (int k = 0; k < j; k++) {
                d -= l[j][k] * l[j][k];
            }
            if (!(d > 1e-14 * matrix[j][j])) {
                return Estimable.not(Reason.NOT_POSITIVE_DEFINITE, "a covariance matrix is not positive definite");
            }
            l[j][j] = Math.sqrt(d);
            for (int i = j + 1; i < n; i++) {
                double s = matrix[i][j];
                for (int k = 0; k < j; k++) {
                    s -= l[i][k] * l[j][k];
                }
                l[i][j] = s / l[j][j];
            }
        }
        return Estimable.of(new Cholesky(l));
    }

    /** {@return L⁻¹b} */
    double[] forward(double[] b) {
        double[] x = b.clone();
        for (int i = 0; i < x.length; i++) {
            for (int k = 0; k < i; k++) {
                x[i] -= lower[i][k] * x[k];
            }
            x[i] /= lower[i][i];
        }
        return x;
    }

    /** {@return (L')⁻¹b} */
    double[] backward(double[] b) {
        double[] x = b.clone();
        for (int i = x.length - 1; i >= 0; i--) {
            for (int k = i + 1; k < x.length; k++) {
                x[i] -= lower[k][i] * x[k];
            }
            x[i] /= lower[i][i];
        }
        return x;
    }

    /** {@return (LL')⁻¹b} */
    double[] solve(double[] b) {
        return backward(forward(b));
    }

    /** {@return (LL')⁻¹} */
    double[][] inverse() {
        int n = lower.length;
        double[][] inverse = new double[n][];
        for (int j = 0; j < n; j++) {
            double[] unit = new double[n];
            unit[j] = 1;
            inverse[j] = solve(unit);
        }
        return inverse;
    }
}
