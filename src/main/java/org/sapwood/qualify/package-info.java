/**
 * The proof that the statistics are right, for users to run on their own machine: reference cases computed by other
 * programs, run through the same methods the reports use. Each method of the case layout is one {@link
 * org.sapwood.qualify.CaseMethod}; the explicit catalogue is {@code CaseMethods}.
 */
@NullMarked
package org.sapwood.qualify;

import org.jspecify.annotations.NullMarked;
