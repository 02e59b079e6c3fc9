/** Laboratory values beyond plain numbers: limits of quantification, gated cell percentages, ratios and logarithms. */
@NullMarked
package org.sapwood.endpoint.biomarker;

import org.jspecify.annotations.NullMarked;
