package org.sapwood.stats;

import org.sapwood.stats.Estimable.Reason;

/** Why a number is not there, for assertions. */
public final class NotEstimableReason {
    private NotEstimableReason() {}

    /** {@return the reason; a number that is there fails the test} */
    public static Reason reason(Estimable<?> estimable) {
        return ((Estimable.NotEstimable<?>) estimable).reason();
    }
}
