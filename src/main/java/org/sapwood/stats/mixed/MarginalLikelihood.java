package org.sapwood.stats.mixed;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Minus twice the (restricted) log likelihood of a normal model with covariance V(θ), profiled over the coefficients,
 * with exact gradient and Hessian.
 *
 * <p>Write W for V⁻¹ and a subscript k for a derivative in θ_k, A = X'WX, Φ = A⁻¹, r = y − Xβ̂. Then
 * <pre>
 * −2ℓ  = log|V| + r'Wr [+ log|A| − (n−p) … for REML] + constant
 * d_k  = tr(WV_k) + r'W_k r [+ tr(ΦA_k)],                                W_k = −WV_kW
 * d_kl = tr(WV_kl) − tr(WV_kWV_l) + r'W_kl r − 2 c_k'Φc_l
 *        [+ tr(ΦA_kl) − tr(ΦA_kΦA_l)],                                   c_k = X'W_k r
 * </pre>
 * With U the sum of residual and (for REML) leverage cross-products of a pattern, r'W_kl r + tr(ΦA_kl) is the trace of
 * W_kl U, so second derivatives need matrices of a subject's size only.
 */
final class MarginalLikelihood {
    private final ReducedData data;
    private final CovarianceFunction function;
    private final Estimation estimation;
    private final int p;
    private final int perGroup;
    private final int[] allSlots;

    MarginalLikelihood(ReducedData data, CovarianceFunction function, Estimation estimation) {
        this.data = data;
        this.function = function;
        this.estimation = estimation;
        p = data.rank();
        perGroup = function.parameters();
        allSlots = new int[data.slots()];
        for (int i = 0; i < allSlots.length; i++) {
            allSlots[i] = i;
        }
    }

    ReducedData data() {
        return data;
    }

    Estimation estimation() {
        return estimation;
    }

    CovarianceFunction function() {
        return function;
    }

    /** {@return the number of covariance parameters over all groups} */
    int parameters() {
        return perGroup * data.groups();
    }

    int parametersPerGroup() {
        return perGroup;
    }

    /** {@return the parameters of one group} */
    double[] ofGroup(double[] theta, int group) {
        return java.util.Arrays.copyOfRange(theta, group * perGroup, (group + 1) * perGroup);
    }

    double[] start() {
        double[] theta = new double[parameters()];
        for (int g = 0; g < data.groups(); g++) {
            System.arraycopy(function.start(data.moments(g), data.slots()), 0, theta, g * perGroup, perGroup);
        }
        return theta;
    }

    /**
     * The likelihood at one θ.
     *
     * @param theta the parameters
     * @param value −2ℓ with all constants
     * @param gamma generalised least-squares estimate in terms of the orthonormal design, relative to least squares
     * @param factor inverse K of the Cholesky factor of A, so that Φ = K'K
     * @param covariances per pattern
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Point(double[] theta, double value, double[] gamma, double[] factor, List<PatternCovariance> covariances) {}

    /**
     * Derivatives of −2ℓ at a point.
     *
     * @param gradient d
     * @param hessian the observed d_kl, row by row
     * @param information A_k = X'W_kX per parameter, p × p
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Slope(double[] gradient, double[] hessian, double[][] information) {}

    /** {@return the likelihood at θ, or null when V(θ) is not positive definite} */
    @Nullable
    Point at(double[] theta) {
        for (double x : theta) {
            if (!(Math.abs(x) < 1e6)) {
                return null;
            }
        }
        List<PatternCovariance> covariances = new ArrayList<>(data.patterns().size());
        CovarianceJet[] shared = new CovarianceJet[data.groups()];
        int width = p + 1;
        int q = Dense.packed(width);
        double[] total = new double[q];
        double logDeterminant = -data.logWeights();
        for (Pattern pattern : data.patterns()) {
            CovarianceJet jet;
            if (function.isShared()) {
                if (shared[pattern.group()] == null) {
                    shared[pattern.group()] = function.at(ofGroup(theta, pattern.group()), allSlots);
                }
                jet = shared[pattern.group()];
            } else {
                jet = function.at(ofGroup(theta, pattern.group()), pattern.slots());
            }
            PatternCovariance v = new PatternCovariance(jet, pattern.slots(), function.isShared());
            if (!v.isDefinite()) {
                return null;
            }
            covariances.add(v);
            logDeterminant += pattern.subjects() * v.logDeterminant();
            PackedProducts.accumulate(pattern.crossProducts(), v.inverse(), v.size(), q, total);
        }
        double[] a = new double[p * p];
        double[] b = new double[p];
        PackedProducts.unpack(total, p, a, b);
        double logA = Dense.cholesky(a, p);
        if (Double.isNaN(logA)) {
            return null;
        }
        double[] k = Dense.invertLower(a, p);
        double[] kb = Dense.multiplyVector(k, b);
        double[] gamma = new double[p];
        for (int i = 0; i < p; i++) {
            for (int j = 0; j <= i; j++) {
                gamma[j] += k[i * p + j] * kb[i];
            }
        }
        double rss = total[q - 1] - Dense.dot(kb, kb);
        int n = data.observations();
        boolean restricted = estimation == Estimation.REML;
        double value = logDeterminant
                + rss
                + (n - (restricted ? p : 0)) * StrictMath.log(2 * Math.PI)
                + (restricted ? logA + data.design().logDeterminant() : 0);
        return Double.isNaN(value) ? null : new Point(theta, value, gamma, k, covariances);
    }

    /** {@return exact first and second derivatives at a point} */
    Slope slope(Point point) {
        int total = parameters();
        int width = p + 1;
        int q = Dense.packed(width);
        double[] psi = leveragesAndResiduals(point);
        double[][] products = new double[total][q];
        double[] hessian = new double[total * total];
        double[] gradient = new double[total];
        int m = data.slots();
        double[][] shared = function.isShared() ? new double[data.groups()][m * m] : new double[0][];
        CovarianceJet[] jets = new CovarianceJet[data.groups()];
        for (int i = 0; i < point.covariances().size(); i++) {
            Pattern pattern = data.patterns().get(i);
            PatternCovariance v = point.covariances().get(i);
            double[] s = pattern.crossProducts();
            int offset = pattern.group() * perGroup;
            double[] u = PackedProducts.contract(psi, s, v.size(), q);
            double[] wuw = Dense.multiply(Dense.multiply(v.inverse(), u, v.size()), v.inverse(), v.size());
            double[] slope = new double[v.size() * v.size()];
            double[] curve = new double[v.size() * v.size()];
            for (int e = 0; e < slope.length; e++) {
                double w = pattern.subjects() * v.inverse()[e];
                slope[e] = w - wuw[e];
                curve[e] = 2 * wuw[e] - w;
            }
            firstAndCurvature(v, curve, s, q, offset, products, hessian);
            if (function.isShared()) {
                jets[pattern.group()] = v.jet();
                scatter(slope, v.slots(), shared[pattern.group()], m);
            } else {
                contractJet(v.jet(), slope, offset, gradient, hessian);
            }
        }
        for (int g = 0; g < shared.length; g++) {
            if (jets[g] != null) {
                contractJet(jets[g], shared[g], g * perGroup, gradient, hessian);
            }
        }
        double[][] information = new double[total][p * p];
        coefficientTerms(point, products, information, hessian);
        for (int k = 0; k < total; k++) {
            for (int l = 0; l < k; l++) {
                hessian[l * total + k] = hessian[k * total + l];
            }
        }
        return new Slope(gradient, hessian, information);
    }

    /** [Φ + γγ', −γ; −γ', 1] packed with off-diagonals doubled, Φ for REML only: tr(ΨZ'EZ) gives leverage plus residual. */
    private double[] leveragesAndResiduals(Point point) {
        double[] phi = estimation == Estimation.REML ? Dense.crossLower(point.factor(), p) : new double[p * p];
        return weights(phi, point.gamma());
    }

    private double[] weights(double[] phi, double[] gamma) {
        double[] psi = new double[Dense.packed(p + 1)];
        int at = 0;
        for (int r = 0; r < p; r++) {
            for (int c = 0; c <= r; c++) {
                psi[at++] = (r == c ? 1 : 2) * (phi[r * p + c] + gamma[r] * gamma[c]);
            }
        }
        for (int c = 0; c < p; c++) {
            psi[at++] = -2 * gamma[c];
        }
        psi[at] = 1;
        return psi;
    }

    /** Adds Z'W_kZ to the products and tr(V_kWV_l(2WUW − nW)) to the Hessian. */
    private void firstAndCurvature(
            PatternCovariance v, double[] curve, double[] s, int q, int offset, double[][] products, double[] hessian) {
        int size = v.size();
        int total = parameters();
        double[][] left = new double[perGroup][];
        double[][] right = new double[perGroup][size * size];
        double[][] minus = new double[perGroup][];
        for (int k = 0; k < perGroup; k++) {
            double[] vk = v.first(k);
            left[k] = Dense.multiply(vk, v.inverse(), size);
            double[] r = Dense.multiply(vk, curve, size);
            for (int a = 0; a < size; a++) {
                for (int b = 0; b < size; b++) {
                    right[k][b * size + a] = r[a * size + b];
                }
            }
            minus[k] = Dense.multiply(v.inverse(), left[k], size);
        }
        for (int k = 0; k < perGroup; k++) {
            double[] lk = left[k];
            int row = (offset + k) * total + offset;
            for (int l = 0; l <= k; l++) {
                double[] rl = right[l];
                double x = 0;
                for (int e = 0; e < lk.length; e++) {
                    x += lk[e] * rl[e];
                }
                hessian[row + l] += x;
            }
        }
        PackedProducts.addProducts(minus, size, s, q, offset, products);
    }

    private static void scatter(double[] part, int[] slots, double[] full, int m) {
        int size = slots.length;
        for (int a = 0; a < size; a++) {
            for (int b = 0; b < size; b++) {
                full[slots[a] * m + slots[b]] += part[a * size + b];
            }
        }
    }

    /** Adds tr(V_kG) to the gradient and tr(V_klG) to the Hessian. */
    private void contractJet(CovarianceJet jet, double[] g, int offset, double[] gradient, double[] hessian) {
        int total = parameters();
        double[] second = new double[g.length];
        for (int k = 0; k < perGroup; k++) {
            gradient[offset + k] += Dense.dot(jet.first()[k], g);
            for (int l = 0; l <= k; l++) {
                if (jet.second(k, l, second)) {
                    hessian[(offset + k) * total + offset + l] += Dense.dot(second, g);
                }
            }
        }
    }

    /** Fills A_k and adds −2c_k'Φc_l, and −tr(ΦA_kΦA_l) for REML. */
    private void coefficientTerms(Point point, double[][] products, double[][] information, double[] hessian) {
        int total = parameters();
        double[] k = point.factor();
        double[][] c = new double[total][];
        double[][] whitened = new double[total][];
        boolean restricted = estimation == Estimation.REML;
        for (int i = 0; i < total; i++) {
            double[] b = new double[p];
            PackedProducts.unpack(products[i], p, information[i], b);
            double[] ag = Dense.multiplyVector(information[i], point.gamma());
            for (int j = 0; j < p; j++) {
                b[j] -= ag[j];
            }
            c[i] = Dense.multiplyVector(k, b);
            if (restricted) {
                whitened[i] = PackedProducts.sandwich(k, information[i], p);
            }
        }
        for (int i = 0; i < total; i++) {
            for (int j = 0; j <= i; j++) {
                double x = -2 * Dense.dot(c[i], c[j]);
                if (restricted) {
                    x -= Dense.dot(whitened[i], whitened[j]);
                }
                hessian[i * total + j] += x;
            }
        }
    }

    /** {@return the expected Hessian of −2ℓ for REML: tr(PV_kPV_l) with P = W − WXΦX'W} */
    double[] expectedHessian(Point point, Slope slope) {
        int all = parameters();
        int q = Dense.packed(p + 1);
        double[] phi = Dense.crossLower(point.factor(), p);
        double[] psi = weights(phi, new double[p]);
        psi[q - 1] = 0;
        double[] out = new double[all * all];
        for (int i = 0; i < point.covariances().size(); i++) {
            Pattern pattern = data.patterns().get(i);
            PatternCovariance v = point.covariances().get(i);
            int offset = pattern.group() * perGroup;
            double[] leverage = PackedProducts.contract(psi, pattern.crossProducts(), v.size(), q);
            double[] wtw = Dense.multiply(Dense.multiply(v.inverse(), leverage, v.size()), v.inverse(), v.size());
            for (int e = 0; e < wtw.length; e++) {
                wtw[e] = pattern.subjects() * v.inverse()[e] - 2 * wtw[e];
            }
            for (int k = 0; k < perGroup; k++) {
                double[] left = Dense.multiply(v.first(k), v.inverse(), v.size());
                for (int l = 0; l < perGroup; l++) {
                    double[] right = Dense.multiply(v.first(l), wtw, v.size());
                    double x = 0;
                    for (int a = 0; a < v.size(); a++) {
                        for (int b = 0; b < v.size(); b++) {
                            x += left[a * v.size() + b] * right[b * v.size() + a];
                        }
                    }
                    out[(offset + k) * all + offset + l] += x;
                }
            }
        }
        for (int k = 0; k < all; k++) {
            double[] pk = PackedProducts.sandwich(point.factor(), slope.information()[k], p);
            for (int l = 0; l < all; l++) {
                out[k * all + l] += Dense.dot(pk, PackedProducts.sandwich(point.factor(), slope.information()[l], p));
            }
        }
        return out;
    }
}
