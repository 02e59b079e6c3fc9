/** Models to workbooks: what is printed, and beside it every number as a number at full precision. */
@NullMarked
package org.sapwood.render.xlsx;

import org.jspecify.annotations.NullMarked;
