package org.sapwood.yaml;

import java.util.Optional;

/** A node of the tree: a mapping, a sequence or a scalar. */
public sealed interface YamlNode permits YamlMapping, YamlSequence, YamlScalar {

    /** {@return where the node stands} */
    Place place();

    /** {@return the sink its getters complain to} */
    Complaints complaints();

    /** {@return what it is, as a message says it: {@code a list}, {@code the text "x"}} */
    String description();

    /**
     * Complains about this node.
     *
     * @param problem what was expected and found
     * @param remedy what to do, or empty
     */
    default void complain(String problem, String remedy) {
        complaints().add(place(), problem, remedy);
    }

    /** {@return the scalar, or empty after complaining that one was expected} */
    default Optional<YamlScalar> asScalar() {
        if (this instanceof YamlScalar scalar) {
            return Optional.of(scalar);
        }
        complain("expected a single value; found " + description(), "");
        return Optional.empty();
    }

    /** {@return the mapping, or empty after complaining that one was expected} */
    default Optional<YamlMapping> asMapping() {
        if (this instanceof YamlMapping mapping) {
            return Optional.of(mapping);
        }
        complain("expected fields (name: value); found " + description(), "");
        return Optional.empty();
    }

    /** {@return the sequence, or empty after complaining that one was expected} */
    default Optional<YamlSequence> asSequence() {
        if (this instanceof YamlSequence sequence) {
            return Optional.of(sequence);
        }
        complain("expected a list; found " + description(), "");
        return Optional.empty();
    }
}
