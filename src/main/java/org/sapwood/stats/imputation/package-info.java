/**
 * Missing values: Rubin's rules, conditional means under reference-based assumptions with the jackknife, and the complete
 * enumeration of what missing binary outcomes could have been.
 */
@NullMarked
package org.sapwood.stats.imputation;

import org.jspecify.annotations.NullMarked;
