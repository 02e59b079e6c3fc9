/**
 * Linear models for repeated measurements: marginal models with a structured covariance (MMRM) and models with random
 * coefficients, by restricted or full maximum likelihood.
 *
 * <p>The likelihood is evaluated from sums of cross-products per pattern of observed occasions, so that the cost of an
 * iteration follows the number of patterns and not the number of subjects; gradient and Hessian are exact.
 */
@NullMarked
package org.sapwood.stats.mixed;

import org.jspecify.annotations.NullMarked;
