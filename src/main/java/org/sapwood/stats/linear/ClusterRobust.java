package org.sapwood.stats.linear;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.sapwood.stats.ConfidenceLevel;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.Estimable.Reason;
import org.sapwood.stats.design.LinearFunction;
import org.sapwood.stats.design.WaldT;

/**
 * Inference on a linear model whose observations come in clusters (Liang and Zeger 1986), with the small-sample
 * adjustment of Bell and McCaffrey (2002) and Satterthwaite degrees of freedom as in Pustejovsky and Tipton (2018).
 *
 * <p>For a linear function l'β let pg = (I − H)g' Ag Xg B l, g over clusters, B = (X'X)⁻¹. Its variance is estimated by
 * Σg (pg'y)²; under equal variances this has the degrees of freedom ν = (Σ pg'pg)² / Σgh (pg'ph)².
 */
public final class ClusterRobust {

    /** The adjustment matrices Ag. */
    public enum Adjustment {
        /** Ag = I. */
        CR0,
        /** Ag = √(m/(m − 1)) I with m clusters. */
        CR1,
        /** Ag = √(m/(m − p)) I. */
        CR1P,
        /** Ag = √(m(n − 1)/((m − 1)(n − p))) I, as Stata. */
        CR1S,
        /** Ag = (I − Hgg)^(−1/2), unbiased under equal variances. */
        CR2,
        /** Ag = (I − Hgg)⁻¹, close to the jackknife. */
        CR3
    }

    private final LinearModel model;
    private final List<int[]> clusters;
    private final List<double[][]> adjusted;

    private ClusterRobust(LinearModel model, List<int[]> clusters, List<double[][]> adjusted) {
        this.model = model;
        this.clusters = clusters;
        this.adjusted = adjusted;
    }

    /**
     * Prepares the inference.
     *
     * @param model the fit
     * @param cluster an identifier per observation
     * @param adjustment the small-sample adjustment
     * @return the inference; not estimable with fewer than two clusters, nor {@code CR1P} without more clusters than
     *     coefficients
     */
    public static Estimable<ClusterRobust> of(LinearModel model, List<String> cluster, Adjustment adjustment) {
        Map<String, List<Integer>> members = new LinkedHashMap<>();
        for (int i = 0; i < cluster.size(); i++) {
            members.computeIfAbsent(cluster.get(i), c -> new ArrayList<>()).add(i);
        }
        if (members.size() < 2) {
            return Estimable.not(Reason.TOO_FEW_OBSERVATIONS, "all observations belong to one cluster");
        }
        if (adjustment == Adjustment.CR1P && members.size() <= model.rank()) {
            return Estimable.not(
                    Reason.TOO_FEW_OBSERVATIONS,
                    members.size() + " clusters are too few to correct for " + model.rank() + " coefficients");
        }
        List<int[]> clusters = members.values().stream()
                .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                .toList();
        List<double[][]> adjusted = new ArrayList<>();
        for (int[] rows : clusters) {
            adjusted.add(adjustedDesign(model, rows, clusters.size(), adjustment));
        }
        return Estimable.of(new ClusterRobust(model, clusters, adjusted));
    }

    /** Ag Xg, one array per member of the cluster. */
    private static double[][] adjustedDesign(LinearModel model, int[] rows, int m, Adjustment adjustment) {
        double[][] x = model.design().rows();
        int n = model.observations();
        int p = model.rank();
        double scalar = switch (adjustment) {
            case CR0 -> 1;
            case CR1 -> (double) m / (m - 1);
            case CR1P -> (double) m / (m - p);
            case CR1S -> (double) m * (n - 1) / ((m - 1.0) * (n - p));
            case CR2, CR3 -> 0;
        };
        double[][] a = scalar > 0
                ? diagonal(rows.length, Math.sqrt(scalar))
                : complementPower(model, rows, adjustment == Adjustment.CR2 ? -0.5 : -1);
        double[][] product = new double[rows.length][x[0].length];
        for (int i = 0; i < rows.length; i++) {
            for (int k = 0; k < rows.length; k++) {
                for (int j = 0; j < product[i].length; j++) {
                    product[i][j] += a[i][k] * x[rows[k]][j];
                }
            }
        }
        return product;
    }

    private static double[][] diagonal(int size, double value) {
        double[][] a = new double[size][size];
        for (int i = 0; i < size; i++) {
            a[i][i] = value;
        }
        return a;
    }

    /** (I − Hgg)^power, directions without variance left out. */
    private static double[][] complementPower(LinearModel model, int[] rows, double power) {
        double[][] x = model.design().rows();
        int size = rows.length;
        DMatrixRMaj complement = new DMatrixRMaj(size, size);
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                double h = bilinear(x[rows[i]], model.unscaledCovariance(), x[rows[j]]);
                complement.set(i, j, (i == j ? 1 : 0) - h);
            }
        }
        EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(size, true, true);
        if (!eigen.decompose(complement)) {
            throw new ArithmeticException("eigenvalues of a symmetric matrix of size " + size + " did not converge");
        }
        double[][] a = new double[size][size];
        for (int e = 0; e < size; e++) {
            double value = eigen.getEigenvalue(e).getReal();
            DMatrixRMaj v = eigen.getEigenVector(e);
            if (value > 1e-12 && v != null) {
                double scale = StrictMath.pow(value, power);
                for (int i = 0; i < size; i++) {
                    for (int j = 0; j < size; j++) {
                        a[i][j] += scale * v.get(i, 0) * v.get(j, 0);
                    }
                }
            }
        }
        return a;
    }

    private static double bilinear(double[] u, double[][] m, double[] v) {
        double sum = 0;
        for (int i = 0; i < u.length; i++) {
            for (int j = 0; j < v.length; j++) {
                sum += u[i] * m[i][j] * v[j];
            }
        }
        return sum;
    }

    /**
     * A linear function of the coefficients.
     *
     * @param function the function
     * @param level of the interval
     * @return the estimate with robust standard error and Satterthwaite degrees of freedom
     */
    public Estimable<WaldT> estimate(LinearFunction function, ConfidenceLevel level) {
        double[][] b = model.unscaledCovariance();
        double[] direction = new double[b.length];
        for (int i = 0; i < b.length; i++) {
            for (int j = 0; j < b.length; j++) {
                direction[i] += b[i][j] * function.coefficients()[j];
            }
        }
        double[][] x = model.design().rows();
        double[] residuals = model.residuals();
        double variance = 0;
        List<double[]> projections = new ArrayList<>();
        for (int g = 0; g < clusters.size(); g++) {
            int[] rows = clusters.get(g);
            double[][] ax = adjusted.get(g);
            double[] w = new double[rows.length];
            double score = 0;
            double[] crossed = new double[b.length];
            for (int i = 0; i < rows.length; i++) {
                for (int j = 0; j < b.length; j++) {
                    w[i] += ax[i][j] * direction[j];
                }
                score += w[i] * residuals[rows[i]];
                for (int j = 0; j < b.length; j++) {
                    crossed[j] += w[i] * x[rows[i]][j];
                }
            }
            variance += score * score;
            double[] projection = new double[residuals.length];
            for (int i = 0; i < residuals.length; i++) {
                projection[i] = -bilinear(x[i], b, crossed);
            }
            for (int i = 0; i < rows.length; i++) {
                projection[rows[i]] += w[i];
            }
            projections.add(projection);
        }
        return model.estimate(function, level).isEstimable()
                ? withDegreesOfFreedom(function, variance, projections, level)
                : model.estimate(function, level);
    }

    private Estimable<WaldT> withDegreesOfFreedom(
            LinearFunction function, double variance, List<double[]> projections, ConfidenceLevel level) {
        double trace = 0;
        double squares = 0;
        for (double[] p : projections) {
            for (double[] q : projections) {
                double product = 0;
                for (int i = 0; i < p.length; i++) {
                    product += p[i] * q[i];
                }
                squares += product * product;
                trace += p == q ? product : 0;
            }
        }
        if (!(variance > 0) || !(squares > 0)) {
            return Estimable.not(Reason.ZERO_VARIANCE, function.name() + " has no variance between clusters");
        }
        return Estimable.of(WaldT.of(
                function.name(),
                function.applyTo(model.coefficients()),
                Math.sqrt(variance),
                trace * trace / squares,
                level));
    }

    /**
     * The coefficient of one column.
     *
     * @param column its number
     * @param level of the interval
     * @return the estimate; not estimable when aliased
     */
    public Estimable<WaldT> coefficient(int column, ConfidenceLevel level) {
        return estimate(model.coefficientOf(column), level);
    }
}
