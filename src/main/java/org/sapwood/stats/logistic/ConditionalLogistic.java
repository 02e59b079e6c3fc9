package org.sapwood.stats.logistic;

import java.util.Arrays;
import org.sapwood.stats.ConfidenceLevel;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.design.DesignMatrix;
import org.sapwood.stats.design.WaldZ;
import org.sapwood.stats.survival.CoxData;
import org.sapwood.stats.survival.CoxModel;
import org.sapwood.stats.survival.TieHandling;

/**
 * Logistic regression conditional on the number of events in each stratum (Breslow and Day 1980). Its likelihood is the
 * exact partial likelihood of a stratified Cox model in which everybody is observed for the same time.
 */
public final class ConditionalLogistic {
    private final CoxModel model;
    private final DesignMatrix design;

    private ConditionalLogistic(CoxModel model, DesignMatrix design) {
        this.model = model;
        this.design = design;
    }

    /**
     * Fits the model.
     *
     * @param design the covariates without a column of ones
     * @param response 1 for the event, 0 otherwise, one per row
     * @param strata a number per row; equal numbers are one stratum
     * @return the fit; not estimable for the reasons of {@link CoxModel#fit}
     */
    public static Estimable<ConditionalLogistic> fit(DesignMatrix design, double[] response, int[] strata) {
        double[] times = new double[response.length];
        boolean[] events = new boolean[response.length];
        Arrays.fill(times, 1);
        for (int i = 0; i < response.length; i++) {
            events[i] = response[i] == 1;
        }
        return CoxModel.fit(CoxData.stratified(times, events, design.rows(), strata), TieHandling.DISCRETE)
                .map(model -> new ConditionalLogistic(model, design));
    }

    /**
     * A log odds ratio with its Wald inference.
     *
     * @param column its number
     * @param level of the interval
     * @return the inference; not estimable when the likelihood keeps rising along it, or when it is aliased
     */
    public Estimable<WaldZ> coefficient(int column, ConfidenceLevel level) {
        return model.coefficient(column)
                .map(c -> WaldZ.of(design.names().get(column), c.estimate(), c.standardError(), level));
    }

    /** {@return the conditional log-likelihood at its maximum} */
    public double logLikelihood() {
        return model.logLikelihood();
    }
}
