/**
 * Model frames and design matrices: named columns, terms and their coding, least-squares-mean rows, and the QR
 * decomposition that tells which columns are aliased, and Wald inference on linear functions of coefficients. Shared by
 * every regression model; fits nothing itself.
 */
@NullMarked
package org.sapwood.stats.design;

import org.jspecify.annotations.NullMarked;
