/** The formats a report is written in: an interface, and the explicit catalogue of its implementations. */
@NullMarked
package org.sapwood.render;

import org.jspecify.annotations.NullMarked;
