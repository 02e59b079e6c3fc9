/**
 * Analysis datasets: typed columns, selection of records by a condition of the plan, the digest of the bytes read, and
 * the checks that bind a plan to its data. Readers live in one sub-package per format and are listed in
 * {@link org.sapwood.data.DataFormats}. Columns are carried by Tablesaw, which no public signature mentions.
 */
@NullMarked
package org.sapwood.data;

import org.jspecify.annotations.NullMarked;
