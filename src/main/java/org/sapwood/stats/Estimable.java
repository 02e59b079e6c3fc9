package org.sapwood.stats;

import java.util.NoSuchElementException;
import java.util.function.Function;

/**
 * A number (or a group of numbers) that the data may not be able to give. Degenerate data are an answer, not an
 * exception: the reason travels to the table's footnote.
 *
 * @param <T> what is estimated
 */
public sealed interface Estimable<T> {

    /**
     * What was asked for.
     *
     * @param <T> what is estimated
     * @param value the estimate
     */
    record Of<T>(T value) implements Estimable<T> {}

    /**
     * Why it does not exist.
     *
     * @param <T> what was asked for
     * @param reason the closed set of reasons
     * @param detail one plain sentence for the reader, for example {@code "no subject in the second group"}
     */
    record NotEstimable<T>(Reason reason, String detail) implements Estimable<T> {}

    /** The closed set of reasons for which a quantity does not exist. */
    enum Reason {
        EMPTY_GROUP,
        TOO_FEW_OBSERVATIONS,
        ZERO_VARIANCE,
        ALL_TIED,
        NO_DISCORDANT_PAIRS,
        NO_INFORMATIVE_STRATUM,
        ZERO_DENOMINATOR,
        ZERO_CELL,
        SEPARATION,
        MONOTONE_LIKELIHOOD,
        NO_EVENTS,
        NOT_REACHED,
        RANK_DEFICIENT,
        NO_CONVERGENCE,
        NOT_POSITIVE_DEFINITE,
        TOO_LARGE,
        OUTSIDE_DOMAIN
    }

    /**
     * Wraps a value.
     *
     * @param <T> what is estimated
     * @param value the estimate
     * @return an estimate
     */
    static <T> Estimable<T> of(T value) {
        return new Of<>(value);
    }

    /**
     * Says why there is none.
     *
     * @param <T> what was asked for
     * @param reason why
     * @param detail one plain sentence
     * @return no estimate
     */
    static <T> Estimable<T> not(Reason reason, String detail) {
        return new NotEstimable<>(reason, detail);
    }

    /** {@return whether there is a value} */
    default boolean isEstimable() {
        return this instanceof Of<T>;
    }

    /**
     * Applies a function to the value, if any; a reason passes through.
     *
     * @param <R> the new type
     * @param f the function
     * @return the image or the same reason
     */
    default <R> Estimable<R> map(Function<? super T, ? extends R> f) {
        if (this instanceof Of<T> of) {
            return new Of<>(f.apply(of.value()));
        }
        NotEstimable<T> none = (NotEstimable<T>) this;
        return new NotEstimable<>(none.reason(), none.detail());
    }

    /**
     * Applies a function that may itself find no answer; a reason passes through.
     *
     * @param <R> the new type
     * @param f the function
     * @return its answer or the same reason
     */
    default <R> Estimable<R> flatMap(Function<? super T, Estimable<R>> f) {
        if (this instanceof Of<T> of) {
            return f.apply(of.value());
        }
        NotEstimable<T> none = (NotEstimable<T>) this;
        return new NotEstimable<>(none.reason(), none.detail());
    }

    /**
     * The value, for callers that have already excluded degenerate data.
     *
     * @return the value
     * @throws NoSuchElementException with the reason when there is none
     */
    default T orElseThrow() {
        if (this instanceof Of<T> of) {
            return of.value();
        }
        NotEstimable<T> none = (NotEstimable<T>) this;
        throw new NoSuchElementException(none.reason() + ": " + none.detail());
    }
}
