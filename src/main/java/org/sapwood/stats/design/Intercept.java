package org.sapwood.stats.design;

/** Whether the design has a column of ones. Factors are coded against their reference either way. */
public enum Intercept {
    INCLUDED,
    /** No column of ones because the model absorbs it, as in a Cox or a conditional logistic model. */
    ABSORBED
}
