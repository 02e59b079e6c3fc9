package org.sapwood.endpoint;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.sapwood.data.DataComplaint;
import org.sapwood.data.DataComplaints;
import org.sapwood.data.Dataset;
import org.sapwood.data.Selection;
import org.sapwood.data.Variable;
import org.sapwood.endpoint.response.FirstTime;
import org.sapwood.endpoint.steroid.DiaryRule;
import org.sapwood.endpoint.steroid.DoseDiary;
import org.sapwood.endpoint.steroid.DoseRecord;
import org.sapwood.endpoint.steroid.Glucocorticoid;
import org.sapwood.endpoint.steroid.Route;
import org.sapwood.endpoint.steroid.TimeToTaper;
import org.sapwood.population.Subject;
import org.sapwood.sap.DiarySpec;
import org.sapwood.sap.EndpointSpec;
import org.sapwood.sap.VisitSpec;

/** Derives doses before visits, and the time to a taper, from a diary of glucocorticoids. */
final class DiaryValues {
    private static final int FIRST_TREATMENT_DAY = 1;

    /** A record that counts, with its row number from 1. */
    private record Row(DoseRecord dose, int number) {}

    private final Endpoints endpoints;

    DiaryValues(Endpoints endpoints) {
        this.endpoints = endpoints;
    }

    EndpointValues of(EndpointSpec.DiaryDose spec) {
        DiarySpec diary = spec.diary();
        EndpointValues values =
                new EndpointValues(spec, diary.dataset(), diary.where().toString(), describe(spec));
        Map<String, List<Row>> rows = rows(diary);
        List<String> visits =
                endpoints.sap().visits().stream().map(VisitSpec::id).toList();
        for (Subject subject : endpoints.data().subjects()) {
            List<Row> own = rows.getOrDefault(subject.id(), List.of());
            DoseDiary doses = diary(own, diary);
            for (String visit : visits) {
                int visitDay = visit.equals(endpoints.baselineVisit())
                        ? FIRST_TREATMENT_DAY
                        : endpoints.visitDays().of(subject.id(), visit);
                int first = spec.days() == 0 ? FIRST_TREATMENT_DAY : visitDay - spec.days();
                if (first >= visitDay) {
                    continue;
                }
                values.put(
                        subject.id(),
                        visit,
                        quantity(spec, doses, subject.id(), visits, visit, first, visitDay),
                        origin(own, diary, first, visitDay - 1),
                        "");
            }
        }
        return values;
    }

    private Derived<BigDecimal> quantity(
            EndpointSpec.DiaryDose spec,
            DoseDiary doses,
            String subject,
            List<String> visits,
            String visit,
            int first,
            int visitDay) {
        Derived<ExactRatio> sum = doses.cumulative(first, visitDay - 1);
        if (spec.quantity() == EndpointSpec.Quantity.CUMULATIVE_DOSE) {
            return sum.map(ExactRatio::toDecimal);
        }
        Derived<ExactRatio> mean = doses.meanBefore(visitDay, spec.days());
        return spec.quantity() == EndpointSpec.Quantity.MEAN_DAILY_DOSE
                ? mean.map(ExactRatio::toDecimal)
                : mean.then(dose -> weight(spec, subject, visits.subList(0, visits.indexOf(visit) + 1))
                        .map(kilograms ->
                                dose.dividedBy(ExactRatio.of(kilograms)).toDecimal()));
    }

    /** The last weight up to a visit. */
    private Derived<BigDecimal> weight(EndpointSpec.DiaryDose spec, String subject, List<String> upTo) {
        EndpointValues weights = endpoints.of(spec.weight());
        for (int i = upTo.size() - 1; i >= 0; i--) {
            EndpointValues.Entry entry = weights.at(subject, upTo.get(i));
            if (entry != null) {
                return entry.value().signum() > 0
                        ? Derived.of(entry.value())
                        : Derived.missing("a body weight is above 0 kg, found "
                                + entry.value().toPlainString());
            }
        }
        return Derived.missing("no body weight up to the visit");
    }

    EndpointTimes of(EndpointSpec.Taper spec) {
        DiarySpec diary = spec.diary();
        TimeToTaper taper = new TimeToTaper(spec.target(), spec.heldDays());
        EndpointTimes times = new EndpointTimes(
                spec,
                diary.dataset(),
                diary.where().toString(),
                "first day of " + spec.heldDays() + " in a row with at most "
                        + spec.target().toPlainString() + " mg/day" + conventions(diary));
        List<VisitSpec> visits = endpoints.sap().visits();
        String until = spec.until().isEmpty() ? visits.get(visits.size() - 1).id() : spec.until();
        Map<String, List<Row>> rows = rows(diary);
        for (Subject subject : endpoints.data().subjects()) {
            List<Row> own = rows.getOrDefault(subject.id(), List.of());
            int last = endpoints.visitDays().of(subject.id(), until);
            FirstTime first = taper.in(diary(own, diary), FIRST_TREATMENT_DAY, last);
            times.put(
                    subject.id(),
                    new EndpointTimes.Entry(
                            JudgementsByVisit.inUnit(first.day(), spec.unit()),
                            first.isEvent(),
                            origin(own, diary, FIRST_TREATMENT_DAY, last),
                            first.reason()));
        }
        return times;
    }

    private static DoseDiary diary(List<Row> rows, DiarySpec spec) {
        return new DoseDiary(
                rows.stream().map(Row::dose).toList(),
                new DiaryRule(
                        spec.longestGap(),
                        spec.pulses() == DiarySpec.Pulses.INCLUDED
                                ? DiaryRule.Pulses.INCLUDED
                                : DiaryRule.Pulses.SEPARATE));
    }

    /** The records whose days, or the gap after them, reach into the window. */
    private static Origin origin(List<Row> rows, DiarySpec spec, int first, int last) {
        return new Origin(Map.of(
                spec.dataset(),
                rows.stream()
                        .filter(row -> row.dose().startDay() <= last
                                && row.dose().endDay() >= first - (long) spec.longestGap())
                        .map(Row::number)
                        .toList()));
    }

    /** The records that count by subject: inhaled, topical and other local routes are left to listings. */
    private Map<String, List<Row>> rows(DiarySpec spec) {
        Dataset dataset = endpoints.data().dataset(spec.dataset());
        Variable subject = dataset.require(endpoints.data().subjectVariable());
        Variable drug = dataset.require(spec.drug());
        Variable route = dataset.require(spec.route());
        Variable dose = dataset.require(spec.dose());
        Variable start = dataset.require(spec.start());
        Variable end = dataset.require(spec.end());
        DataComplaints complaints = new DataComplaints();
        Map<String, List<Row>> rows = new TreeMap<>();
        Selection selection = dataset.select(spec.where());
        for (int i = 0; i < selection.size(); i++) {
            int row = selection.row(i);
            try {
                if (!constant(Route.class, spec.routes(), route, row).counts()) {
                    continue;
                }
                DoseRecord record = new DoseRecord(
                        VisitDays.withoutGap(dataset, present(start, row), row),
                        VisitDays.withoutGap(dataset, present(end, row), row),
                        constant(Glucocorticoid.class, spec.drugs(), drug, row),
                        constant(Route.class, spec.routes(), route, row),
                        present(dose, row).decimal(row));
                rows.computeIfAbsent(subject.text(row), s -> new ArrayList<>()).add(new Row(record, row + 1));
            } catch (IllegalArgumentException wrong) {
                complaints.add(DataComplaint.at(
                        dataset.file(),
                        dataset.whereIs(row),
                        "",
                        String.valueOf(wrong.getMessage()),
                        "Correct the record, or the diary in the plan."));
            }
        }
        complaints.throwIfAny();
        return rows;
    }

    private static Variable present(Variable variable, int row) {
        if (variable.isMissing(row)) {
            throw new IllegalArgumentException(variable.name() + " is missing");
        }
        return variable;
    }

    private static <E extends Enum<E>> E constant(
            Class<E> type, Map<String, String> words, Variable variable, int row) {
        String recorded = present(variable, row).text(row);
        String word = words.getOrDefault(recorded, recorded);
        String name = word.strip().toLowerCase(Locale.ROOT).replace(' ', '-').replace('_', '-');
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> Settings.written(constant).equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        variable.name() + " \"" + recorded + "\" is not one of: " + known(type)));
    }

    private static String known(Class<? extends Enum<?>> type) {
        return String.join(
                ", ",
                Arrays.stream(type.getEnumConstants()).map(Settings::written).toList());
    }

    private static String describe(EndpointSpec.DiaryDose spec) {
        String window = spec.days() == 0 ? "from day 1 to the day before" : "over the " + spec.days() + " days before";
        return switch (spec.quantity()) {
                    case MEAN_DAILY_DOSE -> "mean daily prednisone-equivalent dose ";
                    case CUMULATIVE_DOSE -> "cumulative prednisone-equivalent dose ";
                    case DOSE_PER_KILOGRAM -> "mean daily prednisone-equivalent dose per kilogram ";
                }
                + window + " the visit" + conventions(spec.diary());
    }

    private static String conventions(DiarySpec diary) {
        return " (gaps up to " + diary.longestGap() + " days carried, pulses "
                + (diary.pulses() == DiarySpec.Pulses.INCLUDED ? "included" : "separate") + ")";
    }
}
