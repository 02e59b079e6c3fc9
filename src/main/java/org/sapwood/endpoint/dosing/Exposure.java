package org.sapwood.endpoint.dosing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.sapwood.endpoint.Dated;
import org.sapwood.endpoint.Derived;
import org.sapwood.endpoint.ExactRatio;
import org.sapwood.endpoint.Judgement;
import org.sapwood.sap.Regimen;

/**
 * What one patient was to receive and did receive up to a day.
 *
 * @param plannedDays days of planned doses up to that day
 * @param givenDoses doses given, in order of day; an amount of 0 is a dose not given and is left out
 * @param missedDays planned days without a dose
 * @param unplannedDays days of doses that match no planned day
 * @param plannedUnits planned amount in all; missing when the amount per dose is unknown
 * @param givenUnits amount given in all
 */
public record Exposure(
        List<Integer> plannedDays,
        List<Dated<BigDecimal>> givenDoses,
        List<Integer> missedDays,
        List<Integer> unplannedDays,
        Derived<BigDecimal> plannedUnits,
        BigDecimal givenUnits) {
    public Exposure {
        plannedDays = List.copyOf(plannedDays);
        givenDoses = List.copyOf(givenDoses);
        missedDays = List.copyOf(missedDays);
        unplannedDays = List.copyOf(unplannedDays);
    }

    /**
     * Compares plan and diary.
     *
     * @param regimen the planned days
     * @param unitsPerDose the planned amount of one dose
     * @param given doses by day, in any order
     * @param toleranceDays a dose matches the earliest open planned day at most so many days away
     * @param lastDay planned and given doses after this day do not count, as after withdrawal
     * @return the exposure
     */
    public static Exposure of(
            Regimen regimen,
            Derived<BigDecimal> unitsPerDose,
            List<Dated<BigDecimal>> given,
            int toleranceDays,
            int lastDay) {
        List<Integer> planned =
                regimen.doseDays().stream().filter(day -> day <= lastDay).toList();
        List<Dated<BigDecimal>> doses = given.stream()
                .filter(dose -> dose.day() <= lastDay && dose.value().signum() > 0)
                .sorted(Comparator.comparingInt(Dated::day))
                .toList();
        List<Integer> open = new ArrayList<>(planned);
        List<Integer> unplanned = new ArrayList<>();
        BigDecimal sum = BigDecimal.ZERO;
        for (Dated<BigDecimal> dose : doses) {
            sum = sum.add(dose.value());
            int match = -1;
            for (int i = 0; i < open.size() && match < 0; i++) {
                if (Math.abs(open.get(i) - dose.day()) <= toleranceDays) {
                    match = i;
                }
            }
            if (match < 0) {
                unplanned.add(dose.day());
            } else {
                open.remove(match);
            }
        }
        int doseCount = planned.size();
        return new Exposure(
                planned,
                doses,
                open,
                unplanned,
                unitsPerDose.map(units -> units.multiply(BigDecimal.valueOf(doseCount))),
                sum);
    }

    /** {@return 100 &times; planned doses given / planned doses; missing when none was planned} */
    public Derived<ExactRatio> compliancePercent() {
        return plannedDays.isEmpty()
                ? Derived.missing("no dose planned")
                : Derived.of(ExactRatio.percent(
                        BigDecimal.valueOf(plannedDays.size() - (long) missedDays.size()),
                        BigDecimal.valueOf(plannedDays.size())));
    }

    /** {@return 100 &times; amount given / amount planned} */
    public Derived<ExactRatio> intensityPercent() {
        return plannedUnits.then(units -> units.signum() == 0
                ? Derived.missing("no dose planned")
                : Derived.of(ExactRatio.percent(givenUnits, units)));
    }

    /** {@return days from the first to the last dose given, both included; 0 without any} */
    public int durationDays() {
        return givenDoses.isEmpty()
                ? 0
                : givenDoses.get(givenDoses.size() - 1).day()
                        - givenDoses.get(0).day()
                        + 1;
    }

    /**
     * Whether enough planned doses were given, as for a per-protocol set.
     *
     * @param percent inclusive, usually 80
     * @return the decision
     */
    public Judgement isAdherent(BigDecimal percent) {
        return compliancePercent() instanceof Derived.Known<ExactRatio> known
                ? Judgement.of(
                        known.value().isAtLeast(percent),
                        (plannedDays.size() - missedDays.size()) + " of " + plannedDays.size()
                                + " planned doses given, " + percent.toPlainString() + " % needed")
                : Judgement.unknown(compliancePercent().reasonMissing());
    }
}
