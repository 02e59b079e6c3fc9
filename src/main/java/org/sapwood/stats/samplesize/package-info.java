/**
 * How many subjects or events a trial needs, and the power it then has. Sample sizes are real numbers; rounding up is left to
 * the caller. Group 1 has {@code r} times as many subjects as group 2.
 */
@NullMarked
package org.sapwood.stats.samplesize;

import org.jspecify.annotations.NullMarked;
