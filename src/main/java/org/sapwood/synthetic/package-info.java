/**
 * Invented analysis datasets of the right shape: a seeded generator for rehearsing a plan before there are data. Every
 * folder it writes says that its data are synthetic. Nothing else in the house depends on it.
 */
@NullMarked
package org.sapwood.synthetic;

import org.jspecify.annotations.NullMarked;
