/**
 * Comparison of variances between two and more groups.
 */
@NullMarked
package org.sapwood.stats.spread;

import org.jspecify.annotations.NullMarked;
