/** Low-dose IL-2 against placebo in systemic lupus, NCT02465580: a trial whose published tables are reproduced. */
@NullMarked
package org.sapwood.synthetic.lupus;

import org.jspecify.annotations.NullMarked;
