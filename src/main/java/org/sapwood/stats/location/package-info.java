/**
 * Comparison of means: t inference for one, paired and two samples, one-way analysis of variance, the permutation test of a
 * mean difference, standardised differences. Everything reduces to {@link org.sapwood.stats.descriptive.Moments}.
 */
@NullMarked
package org.sapwood.stats.location;

import org.jspecify.annotations.NullMarked;
