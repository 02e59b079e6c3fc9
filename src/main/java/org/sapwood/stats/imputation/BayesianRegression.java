package org.sapwood.stats.imputation;

import org.sapwood.stats.Estimable;
import org.sapwood.stats.Estimable.Reason;
import org.sapwood.stats.design.RankRevealingQr;

/** The posterior of a linear regression with normal errors under the usual flat prior: equations E11 and E12. */
final class BayesianRegression implements ImputationModel.Posterior {
    private static final double ROW_SPACE_TOLERANCE = 1e-8;

    private final RankRevealingQr qr;
    private final double[] coefficients;
    private final double residualSumOfSquares;
    private final int degreesOfFreedom;
    /** C of E11 over the independent columns. */
    private final double[][] root;

    private BayesianRegression(RankRevealingQr qr, double[] coefficients, double rss, int df, double[][] root) {
        this.qr = qr;
        this.coefficients = coefficients;
        this.residualSumOfSquares = rss;
        this.degreesOfFreedom = df;
        this.root = root;
    }

    static Estimable<BayesianRegression> fit(double[][] x, double[] y) {
        if (y.length == 0) {
            return Estimable.not(Reason.EMPTY_GROUP, "nobody has a value");
        }
        RankRevealingQr qr = RankRevealingQr.of(x);
        int df = y.length - qr.rank();
        if (df <= 0) {
            return Estimable.not(
                    Reason.TOO_FEW_OBSERVATIONS,
                    y.length + " observed values leave no degree of freedom for " + qr.rank() + " coefficients");
        }
        double[] effects = qr.effects(y);
        double rss = sumOfSquares(effects, qr.rank());
        if (rss <= 1e-26 * sumOfSquares(effects, 0)) {
            return Estimable.not(Reason.ZERO_VARIANCE, "the regression fits every observed value exactly");
        }
        return Cholesky.of(independent(qr.crossProductInverse(), qr.independent()))
                .map(root -> new BayesianRegression(qr, qr.solve(y), rss, df, root.lower()));
    }

    private static double sumOfSquares(double[] values, int from) {
        double sum = 0;
        for (int i = from; i < values.length; i++) {
            sum += values[i] * values[i];
        }
        return sum;
    }

    private static double[][] independent(double[][] matrix, int[] columns) {
        double[][] some = new double[columns.length][columns.length];
        for (int i = 0; i < columns.length; i++) {
            for (int j = 0; j < columns.length; j++) {
                some[i][j] = matrix[columns[i]][columns[j]];
            }
        }
        return some;
    }

    @Override
    public Drawn draw(Draws parameters) {
        double sigma = Math.sqrt(residualSumOfSquares / parameters.chiSquare(degreesOfFreedom));
        double[] beta = coefficients.clone();
        int[] columns = qr.independent();
        double[] u = parameters.normals(columns.length);
        for (int i = 0; i < columns.length; i++) {
            for (int j = 0; j <= i; j++) {
                beta[columns[i]] += sigma * root[i][j] * u[j];
            }
        }
        return new Drawn(beta, sigma);
    }

    double predicted(double[] x) {
        return product(x, coefficients);
    }

    private static double product(double[] x, double[] beta) {
        double sum = 0;
        for (int j = 0; j < x.length; j++) {
            sum += x[j] * beta[j];
        }
        return sum;
    }

    /** The regression at β* and σ*. */
    final class Drawn implements ImputationModel.Predictive {
        private final double[] beta;
        private final double sigma;

        private Drawn(double[] beta, double sigma) {
            this.beta = beta;
            this.sigma = sigma;
        }

        @Override
        public Estimable<Double> value(double[] x, Draws unit) {
            return mean(x).map(mean -> mean + sigma * unit.normal());
        }

        /** {@return x'β*; not estimable where no observed unit is like this one} */
        Estimable<Double> mean(double[] x) {
            if (qr.rank() < x.length && qr.distanceFromRowSpace(x) > ROW_SPACE_TOLERANCE) {
                return Estimable.not(
                        Reason.RANK_DEFICIENT, "nobody with a value shares the factor levels of one who has none");
            }
            return Estimable.of(product(x, beta));
        }
    }
}
