package org.sapwood.stats.design;

import java.util.List;

/** The quadratic form (Lβ)'(LVL')⁻¹(Lβ) on which joint Wald tests rest. */
public final class WaldQuadraticForm {
    private final double value;
    private final int rank;

    private WaldQuadraticForm(double value, int rank) {
        this.value = value;
        this.rank = rank;
    }

    /**
     * Computes the form; rows that depend on the others add nothing.
     *
     * @param functions the rows of L
     * @param beta the coefficients
     * @param covariance V
     * @return the form and its rank
     */
    public static WaldQuadraticForm of(List<LinearFunction> functions, double[] beta, double[][] covariance) {
        int q = functions.size();
        double[][] m = new double[q][q];
        double[] d = new double[q];
        for (int i = 0; i < q; i++) {
            d[i] = functions.get(i).applyTo(beta);
            for (int j = 0; j <= i; j++) {
                m[i][j] = functions.get(i).covariance(functions.get(j), covariance);
            }
        }
        // Cholesky in the order of the rows; a row without variance of its own is a combination of earlier ones
        double[][] c = new double[q][q];
        double sum = 0;
        int rank = 0;
        double[] w = new double[q];
        for (int i = 0; i < q; i++) {
            double own = m[i][i];
            double rest = d[i];
            for (int j = 0; j < i; j++) {
                if (c[j][j] == 0) {
                    continue;
                }
                double s = m[i][j];
                for (int k = 0; k < j; k++) {
                    s -= c[i][k] * c[j][k];
                }
                c[i][j] = s / c[j][j];
                own -= c[i][j] * c[i][j];
                rest -= c[i][j] * w[j];
            }
            if (own > 1e-12 * m[i][i]) {
                c[i][i] = Math.sqrt(own);
                w[i] = rest / c[i][i];
                sum += w[i] * w[i];
                rank++;
            }
        }
        return new WaldQuadraticForm(sum, rank);
    }

    /** {@return the form's value} */
    public double value() {
        return value;
    }

    /** {@return the number of independent rows} */
    public int rank() {
        return rank;
    }
}
