package org.sapwood.pipeline;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sapwood.analysis.Study;
import org.sapwood.data.Dataset;
import org.sapwood.data.Variable;
import org.sapwood.display.Cell.CellSource;
import org.sapwood.display.Footnote;
import org.sapwood.display.Heading;
import org.sapwood.display.ListingModel;
import org.sapwood.display.SourceLine;
import org.sapwood.display.TableModel.Align;
import org.sapwood.endpoint.EndpointValues;
import org.sapwood.endpoint.Endpoints;
import org.sapwood.population.Cohort;
import org.sapwood.population.Subject;
import org.sapwood.result.Group;
import org.sapwood.result.Provenance;
import org.sapwood.result.ResultKey;
import org.sapwood.result.ResultRow;
import org.sapwood.result.ResultSet;
import org.sapwood.result.Statistic;
import org.sapwood.result.Value;
import org.sapwood.sap.DisplaySpec;
import org.sapwood.sap.DisplaySpec.ListingColumn;
import org.sapwood.sap.EndpointSpec;

/**
 * Lists records, or one line per subject and visit. Recorded values appear as recorded; derived ones become results of
 * their own, so that each can be traced.
 */
final class ListingAssembler {
    private static final int DECIMALS = 4;

    private static final Statistic VALUE = new Statistic("value");

    private final DisplaySpec spec;
    private final DisplaySpec.Listing listing;
    private final Study study;
    private final ResultSet results;
    private final Cohort cohort;

    ListingAssembler(DisplaySpec spec, DisplaySpec.Listing listing, Study study, ResultSet results) {
        this.spec = spec;
        this.listing = listing;
        this.study = study;
        this.results = results;
        this.cohort = study.cohort(spec.set());
    }

    ListingModel assemble(Heading heading, List<Footnote> notes, SourceLine source) {
        List<List<ListingModel.Item>> rows = listing.dataset().isEmpty() ? bySubjectAndVisit() : records();
        List<ListingModel.Column> columns = new ArrayList<>();
        for (ListingColumn column : listing.columns()) {
            columns.add(new ListingModel.Column(
                    column.variable(), column.head(), column.key(), column.weight(), align(columns.size(), rows)));
        }
        return new ListingModel(spec.id(), heading, columns, rows, notes, source);
    }

    private static Align align(int column, List<List<ListingModel.Item>> rows) {
        for (List<ListingModel.Item> row : rows) {
            if (row.get(column) instanceof ListingModel.Word) {
                return Align.LEFT;
            }
        }
        return Align.DECIMAL;
    }

    private List<List<ListingModel.Item>> records() {
        Dataset dataset = study.data().dataset(listing.dataset());
        Variable subjectOf = dataset.require(study.data().subjectVariable());
        List<Integer> chosen = new ArrayList<>();
        dataset.select(listing.where()).rows().forEach(row -> {
            if (cohort.contains(subjectOf.text(row))) {
                chosen.add(row);
            }
        });
        chosen.sort(order(dataset));
        List<List<ListingModel.Item>> rows = new ArrayList<>();
        for (int row : chosen) {
            Subject subject = study.data().subject(subjectOf.text(row));
            List<ListingModel.Item> items = new ArrayList<>();
            for (ListingColumn column : listing.columns()) {
                String name = column.variable();
                if (name.equals("arm") && subject != null) {
                    items.add(new ListingModel.Word(armLabel(subject)));
                } else if (name.startsWith("subject.") && subject != null) {
                    items.add(item(
                            study.data().subjectDataset().require(name.substring("subject.".length())), subject.row()));
                } else {
                    items.add(item(dataset.require(name), row));
                }
            }
            rows.add(items);
        }
        return rows;
    }

    private Comparator<Integer> order(Dataset dataset) {
        Comparator<Integer> order = Comparator.comparing(row -> 0);
        for (String name : listing.sort()) {
            Variable variable = dataset.require(name);
            Comparator<Integer> next = (a, b) -> {
                if (variable.isMissing(a) || variable.isMissing(b)) {
                    return Boolean.compare(variable.isMissing(a), variable.isMissing(b));
                }
                return variable.kind() == Variable.Kind.NUMBER
                        ? variable.decimal(a).compareTo(variable.decimal(b))
                        : variable.text(a).compareTo(variable.text(b));
            };
            order = order.thenComparing(next);
        }
        return order.thenComparing(Comparator.naturalOrder());
    }

    private String armLabel(Subject subject) {
        String arm = cohort.armOf(subject);
        return arm.isEmpty() ? "Not allocated" : study.sap().arm(arm).label();
    }

    private static ListingModel.Item item(Variable variable, int row) {
        if (variable.isMissing(row)) {
            return new ListingModel.Missing("");
        }
        return switch (variable.kind()) {
            case NUMBER ->
                new ListingModel.Numeric(
                        variable.decimal(row).toPlainString().toLowerCase(Locale.ROOT), variable.decimal(row));
            case DATE -> new ListingModel.Date(variable.text(row), variable.date(row));
            case TEXT -> new ListingModel.Word(variable.text(row));
        };
    }

    private List<List<ListingModel.Item>> bySubjectAndVisit() {
        List<List<ListingModel.Item>> rows = new ArrayList<>();
        for (Subject subject : cohort.members()) {
            for (String visit : listing.visits()) {
                List<ListingModel.Item> items = new ArrayList<>();
                boolean any = false;
                for (ListingColumn column : listing.columns()) {
                    ListingModel.Item item = cellOf(column, subject, visit);
                    any |= column.variable().startsWith("endpoint.") && !(item instanceof ListingModel.Missing);
                    items.add(item);
                }
                if (any) {
                    rows.add(items);
                }
            }
        }
        return rows;
    }

    private ListingModel.Item cellOf(ListingColumn column, Subject subject, String visit) {
        String name = column.variable();
        if (name.equals("subject")) {
            return new ListingModel.Word(subject.id());
        }
        if (name.equals("arm")) {
            return new ListingModel.Word(armLabel(subject));
        }
        if (name.equals("visit")) {
            return new ListingModel.Word(study.sap().visit(visit).label());
        }
        if (name.startsWith("subject.")) {
            return item(study.data().subjectDataset().require(name.substring("subject.".length())), subject.row());
        }
        if (name.startsWith("endpoint.")) {
            return endpoint(name.substring("endpoint.".length()), subject, visit);
        }
        throw new Refused(
                ExitCode.PLAN_REJECTED,
                List.of(spec.place() + ": no listing column named \"" + name
                        + "\". Known: subject, arm, visit, subject.VARIABLE, endpoint.ID"));
    }

    private ListingModel.Item endpoint(String id, Subject subject, String visit) {
        EndpointValues values = study.endpoints().of(id);
        EndpointValues.@Nullable Entry entry = values.at(subject.id(), visit);
        if (entry == null) {
            return new ListingModel.Missing("");
        }
        BigDecimal value = entry.value();
        if (values.spec() instanceof EndpointSpec.Recorded) {
            return new ListingModel.Numeric(value.toPlainString(), value);
        }
        if (values.spec() instanceof EndpointSpec.Classes classes) {
            return new ListingModel.Word(
                    classes.classes().get(value.intValueExact()).label());
        }
        if (Endpoints.isYesOrNo(values.spec())) {
            return new ListingModel.Word(value.signum() > 0 ? "Y" : "N");
        }
        ResultKey key = ResultKey.of(spec.id(), new Group.Overall())
                .withParameter(values.spec().label())
                .withVisit(study.sap().visit(visit).label())
                .withLevel(subject.id());
        results.add(new ResultRow(
                key,
                VALUE,
                new Value.Exact(value),
                entry.note().isEmpty() ? List.of() : List.of(entry.note()),
                new Provenance(
                        spec.place(),
                        values.dataset(),
                        values.selection(),
                        List.of(subject.id()),
                        entry.origin().in(values.dataset()),
                        values.method())));
        return new ListingModel.Derived(
                shown(value) + (entry.note().isEmpty() ? "" : "*"), value, new CellSource(key, VALUE));
    }

    /** At most four decimals, rounded half up: a mean over seven categories has no last decimal. */
    private static String shown(BigDecimal value) {
        BigDecimal rounded = value.scale() > DECIMALS ? value.setScale(DECIMALS, RoundingMode.HALF_UP) : value;
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}
