/** Single imputation: a recorded value stands for a missing one, with a flag and a reason, in exact decimals. */
@NullMarked
package org.sapwood.endpoint.imputation;

import org.jspecify.annotations.NullMarked;
