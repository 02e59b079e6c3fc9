/** CDISC Dataset-JSON 1.1. */
@NullMarked
package org.sapwood.data.json;

import org.jspecify.annotations.NullMarked;
