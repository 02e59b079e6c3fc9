/**
 * The order of work: plan and data in, results and displays out, files published at once or not at all. Only this package
 * touches files, the clock and the seed.
 */
@NullMarked
package org.sapwood.pipeline;

import org.jspecify.annotations.NullMarked;
