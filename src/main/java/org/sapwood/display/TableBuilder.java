package org.sapwood.display;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.sapwood.display.TableTemplate.Axis;
import org.sapwood.display.TableTemplate.Kind;
import org.sapwood.display.TableTemplate.Line;
import org.sapwood.result.Group;
import org.sapwood.result.ResultKey;
import org.sapwood.result.ResultRow;
import org.sapwood.result.ResultSet;
import org.sapwood.result.Statistic;
import org.sapwood.result.Value;

/** Fills a template with results. Every placeholder must find its row; nothing is calculated. */
public final class TableBuilder {

    /**
     * What a template needs to know of the plan.
     *
     * @param arms arm id to label, in order
     * @param reference the reference arm's id
     * @param compared the ids of the arms compared with it, in order
     * @param population analysis id under which the set's N stand
     * @param analyses slot to analysis id
     * @param words texts the template asks for, by name
     */
    public record Context(
            Map<String, String> arms,
            String reference,
            List<String> compared,
            String population,
            Map<String, String> analyses,
            Map<String, String> words) {

        public String label(String arm) {
            String label = arms.get(arm);
            return label == null ? arm : label;
        }
    }

    private static final Statistic SMALL_N = new Statistic("n");

    /** Where the loops around a line stand. */
    private record Scope(
            @Nullable String parameter,
            @Nullable String visit,
            @Nullable String stratum,
            @Nullable String level,
            Group.@Nullable Comparison pair) {

        Scope at(Axis axis, String value) {
            return new Scope(
                    axis == Axis.PARAMETER ? value : parameter,
                    axis == Axis.VISIT ? value : visit,
                    axis == Axis.STRATUM ? value : stratum,
                    axis == Axis.LEVEL ? value : level,
                    pair);
        }

        Scope of(Group.Comparison other) {
            return new Scope(parameter, visit, stratum, level, other);
        }
    }

    private final TableTemplate template;
    private final Context context;
    private final @Nullable ResultSet results;
    private final List<TableColumns.Slot> slots;
    private final List<TableModel.Row> rows = new ArrayList<>();
    private final Set<String> remarks = new LinkedHashSet<>();

    private TableBuilder(TableTemplate template, Context context, @Nullable ResultSet results) {
        this.template = template;
        this.context = context;
        this.results = results;
        this.slots = TableColumns.of(template, context, results, text -> words(text, null));
    }

    /**
     * Builds a table.
     *
     * @param id the display id
     * @param heading the title block
     * @param template the layout
     * @param context what it needs of the plan
     * @param results the numbers, or null for a shell
     * @param notes footnotes of the plan, after the template's
     * @param source the source line
     * @return the finished table
     * @throws TemplateRejected when a placeholder finds no row, or the table has no body
     */
    public static TableModel build(
            String id,
            Heading heading,
            TableTemplate template,
            Context context,
            @Nullable ResultSet results,
            List<String> notes,
            SourceLine source) {
        TableBuilder builder = new TableBuilder(template, context, results);
        builder.lines(template.rows(), new Scope(null, null, null, null, null));
        builder.trimGaps();
        if (builder.rows.isEmpty()) {
            throw new TemplateRejected(id + ": template " + template.name() + " gives a table without body");
        }
        return new TableModel(
                id,
                heading,
                template.stub(),
                builder.slots.stream().map(TableColumns.Slot::column).toList(),
                builder.rows,
                builder.footnotes(notes),
                source);
    }

    private void lines(List<Line> lines, Scope scope) {
        for (Line line : lines) {
            if (line instanceof TableTemplate.Gap) {
                if (!rows.isEmpty() && rows.get(rows.size() - 1).kind() != TableModel.Kind.GAP) {
                    rows.add(new TableModel.Row(TableModel.Kind.GAP, 0, "", blanks(), List.of(), false));
                }
            } else if (line instanceof TableTemplate.Each each) {
                each(each, scope);
            } else {
                row((TableTemplate.Row) line, scope);
            }
        }
    }

    private void each(TableTemplate.Each each, Scope outer) {
        if (each.axis() == Axis.ACTIVE_PAIR) {
            for (Group.Comparison pair : activePairs(analysis(each.slot()))) {
                lines(each.rows(), outer.of(pair));
            }
            return;
        }
        for (String value : axisValues(each, outer)) {
            lines(each.rows(), outer.at(each.axis(), value));
        }
    }

    private List<String> axisValues(TableTemplate.Each each, Scope scope) {
        if (results == null) {
            return List.of(
                    "<" + each.axis().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ') + ">");
        }
        Function<ResultKey, String> axis = switch (each.axis()) {
            case PARAMETER -> ResultKey::parameter;
            case VISIT -> ResultKey::visit;
            case STRATUM -> ResultKey::stratum;
            default -> ResultKey::level;
        };
        ResultKey at = key(each.slot(), each.at(), scope, new Group.Overall());
        Predicate<ResultKey> where = key -> !axis.apply(key).isEmpty()
                && (each.axis() == Axis.PARAMETER || key.parameter().equals(at.parameter()))
                && (each.axis() == Axis.PARAMETER
                        || each.axis() == Axis.VISIT
                        || key.visit().equals(at.visit()))
                && (each.axis() != Axis.LEVEL || key.stratum().equals(at.stratum()));
        return results.values(analysis(each.slot()), where, axis);
    }

    private List<Group.Comparison> activePairs(String analysis) {
        if (results == null) {
            return List.of();
        }
        Set<Group.Comparison> pairs = new LinkedHashSet<>();
        for (ResultRow row : results.of(analysis)) {
            if (row.key().group() instanceof Group.Comparison pair
                    && !pair.reference().equals(context.reference())) {
                pairs.add(pair);
            }
        }
        return List.copyOf(pairs);
    }

    private void row(TableTemplate.Row row, Scope scope) {
        List<Cell> cells = new ArrayList<>();
        boolean found = false;
        for (TableColumns.Slot slot : slots) {
            Cell cell = cell(row, scope, slot);
            found |= !(cell instanceof Cell.Blank);
            cells.add(cell);
        }
        if (row.optional() && !found && !row.cells().isEmpty()) {
            return;
        }
        rows.add(new TableModel.Row(
                row.head() ? TableModel.Kind.HEAD : TableModel.Kind.BODY,
                row.indent(),
                words(row.label(), scope),
                cells,
                path(row.indent()),
                row.keep() || row.head()));
    }

    /** The labels of the heads that a row of this indentation stands under. */
    private List<String> path(int indent) {
        List<String> path = new ArrayList<>();
        int below = indent;
        for (int i = rows.size() - 1; i >= 0 && below > 0; i--) {
            TableModel.Row row = rows.get(i);
            if (row.kind() == TableModel.Kind.HEAD && row.indent() < below) {
                path.add(0, row.label());
                below = row.indent();
            }
        }
        return path;
    }

    private Cell cell(TableTemplate.Row row, Scope scope, TableColumns.Slot slot) {
        for (Kind kind : row.cells().keySet()) {
            Group group = groupFor(kind, slot, scope);
            if (group == null) {
                continue;
            }
            List<String> patterns = row.cells().get(kind);
            if (patterns == null || slot.sub() >= patterns.size()) {
                continue;
            }
            CellPattern pattern = CellPattern.parse(patterns.get(slot.sub()));
            if (pattern.parts().isEmpty()) {
                return Cell.blank();
            }
            if (results == null) {
                return pattern.shell();
            }
            return fill(row, pattern, key(row.slot(), row.at(), scope, group), results);
        }
        return Cell.blank();
    }

    private @Nullable Group groupFor(Kind kind, TableColumns.Slot slot, Scope scope) {
        return switch (kind) {
            case ARMS, TOTAL, COMPARISONS, ALL_ARMS -> slot.home() == kind ? slot.group() : null;
            case AGAINST_REFERENCE ->
                slot.group() instanceof Group.Arm arm && !arm.arm().equals(context.reference())
                        ? new Group.Comparison(arm.arm(), context.reference())
                        : null;
            case REFERENCE ->
                slot.group() instanceof Group.Arm arm
                                && arm.arm().equals(context.reference())
                                && !context.compared().isEmpty()
                        ? new Group.Comparison(context.compared().get(0), context.reference())
                        : null;
            case ACTIVE_PAIR ->
                slot.group() instanceof Group.Arm arm
                                && scope.pair() != null
                                && scope.pair().test().equals(arm.arm())
                        ? scope.pair()
                        : null;
            case LAST_ARM ->
                slot.group() instanceof Group.Arm arm && arm.arm().equals(lastArm()) ? new Group.AllArms() : null;
        };
    }

    private String lastArm() {
        String last = "";
        for (String arm : context.arms().keySet()) {
            last = arm;
        }
        return last;
    }

    private Cell fill(TableTemplate.Row row, CellPattern pattern, ResultKey key, ResultSet from) {
        ResultRow n = from.find(key, SMALL_N);
        if (row.zero() != null && n != null && n.value().equals(new Value.Count(0))) {
            CellPattern zero = CellPattern.parse(row.zero());
            boolean countsSubjects = pattern.parts().stream()
                    .anyMatch(part -> part instanceof CellPattern.Placeholder p
                            && p.statistic().equals("n"));
            return countsSubjects ? pieces(row, zero, key, from) : Cell.blank();
        }
        return pieces(row, pattern, key, from);
    }

    private Cell pieces(TableTemplate.Row row, CellPattern pattern, ResultKey key, ResultSet from) {
        List<Cell.Piece> pieces = new ArrayList<>();
        for (CellPattern.Part part : pattern.parts()) {
            if (part instanceof CellPattern.Literal literal) {
                pieces.add(new Cell.Literal(literal.text()));
                continue;
            }
            CellPattern.Placeholder placeholder = (CellPattern.Placeholder) part;
            ResultRow result = from.find(key, new Statistic(placeholder.statistic()));
            if (result == null) {
                if (row.optional()) {
                    return Cell.blank();
                }
                throw new TemplateRejected("template " + template.name() + ", row \"" + row.label() + "\": no result "
                        + key + "/" + placeholder.statistic());
            }
            if (result.value() instanceof Value.NotEstimable none) {
                remarks.add(NumberFormat.NOT_ESTIMABLE + " = not estimable: " + none.detail() + ".");
                Cell.CellSource source = new Cell.CellSource(result.key(), result.statistic());
                return new Cell.Text(List.of(
                        new Cell.Formatted(NumberFormat.NOT_ESTIMABLE, source, result.value(), placeholder.format())));
            }
            remarks.addAll(result.notes());
            pieces.add(new Cell.Formatted(
                    placeholder.format().format(result.value()),
                    new Cell.CellSource(result.key(), result.statistic()),
                    result.value(),
                    placeholder.format()));
        }
        return new Cell.Text(pieces);
    }

    private ResultKey key(String slot, TableTemplate.At at, Scope scope, Group group) {
        return new ResultKey(
                analysis(slot),
                group,
                first(at.parameter(), scope.parameter()),
                first(at.visit(), scope.visit()),
                first(at.stratum(), scope.stratum()),
                first(at.level(), scope.level()));
    }

    private String first(@Nullable String fixed, @Nullable String looped) {
        String value = fixed != null ? fixed : looped;
        return value == null ? "" : words(value, null);
    }

    private String analysis(String slot) {
        String name = slot.isEmpty() ? template.slots().get(0) : slot;
        String analysis = context.analyses().get(name);
        if (analysis == null) {
            throw new TemplateRejected("template " + template.name() + " needs an analysis for \"" + name + "\"");
        }
        return analysis;
    }

    private String words(String text, @Nullable Scope scope) {
        if (text.indexOf('{') < 0) {
            return text;
        }
        Map<String, String> known = new LinkedHashMap<>(context.words());
        known.put("reference", context.label(context.reference()));
        if (!context.compared().isEmpty()) {
            known.put("test", context.label(context.compared().get(0)));
        }
        if (scope != null) {
            put(known, "parameter", scope.parameter());
            put(known, "visit", scope.visit());
            put(known, "stratum", scope.stratum());
            put(known, "level", scope.level());
            if (scope.pair() != null) {
                known.put("test", context.label(scope.pair().test()));
                known.put("reference", context.label(scope.pair().reference()));
            }
        }
        return TemplateWords.fill(template.name(), text, known);
    }

    private static void put(Map<String, String> known, String name, @Nullable String value) {
        if (value != null) {
            known.put(name, value);
        }
    }

    private List<Cell> blanks() {
        List<Cell> blanks = new ArrayList<>();
        slots.forEach(slot -> blanks.add(Cell.blank()));
        return blanks;
    }

    private void trimGaps() {
        while (!rows.isEmpty() && rows.get(rows.size() - 1).kind() == TableModel.Kind.GAP) {
            rows.remove(rows.size() - 1);
        }
    }

    private List<Footnote> footnotes(List<String> planned) {
        List<Footnote> notes = new ArrayList<>();
        for (String note : MarkedNotes.carried(
                template.notes(), slots.stream().map(TableColumns.Slot::column).toList(), rows)) {
            notes.add(Footnote.of(words(note, null)));
        }
        for (String note : planned) {
            notes.add(Footnote.of(note));
        }
        for (String remark : remarks) {
            notes.add(new Footnote("", remark));
        }
        return notes;
    }
}
