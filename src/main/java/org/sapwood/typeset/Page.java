package org.sapwood.typeset;

import java.util.List;

/**
 * A finished page.
 *
 * @param marks in painting order
 */
public record Page(List<Mark> marks) {}
