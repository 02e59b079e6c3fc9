/** Low-dose IL-2 in inflammatory myopathy, NCT04062019: a pilot in one arm whose published results are reproduced. */
@NullMarked
package org.sapwood.synthetic.pilot;

import org.jspecify.annotations.NullMarked;
