package org.sapwood.endpoint;

import java.util.NoSuchElementException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A value derived from recorded ones, or the reason why the records do not give it. What a missing value means for the
 * analysis (non-response, imputation, exclusion) is decided by the plan and never here.
 *
 * @param <T> what is derived
 */
public sealed interface Derived<T> {

    /**
     * The records give it.
     *
     * @param <T> what is derived
     * @param value the value
     */
    record Known<T>(T value) implements Derived<T> {}

    /**
     * The records do not give it.
     *
     * @param <T> what was to be derived
     * @param reason one plain sentence
     */
    record Missing<T>(String reason) implements Derived<T> {
        public Missing {
            if (reason.isBlank()) {
                throw new IllegalArgumentException("a missing value needs its reason");
            }
        }
    }

    /**
     * Wraps a value.
     *
     * @param <T> what is derived
     * @param value the value
     * @return a known value
     */
    static <T> Derived<T> of(T value) {
        return new Known<>(value);
    }

    /**
     * Says why there is none.
     *
     * @param <T> what was to be derived
     * @param reason one plain sentence
     * @return no value
     */
    static <T> Derived<T> missing(String reason) {
        return new Missing<>(reason);
    }

    /**
     * Wraps a value that may be absent.
     *
     * @param <T> what is derived
     * @param value the value, or null
     * @param reason why it is absent, should it be null
     * @return the value or the reason
     */
    static <T> Derived<T> ofNullable(@Nullable T value, String reason) {
        return value == null ? new Missing<>(reason) : new Known<>(value);
    }

    /** {@return whether there is a value} */
    default boolean isKnown() {
        return this instanceof Known<T>;
    }

    /**
     * Whether the value is known and equal to another.
     *
     * @param other the other value
     * @return true only for a known and equal value
     */
    default boolean is(T other) {
        return this instanceof Known<T> known && known.value().equals(other);
    }

    /**
     * Applies a function to a known value; a reason passes through.
     *
     * @param <R> the new type
     * @param f the function
     * @return the image or the same reason
     */
    default <R> Derived<R> map(Function<? super T, ? extends R> f) {
        return then(value -> new Known<>(f.apply(value)));
    }

    /**
     * Applies a derivation to a known value; a reason passes through.
     *
     * @param <R> the new type
     * @param f the derivation
     * @return its result or the same reason
     */
    default <R> Derived<R> then(Function<? super T, ? extends Derived<R>> f) {
        if (this instanceof Known<T> known) {
            return f.apply(known.value());
        }
        return new Missing<>(((Missing<T>) this).reason());
    }

    /**
     * The value or a substitute.
     *
     * @param substitute used when missing
     * @return a value
     */
    default T orElse(T substitute) {
        return this instanceof Known<T> known ? known.value() : substitute;
    }

    /** {@return the reason why it is missing, empty when known} */
    default String reasonMissing() {
        return this instanceof Missing<T> missing ? missing.reason() : "";
    }

    /**
     * The value, for callers that have already excluded missing ones.
     *
     * @return the value
     * @throws NoSuchElementException with the reason when missing
     */
    default T orElseThrow() {
        if (this instanceof Known<T> known) {
            return known.value();
        }
        throw new NoSuchElementException(((Missing<T>) this).reason());
    }
}
