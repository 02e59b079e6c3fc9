package org.sapwood.display;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.sapwood.display.FlowModel.Arrow;
import org.sapwood.display.FlowModel.Box;
import org.sapwood.display.FlowModel.Line;
import org.sapwood.display.TableBuilder.Context;
import org.sapwood.result.Group;
import org.sapwood.result.ResultKey;
import org.sapwood.result.ResultRow;
import org.sapwood.result.ResultSet;
import org.sapwood.result.Statistic;
import org.sapwood.sap.MethodSpec;
import org.sapwood.sap.MethodSpec.FlowStage;

/** Turns the counts of a flow into boxes and arrows. */
public final class FlowBuilder {
    private static final Statistic N = new Statistic("n");

    private final String analysis;
    private final Context context;
    private final ResultSet results;
    private final List<Box> boxes = new ArrayList<>();
    private final List<Arrow> arrows = new ArrayList<>();

    private FlowBuilder(String analysis, Context context, ResultSet results) {
        this.analysis = analysis;
        this.context = context;
        this.results = results;
    }

    /**
     * Builds a flow.
     *
     * @param id the display id
     * @param heading the title block
     * @param analysis the flow analysis' id
     * @param flow its stages
     * @param context the arms
     * @param results the counts
     * @param notes footnotes
     * @param source the source line
     * @return the finished flow
     */
    public static FlowModel build(
            String id,
            Heading heading,
            String analysis,
            MethodSpec.Flow flow,
            Context context,
            ResultSet results,
            List<String> notes,
            SourceLine source) {
        FlowBuilder builder = new FlowBuilder(analysis, context, results);
        builder.stages(flow.stages());
        return new FlowModel(
                id,
                heading,
                Math.max(1, context.arms().size()),
                builder.boxes,
                builder.arrows,
                notes.stream().map(Footnote::of).toList(),
                source);
    }

    private void stages(List<FlowStage> stages) {
        List<String> above = List.of();
        int row = 0;
        for (FlowStage stage : stages) {
            List<String> here = new ArrayList<>();
            boolean anyLost = false;
            if (stage.byArm()) {
                int lane = 0;
                for (Map.Entry<String, String> arm : context.arms().entrySet()) {
                    Group group = new Group.Arm(arm.getKey());
                    here.add(box(stage, group, row, lane, List.of(arm.getValue())));
                    anyLost |= lost(stage, group, row + 1, lane);
                    lane++;
                }
            } else {
                here.add(box(stage, new Group.Overall(), row, -1, List.of()));
                anyLost = lost(stage, new Group.Overall(), row + 1, -1);
            }
            connect(above, here);
            above = here;
            row += anyLost ? 2 : 1;
        }
    }

    private void connect(List<String> above, List<String> here) {
        for (int i = 0; i < here.size(); i++) {
            if (above.size() == here.size()) {
                arrows.add(new Arrow(above.get(i), here.get(i)));
            } else {
                for (String from : above) {
                    arrows.add(new Arrow(from, here.get(i)));
                }
            }
        }
    }

    private String box(FlowStage stage, Group group, int row, int lane, List<String> prefix) {
        String id = stage.id() + "/" + group;
        List<Line> lines = new ArrayList<>();
        prefix.forEach(text -> lines.add(new Line(0, new Cell.Text(List.of(new Cell.Literal(text))))));
        lines.add(new Line(0, counted(stage.label(), key(stage, group, "", ""))));
        stage.sets().keySet().forEach(set -> lines.add(new Line(1, counted(set, key(stage, group, "set", set)))));
        boxes.add(new Box(id, stage.stage(), row, lane, false, lines));
        return id;
    }

    private boolean lost(FlowStage stage, Group group, int row, int lane) {
        if (stage.lost().isEmpty() || results.find(key(stage, group, "lost", ""), N) == null) {
            return false;
        }
        List<Line> lines = new ArrayList<>();
        lines.add(new Line(0, counted(stage.lost(), key(stage, group, "lost", ""))));
        List<String> reasons = new ArrayList<>(stage.reasons().keySet());
        if (!stage.remainder().isEmpty()) {
            reasons.add(stage.remainder());
        }
        reasons.forEach(reason -> lines.add(new Line(1, counted(reason, key(stage, group, "lost", reason)))));
        String id = stage.id() + "/" + group + "/lost";
        boxes.add(new Box(id, "", row, lane, true, lines));
        arrows.add(new Arrow(stage.id() + "/" + group, id));
        return true;
    }

    private Cell counted(String label, ResultKey key) {
        ResultRow row = results.find(key, N);
        if (row == null) {
            throw new TemplateRejected("flow: no result " + key + "/n");
        }
        NumberFormat format = NumberFormat.named("int");
        return new Cell.Text(List.of(
                new Cell.Literal(label + " (n = "),
                new Cell.Formatted(format.format(row.value()), new Cell.CellSource(key, N), row.value(), format),
                new Cell.Literal(")")));
    }

    private ResultKey key(FlowStage stage, Group group, String stratum, String level) {
        return ResultKey.of(analysis, group)
                .withParameter(stage.id())
                .withStratum(stratum)
                .withLevel(level);
    }
}
