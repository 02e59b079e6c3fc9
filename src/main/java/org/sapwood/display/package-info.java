/**
 * Results and templates become finished models of tables, listings, figures and flows, which every medium only walks.
 * Formats and rounding live here; no arithmetic on results, no statistics.
 */
@NullMarked
package org.sapwood.display;

import org.jspecify.annotations.NullMarked;
