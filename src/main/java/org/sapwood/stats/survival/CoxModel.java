package org.sapwood.stats.survival;

import java.util.Arrays;
import org.sapwood.stats.Alternative;
import org.sapwood.stats.ConfidenceLevel;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.Estimable.Reason;
import org.sapwood.stats.Interval;
import org.sapwood.stats.PValue;
import org.sapwood.stats.inference.ChiSquareTest;
import org.sapwood.stats.inference.TailProbability;

/**
 * The proportional hazards model {@code λ(t | x) = λ₀(t) exp(x'β)}, a baseline hazard λ₀ per stratum, β estimated by maximum
 * partial likelihood with Newton–Raphson.
 *
 * <p>A covariate that depends on earlier ones has no coefficient ({@link Reason#RANK_DEFICIENT}); neither has one along which
 * the likelihood keeps rising ({@link Reason#MONOTONE_LIKELIHOOD}), for example an indicator of a group without events. The
 * other coefficients then are the limits they tend to.
 *
 * <p>Source: Cox DR (1972), J R Stat Soc B 34:187–220; Efron B (1977), J Am Stat Assoc 72:557–565; Breslow N (1974),
 * Biometrics 30:89–99.
 */
public final class CoxModel {
    private static final int MAXIMUM_STEPS = 60;
    /** A step is done with when it moves no coefficient by more than this many standard deviations of its covariate. */
    private static final double STEP_TOLERANCE = 1e-10;
    /** The likelihood has stopped rising; a coefficient that still moves then will move for ever. */
    private static final double FLAT_DECREMENT = 1e-9;

    private static final double STILL_MOVING = 1e-2;

    private final CoxData data;
    private final TieHandling ties;
    private final double[] beta;
    private final boolean[] diverging;
    private final double nullLogLikelihood;
    private final double scoreStatistic;
    private final PartialLikelihood.Value fitted;
    private final SweptInformation information;
    private final boolean isConverged;

    /**
     * A log hazard ratio.
     *
     * @param estimate β
     * @param standardError from the inverse information, or robust
     */
    public record Coefficient(double estimate, double standardError) {
        /** {@return the Wald statistic} */
        public double z() {
            return estimate / standardError;
        }

        /** {@return the two-sided Wald p-value} */
        public PValue pValue() {
            return TailProbability.normal(z(), Alternative.TWO_SIDED);
        }

        /** {@return exp(β)} */
        public double hazardRatio() {
            return StrictMath.exp(estimate);
        }

        /**
         * The Wald interval of the hazard ratio.
         *
         * @param level the coverage
         * @return {@code exp(β ± z·se)}
         */
        public Interval hazardRatioInterval(ConfidenceLevel level) {
            double half = TailProbability.normalQuantile(level.alpha()) * standardError;
            return new Interval(StrictMath.exp(estimate - half), StrictMath.exp(estimate + half), level);
        }
    }

    private CoxModel(CoxData data, TieHandling ties, PartialLikelihood likelihood, PartialLikelihood.Value start) {
        this.data = data;
        this.ties = ties;
        this.nullLogLikelihood = start.logLikelihood;
        this.scoreStatistic = new SweptInformation(start.information).quadraticForm(start.score);
        int p = data.covariates();
        this.diverging = new boolean[p];
        double[] spread = data.spread();
        double[] at = new double[p];
        PartialLikelihood.Value value = start;
        boolean converged = p == 0;
        for (int iteration = 0; iteration < MAXIMUM_STEPS && !converged; iteration++) {
            double[] step = new SweptInformation(value.information).solve(value.score);
            double decrement = PartialLikelihood.dot(step, value.score);
            double largest = 0;
            for (int j = 0; j < p; j++) {
                largest = Math.max(largest, Math.abs(step[j]) * spread[j]);
            }
            if (decrement < FLAT_DECREMENT && largest > STILL_MOVING) {
                for (int j = 0; j < p; j++) {
                    diverging[j] = Math.abs(step[j]) * spread[j] > STILL_MOVING;
                }
                break;
            }
            double[] next = new double[p];
            PartialLikelihood.Value tried = value;
            double share = 1;
            for (int halving = 0; halving < 30; halving++, share /= 2) {
                for (int j = 0; j < p; j++) {
                    next[j] = at[j] + share * step[j];
                }
                tried = likelihood.at(next);
                if (tried.logLikelihood >= value.logLikelihood - 1e-12 * (1 + Math.abs(value.logLikelihood))) {
                    break;
                }
            }
            at = next;
            value = tried;
            converged = largest < STEP_TOLERANCE;
        }
        this.beta = at;
        this.fitted = value;
        this.information = new SweptInformation(value.information);
        this.isConverged = converged;
    }

    /**
     * Fits the model.
     *
     * @param data times, events, covariates and strata
     * @param ties how tied events enter the likelihood
     * @return the fit; none without events, or where no covariate varies among those at risk at an event
     */
    public static Estimable<CoxModel> fit(CoxData data, TieHandling ties) {
        if (data.size() == 0) {
            return Estimable.not(Reason.EMPTY_GROUP, "there is no subject");
        }
        if (data.events() == 0) {
            return Estimable.not(Reason.NO_EVENTS, "no subject has an event");
        }
        PartialLikelihood likelihood = new PartialLikelihood(data, ties);
        PartialLikelihood.Value start = likelihood.at(new double[data.covariates()]);
        if (new SweptInformation(start.information).rank() == 0) {
            return Estimable.not(
                    Reason.RANK_DEFICIENT, "no covariate varies among the subjects at risk at any event time");
        }
        CoxModel model = new CoxModel(data, ties, likelihood, start);
        boolean anyDiverging = false;
        for (boolean one : model.diverging) {
            anyDiverging |= one;
        }
        return model.isConverged || anyDiverging
                ? Estimable.of(model)
                : Estimable.not(
                        Reason.NO_CONVERGENCE,
                        "the partial likelihood was not maximised in " + MAXIMUM_STEPS + " steps");
    }

    /** {@return the data of the fit} */
    public CoxData data() {
        return data;
    }

    /** {@return how ties were handled} */
    public TieHandling ties() {
        return ties;
    }

    double[] beta() {
        return beta.clone();
    }

    SweptInformation information() {
        return information;
    }

    /**
     * One coefficient with its model-based standard error.
     *
     * @param column of the covariates, from 0
     * @return the coefficient, or why it has none
     */
    public Estimable<Coefficient> coefficient(int column) {
        return coefficient(column, covariance());
    }

    /**
     * One coefficient with a standard error from another covariance matrix, for example {@link RobustCovariance}.
     *
     * @param column of the covariates, from 0
     * @param covariance of all coefficients
     * @return the coefficient, or why it has none
     */
    public Estimable<Coefficient> coefficient(int column, double[][] covariance) {
        if (diverging[column]) {
            return Estimable.not(
                    Reason.MONOTONE_LIKELIHOOD, "the likelihood rises without end in covariate " + (column + 1));
        }
        if (information.isAliased(column)) {
            return Estimable.not(
                    Reason.RANK_DEFICIENT,
                    "covariate " + (column + 1) + " does not vary, or depends on earlier ones, among those at risk");
        }
        return Estimable.of(new Coefficient(beta[column], Math.sqrt(covariance[column][column])));
    }

    /** {@return the inverse information; rows and columns of coefficients that depend on earlier ones are zero} */
    public double[][] covariance() {
        return information.inverse();
    }

    /** {@return the log partial likelihood at β = 0} */
    public double nullLogLikelihood() {
        return nullLogLikelihood;
    }

    /** {@return the log partial likelihood at the estimate} */
    public double logLikelihood() {
        return fitted.logLikelihood;
    }

    private int degreesOfFreedom() {
        return information.rank();
    }

    /** {@return twice the gain in log-likelihood over β = 0} */
    public ChiSquareTest likelihoodRatioTest() {
        return ChiSquareTest.of(Math.max(0, 2 * (fitted.logLikelihood - nullLogLikelihood)), degreesOfFreedom());
    }

    /** {@return the Wald test; none with a monotone likelihood} */
    public Estimable<ChiSquareTest> waldTest() {
        for (boolean one : diverging) {
            if (one) {
                return Estimable.not(Reason.MONOTONE_LIKELIHOOD, "a coefficient has no finite estimate");
            }
        }
        double statistic = 0;
        for (int j = 0; j < beta.length; j++) {
            statistic += beta[j] * PartialLikelihood.dot(fitted.information[j], beta);
        }
        return Estimable.of(ChiSquareTest.of(statistic, degreesOfFreedom()));
    }

    /** {@return the score test; without ties and with group indicators only, it is the log-rank test} */
    public ChiSquareTest scoreTest() {
        return ChiSquareTest.of(scoreStatistic, degreesOfFreedom());
    }

    @Override
    public String toString() {
        return "CoxModel" + Arrays.toString(beta);
    }
}
