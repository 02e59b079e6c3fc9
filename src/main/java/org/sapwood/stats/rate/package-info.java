/**
 * Counts over exposure time: intervals and tests for one rate, for the difference and the ratio of two, pooled over
 * strata, and Poisson and negative binomial regression. Rates are events per unit of exposure.
 */
@NullMarked
package org.sapwood.stats.rate;

import org.jspecify.annotations.NullMarked;
