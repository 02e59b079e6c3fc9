package org.sapwood.typeset;

import java.util.ArrayList;
import java.util.List;
import org.sapwood.display.FlowModel;
import org.sapwood.typeset.FlowLayout.Placed;

/** A flow of subjects on pages: boxes, the arrows between them, and the names of the stages in the margin. */
final class FlowSetting implements Setting {
    private static final double HEAD_LENGTH = 6;
    private static final double HEAD_WIDTH = 3;
    private static final double WEIGHT = 0.7;

    private final FlowModel flow;
    private final FlowLayout layout;
    private final PageFrame.Body body;

    FlowSetting(FlowModel flow, PageFrame frame, FontMetrics metrics) {
        this.flow = flow;
        PageFrame.Body all = frame.body(flow);
        PageFrame.Body last = frame.lastBody(flow);
        this.body = new PageFrame.Body(all.top() + 6, Math.min(all.bottom(), last.bottom()) - 2);
        this.layout = new FlowLayout(flow, metrics, body.height());
    }

    @Override
    public int pages() {
        return layout.pages();
    }

    @Override
    public void draw(int page, Sheet sheet) {
        drawStages(page, sheet);
        for (FlowModel.Arrow arrow : flow.arrows()) {
            drawArrow(page, sheet, box(arrow.from()), box(arrow.to()));
        }
        for (Placed box : layout.boxes().values()) {
            if (box.page() == page) {
                drawBox(sheet, box);
            }
        }
    }

    private Placed box(String id) {
        Placed box = layout.boxes().get(id);
        if (box == null) {
            throw new IllegalArgumentException("flow " + flow.id() + ": an arrow names the box " + id
                    + ", which does not exist; boxes: " + layout.boxes().keySet());
        }
        return box;
    }

    private void drawBox(Sheet sheet, Placed box) {
        sheet.add(
                new Mark.Box(box.x(), body.top() + box.top(), box.width(), box.height(), WEIGHT, Ink.BLACK, Ink.WHITE));
        double y = body.top() + box.top() + FlowColumns.PAD;
        for (FlowColumns.Line line : box.lines()) {
            sheet.left(box.x() + line.x(), y, line.face(), layout.size(), line.text());
            y += layout.lineHeight();
        }
    }

    /** One pale field per run of rows of a stage; side boxes may reach into the next one. */
    private void drawStages(int page, Sheet sheet) {
        List<Placed> run = new ArrayList<>();
        for (Placed box : layout.boxes().values()) {
            if (box.page() != page || (box.box().side() && !run.isEmpty())) {
                continue;
            }
            if (!run.isEmpty() && !run.get(0).box().stage().equals(box.box().stage())) {
                drawStage(sheet, run);
                run.clear();
            }
            run.add(box);
        }
        if (!run.isEmpty()) {
            drawStage(sheet, run);
        }
    }

    private void drawStage(Sheet sheet, List<Placed> run) {
        String stage = run.get(0).box().stage();
        if (stage.isEmpty()) {
            return;
        }
        double top = run.stream().mapToDouble(Placed::top).min().orElse(0);
        double bottom = run.stream().mapToDouble(Placed::bottom).max().orElse(0);
        sheet.add(new Mark.Box(
                Theme.LEFT,
                body.top() + top,
                FlowColumns.STAGE_WIDTH,
                bottom - top,
                Theme.THIN,
                new Ink(0xBFBFBF),
                Ink.PALE));
        List<String> lines =
                new LineBreaker(sheet.metrics(), Face.BOLD, layout.size()).lines(stage, FlowColumns.STAGE_WIDTH - 8);
        double y = body.top() + (top + bottom) / 2 - lines.size() * layout.lineHeight() / 2;
        for (String line : lines) {
            sheet.centred(Theme.LEFT + FlowColumns.STAGE_WIDTH / 2, y, Face.BOLD, layout.size(), Ink.BLACK, line);
            y += layout.lineHeight();
        }
    }

    /** An arrow; across pages it leaves at the foot of one and enters at the top of the other. */
    private void drawArrow(int page, Sheet sheet, Placed from, Placed to) {
        if (from.page() != page && to.page() != page && !(from.page() < page && page < to.page())) {
            return;
        }
        double start = from.page() == page ? body.top() + from.bottom() : body.top();
        double x = from.box().side() ? from.x() + from.width() / 2 : from.line();
        if (to.page() != page) {
            rule(sheet, x, start, x, body.bottom() - 1);
            down(sheet, x, body.bottom() - 1);
            return;
        }
        if (to.box().side()) {
            double y = body.top() + to.middle();
            rule(sheet, x, start, x, y);
            rule(sheet, x, y, to.x() - HEAD_LENGTH, y);
            head(sheet, to.x(), y, to.x() - HEAD_LENGTH, y - HEAD_WIDTH, to.x() - HEAD_LENGTH, y + HEAD_WIDTH);
            return;
        }
        double end = body.top() + to.top();
        double target = to.line();
        if (Math.abs(target - x) < 0.01) {
            rule(sheet, x, start, x, end - HEAD_LENGTH);
        } else {
            double bus = end - Math.max(layout.gap() / 2, HEAD_LENGTH + 2);
            rule(sheet, x, start, x, bus);
            rule(sheet, x, bus, target, bus);
            rule(sheet, target, bus, target, end - HEAD_LENGTH);
        }
        down(sheet, target, end);
    }

    private static void down(Sheet sheet, double x, double y) {
        head(sheet, x, y, x - HEAD_WIDTH, y - HEAD_LENGTH, x + HEAD_WIDTH, y - HEAD_LENGTH);
    }

    private static void rule(Sheet sheet, double x1, double y1, double x2, double y2) {
        sheet.add(new Mark.Rule(x1, y1, x2, y2, WEIGHT, Ink.BLACK));
    }

    private static void head(Sheet sheet, double tipX, double tipY, double x1, double y1, double x2, double y2) {
        sheet.add(new Mark.Polygon(
                List.of(new Mark.Corner(tipX, tipY), new Mark.Corner(x1, y1), new Mark.Corner(x2, y2)), Ink.BLACK));
    }
}
