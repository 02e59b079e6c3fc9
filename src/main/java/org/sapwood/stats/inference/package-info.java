/**
 * Tail probabilities of the classical null distributions and the small records in which a test's result travels. Tails are
 * asked for directly, never as one minus a cumulative probability.
 */
@NullMarked
package org.sapwood.stats.inference;

import org.jspecify.annotations.NullMarked;
