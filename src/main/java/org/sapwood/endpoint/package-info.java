/**
 * What was observed: instruments with their legal ranges, changes and responses derived from recorded values, composite
 * scores, and the five ways to deal with an intercurrent event. Pure functions of immutable records; every result carries
 * its own explanation. Cut points are compared in exact arithmetic ({@link org.sapwood.endpoint.ExactRatio}), never in
 * binary floating point, and what cannot be derived is a {@link org.sapwood.endpoint.Derived.Missing} with its reason.
 */
@NullMarked
package org.sapwood.endpoint;

import org.jspecify.annotations.NullMarked;
