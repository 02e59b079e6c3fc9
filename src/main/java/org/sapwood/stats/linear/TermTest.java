package org.sapwood.stats.linear;

import org.sapwood.stats.design.FTest;
import org.sapwood.stats.design.Term;

/**
 * The test of one term of a linear model.
 *
 * @param term the term
 * @param degreesOfFreedom of the term
 * @param sumOfSquares explained by the term in the sense of the type
 * @param test mean square of the term over the residual mean square
 */
public record TermTest(Term term, int degreesOfFreedom, double sumOfSquares, FTest test) {}
