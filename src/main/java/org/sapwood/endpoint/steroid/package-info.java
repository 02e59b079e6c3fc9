/**
 * Steroid-sparing endpoints from a dose diary: prednisone equivalents, daily doses with gaps carried forward only as far
 * as the plan allows, window means, cumulative dose, targets, and the time to a taper.
 */
@NullMarked
package org.sapwood.endpoint.steroid;

import org.jspecify.annotations.NullMarked;
