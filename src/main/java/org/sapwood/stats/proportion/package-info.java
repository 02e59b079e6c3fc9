/**
 * One and two binomial proportions: intervals and tests for a proportion, for the difference, the ratio and the odds
 * ratio of two independent proportions, and for differences and ratios over strata. Input is counts only.
 */
@NullMarked
package org.sapwood.stats.proportion;

import org.jspecify.annotations.NullMarked;
