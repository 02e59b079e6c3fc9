package org.sapwood.stats.survival;

/** How the partial likelihood treats events at the same time. */
public enum TieHandling {
    /** Efron (1977): the tied subjects leave the risk set one share at a time. The best of the simple ones. */
    EFRON,
    /** Breslow (1974): each tied event sees the whole risk set. The default of SAS. */
    BRESLOW,
    /**
     * The discrete logistic likelihood of Cox (1972): the probability that just these d of the n at risk have the event. R's
     * {@code exact}, SAS's {@code discrete}.
     */
    DISCRETE
}
