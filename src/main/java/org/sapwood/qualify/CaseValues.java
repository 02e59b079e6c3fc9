package org.sapwood.qualify;

import java.util.LinkedHashMap;
import java.util.Map;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.Interval;
import org.sapwood.stats.PValue;

/** From estimates to the values of the case layout; a quantity that does not exist is its reason. */
final class CaseValues {
    private CaseValues() {}

    /** {@return the number, or the {@link Estimable.NotEstimable} that says why there is none} */
    static Object number(Estimable<? extends Number> estimate) {
        return estimate instanceof Estimable.Of<? extends Number> of ? of.value() : estimate;
    }

    static Object p(Estimable<PValue> p) {
        return number(p.map(PValue::value));
    }

    static void putInterval(Map<String, Object> results, Estimable<Interval> interval) {
        putInterval(results, "", interval);
    }

    static void putInterval(Map<String, Object> results, String prefix, Estimable<Interval> interval) {
        results.put(prefix + "lower", number(interval.map(Interval::lower)));
        results.put(prefix + "upper", number(interval.map(Interval::upper)));
    }

    /**
     * One reason under several names.
     *
     * @param estimate what has no value; its reason stands under every name
     * @param names the names
     * @return a map that can be added to
     */
    static Map<String, Object> nothing(Estimable<?> estimate, String... names) {
        Map<String, Object> results = new LinkedHashMap<>();
        for (String name : names) {
            results.put(name, estimate);
        }
        return results;
    }
}
