/**
 * Group sequential designs on the canonical process: at information fraction t the statistic Z(t) has
 * {@code B(t) = √t Z(t)} a Brownian motion with drift θ, the expected value of Z at full information. Boundaries, crossing
 * probabilities, conditional power, and inference after stopping.
 */
@NullMarked
package org.sapwood.stats.sequential;

import org.jspecify.annotations.NullMarked;
