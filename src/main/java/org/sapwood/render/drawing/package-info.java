/** Figures as vectors on any {@link java.awt.Graphics2D}: plots by JFreeChart, words and numbers around them by us. */
@NullMarked
package org.sapwood.render.drawing;

import org.jspecify.annotations.NullMarked;
