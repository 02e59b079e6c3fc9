package org.sapwood.stats.logistic;

import org.sapwood.stats.ConfidenceLevel;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.design.DesignMatrix;
import org.sapwood.stats.design.WaldZ;
import org.sapwood.stats.linear.GeneralisedLinearModel;
import org.sapwood.stats.linear.GeneralisedLinearModel.Family;
import org.sapwood.stats.linear.HeteroscedasticityConsistent;

/**
 * Risk ratios of a binary response from a log-linear Poisson model with robust variance (Zou 2004): the Poisson score is
 * unbiased for log risks whatever the variance, and the sandwich replaces the wrong Poisson variance.
 */
public final class ModifiedPoisson {
    private final GeneralisedLinearModel model;

    private ModifiedPoisson(GeneralisedLinearModel model) {
        this.model = model;
    }

    /**
     * Fits the model.
     *
     * @param design the design
     * @param response 1 for the event, 0 otherwise, one per row
     * @return the fit; not estimable for the reasons of {@link GeneralisedLinearModel#fit}
     */
    public static Estimable<ModifiedPoisson> fit(DesignMatrix design, double[] response) {
        return GeneralisedLinearModel.fit(Family.POISSON, design, response).map(ModifiedPoisson::new);
    }

    /**
     * A log risk ratio.
     *
     * @param column its number
     * @param type the sandwich; Zou takes {@code HC0}
     * @param level of the interval
     * @return the inference; {@link WaldZ#ratio} is the risk ratio
     */
    public Estimable<WaldZ> logRiskRatio(int column, HeteroscedasticityConsistent type, ConfidenceLevel level) {
        return model.coefficient(column, model.covariance(type), level);
    }
}
