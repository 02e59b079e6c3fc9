/**
 * Tables of counts: chi-square and exact tests for 2×2 and r×c tables, unconditional tests, trend, and stratified
 * tables (Cochran–Mantel–Haenszel tests, Mantel–Haenszel and other common odds ratios, homogeneity). Rows are groups,
 * columns are outcomes; in 2×2 tables the first row is compared with the second and the first column is the event.
 */
@NullMarked
package org.sapwood.stats.contingency;

import org.jspecify.annotations.NullMarked;
