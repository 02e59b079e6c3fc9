package org.sapwood.stats.imputation;

import java.util.ArrayList;
import java.util.List;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.design.Coding;
import org.sapwood.stats.design.DesignMatrix;
import org.sapwood.stats.design.Intercept;
import org.sapwood.stats.design.ModelFrame;
import org.sapwood.stats.design.Term;
import org.sapwood.stats.linear.GeneralisedLinearModel;

/** The large-sample posterior of a logistic regression: equation E14. */
final class BayesianLogistic implements ImputationModel.Posterior {
    private final double[] coefficients;
    private final double[][] root;

    private BayesianLogistic(double[] coefficients, double[][] root) {
        this.coefficients = coefficients;
        this.root = root;
    }

    static Estimable<BayesianLogistic> fit(double[][] x, double[] y) {
        Estimable<GeneralisedLinearModel> model =
                GeneralisedLinearModel.fit(GeneralisedLinearModel.Family.BINOMIAL, design(x), y);
        if (model instanceof Estimable.NotEstimable<GeneralisedLinearModel> none) {
            return Estimable.not(none.reason(), none.detail());
        }
        GeneralisedLinearModel fitted = model.orElseThrow();
        return Cholesky.of(fitted.covariance()).map(root -> new BayesianLogistic(fitted.coefficients(), root.lower()));
    }

    /** The columns as they are: the first is the column of ones. */
    private static DesignMatrix design(double[][] x) {
        ModelFrame.Builder frame = ModelFrame.builder();
        List<Term> terms = new ArrayList<>();
        for (int j = 0; x.length > 0 && j < x[0].length; j++) {
            String name = "column " + (j + 1);
            double[] column = new double[x.length];
            for (int i = 0; i < x.length; i++) {
                column[i] = x[i][j];
            }
            frame.numeric(name, column);
            terms.add(Term.of(name));
        }
        return DesignMatrix.of(frame.build(), terms, Coding.REFERENCE, Intercept.ABSORBED);
    }

    @Override
    public ImputationModel.Predictive draw(Draws parameters) {
        double[] beta = coefficients.clone();
        double[] u = parameters.normals(beta.length);
        for (int i = 0; i < beta.length; i++) {
            for (int j = 0; j <= i; j++) {
                beta[i] += root[i][j] * u[j];
            }
        }
        return (x, unit) -> {
            double eta = 0;
            for (int j = 0; j < x.length; j++) {
                eta += x[j] * beta[j];
            }
            return Estimable.of(unit.uniform() < 1 / (1 + StrictMath.exp(-eta)) ? 1.0 : 0.0);
        };
    }
}
