/** Comma-separated text: strict about encoding, header, ragged lines and quotes, and explicit about how a column without declared kind becomes text, number or date. */
@NullMarked
package org.sapwood.data.csv;

import org.jspecify.annotations.NullMarked;
