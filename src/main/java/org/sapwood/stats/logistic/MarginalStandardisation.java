package org.sapwood.stats.logistic;

import java.util.ArrayList;
import java.util.List;
import org.sapwood.stats.ConfidenceLevel;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.Estimable.Reason;
import org.sapwood.stats.design.Column;
import org.sapwood.stats.design.DesignMatrix;
import org.sapwood.stats.design.WaldZ;
import org.sapwood.stats.linear.GeneralisedLinearModel;

/**
 * Risks standardised over the covariates of everybody in a logistic model (g-computation): the mean of the predicted
 * risks when all subjects are put into one group. Their differences and ratios are marginal, so unlike a conditional
 * odds ratio they do not depend on which covariates the model holds.
 */
public final class MarginalStandardisation {
    private final List<String> levels;
    private final double[] risks;
    private final double[][] covariance;

    private MarginalStandardisation(List<String> levels, double[] risks, double[][] covariance) {
        this.levels = levels;
        this.risks = risks;
        this.covariance = covariance;
    }

    /** The variance of Ye and others (2023). */
    public enum RobustVariance {
        /** The variance within a group as Var(y) − 2 Cov(y, μ̂) + Var(μ̂ over everybody). */
        DECOMPOSED,
        /** The variance within a group as Var(y − μ̂) of its residuals. */
        RESIDUAL
    }

    /**
     * Standardises with the delta method (Ge and others 2011); covariates count as fixed.
     *
     * @param model a fitted logistic model
     * @param factor the variable whose levels are compared
     * @param coefficientCovariance of β, model-based or robust
     * @return the standardised risks
     */
    public static MarginalStandardisation withDeltaMethod(
            LogisticRegression model, String factor, double[][] coefficientCovariance) {
        GeneralisedLinearModel fit = model.model();
        Column.Factor groups = fit.design().frame().factor(factor);
        List<Prediction> predictions = predictions(fit, groups);
        int k = predictions.size();
        double[][] v = new double[k][k];
        for (int a = 0; a < k; a++) {
            for (int b = 0; b < k; b++) {
                double[] g = predictions.get(a).gradient();
                double[] h = predictions.get(b).gradient();
                for (int i = 0; i < g.length; i++) {
                    for (int j = 0; j < g.length; j++) {
                        v[a][b] += g[i] * coefficientCovariance[i][j] * h[j];
                    }
                }
            }
        }
        return new MarginalStandardisation(groups.levels(), risksOf(predictions), v);
    }

    /**
     * Standardises with a variance that also covers the sampling of covariates and a wrong model, for simple
     * randomisation.
     *
     * @param model a fitted logistic model with an intercept and the factor as main effect
     * @param response 1 for the event, 0 otherwise, one per row
     * @param factor the variable whose levels are compared
     * @param variance the form of the variance within a group
     * @return the standardised risks
     */
    public static MarginalStandardisation withRobustVariance(
            LogisticRegression model, double[] response, String factor, RobustVariance variance) {
        GeneralisedLinearModel fit = model.model();
        Column.Factor groups = fit.design().frame().factor(factor);
        List<Prediction> predictions = predictions(fit, groups);
        int n = response.length;
        int k = predictions.size();
        List<int[]> members = new ArrayList<>();
        int[] everybody = java.util.stream.IntStream.range(0, n).toArray();
        for (int a = 0; a < k; a++) {
            int level = a;
            members.add(java.util.Arrays.stream(everybody)
                    .filter(i -> groups.codes()[i] == level)
                    .toArray());
        }
        double[][] v = new double[k][k];
        for (int a = 0; a < k; a++) {
            int[] in = members.get(a);
            double[] mine = predictions.get(a).risk();
            for (int b = 0; b < k; b++) {
                double[] other = predictions.get(b).risk();
                double value;
                if (a == b) {
                    double crossed = covariance(response, mine, in);
                    double spread = covariance(mine, mine, everybody);
                    double within = variance == RobustVariance.DECOMPOSED
                            ? covariance(response, response, in) - 2 * crossed + spread
                            : residualVariance(response, mine, in);
                    value = within * n / in.length + 2 * crossed - spread;
                } else {
                    value = covariance(response, other, in)
                            + covariance(response, mine, members.get(b))
                            - covariance(mine, other, everybody);
                }
                v[a][b] = value / n;
            }
        }
        return new MarginalStandardisation(groups.levels(), risksOf(predictions), v);
    }

    /** Predicted risks with everybody at one level, and the gradient of their mean in β. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Prediction(double[] risk, double[] gradient) {}

    private static List<Prediction> predictions(GeneralisedLinearModel fit, Column.Factor groups) {
        DesignMatrix design = fit.design();
        double[] beta = fit.coefficients();
        List<Prediction> predictions = new ArrayList<>();
        for (String level : groups.levels()) {
            double[][] x = design.rows(design.frame().withEveryoneAt(groups.name(), level));
            double[] risk = new double[x.length];
            double[] gradient = new double[beta.length];
            for (int i = 0; i < x.length; i++) {
                double eta = 0;
                for (int j = 0; j < beta.length; j++) {
                    eta += x[i][j] * beta[j];
                }
                risk[i] = 1 / (1 + StrictMath.exp(-eta));
                for (int j = 0; j < beta.length; j++) {
                    gradient[j] += x[i][j] * risk[i] * (1 - risk[i]) / x.length;
                }
            }
            predictions.add(new Prediction(risk, gradient));
        }
        return predictions;
    }

    private static double[] risksOf(List<Prediction> predictions) {
        return predictions.stream()
                .mapToDouble(p -> java.util.Arrays.stream(p.risk()).sum() / p.risk().length)
                .toArray();
    }

    private static double covariance(double[] u, double[] v, int[] rows) {
        double meanU = 0;
        double meanV = 0;
        for (int i : rows) {
            meanU += u[i] / rows.length;
            meanV += v[i] / rows.length;
        }
        double sum = 0;
        for (int i : rows) {
            sum += (u[i] - meanU) * (v[i] - meanV);
        }
        return sum / (rows.length - 1);
    }

    private static double residualVariance(double[] y, double[] mu, int[] rows) {
        double[] residuals = new double[y.length];
        for (int i : rows) {
            residuals[i] = y[i] - mu[i];
        }
        return covariance(residuals, residuals, rows);
    }

    /** {@return the levels of the factor} */
    public List<String> levels() {
        return levels;
    }

    /**
     * A standardised risk.
     *
     * @param level its position
     * @return the risk
     */
    public double risk(int level) {
        return risks[level];
    }

    /**
     * The standard error of a standardised risk.
     *
     * @param level its position
     * @return the standard error; not estimable when the variance estimate is not positive
     */
    public Estimable<Double> standardError(int level) {
        double variance = covariance[level][level];
        return variance > 0 ? Estimable.of(Math.sqrt(variance)) : notPositive("the risk at " + levels.get(level));
    }

    /**
     * A risk difference, first minus second.
     *
     * @param first position of the first level
     * @param second position of the second level
     * @param level of the interval
     * @return the difference with its Wald inference; not estimable when the variance estimate is not positive
     */
    public Estimable<WaldZ> difference(int first, int second, ConfidenceLevel level) {
        return contrast("difference", first, second, risks[first] - risks[second], 1, 1, level);
    }

    /**
     * The logarithm of a risk ratio, first over second.
     *
     * @param first position of the first level
     * @param second position of the second level
     * @param level of the interval
     * @return the log ratio with its Wald inference; not estimable when the variance estimate is not positive
     */
    public Estimable<WaldZ> logRiskRatio(int first, int second, ConfidenceLevel level) {
        return contrast(
                "log risk ratio",
                first,
                second,
                StrictMath.log(risks[first] / risks[second]),
                1 / risks[first],
                1 / risks[second],
                level);
    }

    /**
     * The logarithm of a marginal odds ratio, first over second.
     *
     * @param first position of the first level
     * @param second position of the second level
     * @param level of the interval
     * @return the log ratio with its Wald inference; not estimable when the variance estimate is not positive
     */
    public Estimable<WaldZ> logOddsRatio(int first, int second, ConfidenceLevel level) {
        double p = risks[first];
        double q = risks[second];
        return contrast(
                "log odds ratio",
                first,
                second,
                StrictMath.log(p / (1 - p)) - StrictMath.log(q / (1 - q)),
                1 / (p * (1 - p)),
                1 / (q * (1 - q)),
                level);
    }

    private Estimable<WaldZ> contrast(
            String name, int first, int second, double estimate, double g, double h, ConfidenceLevel level) {
        double variance = g * g * covariance[first][first]
                - 2 * g * h * covariance[first][second]
                + h * h * covariance[second][second];
        return variance > 0
                ? Estimable.of(WaldZ.of(name, estimate, Math.sqrt(variance), level))
                : notPositive("the " + name);
    }

    /** The robust variances are differences of moments, which a few observations can turn negative. */
    private static <T> Estimable<T> notPositive(String what) {
        return Estimable.not(
                Reason.NOT_POSITIVE_DEFINITE,
                "the variance estimate of " + what + " is not positive in so few observations");
    }
}
