/** Low-dose IL-2 against placebo in active dermatomyositis, NCT05495321: no results are published, effects are guesses. */
@NullMarked
package org.sapwood.synthetic.dermatomyositis;

import org.jspecify.annotations.NullMarked;
