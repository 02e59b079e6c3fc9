/**
 * Rank methods for one, two and more samples. Exact distributions are conditional on the observed ties and computed by
 * convolution over the midranks themselves, so a tie never turns an exact test into an approximate one.
 */
@NullMarked
package org.sapwood.stats.rank;

import org.jspecify.annotations.NullMarked;
