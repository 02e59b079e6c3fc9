/**
 * A YAML 1.2 tree that remembers file, line and column, with typed getters that collect every complaint instead of
 * stopping at the first. Scalars stay text until somebody asks for a number: {@code NO}, {@code 12:30} and {@code 0012}
 * arrive as written. This package knows nothing of plans or templates.
 */
@NullMarked
package org.sapwood.yaml;

import org.jspecify.annotations.NullMarked;
