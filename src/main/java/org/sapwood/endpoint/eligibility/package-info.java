/** Eligibility: the facts recorded about a subject at screening, and the explained verdict of the plan's criteria on them. */
@NullMarked
package org.sapwood.endpoint.eligibility;

import org.jspecify.annotations.NullMarked;
