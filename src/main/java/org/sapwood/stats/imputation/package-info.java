/**
 * Missing values: multiple imputation by monotone regression, chained equations and reference-based draws, with Rubin's rules;
 * conditional means under reference-based assumptions with the jackknife; and the complete enumeration of what missing binary
 * outcomes could have been. Random numbers are keyed, so that order and threads change nothing.
 */
@NullMarked
package org.sapwood.stats.imputation;

import org.jspecify.annotations.NullMarked;
