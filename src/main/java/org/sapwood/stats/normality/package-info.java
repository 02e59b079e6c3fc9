/**
 * Tests of normality: Shapiro-Wilk and the tests on the empirical distribution function with estimated mean and variance.
 */
@NullMarked
package org.sapwood.stats.normality;

import org.jspecify.annotations.NullMarked;
