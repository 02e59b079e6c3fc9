/**
 * Probability distributions that the libraries in use do not have: those of the largest and the range of several Studentised
 * means, and Student's t off centre; with the quadrature they rest on. Tails are computed as such.
 */
@NullMarked
package org.sapwood.stats.distribution;

import org.jspecify.annotations.NullMarked;
