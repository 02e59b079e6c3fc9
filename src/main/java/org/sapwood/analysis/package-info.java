/**
 * The method catalogue: what the plan asks for and what was observed become calls of the statistics, and their answers
 * become result rows. No formatting, no layout.
 */
@NullMarked
package org.sapwood.analysis;

import org.jspecify.annotations.NullMarked;
