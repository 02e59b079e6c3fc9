/**
 * The numbers: one {@link org.sapwood.result.ResultRow} per number, with its origin. Everything printed anywhere comes
 * from a row of the {@code ResultSet}.
 */
@NullMarked
package org.sapwood.result;

import org.jspecify.annotations.NullMarked;
