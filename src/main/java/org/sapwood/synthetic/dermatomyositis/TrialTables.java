package org.sapwood.synthetic.dermatomyositis;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.sapwood.synthetic.CsvTable;
import org.sapwood.synthetic.chart.AdverseEventTable;
import org.sapwood.synthetic.chart.Intervention;
import org.sapwood.synthetic.chart.InterventionTable;
import org.sapwood.synthetic.chart.MuscleEnzyme;
import org.sapwood.synthetic.chart.Periods;
import org.sapwood.synthetic.dermatomyositis.Participant.Visit;

/** Lays the invented trial out as analysis datasets. */
final class TrialTables {

    private static final Periods PERIODS = new Periods("DOUBLE-BLIND", "OPEN");

    private final String trial;
    private final long seed;

    TrialTables(String trial, long seed) {
        this.trial = trial;
        this.seed = seed;
    }

    CsvTable subjects(List<Patient> failures, List<Participant> participants) {
        CsvTable table = new CsvTable(
                "STUDYID",
                "USUBJID",
                "SUBJID",
                "SITEID",
                "AGE",
                "AGEGR1",
                "SEX",
                "RACE",
                "WEIGHTBL",
                "SCRNDT",
                "SCRNFRS",
                "RANDFL",
                "RANDDT",
                "TRT01P",
                "TRT01PN",
                "TRT01A",
                "TRT01AN",
                "STRATGC",
                "STRATSITE",
                "FASFL",
                "SAFFL",
                "PPROTFL",
                "PPROTRS",
                "TRTSDT",
                "TRTEDT",
                "TRTDURD",
                "EOTSTT",
                "DCTREAS",
                "OPENFL",
                "EOTOSTT",
                "DCTOREAS",
                "EOSSTT",
                "DCSREAS",
                "EOSDT",
                "EOSDY",
                "DTHFL",
                "DMDURY",
                "MSA",
                "ILDFL",
                "DMTYPE",
                "IMMSUPP",
                "GCBL",
                "PHYGLBL",
                "PATGLBL",
                "MMT8BL",
                "HAQBL",
                "EMGLBL",
                "CDASIABL",
                "CDASIDBL",
                "ENZBL");
        List<Row> rows = new ArrayList<>();
        failures.forEach(patient -> rows.add(new Row(patient.number(), failure(patient))));
        participants.forEach(
                participant -> rows.add(new Row(participant.patient().number(), randomised(participant))));
        rows.sort((a, b) -> Integer.compare(a.number(), b.number()));
        rows.forEach(row -> table.row(row.cells().toArray()));
        return table;
    }

    private record Row(int number, List<Object> cells) {}

    private List<Object> screened(Patient p) {
        return new ArrayList<>(List.of(
                trial,
                p.id(),
                p.id().substring(p.id().length() - 4),
                p.site(),
                p.age(),
                p.age() < 40 ? "<40" : p.age() < 60 ? "40-<60" : ">=60",
                p.sex(),
                p.race(),
                oneDecimal(p.weight()),
                p.screened(),
                p.screenFailure(),
                p.screenFailure().isEmpty() ? "Y" : "N"));
    }

    private List<Object> failure(Patient patient) {
        List<Object> cells = screened(patient);
        while (cells.size() < 50) {
            cells.add("");
        }
        cells.set(19, "N");
        cells.set(20, "N");
        cells.set(21, "N");
        cells.set(31, "SCREEN FAILURE");
        return cells;
    }

    private List<Object> randomised(Participant p) {
        Map<Measure, Optional<BigDecimal>> baseline =
                new Measurements(p, seed).all().values().iterator().next();
        boolean entersOpen = p.treated() && p.doubleBlindEnd().isEmpty();
        boolean died = p.has(Intervention.Kind.DEATH);
        List<Object> cells = screened(p.patient());
        cells.addAll(List.of(
                p.randomised(),
                p.planned().label(),
                p.planned().number(),
                p.treated() ? p.actual().label() : "",
                p.treated() ? p.actual().number() : "",
                p.patient().doseStratum(),
                p.patient().siteStratum(),
                "Y",
                p.treated() ? "Y" : "N",
                p.deviation().isEmpty() ? "Y" : "N",
                p.deviation()));
        cells.addAll(List.of(
                p.treated() ? p.days().first() : "",
                p.treated() ? p.dateOf(p.lastDoseDay()) : "",
                p.treated() ? p.lastDoseDay() : "",
                !p.treated() ? "NOT TREATED" : p.doubleBlindEnd().isEmpty() ? "COMPLETED" : "DISCONTINUED",
                p.doubleBlindEnd(),
                entersOpen ? "Y" : "N",
                !entersOpen ? "" : p.openEnd().isEmpty() ? "COMPLETED" : "DISCONTINUED",
                entersOpen ? p.openEnd() : "",
                p.studyEnd().isEmpty() ? "COMPLETED" : "DISCONTINUED",
                p.studyEnd(),
                p.dateOf(p.lastDay()),
                p.lastDay()));
        cells.addAll(List.of(
                died ? "Y" : "N",
                oneDecimal(p.patient().durationYears()),
                p.patient().antibody(),
                p.patient().hasLungDisease() ? "Y" : "N",
                p.patient().isSkinPredominant() ? "SKIN PREDOMINANT" : "MUSCLE AND SKIN",
                p.patient().immunosuppressant(),
                twoDecimals(p.patient().dose())));
        for (Measure measure : List.of(
                Measure.PHYGLOB,
                Measure.PATGLOB,
                Measure.MMT8,
                Measure.HAQDI,
                Measure.EMGLOB,
                Measure.CDASIA,
                Measure.CDASID)) {
            cells.add(shown(baseline, measure));
        }
        cells.add(mostAbnormal(p.patient(), baseline));
        return cells;
    }

    private static String mostAbnormal(Patient patient, Map<Measure, Optional<BigDecimal>> baseline) {
        Map<MuscleEnzyme, Double> multiples = new EnumMap<>(MuscleEnzyme.class);
        for (MuscleEnzyme enzyme : MuscleEnzyme.values()) {
            Measure measure = Measure.valueOf(enzyme.name());
            double limit = patient.upperLimits().getOrDefault(measure, 1.0);
            baseline.getOrDefault(measure, Optional.empty())
                    .ifPresent(value -> multiples.put(enzyme, value.doubleValue() / limit));
        }
        return MuscleEnzyme.mostAbnormal(multiples).map(MuscleEnzyme::name).orElse("");
    }

    CsvTable coreSetMeasures(List<Participant> participants) {
        CsvTable table = new CsvTable(
                "USUBJID", "PARAMCD", "PARAM", "AVISIT", "AVISITN", "ADT", "ADY", "AVAL", "AVALU", "BASE", "CHG",
                "ABLFL", "ANRHI");
        for (Participant p : participants) {
            Map<Visit, Map<Measure, Optional<BigDecimal>>> values = new Measurements(p, seed).all();
            Map<Measure, Optional<BigDecimal>> baseline =
                    values.values().iterator().next();
            for (Measure measure : Measure.values()) {
                Optional<BigDecimal> base = baseline.getOrDefault(measure, Optional.empty());
                if (base.isEmpty()) {
                    continue; // never measured in this subject
                }
                values.forEach((visit, measured) -> {
                    Optional<BigDecimal> value = measured.getOrDefault(measure, Optional.empty());
                    Double limit = p.patient().upperLimits().get(measure);
                    table.row(
                            p.patient().id(),
                            measure.name(),
                            measure.label(),
                            visit.name(),
                            visit.week(),
                            p.dateOf(visit.day()),
                            visit.day(),
                            value.map(BigDecimal::toPlainString).orElse(""),
                            measure.unit(),
                            base.get().toPlainString(),
                            visit.week() == 0
                                    ? ""
                                    : value.map(v -> v.subtract(base.get()).toPlainString())
                                            .orElse(""),
                            visit.week() == 0 ? "Y" : "",
                            limit == null
                                    ? ""
                                    : BigDecimal.valueOf(limit)
                                            .stripTrailingZeros()
                                            .toPlainString());
                });
            }
        }
        return table;
    }

    CsvTable glucocorticoids(List<Participant> participants) {
        CsvTable table = new CsvTable(
                "USUBJID", "PARAMCD", "PARAM", "AVISIT", "AVISITN", "ADT", "ADY", "AVAL", "AVALU", "BASE", "CHG",
                "ABLFL");
        for (Participant p : participants) {
            for (Visit visit : p.visits()) {
                BigDecimal base = twoDecimals(p.patient().dose());
                BigDecimal dose = twoDecimals(visit.dose());
                table.row(
                        p.patient().id(),
                        "GCDD",
                        "Prednisone-equivalent dose, mean of the 7 days before the visit",
                        visit.name(),
                        visit.week(),
                        p.dateOf(visit.day()),
                        visit.day(),
                        dose,
                        "mg/day",
                        base,
                        visit.week() == 0 ? "" : dose.subtract(base),
                        visit.week() == 0 ? "Y" : "");
            }
        }
        return table;
    }

    CsvTable intercurrentEvents(List<Participant> participants) {
        InterventionTable table = new InterventionTable(PERIODS);
        participants.forEach(p -> table.write(p.patient().id(), p.days(), p.events()));
        return table.table();
    }

    CsvTable adverseEvents(List<Participant> participants) {
        AdverseEventTable table = new AdverseEventTable(PERIODS);
        for (Participant p : participants) {
            table.write(
                    p.patient().id(),
                    p.days(),
                    onset -> onset > Periods.LAST_TREATMENT_DAY
                            ? Arm.INTERLEUKIN.label()
                            : p.actual().label(),
                    new AdverseEvents(p, seed).all());
        }
        return table.table();
    }

    CsvTable screeningFacts(List<Patient> failures, List<Participant> participants) {
        Map<Integer, Patient> screened = new TreeMap<>();
        Set<Integer> against = new TreeSet<>();
        failures.forEach(patient -> screened.put(patient.number(), patient));
        for (Participant p : participants) {
            screened.put(p.patient().number(), p.patient());
            if (p.deviation().equals("ELIGIBILITY CRITERION NOT MET")) {
                against.add(p.patient().number());
            }
        }
        CsvTable table = new CsvTable("USUBJID", "IETESTCD", "IEORRES", "IEFLAG", "IEDY");
        screened.forEach((number, patient) -> new ScreeningFacts(patient, seed)
                .all(against.contains(number))
                .forEach(fact -> table.row(patient.id(), fact.name(), fact.number(), fact.flag(), fact.day())));
        return table;
    }

    CsvTable injections(List<Participant> participants) {
        CsvTable table = new CsvTable("USUBJID", "EXSEQ", "EXTRT", "APERIOD", "EXDOSE", "ASTDY");
        for (Participant p : participants) {
            int sequence = 0;
            for (Injections.Injection injection : new Injections(p, seed).all()) {
                sequence++;
                table.row(
                        p.patient().id(),
                        sequence,
                        injection.treatment(),
                        PERIODS.of(injection.day()),
                        injection.units(),
                        injection.day());
            }
        }
        return table;
    }

    private static String shown(Map<Measure, Optional<BigDecimal>> values, Measure measure) {
        return values.getOrDefault(measure, Optional.empty())
                .map(BigDecimal::toPlainString)
                .orElse("");
    }

    private static BigDecimal oneDecimal(double value) {
        return BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_UP);
    }

    private static BigDecimal twoDecimals(double value) {
        return BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP);
    }
}
