/**
 * Categorical and order-based methods for paired and blocked data: McNemar and its interval estimates, symmetry and marginal
 * homogeneity of square tables, sign test and median interval, Cochran's Q.
 */
@NullMarked
package org.sapwood.stats.paired;

import org.jspecify.annotations.NullMarked;
