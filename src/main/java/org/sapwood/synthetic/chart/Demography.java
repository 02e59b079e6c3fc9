package org.sapwood.synthetic.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.sapwood.synthetic.Draws;

/**
 * Who comes to the one site of a trial: sex, size and age.
 *
 * @param men the part of men
 * @param man the mean size of a man
 * @param woman the mean size of a woman
 * @param lightest the least weight, kg
 * @param ages the ages
 */
public record Demography(double men, Size man, Size woman, double lightest, Ages ages) {
    private static final String SITE = "01";
    private static final double HEIGHT_DEVIATION = 6;
    private static final double WEIGHT_DEVIATION = 8;

    /**
     * A mean size.
     *
     * @param height cm
     * @param weight kg
     */
    public record Size(double height, double weight) {}

    /**
     * Ages in years, normal between two limits.
     *
     * @param youngest the lower limit
     * @param oldest the upper limit
     * @param mean before they are limited
     * @param deviation the standard deviation before they are limited
     */
    public record Ages(int youngest, int oldest, double mean, double deviation) {}

    /**
     * Somebody who was drawn.
     *
     * @param sex {@code F} or {@code M}
     * @param height cm
     * @param weight kg, not rounded
     * @param age years
     */
    public record Body(String sex, int height, double weight, int age) {

        /**
         * The person with that body.
         *
         * @param number the screening number
         * @param id the unique subject identifier
         * @param screened the date of screening
         * @param failure why the person did not enter the trial, or empty
         */
        public Person person(int number, String id, LocalDate screened, String failure) {
            BigDecimal rounded = BigDecimal.valueOf(weight).setScale(1, RoundingMode.HALF_UP);
            return new Person(number, id, SITE, age, sex, height, rounded, screened, failure);
        }
    }

    /** Draws somebody. */
    public Body draw(Draws draws) {
        boolean male = draws.happens(men);
        Size size = male ? man : woman;
        int height = (int) Math.round(draws.normal(size.height(), HEIGHT_DEVIATION));
        double weight = Math.max(lightest, draws.normal(size.weight(), WEIGHT_DEVIATION));
        long age = Math.round(draws.normal(ages.mean(), ages.deviation()));
        return new Body(
                male ? "M" : "F", height, weight, (int) Math.max(ages.youngest(), Math.min(ages.oldest(), age)));
    }
}
