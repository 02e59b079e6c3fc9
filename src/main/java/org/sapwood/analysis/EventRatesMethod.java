package org.sapwood.analysis;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sapwood.data.DataComplaint;
import org.sapwood.data.DataRejected;
import org.sapwood.data.Dataset;
import org.sapwood.data.Variable;
import org.sapwood.population.Cohort;
import org.sapwood.population.Subject;
import org.sapwood.population.TrialData;
import org.sapwood.result.Group;
import org.sapwood.result.Provenance;
import org.sapwood.result.ResultKey;
import org.sapwood.sap.AnalysisSpec;
import org.sapwood.sap.Condition;
import org.sapwood.sap.SafetySpec;
import org.sapwood.sap.SafetySpec.EventRates.Period;
import org.sapwood.sap.Treatments;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.rate.PoissonRate;
import org.sapwood.stats.rate.RateComparison;

/**
 * Adverse events per 100 patient-years by period (parameter) and kind (level). {@code incidence}: subjects with an event
 * over the time until their first; {@code rate}: events over all time at risk, both with exact Poisson limits; {@code
 * ratio} of rates with the score interval. A subject is at risk in a period from its first to its last day, or to the
 * subject's own last day when that is earlier; a year has 365.25 days.
 */
final class EventRatesMethod implements AnalysisMethod<SafetySpec.EventRates> {
    private static final double HUNDRED_YEARS = 36525;

    @Override
    public void run(AnalysisSpec spec, SafetySpec.EventRates options, Study study, Rows rows) {
        Cohort cohort = study.cohortOf(spec);
        options.kinds().forEach((kind, condition) -> {
            Map<String, Map<Integer, Integer>> events = events(options, condition, study, cohort);
            options.periods()
                    .forEach((label, period) ->
                            new One(spec, options, study, rows, cohort, label, period, kind, condition, events).run());
        });
    }

    /** The records of a kind by subject, with their days. */
    private static Map<String, Map<Integer, Integer>> events(
            SafetySpec.EventRates options, Condition condition, Study study, Cohort cohort) {
        Dataset dataset = study.data().dataset(options.dataset());
        Variable subject = dataset.require(study.data().subjectVariable());
        Variable day = dataset.require(options.day());
        Map<String, Map<Integer, Integer>> events = new LinkedHashMap<>();
        dataset.select(options.where().and(condition)).rows().forEach(row -> {
            if (cohort.contains(subject.text(row))) {
                if (day.isMissing(row)) {
                    throw new DataRejected(DataComplaint.at(
                            dataset.file(),
                            dataset.whereIs(row),
                            options.day(),
                            "subject " + subject.text(row) + " has an event without a day; its period is unknown",
                            "Record or impute the day."));
                }
                events.computeIfAbsent(subject.text(row), s -> new LinkedHashMap<>())
                        .put(row, day.decimal(row).intValueExact());
            }
        });
        return events;
    }

    /** Counts and times of one group: subjects with an event and the days until it; events and all days at risk. */
    private record Tally(List<String> subjects, List<Integer> records, long daysToFirst, long days) {
        Estimable<PoissonRate> incidence() {
            return rate(subjects.size(), daysToFirst);
        }

        Estimable<PoissonRate> rate() {
            return rate(records.size(), days);
        }

        private static Estimable<PoissonRate> rate(int events, long days) {
            return days <= 0
                    ? Estimable.not(Estimable.Reason.EMPTY_GROUP, "nobody was at risk in the period")
                    : Estimable.of(new PoissonRate(events, days / HUNDRED_YEARS));
        }
    }

    private record One(
            AnalysisSpec spec,
            SafetySpec.EventRates options,
            Study study,
            Rows rows,
            Cohort cohort,
            String label,
            Period period,
            String kind,
            Condition condition,
            Map<String, Map<Integer, Integer>> events) {

        void run() {
            Map<Group, Tally> tallies = new LinkedHashMap<>();
            study.groups(cohort).forEach((group, members) -> tallies.put(group, tally(members)));
            tallies.forEach(this::write);
            for (Treatments.Arm arm : study.sap().treatments().compared()) {
                Treatments.Arm reference = study.sap().treatments().reference();
                Tally test = tallies.get(new Group.Arm(arm.id()));
                Tally against = tallies.get(new Group.Arm(reference.id()));
                if (test != null && against != null) {
                    compare(new Group.Comparison(arm.id(), reference.id()), test, against);
                }
            }
        }

        private Tally tally(List<Subject> members) {
            Variable until = study.data().subjectDataset().require(options.until());
            List<String> subjects = new ArrayList<>();
            List<Integer> records = new ArrayList<>();
            long daysToFirst = 0;
            long days = 0;
            for (Subject subject : members) {
                BigDecimal own = until.isMissing(subject.row()) ? BigDecimal.ZERO : until.decimal(subject.row());
                int last = Math.min(period.to(), own.intValueExact());
                if (last < period.from()) {
                    continue;
                }
                int first = last + 1;
                for (Map.Entry<Integer, Integer> event :
                        events.getOrDefault(subject.id(), Map.of()).entrySet()) {
                    int day = event.getValue();
                    if (day >= period.from() && day <= last) {
                        records.add(event.getKey());
                        first = Math.min(first, day);
                    }
                }
                days += last - period.from() + 1;
                daysToFirst += Math.min(first, last) - period.from() + 1;
                if (first <= last) {
                    subjects.add(subject.id());
                }
            }
            return new Tally(subjects, records, daysToFirst, days);
        }

        private void write(Group group, Tally tally) {
            Rows.At at = at(group, tally.subjects(), tally.records(), "events per 100 patient-years, exact Poisson");
            at.count("n", tally.subjects().size())
                    .count("events", tally.records().size())
                    .real("patient_years", tally.days() / 365.25);
            rate(at, "incidence", tally.incidence());
            rate(at, "rate", tally.rate());
        }

        private void rate(Rows.At at, String statistic, Estimable<PoissonRate> rate) {
            at.real(statistic, rate.map(PoissonRate::estimate));
            at.interval(statistic, rate.flatMap(r -> r.interval(PoissonRate.IntervalMethod.EXACT, study.level())));
        }

        private void compare(Group.Comparison group, Tally test, Tally against) {
            Estimable<RateComparison> comparison =
                    test.rate().flatMap(first -> against.rate().map(second -> new RateComparison(first, second)));
            List<String> subjects = new ArrayList<>(test.subjects());
            subjects.addAll(against.subjects());
            Rows.At at = at(group, subjects, List.of(), "ratio of rates, score interval");
            at.real("ratio", comparison.flatMap(RateComparison::ratio));
            at.interval("ratio", comparison.flatMap(c -> c.scoreRatioInterval(study.level())));
        }

        private Rows.At at(Group group, List<String> subjects, List<Integer> records, String method) {
            return rows.at(
                    ResultKey.of(spec.id(), group).withParameter(label).withLevel(kind),
                    new Provenance(
                            spec.place(),
                            options.dataset(),
                            options.where().and(condition) + ", days " + period.from() + " to " + period.to(),
                            subjects,
                            TrialData.records(records),
                            method));
        }
    }
}
