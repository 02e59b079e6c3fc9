/** Moves drawn values until summaries that were published hold, so that invented data reproduce a paper's tables. */
@NullMarked
package org.sapwood.synthetic.fitting;

import org.jspecify.annotations.NullMarked;
