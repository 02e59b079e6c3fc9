package org.sapwood.qualify;

import java.util.Map;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.Interval;
import org.sapwood.stats.PValue;

/** From estimates to the numbers of the case layout, where a quantity that does not exist is NaN. */
final class CaseValues {
    private CaseValues() {}

    static double number(Estimable<? extends Number> estimate) {
        return estimate.isEstimable() ? estimate.orElseThrow().doubleValue() : Double.NaN;
    }

    static double p(Estimable<PValue> p) {
        return p.isEstimable() ? p.orElseThrow().value() : Double.NaN;
    }

    static void putInterval(Map<String, Object> results, Estimable<Interval> interval) {
        results.put("lower", number(interval.map(Interval::lower)));
        results.put("upper", number(interval.map(Interval::upper)));
    }
}
