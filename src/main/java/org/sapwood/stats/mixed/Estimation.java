package org.sapwood.stats.mixed;

/** Which likelihood is maximised over the covariance parameters. */
public enum Estimation {
    /** Restricted maximum likelihood: the likelihood of the error contrasts, free of the coefficients. */
    REML,
    /** Full maximum likelihood. */
    ML
}
