package org.sapwood.synthetic.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;

/**
 * A screened person.
 *
 * @param number the screening number, from 1
 * @param id the unique subject identifier
 * @param site the site
 * @param age years at screening
 * @param sex {@code F} or {@code M}
 * @param height cm
 * @param weight kg
 * @param screened the date of screening
 * @param screenFailure why the person did not enter the trial, or empty
 */
public record Person(
        int number,
        String id,
        String site,
        int age,
        String sex,
        int height,
        BigDecimal weight,
        LocalDate screened,
        String screenFailure) {

    /** {@return whether the person entered the trial} */
    public boolean entered() {
        return screenFailure.isEmpty();
    }

    /** {@return body surface area in square metres, two decimals: the root of height (cm) × weight (kg) / 3600 (Mosteller)} */
    public BigDecimal bodySurface() {
        double area = Math.sqrt(height * weight.doubleValue() / 3600);
        return BigDecimal.valueOf(area).setScale(2, RoundingMode.HALF_UP);
    }
}
