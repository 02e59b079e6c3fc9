package org.sapwood.synthetic.lupus;

import java.math.BigDecimal;
import java.util.Set;
import org.sapwood.synthetic.chart.Journey;
import org.sapwood.synthetic.chart.Person;

/**
 * A randomised patient.
 *
 * @param person who; the age in whole years
 * @param arm the arm drawn
 * @param place the place among the followed patients of the arm; -1 for the one who was never treated
 * @param journey the way through the trial
 * @param age years with one decimal
 * @param duration months since diagnosis
 * @param drugs the concomitant drugs, as variables of the subject dataset
 */
record Patient(
        Person person, Arm arm, int place, Journey journey, BigDecimal age, BigDecimal duration, Set<String> drugs) {

    boolean isTreated() {
        return place >= 0;
    }
}
