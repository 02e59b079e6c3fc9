/** Pages to PDF: text stays text in embedded fonts, figures stay vectors, the same report gives the same bytes. */
@NullMarked
package org.sapwood.render.pdf;

import org.jspecify.annotations.NullMarked;
