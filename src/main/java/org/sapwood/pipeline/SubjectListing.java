package org.sapwood.pipeline;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.sapwood.analysis.ScreenedSubjects;
import org.sapwood.analysis.Study;
import org.sapwood.display.Cell.CellSource;
import org.sapwood.display.Display;
import org.sapwood.display.Footnote;
import org.sapwood.display.Heading;
import org.sapwood.display.ListingModel;
import org.sapwood.display.SourceLine;
import org.sapwood.display.TableModel.Align;
import org.sapwood.display.TextBlock;
import org.sapwood.endpoint.Derived;
import org.sapwood.endpoint.ExactRatio;
import org.sapwood.endpoint.Judgement;
import org.sapwood.endpoint.dosing.DosingRecords;
import org.sapwood.endpoint.eligibility.Eligibility;
import org.sapwood.population.Cohort;
import org.sapwood.population.Subject;
import org.sapwood.result.Group;
import org.sapwood.result.Provenance;
import org.sapwood.result.ResultKey;
import org.sapwood.result.ResultRow;
import org.sapwood.result.ResultSet;
import org.sapwood.result.Statistic;
import org.sapwood.result.Value;
import org.sapwood.sap.AnalysisSpec;
import org.sapwood.sap.DisplaySpec;
import org.sapwood.sap.EligibilitySpec;
import org.sapwood.sap.MethodSpec;
import org.sapwood.sap.SafetySpec;
import org.sapwood.sap.Sap;
import org.sapwood.yaml.Complaints;
import org.sapwood.yaml.Place;
import org.sapwood.yaml.Suggestion;

/** Lists what eligibility criteria and dosing calendars say of each subject. */
final class SubjectListing {
    private static final Statistic VALUE = new Statistic("value");
    private static final List<String> OF_CRITERIA =
            List.of("subject", "arm", "criterion", "label", "verdict", "facts", "note", "outcome");
    private static final List<String> OF_DOSES = List.of(
            "subject",
            "arm",
            "regimen",
            "planned",
            "given",
            "units",
            "units-per-square-metre",
            "compliance",
            "intensity",
            "duration",
            "adherent",
            "missed-days",
            "unplanned-days");

    private final DisplaySpec spec;
    private final DisplaySpec.BySubject listing;
    private final Study study;
    private final ResultSet results;
    private final AnalysisSpec analysis;
    private final Cohort cohort;
    private final List<List<ListingModel.Item>> rows = new ArrayList<>();

    SubjectListing(DisplaySpec spec, DisplaySpec.BySubject listing, Study study, ResultSet results) {
        this.spec = spec;
        this.listing = listing;
        this.study = study;
        this.results = results;
        this.analysis = study.sap().analysis(listing.analysis());
        this.cohort = study.cohortOf(analysis);
    }

    /** {@return the dataset a listing rests on} */
    static String dataset(Sap sap, DisplaySpec.BySubject listing) {
        return sap.analysis(listing.analysis()).method() instanceof SafetySpec.Exposure
                ? sap.dosing().dataset()
                : sap.eligibility().facts().dataset();
    }

    /** Complains about listings of analyses that decide nothing of subjects, and about columns they do not have. */
    static void check(DisplaySpec spec, DisplaySpec.BySubject listing, Sap sap, Complaints complaints) {
        Place place = Place.of(spec.place());
        MethodSpec method = sap.analysis(listing.analysis()).method();
        if (!(method instanceof SafetySpec.Eligibility) && !(method instanceof SafetySpec.Exposure)) {
            complaints.add(
                    place,
                    "analysis \"" + listing.analysis() + "\" cannot be listed by subject",
                    "Name an analysis of method eligibility or exposure.");
            return;
        }
        List<String> known = method instanceof SafetySpec.Exposure ? OF_DOSES : OF_CRITERIA;
        for (DisplaySpec.ListingColumn column : listing.columns()) {
            if (!known.contains(column.variable())) {
                complaints.add(
                        place,
                        "no column named \"" + column.variable() + "\"",
                        Suggestion.remedy(column.variable(), known));
            }
        }
    }

    Display assemble(Heading heading, List<Footnote> notes, SourceLine source) {
        if (analysis.method() instanceof SafetySpec.Eligibility eligibility) {
            ScreenedSubjects.of(study, analysis, eligibility).forEach(this::criteria);
        } else {
            SafetySpec.Exposure exposure = (SafetySpec.Exposure) analysis.method();
            cohort.members().forEach(subject -> doses(subject, exposure));
        }
        if (rows.isEmpty()) {
            return new TextBlock(
                    spec.id(),
                    heading,
                    List.of(new TextBlock.Paragraph("", "No records met the criteria.")),
                    notes,
                    source);
        }
        List<ListingModel.Column> columns = new ArrayList<>();
        for (DisplaySpec.ListingColumn column : listing.columns()) {
            int index = columns.size();
            boolean words = rows.stream().anyMatch(row -> row.get(index) instanceof ListingModel.Word);
            columns.add(new ListingModel.Column(
                    column.variable(),
                    column.head(),
                    column.key(),
                    column.weight(),
                    words ? Align.LEFT : Align.DECIMAL));
        }
        return new ListingModel(spec.id(), heading, columns, rows, notes, source);
    }

    private void criteria(ScreenedSubjects.Screened screened) {
        String outcome = !screened.entered()
                ? "Did not enter"
                : screened.isDeviation() ? "Entered: protocol deviation" : "Entered";
        for (Eligibility.Verdict verdict : screened.eligibility().verdicts()) {
            Judgement admits = verdict.admits();
            if (admits.isYes() && !listing.everything()) {
                continue;
            }
            EligibilitySpec.Rule rule = verdict.rule();
            String recorded = screened.recorded().contains(rule) ? "; recorded reason" : "";
            Map<String, ListingModel.Item> line = line(screened.subject());
            line.put("criterion", new ListingModel.Word(rule.id()));
            line.put("label", new ListingModel.Word(rule.label()));
            line.put(
                    "verdict",
                    new ListingModel.Word(admits.isYes() ? "Met" : admits.isNo() ? "Not met" : "Not decided"));
            line.put("facts", word(String.join("; ", admits.reasons())));
            line.put("note", word(rule.note()));
            line.put("outcome", new ListingModel.Word(outcome + recorded));
            add(line);
        }
    }

    private void doses(Subject subject, SafetySpec.Exposure options) {
        for (String id : options.regimens()) {
            study.doses()
                    .course(study.sap().dosing().regimen(id), subject, cohort.armOf(subject))
                    .ifPresent(course -> {
                        Judgement adherent = course.exposure().isAdherent(options.adherentFrom());
                        Map<String, ListingModel.Item> line = line(subject);
                        line.put(
                                "regimen",
                                new ListingModel.Word(course.regimen().label()));
                        number(
                                line,
                                "planned",
                                subject,
                                course,
                                count(course.exposure().plannedDays()));
                        number(
                                line,
                                "given",
                                subject,
                                course,
                                count(course.exposure().givenDoses()));
                        number(line, "units", subject, course, course.units());
                        number(line, "units-per-square-metre", subject, course, course.unitsPerSquareMetre());
                        percent(
                                line,
                                "compliance",
                                subject,
                                course,
                                course.exposure().compliancePercent());
                        if (course.hasUnits()) {
                            percent(
                                    line,
                                    "intensity",
                                    subject,
                                    course,
                                    course.exposure().intensityPercent());
                        }
                        number(
                                line,
                                "duration",
                                subject,
                                course,
                                Derived.of(BigDecimal.valueOf(course.exposure().durationDays())));
                        line.put(
                                "adherent",
                                new ListingModel.Word(adherent.isUnknown() ? "" : adherent.isYes() ? "Y" : "N"));
                        line.put("missed-days", word(days(course.exposure().missedDays())));
                        line.put("unplanned-days", word(days(course.exposure().unplannedDays())));
                        add(line);
                    });
        }
    }

    private Map<String, ListingModel.Item> line(Subject subject) {
        Map<String, ListingModel.Item> line = new LinkedHashMap<>();
        String arm = cohort.armOf(subject);
        line.put("subject", new ListingModel.Word(subject.id()));
        line.put(
                "arm",
                new ListingModel.Word(
                        arm.isEmpty() ? "Not allocated" : study.sap().arm(arm).label()));
        return line;
    }

    private void add(Map<String, ListingModel.Item> line) {
        rows.add(listing.columns().stream()
                .map(column -> line.getOrDefault(column.variable(), new ListingModel.Missing("")))
                .toList());
    }

    private static ListingModel.Item word(String text) {
        return text.isEmpty() ? new ListingModel.Missing("") : new ListingModel.Word(text);
    }

    private static String days(List<Integer> days) {
        return days.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private static Derived<BigDecimal> count(List<?> items) {
        return Derived.of(BigDecimal.valueOf(items.size()));
    }

    private void percent(
            Map<String, ListingModel.Item> line,
            String column,
            Subject subject,
            DosingRecords.Course course,
            Derived<ExactRatio> ratio) {
        if (ratio instanceof Derived.Known<ExactRatio> known) {
            number(
                    line,
                    column,
                    subject,
                    course,
                    known.value().toText(1),
                    known.value().toDecimal());
        }
    }

    private void number(
            Map<String, ListingModel.Item> line,
            String column,
            Subject subject,
            DosingRecords.Course course,
            Derived<BigDecimal> value) {
        if (value instanceof Derived.Known<BigDecimal> known) {
            BigDecimal whole = known.value().setScale(0, java.math.RoundingMode.HALF_UP);
            number(line, column, subject, course, whole.toPlainString(), known.value());
        }
    }

    /** A number of the listing is a result of its own, once for each listing that prints it. */
    private void number(
            Map<String, ListingModel.Item> line,
            String column,
            Subject subject,
            DosingRecords.Course course,
            String text,
            BigDecimal value) {
        if (!columnsShown().contains(column)) {
            return;
        }
        ResultKey key = ResultKey.of(spec.id(), new Group.Overall())
                .withParameter(course.regimen().label())
                .withStratum(column)
                .withLevel(subject.id());
        results.add(new ResultRow(
                key,
                VALUE,
                new Value.Exact(value),
                List.of(),
                new Provenance(
                        spec.place(),
                        study.sap().dosing().dataset(),
                        course.regimen().where().toString(),
                        List.of(subject.id()),
                        course.records(),
                        "planned against given doses")));
        line.put(column, new ListingModel.Derived(text, value, new CellSource(key, VALUE)));
    }

    private Set<String> columnsShown() {
        return listing.columns().stream()
                .map(DisplaySpec.ListingColumn::variable)
                .collect(Collectors.toSet());
    }
}
