package org.sapwood.synthetic.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Predicate;

/** Who was screened: persons one after another, until so many entered the trial. */
public final class ScreeningLog {
    private ScreeningLog() {}

    /**
     * Screens persons. More subjects leave those who were screened before as they were.
     *
     * @param <P> a screened person as the trial knows them
     * @param subjects how many enter
     * @param most how many can
     * @param screening the person of a screening number, from 1
     * @param enters whether a person enters
     * @return all who were screened, in order; the last one entered
     * @throws IllegalArgumentException when fewer than 1 or more than {@code most} are to enter
     */
    public static <P> List<P> until(int subjects, int most, IntFunction<P> screening, Predicate<P> enters) {
        if (subjects < 1 || subjects > most) {
            throw new IllegalArgumentException("expected 1 to " + most + " subjects; found " + subjects);
        }
        List<P> screened = new ArrayList<>();
        int entered = 0;
        for (int number = 1; entered < subjects; number++) {
            P person = screening.apply(number);
            screened.add(person);
            entered += enters.test(person) ? 1 : 0;
        }
        return screened;
    }
}
