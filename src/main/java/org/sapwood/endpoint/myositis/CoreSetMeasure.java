package org.sapwood.endpoint.myositis;

import org.sapwood.endpoint.DirectionOfBenefit;

/** The six IMACS core set measures of myositis, in the order in which they are reported. */
public enum CoreSetMeasure {
    PHYSICIAN_GLOBAL("physician global", DirectionOfBenefit.LOWER_IS_BETTER),
    PATIENT_GLOBAL("patient global", DirectionOfBenefit.LOWER_IS_BETTER),
    MANUAL_MUSCLE_TESTING("manual muscle testing", DirectionOfBenefit.HIGHER_IS_BETTER),
    HEALTH_ASSESSMENT("HAQ-DI", DirectionOfBenefit.LOWER_IS_BETTER),
    MUSCLE_ENZYME("muscle enzyme", DirectionOfBenefit.LOWER_IS_BETTER),
    EXTRAMUSCULAR_GLOBAL("extramuscular global", DirectionOfBenefit.LOWER_IS_BETTER);

    private final String label;
    private final DirectionOfBenefit direction;

    CoreSetMeasure(String label, DirectionOfBenefit direction) {
        this.label = label;
        this.direction = direction;
    }

    /** {@return the name used in messages and listings} */
    public String label() {
        return label;
    }

    /** {@return which way is better} */
    public DirectionOfBenefit direction() {
        return direction;
    }
}
