/**
 * Text measured, columns aligned, pages broken: finished display models become pages of placed text, rules and links in
 * points from the top left corner. Knows no file format; letters are measured behind {@link
 * org.sapwood.typeset.FontMetrics}.
 */
@NullMarked
package org.sapwood.typeset;

import org.jspecify.annotations.NullMarked;
