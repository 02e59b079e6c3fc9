/**
 * Description of one sample: counts, moments, quantiles in all nine definitions, robust and geometric summaries. A quantity
 * that the sample cannot give says so; missing values are counted, never averaged.
 */
@NullMarked
package org.sapwood.stats.descriptive;

import org.jspecify.annotations.NullMarked;
