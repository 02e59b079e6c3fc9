package org.sapwood.stats.mixed;

/**
 * Empirical covariance of the coefficients, Φ(Σ_i u_iu_i')Φ with u_i = X̃_i'A_i r̃_i, where X̃_i and r̃_i are a subject's design
 * rows and residuals multiplied by V_i^(−1/2) and H_i = X̃_iΦX̃_i': A_i is I (CR0), (I − H_i)^(−1/2) (CR2) or (I − H_i)⁻¹ (CR3).
 *
 * <p>Degrees of freedom of a contrast l by Satterthwaite's method under the working covariance: (Σλ)²/Σλ² for the
 * eigenvalues λ of the matrix with entries g_i'g_j, g_i = (I − H)_i' A_iX̃_iΦl.
 *
 * <p>Source: Bell and McCaffrey (2002), Survey Methodology 28, 169–181; Pustejovsky and Tipton (2018), JBES 36.
 */
final class Sandwich {
    private final int p;
    private final double[] phi;
    private final double[] covariance;
    /** X̃_i and A_iX̃_i, row by row over all subjects. */
    private final double[] plain;

    private final double[] adjusted;
    /** First row of each subject, and the end. */
    private final int[] starts;

    private boolean saturated;

    Sandwich(MarginalLikelihood likelihood, MarginalLikelihood.Point point, CoefficientCovariance kind) {
        ReducedData data = likelihood.data();
        p = data.rank();
        phi = Dense.crossLower(point.factor(), p);
        plain = new double[data.observations() * p];
        adjusted = new double[data.observations() * p];
        starts = new int[data.subjects() + 1];
        double[] meat = new double[p * p];
        int row = 0;
        int person = 0;
        for (int g = 0; g < data.patterns().size(); g++) {
            Pattern pattern = data.patterns().get(g);
            double[] k = point.covariances().get(g).whitening();
            for (int start : pattern.starts()) {
                int s = pattern.slots().length;
                double[] x = new double[s * p];
                double[] r = new double[s];
                whiten(data.rows(), start, s, k, point.gamma(), x, r);
                double[] a = correction(x, s, kind);
                double[] ax = a.length == 0 ? x : product(a, x, s);
                double[] ar = a.length == 0 ? r : Dense.multiplyVector(a, r);
                double[] u = new double[p];
                for (int i = 0; i < s; i++) {
                    for (int j = 0; j < p; j++) {
                        u[j] += x[i * p + j] * ar[i];
                    }
                }
                for (int i = 0; i < p; i++) {
                    for (int j = 0; j < p; j++) {
                        meat[i * p + j] += u[i] * u[j];
                    }
                }
                System.arraycopy(x, 0, plain, row * p, s * p);
                System.arraycopy(ax, 0, adjusted, row * p, s * p);
                starts[person++] = row;
                row += s;
            }
        }
        starts[person] = row;
        covariance = Dense.multiply(Dense.multiply(phi, meat, p), phi, p);
    }

    /** {@return the covariance of γ} */
    double[] covariance() {
        return covariance;
    }

    /** {@return whether some subject alone determines a coefficient, so that it cannot be left out} */
    boolean isSaturated() {
        return saturated;
    }

    private void whiten(double[] rows, int start, int s, double[] k, double[] gamma, double[] x, double[] r) {
        int width = p + 1;
        for (int i = 0; i < s; i++) {
            double ri = 0;
            for (int j = 0; j <= i; j++) {
                double w = k[i * s + j];
                int at = (start + j) * width;
                for (int c = 0; c < p; c++) {
                    x[i * p + c] += w * rows[at + c];
                }
                ri += w * rows[at + p];
            }
            for (int c = 0; c < p; c++) {
                ri -= x[i * p + c] * gamma[c];
            }
            r[i] = ri;
        }
    }

    private double[] correction(double[] x, int s, CoefficientCovariance kind) {
        if (kind == CoefficientCovariance.EMPIRICAL) {
            return new double[0];
        }
        double[] complement = new double[s * s];
        for (int i = 0; i < s; i++) {
            double[] xi = java.util.Arrays.copyOfRange(x, i * p, (i + 1) * p);
            double[] px = Dense.multiplyVector(phi, xi);
            for (int j = 0; j < s; j++) {
                double h = 0;
                for (int c = 0; c < p; c++) {
                    h += x[j * p + c] * px[c];
                }
                complement[i * s + j] = (i == j ? 1 : 0) - h;
            }
        }
        SymmetricEigen eigen = SymmetricEigen.of(complement, s);
        double[] out = new double[s * s];
        for (int e = 0; e < s; e++) {
            double lambda = eigen.values()[e];
            if (lambda < 1e-10) {
                saturated |= kind == CoefficientCovariance.EMPIRICAL_JACKKNIFE;
                continue;
            }
            double f = kind == CoefficientCovariance.EMPIRICAL_JACKKNIFE ? 1 / lambda : 1 / Math.sqrt(lambda);
            double[] v = eigen.vectors()[e];
            for (int i = 0; i < s; i++) {
                for (int j = 0; j < s; j++) {
                    out[i * s + j] += f * v[i] * v[j];
                }
            }
        }
        return out;
    }

    private double[] product(double[] a, double[] x, int s) {
        double[] out = new double[s * p];
        for (int i = 0; i < s; i++) {
            for (int j = 0; j < s; j++) {
                double w = a[i * s + j];
                for (int c = 0; c < p; c++) {
                    out[i * p + c] += w * x[j * p + c];
                }
            }
        }
        return out;
    }

    /** {@return Satterthwaite degrees of freedom of a contrast of γ} */
    double degreesOfFreedom(double[] l) {
        double[] direction = Dense.multiplyVector(phi, l);
        double trace = 0;
        double squares = 0;
        double[] sum = new double[p * p];
        for (int i = 0; i + 1 < starts.length; i++) {
            double[] c = new double[p];
            double d = 0;
            for (int row = starts[i]; row < starts[i + 1]; row++) {
                double b = 0;
                for (int j = 0; j < p; j++) {
                    b += adjusted[row * p + j] * direction[j];
                }
                d += b * b;
                for (int j = 0; j < p; j++) {
                    c[j] += plain[row * p + j] * b;
                }
            }
            double own = Dense.quadratic(c, phi, c);
            trace += d - own;
            squares += d * d - 2 * d * own;
            for (int r = 0; r < p; r++) {
                for (int q = 0; q < p; q++) {
                    sum[r * p + q] += c[r] * c[q];
                }
            }
        }
        double[] product = Dense.multiply(phi, sum, p);
        for (int r = 0; r < p; r++) {
            for (int q = 0; q < p; q++) {
                squares += product[r * p + q] * product[q * p + r];
            }
        }
        return trace * trace / squares;
    }
}
