/**
 * The statistical analysis plan as records and ids: study, treatments, data bindings, visits, analysis sets, endpoints,
 * estimands, analyses and displays. Decisions only; nothing here reads data or computes.
 */
@NullMarked
package org.sapwood.sap;

import org.jspecify.annotations.NullMarked;
