package org.sapwood.stats.imputation;

import org.sapwood.stats.Estimable;

/** How the missing values of one variable are drawn, given other variables. */
public enum ImputationModel {
    /** Normal errors around a linear regression, parameters drawn from their posterior (Rubin 1987, p. 167). */
    LINEAR_REGRESSION {
        @Override
        Estimable<? extends Posterior> fit(double[][] x, double[] y) {
            return BayesianRegression.fit(x, y);
        }
    },
    /** An observed value of one of the five units whose regression predictions are nearest (van Buuren 2018, 3.4). */
    PREDICTIVE_MEAN_MATCHING {
        @Override
        Estimable<? extends Posterior> fit(double[][] x, double[] y) {
            return PredictiveMeanMatching.fit(x, y);
        }
    },
    /** Zero or one from a logistic regression, coefficients drawn from their large-sample posterior (Rubin 1987, p. 169). */
    LOGISTIC_REGRESSION {
        @Override
        Estimable<? extends Posterior> fit(double[][] x, double[] y) {
            return BayesianLogistic.fit(x, y);
        }
    };

    /**
     * Fits the model to the units that have the variable.
     *
     * @param x their predictors
     * @param y their values
     * @return the posterior, or why it does not exist
     */
    abstract Estimable<? extends Posterior> fit(double[][] x, double[] y);

    /** What is known of the parameters. */
    interface Posterior {
        /** {@return the model at parameters drawn at random} */
        Predictive draw(Draws parameters);
    }

    /** The model at one draw of its parameters. */
    interface Predictive {
        /**
         * Draws a missing value.
         *
         * @param x the unit's predictors
         * @param unit the unit's random numbers
         * @return the value, or why the unit's predictors allow none
         */
        Estimable<Double> value(double[] x, Draws unit);
    }
}
