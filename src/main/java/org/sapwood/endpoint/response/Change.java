package org.sapwood.endpoint.response;

import java.math.BigDecimal;
import org.sapwood.endpoint.Derived;
import org.sapwood.endpoint.DirectionOfBenefit;
import org.sapwood.endpoint.ExactRatio;

/**
 * How one measure of one patient moved.
 *
 * @param baseline the value before treatment
 * @param followUp the later value
 * @param direction which way is better
 */
public record Change(BigDecimal baseline, BigDecimal followUp, DirectionOfBenefit direction) {

    /** {@return follow-up minus baseline, exact} */
    public BigDecimal absolute() {
        return followUp.subtract(baseline);
    }

    /** {@return the change in the patient's favour, exact} */
    public BigDecimal improvement() {
        return direction.improvement(baseline, followUp);
    }

    /** {@return 100 (follow-up - baseline) / baseline; missing when the baseline is 0} */
    public Derived<ExactRatio> percent() {
        return percentOf(absolute());
    }

    /** {@return 100 improvement / |baseline|; missing when the baseline is 0} */
    public Derived<ExactRatio> percentImprovement() {
        return percentOf(improvement());
    }

    private Derived<ExactRatio> percentOf(BigDecimal difference) {
        return baseline.signum() == 0
                ? Derived.missing("baseline is 0: no percent change")
                : Derived.of(ExactRatio.percent(difference, baseline.abs()));
    }
}
