package org.sapwood.synthetic.chart;

/**
 * A visit that took place.
 *
 * @param week the planned week
 * @param day the actual study day
 * @param improvement the underlying improvement, as a fraction of what was wrong at baseline
 */
public record Visit(int week, int day, double improvement) {

    /** {@return the visit as analysis datasets name it} */
    public String name() {
        return week == 0 ? "BASELINE" : "WEEK " + week;
    }
}
