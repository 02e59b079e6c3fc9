package org.sapwood.sap;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sapwood.yaml.Complaints;
import org.sapwood.yaml.Suggestion;
import org.sapwood.yaml.YamlDocument;
import org.sapwood.yaml.YamlMapping;

/** Reads a plan, complaining about everything in it that cannot be meant, with file and line. */
public final class SapReader {
    private final YamlMapping root;
    private final Names names = new Names();

    private SapReader(YamlMapping root) {
        this.root = root;
    }

    /**
     * Reads a plan.
     *
     * @param path the file
     * @param name how messages call it
     * @param complaints where everything wrong goes
     * @return the plan, or empty when there is any complaint
     */
    public static Optional<Sap> read(Path path, String name, Complaints complaints) {
        return YamlDocument.read(path, name, complaints).flatMap(root -> {
            SapReader reader = new SapReader(root);
            Sap sap = reader.sap(name);
            if (complaints.isEmpty()) {
                reader.rejectUnreported(sap);
            }
            return complaints.isEmpty() ? Optional.of(sap) : Optional.empty();
        });
    }

    private Sap sap(String file) {
        root.rejectUnknown(
                "study",
                "conventions",
                "treatments",
                "data",
                "visits",
                "analysis-sets",
                "intercurrent-events",
                "endpoints",
                "estimands",
                "analyses",
                "displays",
                "eligibility",
                "dosing",
                "published");
        Study study = study(root.mapping("study"));
        Sap.Conventions conventions = conventions();
        Treatments treatments = treatments(root.mapping("treatments"));
        treatments.arms().forEach(arm -> names.declare("arm", List.of(arm.id())));
        YamlMapping dataSection = root.mapping("data");
        names.declare("dataset", dataSection.mapping("datasets"));
        DataSpec data = data(dataSection);
        Optional<YamlMapping> visitSection = root.optionalMapping("visits");
        List<VisitSpec> visits = visitSection.map(this::visits).orElse(List.of());
        visits.forEach(visit -> names.declare("visit", List.of(visit.id())));
        names.useOptional("visit", root.mapping("treatments"), "contrast-until");
        declare("analysis set", "analysis-sets");
        declare("intercurrent event", "intercurrent-events");
        declare("endpoint", "endpoints");
        declare("estimand", "estimands");
        declare("analysis", "analyses");
        List<AnalysisSet> sets = new ArrayList<>();
        each("analysis-sets", (id, set) -> sets.add(analysisSet(id, set)));
        List<IntercurrentEvent> events = new ArrayList<>();
        EstimandReader estimandReader = new EstimandReader(names, treatments);
        each("intercurrent-events", (id, event) -> events.add(estimandReader.intercurrentEvent(id, event)));
        EndpointReader endpointReader = new EndpointReader(names);
        List<EndpointSpec> endpoints = new ArrayList<>();
        each("endpoints", (id, endpoint) -> endpoints.add(endpointReader.read(id, endpoint)));
        root.optionalMapping("endpoints").ifPresent(section -> EndpointReader.rejectCircles(endpoints, section));
        List<Estimand> estimands = new ArrayList<>();
        each("estimands", (id, estimand) -> estimands.add(estimandReader.estimand(id, estimand)));
        EligibilitySpec eligibility = root.optionalMapping("eligibility")
                .map(section -> new EligibilityReader(names).read(section))
                .orElse(EligibilitySpec.none());
        DosingSpec dosing = root.optionalMapping("dosing")
                .map(section -> new DosingReader(names).read(section))
                .orElse(DosingSpec.none());
        PublishedReader publishedReader = new PublishedReader(names);
        List<PublishedSpec> published = new ArrayList<>();
        each("published", (id, item) -> published.add(publishedReader.read(id, item)));
        AnalysisReader analysisReader =
                new AnalysisReader(names, new ImputationReader(names, treatments, study.seed()));
        root.optionalMapping("published").ifPresent(section -> PublishedReader.rejectRepeated(published, section));
        List<AnalysisSpec> analyses = new ArrayList<>();
        each("analyses", (id, analysis) -> analyses.add(analysisReader.read(id, analysis)));
        DisplayReader displayReader = new DisplayReader(names);
        List<DisplaySpec> displays = new ArrayList<>();
        each("displays", (id, display) -> displays.add(displayReader.read(id, display)));
        rejectRepeatedNumbers(displays);
        Sap sap = new Sap(
                file,
                study,
                conventions,
                treatments,
                data,
                visitSection.map(section -> section.text("variable")).orElse("AVISIT"),
                visitSection
                        .flatMap(section -> section.optionalMapping("day"))
                        .map(this::visitDay)
                        .orElse(null),
                visits,
                sets,
                events,
                endpoints,
                estimands,
                analyses,
                displays,
                eligibility,
                dosing,
                published);
        if (root.complaints().isEmpty()) {
            EstimandLint.check(sap, root.complaints());
        }
        return sap;
    }

    @FunctionalInterface
    private interface Item {
        void read(String id, YamlMapping item);
    }

    private void each(String section, Item item) {
        root.optionalMapping(section)
                .ifPresent(mapping -> mapping.fields()
                        .forEach((id, node) -> node.asMapping().ifPresent(fields -> item.read(id, fields))));
    }

    private void declare(String kind, String section) {
        root.optionalMapping(section).ifPresent(mapping -> names.declare(kind, mapping));
    }

    private Study study(YamlMapping study) {
        study.rejectUnknown(
                "id", "protocol", "title", "sponsor", "cut-off", "analysis-date", "synthetic", "seed", "notes");
        LocalDate cutOff = date(study, "cut-off");
        return new Study(
                fileSafe(study, "id"),
                study.text("protocol"),
                study.text("title"),
                study.text("sponsor", ""),
                cutOff,
                study.optionalDate("analysis-date").orElse(cutOff),
                study.optionalTruth("synthetic").orElse(false),
                study.has("seed") ? study.wholeNumber("seed", 0, Long.MAX_VALUE) : null,
                study.optionalTexts("notes"));
    }

    private static String fileSafe(YamlMapping mapping, String key) {
        String id = mapping.text(key);
        if (!id.matches("[a-z0-9][a-z0-9.-]{0,79}")) {
            mapping.complainAbout(key, "\"" + id + "\" cannot name a folder", "Use a-z, 0-9, dots and hyphens.");
        }
        return id;
    }

    private static LocalDate date(YamlMapping mapping, String key) {
        if (!mapping.has(key)) {
            mapping.complainAbout(key, "field \"" + key + "\" is missing", "Add \"" + key + ": 2026-01-31\".");
        }
        return mapping.optionalDate(key).orElse(LocalDate.EPOCH);
    }

    /** What becomes of a plan with something that no display reports. */
    private enum Unreported {
        ALLOWED,
        REFUSED
    }

    private void rejectUnreported(Sap sap) {
        if (sap.conventions().everythingReported()) {
            YamlMapping conventions = root.mapping("conventions");
            for (Checklist.Item item : Checklist.of(sap)) {
                if (item.displays().isEmpty()) {
                    conventions.complainAbout(
                            "unreported",
                            "no display reports " + item.kind().toLowerCase(Locale.ROOT) + " \"" + item.id() + "\" ("
                                    + item.label() + ")",
                            "Report it in a display, or leave it out of the plan.");
                }
            }
        }
    }

    private Sap.Conventions conventions() {
        Optional<YamlMapping> section = root.optionalMapping("conventions");
        if (section.isEmpty()) {
            return new Sap.Conventions(0.95, "sas-5", false);
        }
        YamlMapping conventions = section.get();
        conventions.rejectUnknown("confidence", "quantiles", "unreported");
        double confidence = conventions
                .optionalDecimal("confidence")
                .orElse(new BigDecimal("0.95"))
                .doubleValue();
        if (!(confidence > 0.5 && confidence < 1)) {
            conventions.complainAbout(
                    "confidence", "expected a level between 0.5 and 1; found " + confidence, "Write 0.95 for 95 %.");
        }
        String quantiles = conventions.text("quantiles", "sas-5");
        List<String> known =
                List.of("sas-1", "sas-2", "sas-3", "sas-4", "sas-5", "r-4", "r-5", "r-6", "r-7", "r-8", "r-9");
        if (!known.contains(quantiles)) {
            conventions.complainAbout(
                    "quantiles",
                    "no quantile definition named \"" + quantiles + "\"",
                    Suggestion.remedy(quantiles, known));
        }
        return new Sap.Conventions(
                confidence, quantiles, conventions.choice("unreported", Unreported.ALLOWED) == Unreported.REFUSED);
    }

    private Treatments treatments(YamlMapping section) {
        section.rejectUnknown("planned", "actual", "arms", "contrast-until");
        List<Treatments.Arm> arms = new ArrayList<>();
        section.mapping("arms")
                .fields()
                .forEach((id, node) -> node.asMapping().ifPresent(arm -> {
                    arm.rejectUnknown("label", "value", "reference", "dose");
                    arms.add(new Treatments.Arm(
                            id,
                            arm.text("label"),
                            arm.text("value", arm.text("label")),
                            arm.optionalTruth("reference").orElse(false),
                            arm.optionalDecimal("dose").orElse(BigDecimal.ZERO).doubleValue()));
                }));
        long references = arms.stream().filter(Treatments.Arm::reference).count();
        if (arms.size() > 1 && references != 1) {
            section.complainAbout(
                    "arms",
                    "expected exactly one reference arm; found " + references,
                    "Write \"reference: true\" at the arm comparisons are made against.");
        }
        String planned = section.text("planned");
        return new Treatments(planned, section.text("actual", planned), arms, section.text("contrast-until", ""));
    }

    private DataSpec data(YamlMapping section) {
        section.rejectUnknown("folder", "subjects", "subject", "datasets", "legal-ranges", "availability");
        List<DataSpec.Binding> bindings = new ArrayList<>();
        section.mapping("datasets")
                .fields()
                .forEach((name, node) -> node.asMapping().ifPresent(dataset -> {
                    dataset.rejectUnknown("file", "key", "text", "labels");
                    Map<String, String> labels = new LinkedHashMap<>();
                    dataset.optionalMapping("labels")
                            .ifPresent(words ->
                                    words.keys().forEach(variable -> labels.put(variable, words.text(variable))));
                    bindings.add(new DataSpec.Binding(
                            name,
                            dataset.text("file"),
                            dataset.optionalTexts("key"),
                            dataset.optionalTexts("text"),
                            labels,
                            dataset.place().toString()));
                }));
        List<DataSpec.LegalRange> ranges = new ArrayList<>();
        for (YamlMapping range : section.optionalMappings("legal-ranges")) {
            range.rejectUnknown("dataset", "where", "variable", "instrument", "low", "high");
            BigDecimal low = range.decimal("low");
            @Nullable BigDecimal high = range.optionalDecimal("high").orElse(null);
            if (high != null && low.compareTo(high) >= 0) {
                range.complainAbout("high", "\"high\" " + high + " is not above \"low\" " + low, "");
            }
            ranges.add(new DataSpec.LegalRange(
                    names.use("dataset", range, "dataset"),
                    ConditionReader.optional(range, "where"),
                    range.text("variable", "AVAL"),
                    range.text("instrument"),
                    low,
                    high,
                    range.place().toString()));
        }
        return new DataSpec(
                section.text("folder"),
                names.use("dataset", section, "subjects"),
                section.text("subject", "USUBJID"),
                bindings,
                ranges,
                section.text("availability", ""));
    }

    private List<VisitSpec> visits(YamlMapping section) {
        section.rejectUnknown("variable", "day", "schedule");
        List<VisitSpec> visits = new ArrayList<>();
        section.mapping("schedule")
                .fields()
                .forEach((id, node) -> node.asMapping().ifPresent(visit -> {
                    visit.rejectUnknown("label", "week", "baseline", "window");
                    List<Integer> window = new ArrayList<>();
                    for (String day : visit.optionalTexts("window")) {
                        try {
                            window.add(Integer.parseInt(day));
                        } catch (NumberFormatException e) {
                            visit.complainAbout("window", "expected study days; found \"" + day + "\"", "");
                        }
                    }
                    if (!window.isEmpty() && (window.size() != 2 || window.get(0) > window.get(1))) {
                        visit.complainAbout("window", "expected [first day, last day]; found " + window, "");
                    }
                    boolean two = window.size() == 2;
                    VisitSpec spec = new VisitSpec(
                            id,
                            visit.text("label", id),
                            visit.decimal("week").doubleValue(),
                            visit.optionalTruth("baseline").orElse(false),
                            two ? window.get(0) : null,
                            two ? window.get(1) : null);
                    rejectOverlap(visits, spec, visit);
                    visits.add(spec);
                }));
        return visits;
    }

    private VisitDay visitDay(YamlMapping day) {
        day.rejectUnknown("dataset", "variable");
        return new VisitDay(
                names.use("dataset", day, "dataset"),
                day.text("variable", "ADY"),
                day.place().toString());
    }

    private static void rejectOverlap(List<VisitSpec> earlier, VisitSpec spec, YamlMapping where) {
        Integer from = spec.windowFrom();
        Integer to = spec.windowTo();
        for (VisitSpec other : earlier) {
            Integer otherFrom = other.windowFrom();
            Integer otherTo = other.windowTo();
            if (from != null
                    && to != null
                    && otherFrom != null
                    && otherTo != null
                    && from <= otherTo
                    && otherFrom <= to) {
                where.complainAbout(
                        "window",
                        "the windows of \"" + other.id() + "\" and \"" + spec.id() + "\" overlap",
                        "Let each study day belong to one visit.");
            }
        }
    }

    private AnalysisSet analysisSet(String id, YamlMapping set) {
        set.rejectUnknown("label", "where", "treatment");
        String treatment = set.text("treatment", "planned");
        if (!List.of("planned", "actual").contains(treatment)) {
            set.complainAbout("treatment", "expected planned or actual; found \"" + treatment + "\"", "");
        }
        return new AnalysisSet(
                id,
                set.text("label"),
                ConditionReader.optional(set, "where"),
                treatment.equals("actual"),
                set.place().toString());
    }

    private void rejectRepeatedNumbers(List<DisplaySpec> displays) {
        Set<String> numbers = new HashSet<>();
        root.optionalMapping("displays")
                .ifPresent(section -> displays.forEach(display -> {
                    if (!numbers.add(display.number())) {
                        section.complainAbout(
                                display.id(), "two displays have the number \"" + display.number() + "\"", "");
                    }
                }));
    }
}
