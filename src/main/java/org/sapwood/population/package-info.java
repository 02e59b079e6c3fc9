/** Who counts, in which arm, and why the others do not: the subjects of the study and the cohorts of its analysis sets. */
@NullMarked
package org.sapwood.population;

import org.jspecify.annotations.NullMarked;
