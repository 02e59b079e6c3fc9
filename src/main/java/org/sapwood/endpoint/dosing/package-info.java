/** Dose calendars and the exposure actually received, in flat or per-square-metre amounts. */
@NullMarked
package org.sapwood.endpoint.dosing;

import org.jspecify.annotations.NullMarked;
