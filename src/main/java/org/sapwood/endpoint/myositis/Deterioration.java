package org.sapwood.endpoint.myositis;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sapwood.endpoint.Derived;
import org.sapwood.endpoint.ExactRatio;

/**
 * Deterioration of one patient at one visit as in the ProDERM trial; it is confirmed when seen at two consecutive visits
 * ({@code response.ConsecutiveVisits}). Any of:
 *
 * <ul>
 *   <li>physician global worse by at least 2 cm and manual muscle testing worse by at least 20 % of baseline;
 *   <li>extramuscular global worse by at least 2 cm;
 *   <li>any 3 of the 5 measures other than the enzyme worse by at least 30 % of baseline.
 * </ul>
 *
 * <p>A measure that is missing cannot show deterioration. A measure that was 0 at baseline has no relative change and
 * does not count in the third rule.
 *
 * @param isPresent yes, no, or why nothing can be said (none of the rules could be judged)
 * @param reasons which rules hold
 */
public record Deterioration(Derived<Boolean> isPresent, List<String> reasons) {

    /** Where the definition comes from. */
    public static final String SOURCE =
            "ProDERM: Aggarwal et al., Arthritis Res Ther 2023, figure 1" + " (doi:10.1186/s13075-023-03232-2)";

    private static final BigDecimal GLOBAL_CENTIMETRES = BigDecimal.valueOf(2);
    private static final BigDecimal MUSCLE_PERCENT = BigDecimal.valueOf(20);
    private static final BigDecimal ANY_PERCENT = BigDecimal.valueOf(30);
    private static final int ANY_MEASURES = 3;

    public Deterioration {
        reasons = List.copyOf(reasons);
    }

    /**
     * Judges one visit.
     *
     * @param baseline the last values before the first dose
     * @param visit the visit's values
     * @param scales how the core set was recorded
     * @return the explained decision
     */
    public static Deterioration of(CoreSetMeasures baseline, CoreSetMeasures visit, CoreSetScales scales) {
        scales.check(baseline);
        scales.check(visit);
        BigDecimal distance = scales.analogueScale().fromCentimetres(GLOBAL_CENTIMETRES);
        Boolean physician = worseBy(CoreSetMeasure.PHYSICIAN_GLOBAL, baseline, visit, distance);
        Boolean muscle = worseByPercent(CoreSetMeasure.MANUAL_MUSCLE_TESTING, baseline, visit, MUSCLE_PERCENT);
        Boolean extramuscular = worseBy(CoreSetMeasure.EXTRAMUSCULAR_GLOBAL, baseline, visit, distance);
        int observed = 0;
        List<String> worse = new ArrayList<>();
        for (CoreSetMeasure measure : CoreSetMeasure.values()) {
            if (measure == CoreSetMeasure.MUSCLE_ENZYME) {
                continue;
            }
            Boolean is = worseByPercent(measure, baseline, visit, ANY_PERCENT);
            if (is != null) {
                observed++;
                if (is) {
                    worse.add(measure.label());
                }
            }
        }
        List<String> reasons = new ArrayList<>();
        if (Boolean.TRUE.equals(physician) && Boolean.TRUE.equals(muscle)) {
            reasons.add("physician global worse by at least 2 cm and manual muscle testing by at least 20 %");
        }
        if (Boolean.TRUE.equals(extramuscular)) {
            reasons.add("extramuscular global worse by at least 2 cm");
        }
        if (worse.size() >= ANY_MEASURES) {
            reasons.add(worse.size() + " of 5 measures worse by at least 30 %: " + String.join(", ", worse));
        }
        boolean judged = (physician != null && muscle != null) || extramuscular != null || observed >= ANY_MEASURES;
        return judged
                ? new Deterioration(Derived.of(!reasons.isEmpty()), reasons)
                : new Deterioration(Derived.missing("too few core set measures to judge deterioration"), List.of());
    }

    private static @Nullable Boolean worseBy(
            CoreSetMeasure measure, CoreSetMeasures baseline, CoreSetMeasures visit, BigDecimal distance) {
        BigDecimal before = baseline.value(measure);
        BigDecimal after = visit.value(measure);
        if (before == null || after == null) {
            return null;
        }
        return measure.direction().improvement(before, after).negate().compareTo(distance) >= 0;
    }

    private static @Nullable Boolean worseByPercent(
            CoreSetMeasure measure, CoreSetMeasures baseline, CoreSetMeasures visit, BigDecimal percent) {
        BigDecimal before = baseline.value(measure);
        BigDecimal after = visit.value(measure);
        if (before == null || after == null || before.signum() == 0) {
            return null;
        }
        return ExactRatio.percent(measure.direction().improvement(before, after), before)
                .isAtMost(percent.negate());
    }
}
