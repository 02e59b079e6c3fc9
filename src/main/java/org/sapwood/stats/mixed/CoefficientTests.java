package org.sapwood.stats.mixed;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sapwood.stats.ConfidenceLevel;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.Estimable.Reason;
import org.sapwood.stats.design.FTest;
import org.sapwood.stats.design.LinearFunction;
import org.sapwood.stats.design.WaldT;

/**
 * Estimates, t tests and F tests of linear functions of the coefficients of a fitted model.
 *
 * <p>Degrees of freedom of one function l'β with model variance v = l'Φl: Satterthwaite's 2v²/(g'wg) with g the gradient
 * of v in the covariance parameters and w their covariance; for a single function Kenward and Roger's are the same number.
 */
final class CoefficientTests {
    private final RepeatedMeasures measures;
    private final OrthonormalDesign design;
    private final MarginalLikelihood likelihood;
    private final MarginalLikelihood.Slope slope;
    private final DegreesOfFreedom method;
    private final int p;
    private final double[] gamma;
    private final double[] phi;
    /** Covariance of the covariance parameters. */
    private final double[] w;
    /** Covariance of γ that standard errors are taken from. */
    private final double[] covariance;

    private final @Nullable Sandwich sandwich;
    private @Nullable BetweenWithin betweenWithin;

    CoefficientTests(
            RepeatedMeasures measures,
            MarginalLikelihood likelihood,
            MarginalLikelihood.Point point,
            MarginalLikelihood.Slope slope,
            double[] parameterCovariance,
            DegreesOfFreedom method,
            CoefficientCovariance kind) {
        this.measures = measures;
        this.likelihood = likelihood;
        this.slope = slope;
        this.method = method;
        design = likelihood.data().design();
        p = design.rank();
        w = parameterCovariance;
        phi = Dense.crossLower(point.factor(), p);
        gamma = new double[p];
        for (int i = 0; i < p; i++) {
            gamma[i] = design.leastSquares()[i] + point.gamma()[i];
        }
        sandwich = kind.isEmpirical() ? new Sandwich(likelihood, point, kind) : null;
        covariance = sandwich != null
                ? sandwich.covariance()
                : kind.isKenwardRoger()
                        ? KenwardRoger.adjusted(
                                likelihood, point, slope, w, kind == CoefficientCovariance.KENWARD_ROGER_LINEAR)
                        : phi;
    }

    /** {@return the coefficients of all columns; zero where aliased} */
    double[] coefficients() {
        double[] beta = design.coefficients(gamma);
        double[] all = new double[measures.columns().size()];
        for (int k = 0; k < beta.length; k++) {
            all[design.kept()[k]] = beta[k];
        }
        return all;
    }

    /** {@return the covariance matrix of the coefficients of all columns; zero where aliased} */
    double[][] covariance() {
        int all = measures.columns().size();
        double[][] out = new double[all][all];
        double[][] rows = new double[p][];
        for (int i = 0; i < p; i++) {
            double[] unit = new double[p];
            unit[i] = 1;
            rows[i] = design.contrast(unit);
        }
        for (int i = 0; i < p; i++) {
            double[] vi = Dense.multiplyVector(covariance, rows[i]);
            for (int j = 0; j < p; j++) {
                out[design.kept()[i]][design.kept()[j]] = Dense.dot(vi, rows[j]);
            }
        }
        return out;
    }

    private double[] toGamma(double[] full) {
        if (full.length != measures.columns().size()) {
            throw new IllegalArgumentException(
                    "expected a function of " + measures.columns().size() + " coefficients, found " + full.length);
        }
        double[] kept = new double[p];
        for (int k = 0; k < p; k++) {
            kept[k] = full[design.kept()[k]];
        }
        return design.contrast(kept);
    }

    /** {@return why a function cannot be estimated, or null} */
    private @Nullable String obstacle(LinearFunction function, double[] l) {
        int column = design.offending(function.coefficients(), l);
        return column < 0
                ? null
                : function.name() + " is not estimable: column "
                        + measures.columns().get(column) + " is a combination of other columns";
    }

    Estimable<WaldT> estimate(LinearFunction function, ConfidenceLevel level) {
        double[] l = toGamma(function.coefficients());
        String obstacle = obstacle(function, l);
        return obstacle == null ? estimate(function, l, level) : Estimable.not(Reason.RANK_DEFICIENT, obstacle);
    }

    /** As {@link #estimate(LinearFunction, ConfidenceLevel)}, the coefficients of aliased columns taken as zero. */
    Estimable<WaldT> estimateWithAliasedAtZero(LinearFunction function, ConfidenceLevel level) {
        return estimate(function, toGamma(function.coefficients()), level);
    }

    private Estimable<WaldT> estimate(LinearFunction function, double[] l, ConfidenceLevel level) {
        if (sandwich != null && sandwich.isSaturated()) {
            return Estimable.not(
                    Reason.ZERO_DENOMINATOR, "a coefficient rests on a single subject, who cannot be left out");
        }
        double variance = Dense.quadratic(l, covariance, l);
        if (!(variance > 0)) {
            return Estimable.not(Reason.ZERO_VARIANCE, function.name() + " has no positive variance");
        }
        double df = degreesOfFreedom(l, involved(List.of(function)));
        if (!(df > 0)) {
            return Estimable.not(Reason.TOO_FEW_OBSERVATIONS, "no degrees of freedom are left for " + function.name());
        }
        return Estimable.of(WaldT.of(function.name(), Dense.dot(l, gamma), Math.sqrt(variance), df, level));
    }

    private boolean[] involved(List<LinearFunction> functions) {
        boolean[] involved = new boolean[measures.columns().size()];
        for (LinearFunction function : functions) {
            for (int j = 0; j < involved.length; j++) {
                involved[j] |= function.coefficients()[j] != 0;
            }
        }
        for (int column : design.aliased()) {
            involved[column] = false;
        }
        return involved;
    }

    private double degreesOfFreedom(double[] l, boolean[] involved) {
        return switch (method) {
            case SATTERTHWAITE, KENWARD_ROGER -> sandwich != null ? sandwich.degreesOfFreedom(l) : satterthwaite(l);
            case BETWEEN_WITHIN -> betweenWithin().degreesOfFreedom(involved);
            case RESIDUAL -> measures.rows() - p;
        };
    }

    private BetweenWithin betweenWithin() {
        BetweenWithin known = betweenWithin;
        if (known == null) {
            known = new BetweenWithin(measures, likelihood.data());
            betweenWithin = known;
        }
        return known;
    }

    private double satterthwaite(double[] l) {
        double[] direction = Dense.multiplyVector(phi, l);
        double v = Dense.dot(direction, l);
        double[] gradient = new double[w.length == 0 ? 0 : slope.gradient().length];
        for (int k = 0; k < gradient.length; k++) {
            gradient[k] = -Dense.quadratic(direction, slope.information()[k], direction);
        }
        return 2 * v * v / Dense.quadratic(gradient, w, gradient);
    }

    Estimable<FTest> jointTest(List<LinearFunction> functions) {
        double[][] rows = new double[functions.size()][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = toGamma(functions.get(i).coefficients());
            String obstacle = obstacle(functions.get(i), rows[i]);
            if (obstacle != null) {
                return Estimable.not(Reason.RANK_DEFICIENT, obstacle);
            }
        }
        return jointTest(rows, involved(functions));
    }

    Estimable<FTest> jointTestWithAliasedAtZero(List<LinearFunction> functions) {
        double[][] rows = new double[functions.size()][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = toGamma(functions.get(i).coefficients());
        }
        return jointTest(rows, involved(functions));
    }

    private Estimable<FTest> jointTest(double[][] rows, boolean[] involved) {
        int r = rows.length;
        if (r == 0) {
            return Estimable.not(Reason.RANK_DEFICIENT, "a joint test needs at least one function");
        }
        double[] v = new double[r * r];
        for (int i = 0; i < r; i++) {
            double[] vi = Dense.multiplyVector(covariance, rows[i]);
            for (int j = 0; j < r; j++) {
                v[i * r + j] = Dense.dot(vi, rows[j]);
            }
        }
        SymmetricEigen eigen = SymmetricEigen.of(v, r);
        List<double[]> independent = new ArrayList<>();
        double statistic = 0;
        for (int e = 0; e < r; e++) {
            if (!(eigen.values()[e] > Math.max(0, 1.5e-8 * eigen.values()[0]))) {
                continue;
            }
            double[] l = new double[p];
            for (int i = 0; i < r; i++) {
                for (int j = 0; j < p; j++) {
                    l[j] += eigen.vectors()[e][i] * rows[i][j];
                }
            }
            independent.add(l);
            double estimate = Dense.dot(l, gamma);
            statistic += estimate * estimate / eigen.values()[e];
        }
        int q = independent.size();
        if (q == 0) {
            return Estimable.not(Reason.ZERO_VARIANCE, "the functions of a joint test have no positive variance");
        }
        double f = statistic / q;
        double df;
        if (method == DegreesOfFreedom.KENWARD_ROGER && q > 1) {
            double[] dfAndScale = kenwardRoger(independent);
            df = dfAndScale[0];
            f *= dfAndScale[1];
        } else if (q == 1 || method == DegreesOfFreedom.BETWEEN_WITHIN || method == DegreesOfFreedom.RESIDUAL) {
            df = degreesOfFreedom(independent.get(0), involved);
        } else {
            df = combined(independent.stream()
                    .mapToDouble(l -> degreesOfFreedom(l, involved))
                    .toArray());
        }
        return df > 0 && f >= 0
                ? Estimable.of(FTest.of(f, q, df))
                : Estimable.not(Reason.TOO_FEW_OBSERVATIONS, "no degrees of freedom are left for the joint test");
    }

    /** Fai and Cornelius (1996): the F whose expectation is the mean of the expectations of the squared t's. */
    private static double combined(double[] df) {
        boolean equal = true;
        for (int i = 1; i < df.length; i++) {
            equal &= Math.abs(df[i] - df[i - 1]) < 1.5e-8;
        }
        if (equal) {
            return Arrays.stream(df).average().orElseThrow();
        }
        double e = 0;
        for (double nu : df) {
            if (nu <= 2) {
                return 2;
            }
            e += nu / (nu - 2);
        }
        return 2 * e / (e - df.length);
    }

    private double[] kenwardRoger(List<double[]> rows) {
        int q = rows.size();
        double[] v = new double[q * q];
        double[][] directions = new double[q][];
        for (int i = 0; i < q; i++) {
            directions[i] = Dense.multiplyVector(phi, rows.get(i));
            for (int j = 0; j < q; j++) {
                v[i * q + j] = Dense.dot(directions[i], rows.get(j));
            }
        }
        Dense.cholesky(v, q);
        double[] inverse = Dense.crossLower(Dense.invertLower(v, q), q);
        int total = slope.gradient().length;
        double[][] b = new double[total][];
        double[] trace = new double[total];
        for (int k = 0; k < total; k++) {
            double[] inner = new double[q * q];
            for (int i = 0; i < q; i++) {
                double[] pd = Dense.multiplyVector(slope.information()[k], directions[i]);
                for (int j = 0; j < q; j++) {
                    inner[i * q + j] = Dense.dot(pd, directions[j]);
                }
            }
            b[k] = Dense.multiply(inverse, inner, q);
            for (int i = 0; i < q; i++) {
                trace[k] += b[k][i * q + i];
            }
        }
        double a1 = 0;
        double a2 = 0;
        for (int k = 0; k < total; k++) {
            for (int l = 0; l < total; l++) {
                double both = 0;
                for (int i = 0; i < q; i++) {
                    for (int j = 0; j < q; j++) {
                        both += b[k][i * q + j] * b[l][j * q + i];
                    }
                }
                a1 += w[k * total + l] * trace[k] * trace[l];
                a2 += w[k * total + l] * both;
            }
        }
        return KenwardRoger.degreesOfFreedomAndScale(q, a1, a2);
    }
}
