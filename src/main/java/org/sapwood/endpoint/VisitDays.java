package org.sapwood.endpoint;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sapwood.data.DataComplaint;
import org.sapwood.data.DataRejected;
import org.sapwood.data.Dataset;
import org.sapwood.data.Variable;
import org.sapwood.endpoint.steroid.DoseRecord;
import org.sapwood.population.TrialData;
import org.sapwood.sap.Sap;
import org.sapwood.sap.VisitDay;
import org.sapwood.sap.VisitSpec;

/**
 * The day of each subject's visits, counted without a gap: day 1 is the first day of treatment, the day before is day 0.
 * It is the earliest study day recorded for the visit where the plan says days are recorded, and the planned day (7 &times;
 * week + 1) otherwise.
 */
public final class VisitDays {
    private final Map<String, Integer> planned = new HashMap<>();
    private final Map<String, Map<String, Integer>> recorded = new HashMap<>();

    /** What messages about days name. */
    private final String where;

    VisitDays(Sap sap, TrialData data) {
        for (VisitSpec visit : sap.visits()) {
            planned.put(visit.id(), (int) Math.round(visit.week() * 7) + 1);
        }
        VisitDay source = sap.visitDay();
        where = source == null ? sap.file() : data.dataset(source.dataset()).file();
        if (source != null) {
            read(source, data, sap.visitVariable());
        }
    }

    private void read(VisitDay source, TrialData data, String visitVariable) {
        Dataset dataset = data.dataset(source.dataset());
        Variable subject = dataset.require(data.subjectVariable());
        Variable visit = dataset.require(visitVariable);
        Variable day = dataset.require(source.variable());
        for (int row = 0; row < dataset.rows(); row++) {
            if (day.isMissing(row) || visit.isMissing(row)) {
                continue;
            }
            recorded.computeIfAbsent(subject.text(row), s -> new HashMap<>())
                    .merge(visit.text(row), withoutGap(dataset, day, row), Math::min);
        }
    }

    /** The study day of a record, counted without a gap. */
    static int withoutGap(Dataset dataset, Variable day, int row) {
        double value = day.number(row);
        if (value == 0 || value != Math.rint(value) || Math.abs(value) > 100_000) {
            throw new DataRejected(DataComplaint.at(
                    dataset.file(),
                    dataset.whereIs(row),
                    day.name(),
                    "expected a study day: a whole number other than 0; found " + day.text(row),
                    "The day before day 1 is day -1."));
        }
        return DoseRecord.withoutGap((int) value);
    }

    /**
     * The day of a visit.
     *
     * @param subject the subject's id
     * @param visit the visit's id
     * @return the recorded day, else the planned one
     * @throws IllegalArgumentException when the plan does not know the visit and no day is recorded
     */
    public int of(String subject, String visit) {
        @Nullable Integer day = recorded.getOrDefault(subject, Map.of()).get(visit);
        if (day == null) {
            day = planned.get(visit);
        }
        if (day == null) {
            throw new IllegalArgumentException("no visit \"" + visit + "\" in the plan");
        }
        return day;
    }

    /**
     * The days of several visits, which must ascend as the plan's visits do.
     *
     * @param subject the subject's id
     * @param visits the visits in the plan's order
     * @return the day of each
     * @throws DataRejected when a visit was not after the one before it
     */
    Map<String, Integer> ascending(String subject, List<String> visits) {
        Map<String, Integer> days = new LinkedHashMap<>();
        String before = "";
        for (String visit : visits) {
            int day = of(subject, visit);
            Integer dayBefore = days.get(before);
            if (dayBefore != null && dayBefore >= day) {
                throw new DataRejected(DataComplaint.of(
                        where,
                        "subject " + subject + ": " + visit + " (day " + day + ") is not after " + before + " (day "
                                + dayBefore + ")",
                        "Correct the study days or the visits."));
            }
            days.put(visit, day);
            before = visit;
        }
        return days;
    }

    /** {@return whether the plan knows a visit}
     *
     * @param visit the visit's id
     */
    boolean isPlanned(String visit) {
        return planned.containsKey(visit);
    }

    /** {@return the planned weeks from baseline to a visit; 0 for a visit the plan does not know}
     *
     * @param visit the visit's id
     */
    double week(String visit) {
        return (planned.getOrDefault(visit, 1) - 1) / 7.0;
    }
}
