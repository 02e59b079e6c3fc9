/** SAS transport files, version 5 and 8: IBM floating point, missing codes, several members, and the counting of rows that the format leaves open. */
@NullMarked
package org.sapwood.data.xpt;

import org.jspecify.annotations.NullMarked;
