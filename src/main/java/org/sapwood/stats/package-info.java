/**
 * Estimates, intervals, tests and models on plain numbers. This package knows no clinical word: it never sees a plan, a
 * subject, an arm or a visit.
 *
 * <p>Conventions kept by every sub-package: a difference is <em>first minus second</em>, a ratio <em>first over
 * second</em>; proportions live in [0, 1]; tails are computed as such and never as {@code 1 - cdf}; what cannot be
 * estimated is a {@link org.sapwood.stats.Estimable.NotEstimable} with its reason, never a NaN.
 */
@NullMarked
package org.sapwood.stats;

import org.jspecify.annotations.NullMarked;
