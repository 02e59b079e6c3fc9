/**
 * Times to an event with right censoring: product-limit and cumulative hazard curves, their quantiles and restricted means,
 * weighted log-rank tests, and proportional hazards regression. A subject at risk at time {@code t} is one whose observed
 * time is at least {@code t}; an event and a censoring at the same time count as if the event came first.
 */
@NullMarked
package org.sapwood.stats.survival;

import org.jspecify.annotations.NullMarked;
