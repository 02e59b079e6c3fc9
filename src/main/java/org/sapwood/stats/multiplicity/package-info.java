/**
 * Several hypotheses at once: adjusted p-values, global and combination tests, graphical procedures, and simultaneous
 * comparisons of group means. An adjusted p-value is the smallest familywise level (or false discovery rate) at which the
 * procedure rejects the hypothesis.
 */
@NullMarked
package org.sapwood.stats.multiplicity;

import org.jspecify.annotations.NullMarked;
