/**
 * Disease activity and response in systemic lupus erythematosus: SLEDAI-2K and SELENA-SLEDAI from their items, BILAG
 * letters and numbers, the SLE responder index, and renal remission.
 */
@NullMarked
package org.sapwood.endpoint.lupus;

import org.jspecify.annotations.NullMarked;
