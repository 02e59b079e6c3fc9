package org.sapwood.display;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.sapwood.display.TableModel.Align;
import org.sapwood.display.TableTemplate.Columns;
import org.sapwood.display.TableTemplate.Kind;
import org.sapwood.result.Group;
import org.sapwood.result.ResultKey;
import org.sapwood.result.ResultRow;
import org.sapwood.result.ResultSet;
import org.sapwood.result.Statistic;

/** The columns of a table: a template's blocks multiplied by arms and comparisons, with the N of each arm in its head. */
final class TableColumns {
    private static final Statistic BIG_N = new Statistic("big_n");

    /**
     * One column and whose results it holds.
     *
     * @param column the finished column
     * @param home which patterns fill it
     * @param group whose results
     * @param sub its place within its block
     */
    record Slot(TableModel.Column column, Kind home, Group group, int sub) {}

    private final TableTemplate template;
    private final TableBuilder.Context context;
    private final @Nullable ResultSet results;
    private final UnaryOperator<String> words;
    private final List<Slot> slots = new ArrayList<>();

    private TableColumns(
            TableTemplate template,
            TableBuilder.Context context,
            @Nullable ResultSet results,
            UnaryOperator<String> words) {
        this.template = template;
        this.context = context;
        this.results = results;
        this.words = words;
    }

    static List<Slot> of(
            TableTemplate template,
            TableBuilder.Context context,
            @Nullable ResultSet results,
            UnaryOperator<String> words) {
        TableColumns columns = new TableColumns(template, context, results, words);
        columns.add();
        return columns.slots;
    }

    private void add() {
        for (Columns columns : template.columns()) {
            if (columns instanceof TableTemplate.Arms arms) {
                context.arms()
                        .forEach((arm, label) ->
                                block(arm, label, new Group.Arm(arm), Kind.ARMS, arms.heads(), Align.DECIMAL));
            } else if (columns instanceof TableTemplate.Total total) {
                if (repeatsTheOnlyArm()) {
                    continue;
                }
                block("overall", total.label(), new Group.Overall(), Kind.TOTAL, total.heads(), Align.DECIMAL);
            } else if (columns instanceof TableTemplate.AllArms all) {
                block(
                        "all-arms",
                        words.apply(all.label()),
                        new Group.AllArms(),
                        Kind.ALL_ARMS,
                        all.heads(),
                        all.text() ? Align.LEFT : Align.DECIMAL);
            } else if (columns instanceof TableTemplate.Comparisons comparisons) {
                for (String test : context.compared()) {
                    Group.Comparison group = new Group.Comparison(test, context.reference());
                    String label = context.label(test) + " vs " + context.label(context.reference());
                    for (int i = 0; i < comparisons.heads().size(); i++) {
                        String head = words.apply(comparisons.heads().get(i));
                        slots.add(new Slot(
                                new TableModel.Column(
                                        group + (comparisons.heads().size() > 1 ? "-" + (i + 1) : ""),
                                        head.isEmpty() ? List.of(label) : List.of(label, words.apply(head)),
                                        words.apply(comparisons.spanner()),
                                        Align.DECIMAL),
                                Kind.COMPARISONS,
                                group,
                                i));
                    }
                }
            }
        }
    }

    /** With one arm beside it, a total says nothing new. */
    private boolean repeatsTheOnlyArm() {
        return context.arms().size() == 1
                && template.columns().stream().anyMatch(columns -> columns instanceof TableTemplate.Arms);
    }

    private void block(String id, String label, Group group, Kind home, List<String> heads, Align align) {
        List<String> main = new ArrayList<>(List.of(label));
        if (!(group instanceof Group.AllArms)) {
            main.add("(N=" + bigN(group) + ")");
        }
        for (int i = 0; i < heads.size(); i++) {
            boolean many = heads.size() > 1;
            slots.add(new Slot(
                    new TableModel.Column(
                            many ? id + "-" + (i + 1) : id,
                            many ? List.of(words.apply(heads.get(i))) : main,
                            many ? String.join(" ", main) : "",
                            align),
                    home,
                    group,
                    i));
        }
    }

    private String bigN(Group group) {
        if (results == null) {
            return "xxx";
        }
        ResultRow row = results.find(ResultKey.of(context.population(), group), BIG_N);
        if (row == null) {
            throw new TemplateRejected("no N for " + group + " under " + context.population());
        }
        return NumberFormat.named("int").format(row.value());
    }
}
