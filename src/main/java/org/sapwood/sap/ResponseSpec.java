package org.sapwood.sap;

import java.util.List;

/** Methods for ordered classes, for a yes or no at several visits, and for what goes together. */
public sealed interface ResponseSpec extends MethodSpec {

    /**
     * Distribution over the classes of an ordinal endpoint by visit.
     *
     * @param endpoint the endpoint's id
     * @param visits the visits' ids
     */
    record ClassesByVisit(String endpoint, List<String> visits) implements ResponseSpec {}

    /**
     * Two arms compared on ordered classes at one visit: proportional odds, win odds and trend.
     *
     * @param endpoint the id of an endpoint with classes, from the lowest to the highest
     * @param visit the visit's id
     * @param missing what becomes of a subject without a class
     * @param factors further factors of the proportional odds model, variables of the subject dataset
     * @param pairs differences to report, test minus reference
     */
    record CompareClasses(
            String endpoint, String visit, MissingClass missing, List<String> factors, List<MethodSpec.Pair> pairs)
            implements ResponseSpec {}

    /** What becomes of a subject without a class. */
    enum MissingClass {
        /** Counted on a line of its own, and not compared. */
        LEFT_OUT,
        /** Counted and compared in the lowest class. */
        LOWEST_CLASS
    }

    /**
     * The binary variable of an estimand at several visits, by generalised estimating equations with logit link: the odds
     * ratio of the estimand's arms at each visit, and one common to all visits.
     *
     * @param visits the visits' ids, in order; that of the estimand among them
     * @param factors further factors, variables of the subject dataset
     * @param correlation the working correlation within a subject
     */
    record RepeatedResponders(List<String> visits, List<String> factors, WorkingCorrelation correlation)
            implements ResponseSpec {}

    /**
     * The binary variable of an estimand after multiple imputation of the measures it is made from: they are completed, and
     * the variable is derived anew from them in each completed dataset.
     *
     * @param components the ids of the endpoints imputed
     * @param carried the ids of endpoints whose last value stands for a missing one, such as limits of normal
     * @param visits the visits whose values take part, besides baseline; that of the estimand is the last
     * @param factors further predictors, variables of the subject dataset
     * @param number how many completed datasets
     * @param sweeps of each chain over the measures
     * @param seed of the random numbers
     */
    record ImputedResponders(
            List<String> components,
            List<String> carried,
            List<String> visits,
            List<String> factors,
            int number,
            int sweeps,
            long seed)
            implements ResponseSpec {}

    /** How the visits of a subject are taken to go together; the standard errors do not rest on it. */
    enum WorkingCorrelation {
        INDEPENDENCE,
        EXCHANGEABLE,
        AR1
    }

    /**
     * Spearman's rank correlation of several endpoints with one, at one visit, in each arm and overall.
     *
     * @param endpoints the endpoints' ids
     * @param with the id of the endpoint they are set against
     * @param visit the visit's id
     */
    record Correlations(List<String> endpoints, String with, String visit) implements ResponseSpec {}
}
