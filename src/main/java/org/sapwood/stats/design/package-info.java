/**
 * Model frames and design matrices: named columns, terms and their coding, least-squares-mean rows, and the QR
 * decomposition that tells which columns are aliased. Shared by every regression model; estimates nothing itself.
 */
@NullMarked
package org.sapwood.stats.design;

import org.jspecify.annotations.NullMarked;
