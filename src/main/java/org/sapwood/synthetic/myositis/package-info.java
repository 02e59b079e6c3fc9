/** Invents the data of NCT04237987: IL-2 with ciclosporin and glucocorticoid in inflammatory myopathy. */
@NullMarked
package org.sapwood.synthetic.myositis;

import org.jspecify.annotations.NullMarked;
