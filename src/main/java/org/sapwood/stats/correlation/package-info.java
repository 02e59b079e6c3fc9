/**
 * Correlation of two variables: Pearson, Spearman, Kendall.
 */
@NullMarked
package org.sapwood.stats.correlation;

import org.jspecify.annotations.NullMarked;
