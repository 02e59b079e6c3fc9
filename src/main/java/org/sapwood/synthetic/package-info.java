/**
 * Invented analysis datasets of the right shape: seeded generators, one a trial, for rehearsing a plan before there are
 * data. Every folder they write says that its data are synthetic. Nothing else in the house depends on them.
 */
@NullMarked
package org.sapwood.synthetic;

import org.jspecify.annotations.NullMarked;
