/**
 * Models of binary and ordinal responses: logistic regression by maximum, penalised, exact and conditional likelihood,
 * estimating equations for repeated responses, proportional odds, and risks standardised over the covariates.
 */
@NullMarked
package org.sapwood.stats.logistic;

import org.jspecify.annotations.NullMarked;
