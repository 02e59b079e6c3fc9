package org.sapwood.render;

import java.util.ArrayList;
import java.util.List;
import org.sapwood.display.Cell;
import org.sapwood.display.FigureModel;
import org.sapwood.display.FlowModel;
import org.sapwood.display.Heading;

/** The invented figures of {@link SampleReport}. */
final class SampleFigures {
    private SampleFigures() {}

    static List<FigureModel> figures() {
        return List.of();
    }

    static FlowModel flow() {
        List<FlowModel.Box> boxes = new ArrayList<>();
        List<FlowModel.Arrow> arrows = new ArrayList<>();
        boxes.add(box("screened", "Enrolment", 0, -1, false, line(0, "Assessed for eligibility (n=", 312)));
        boxes.add(box("excluded", "Enrolment", 1, -1, true,
                line(0, "Excluded (n=", 74), line(1, "Not meeting inclusion criteria (n=", 51),
                line(1, "Declined to participate (n=", 17), line(1, "Other reasons (n=", 6)));
        boxes.add(box("randomised", "Enrolment", 2, -1, false, line(0, "Randomised (n=", 238)));
        arrows.add(new FlowModel.Arrow("screened", "excluded"));
        arrows.add(new FlowModel.Arrow("screened", "randomised"));
        String[] arms = {"IL-2 1 MIU", "Placebo"};
        for (int lane = 0; lane < 2; lane++) {
            boxes.add(box("a" + lane, "Allocation", 3, lane, false,
                    line(0, "Allocated to " + arms[lane] + " (n=", 120 - 2 * lane),
                    line(1, "Received allocated intervention (n=", 119 - 2 * lane),
                    line(1, "Did not receive allocated intervention (n=", 1)));
            boxes.add(box("f" + lane, "Follow-up", 4, lane, false,
                    line(0, "Discontinued before Week 12 (n=", 14),
                    line(1, "Adverse event (n=", 5), line(1, "Lost to follow-up (n=", 3),
                    line(1, "Withdrawal by subject (n=", 6), line(1, "Death (n=", 0)));
            boxes.add(box("n" + lane, "Analysis", 5, lane, false,
                    line(0, "Full Analysis Set (n=", 120 - 2 * lane), line(0, "Per-Protocol Set (n=", 101),
                    line(0, "Safety Set (n=", 119 - 2 * lane)));
            arrows.add(new FlowModel.Arrow("randomised", "a" + lane));
            arrows.add(new FlowModel.Arrow("a" + lane, "f" + lane));
            arrows.add(new FlowModel.Arrow("f" + lane, "n" + lane));
        }
        return new FlowModel("consort", new Heading("Figure 14.1.1", "CONSORT Flow Diagram", "All Screened Subjects", ""),
                2, boxes, arrows, List.of(), SampleReport.SOURCE);
    }

    static FlowModel.Box box(String id, String stage, int row, int lane, boolean side, FlowModel.Line... lines) {
        return new FlowModel.Box(id, stage, row, lane, side, List.of(lines));
    }

    static FlowModel.Line line(int indent, String text, long n) {
        return new FlowModel.Line(indent, new Cell.Text(
                List.of(SampleReport.literal(text), SampleReport.count(n), SampleReport.literal(")"))));
    }
}
