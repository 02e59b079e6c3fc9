/** Invents the data of NCT04062006: IL-2 in polymyalgia rheumatica, a single open arm. */
@NullMarked
package org.sapwood.synthetic.polymyalgia;

import org.jspecify.annotations.NullMarked;
