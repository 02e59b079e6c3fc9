package org.sapwood.stats.imputation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.sapwood.stats.Estimable;

/**
 * A way to complete data as often as wanted. An imputation is a function of its number alone, so imputations may be drawn
 * in any order and on any number of threads.
 */
public interface MultipleImputation {

    /**
     * Completes the data once.
     *
     * @param imputation its number, from 1
     * @return the values by unit, in the caller's order, and variable, nothing missing; or why they cannot be drawn
     */
    Estimable<double[][]> draw(int imputation);

    /**
     * Completes the data several times, on all processors.
     *
     * @param number how often, at least 1
     * @return the completed datasets in order of their numbers, or why the first that failed cannot be drawn
     */
    default Estimable<List<double[][]>> draws(int number) {
        if (number < 1) {
            throw new IllegalArgumentException("expected at least 1 imputation, found " + number);
        }
        List<Estimable<double[][]>> drawn =
                IntStream.rangeClosed(1, number).parallel().mapToObj(this::draw).toList();
        List<double[][]> completed = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            if (drawn.get(i) instanceof Estimable.NotEstimable<double[][]> none) {
                return Estimable.not(none.reason(), "imputation " + (i + 1) + ": " + none.detail());
            }
            completed.add(drawn.get(i).orElseThrow());
        }
        return Estimable.of(completed);
    }
}
