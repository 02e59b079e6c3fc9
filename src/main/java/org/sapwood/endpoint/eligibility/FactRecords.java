package org.sapwood.endpoint.eligibility;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.sapwood.data.DataComplaint;
import org.sapwood.data.DataComplaints;
import org.sapwood.data.DataRejected;
import org.sapwood.data.Dataset;
import org.sapwood.data.Variable;
import org.sapwood.population.Subject;
import org.sapwood.population.TrialData;
import org.sapwood.sap.EligibilitySpec;

/**
 * Reads the facts that decide eligibility. A record with a number gives a measurement; with Y or N a flag; with a day an
 * event on that day. N without a day says that no such event happened; Y without a day that it did on an unknown day, so
 * that no window can be judged. A fact without a record is unknown.
 */
public final class FactRecords {
    private final EligibilitySpec.Facts spec;
    private final TrialData data;
    private final Dataset dataset;
    private final Map<String, Map<String, List<Integer>>> rows = new TreeMap<>();
    private final DataComplaints complaints = new DataComplaints();

    private FactRecords(EligibilitySpec.Facts spec, TrialData data) {
        this.spec = spec;
        this.data = data;
        this.dataset = data.dataset(spec.dataset());
    }

    /**
     * Reads the facts of all subjects.
     *
     * @param spec where they are
     * @param data the study's data
     * @return the records by subject
     */
    public static FactRecords of(EligibilitySpec.Facts spec, TrialData data) {
        FactRecords records = new FactRecords(spec, data);
        Variable subject = records.dataset.require(data.subjectVariable());
        Variable name = records.dataset.require(spec.name());
        records.dataset
                .select(spec.where())
                .rows()
                .forEach(row -> records.rows
                        .computeIfAbsent(subject.text(row), s -> new LinkedHashMap<>())
                        .computeIfAbsent(name.text(row).toLowerCase(Locale.ROOT), n -> new ArrayList<>())
                        .add(row));
        return records;
    }

    /** {@return the names of all facts with a record, in lower case, ascending} */
    public static Set<String> names(EligibilitySpec.Facts spec, Dataset dataset) {
        Set<String> names = new TreeSet<>();
        Variable name = dataset.require(spec.name());
        dataset.select(spec.where())
                .rows()
                .forEach(row -> names.add(name.text(row).toLowerCase(Locale.ROOT)));
        return names;
    }

    /**
     * The facts of subjects.
     *
     * @param subjects who
     * @return the facts by subject id, in the same order
     * @throws DataRejected with every contradiction between records and every subject without a reference date
     */
    public Map<String, PatientFacts> facts(List<Subject> subjects) {
        Map<String, PatientFacts> facts = new LinkedHashMap<>();
        subjects.forEach(subject -> facts.put(subject.id(), facts(subject)));
        complaints.throwIfAny();
        return facts;
    }

    /**
     * The records behind some facts of a subject.
     *
     * @param subject the subject's id
     * @param names the facts
     * @return row numbers from 1, ascending
     */
    public List<Integer> records(String subject, Set<String> names) {
        List<Integer> records = new ArrayList<>();
        Map<String, List<Integer>> of = rows.getOrDefault(subject, Map.of());
        names.forEach(name -> records.addAll(of.getOrDefault(name, List.of())));
        return TrialData.records(records);
    }

    private PatientFacts facts(Subject subject) {
        Variable reference = data.subjectDataset().require(spec.reference());
        LocalDate date = LocalDate.EPOCH;
        if (reference.isMissing(subject.row())) {
            complaints.add(DataComplaint.at(
                    data.subjectDataset().file(),
                    data.subjectDataset().whereIs(subject.row()),
                    spec.reference(),
                    "subject " + subject.id() + " has no reference date for look-back windows",
                    "Record it, or leave the subject out of the analysis set."));
        } else {
            date = reference.date(subject.row());
        }
        Map<String, BigDecimal> numbers = new TreeMap<>();
        Map<String, Boolean> flags = new TreeMap<>();
        Map<String, List<LocalDate>> events = new TreeMap<>();
        LocalDate last = date;
        rows.getOrDefault(subject.id(), Map.of()).forEach((name, records) -> {
            single(spec.number(), records)
                    .ifPresent(row ->
                            numbers.put(name, dataset.require(spec.number()).decimal(row)));
            List<LocalDate> days = days(records, last);
            flag(records).ifPresent(set -> {
                flags.put(name, set);
                if (!set && days.isEmpty()) {
                    events.put(name, List.of());
                }
            });
            if (!days.isEmpty()) {
                events.put(name, days);
            }
        });
        return new PatientFacts(date, numbers, flags, events);
    }

    private List<LocalDate> days(List<Integer> records, LocalDate reference) {
        if (spec.day().isEmpty()) {
            return List.of();
        }
        Variable day = dataset.require(spec.day());
        List<LocalDate> days = new ArrayList<>();
        for (int row : records) {
            if (!day.isMissing(row)) {
                days.add(reference.plusDays(day.decimal(row).longValueExact()));
            }
        }
        Collections.sort(days);
        return days;
    }

    /** The one record with a value; several are a contradiction unless the values are equal. */
    private OptionalInt single(String name, List<Integer> records) {
        if (name.isEmpty()) {
            return OptionalInt.empty();
        }
        Variable variable = dataset.require(name);
        @Nullable Integer first = null;
        for (int row : records) {
            if (variable.isMissing(row)) {
                continue;
            }
            if (first != null && !variable.text(first).equals(variable.text(row))) {
                complaints.add(DataComplaint.at(
                        dataset.file(),
                        dataset.whereIs(row),
                        name,
                        "the same fact of one subject is " + variable.text(first) + " in " + dataset.whereIs(first)
                                + " and " + variable.text(row) + " here",
                        "Correct one of them."));
            }
            first = first == null ? Integer.valueOf(row) : first;
        }
        return first == null ? OptionalInt.empty() : OptionalInt.of(first);
    }

    private Optional<Boolean> flag(List<Integer> records) {
        OptionalInt row = single(spec.flag(), records);
        if (row.isEmpty()) {
            return Optional.empty();
        }
        String text = dataset.require(spec.flag()).text(row.getAsInt());
        if (!text.equals("Y") && !text.equals("N")) {
            complaints.add(DataComplaint.at(
                    dataset.file(),
                    dataset.whereIs(row.getAsInt()),
                    spec.flag(),
                    "expected Y or N; found \"" + text + "\"",
                    ""));
        }
        return Optional.of(text.equals("Y"));
    }
}
