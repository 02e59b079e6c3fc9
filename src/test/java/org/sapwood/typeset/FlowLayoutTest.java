package org.sapwood.typeset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sapwood.display.Cell;
import org.sapwood.display.FlowModel;
import org.sapwood.display.Heading;
import org.sapwood.display.SourceLine;

class FlowLayoutTest {
    private static final FontMetrics METRICS = new TrueTypeMetrics();
    private static final double ROOM = 420;

    private static FlowModel.Box box(String id, int row, int lane, boolean side, int lines, Random random) {
        List<FlowModel.Line> all = new ArrayList<>();
        for (int i = 0; i < lines; i++) {
            String text = "Reason " + "long ".repeat(random.nextInt(6)) + "(n = " + random.nextInt(300) + ")";
            all.add(new FlowModel.Line(i == 0 ? 0 : 1, new Cell.Text(List.of(new Cell.Literal(text)))));
        }
        return new FlowModel.Box(id, "Stage " + row / 2, row, lane, side, all);
    }

    private static FlowModel flow(int lanes, int stages, int lines, long seed) {
        Random random = new Random(seed);
        List<FlowModel.Box> boxes = new ArrayList<>();
        boxes.add(box("screened", 0, -1, false, 1, random));
        boxes.add(box("excluded", 1, -1, true, lines, random));
        boxes.add(box("randomised", 2, -1, false, 1, random));
        List<FlowModel.Arrow> arrows = new ArrayList<>();
        arrows.add(new FlowModel.Arrow("screened", "excluded"));
        arrows.add(new FlowModel.Arrow("screened", "randomised"));
        for (int lane = 0; lane < lanes; lane++) {
            String above = "randomised";
            for (int stage = 0; stage < stages; stage++) {
                String main = "m" + stage + "-" + lane;
                boxes.add(box(main, 3 + 2 * stage, lane, false, 1 + random.nextInt(3), random));
                boxes.add(box("s" + stage + "-" + lane, 4 + 2 * stage, lane, true, lines, random));
                arrows.add(new FlowModel.Arrow(above, main));
                arrows.add(new FlowModel.Arrow(main, "s" + stage + "-" + lane));
                above = main;
            }
        }
        return new FlowModel(
                "flow", new Heading("Figure 1", "Flow", "", ""), lanes, boxes, arrows, List.of(), new SourceLine("x"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void noBoxesOverlapAndNoneLeavesThePage(int lanes) {
        for (int lines = 1; lines <= 9; lines += 2) {
            for (int stages = 1; stages <= 4; stages++) {
                FlowLayout layout = new FlowLayout(flow(lanes, stages, lines, 31L * lines + stages), METRICS, ROOM);
                List<FlowLayout.Placed> boxes = new ArrayList<>(layout.boxes().values());
                for (int i = 0; i < boxes.size(); i++) {
                    FlowLayout.Placed a = boxes.get(i);
                    assertThat(a.x()).isGreaterThanOrEqualTo(Theme.LEFT + FlowColumns.STAGE_WIDTH);
                    assertThat(a.right()).isLessThanOrEqualTo(Theme.RIGHT + 0.01);
                    assertThat(a.top()).isGreaterThanOrEqualTo(0);
                    assertThat(a.bottom()).isLessThanOrEqualTo(ROOM + 0.01);
                    for (FlowLayout.Placed b : boxes.subList(0, i)) {
                        boolean apart = a.page() != b.page()
                                || a.right() <= b.x()
                                || b.right() <= a.x()
                                || a.bottom() <= b.top()
                                || b.bottom() <= a.top();
                        assertThat(apart)
                                .as(a.box().id() + " and " + b.box().id())
                                .isTrue();
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 6})
    void theTextOfABoxStaysInside(int lanes) {
        FlowLayout layout = new FlowLayout(flow(lanes, 2, 6, 5), METRICS, ROOM);
        for (FlowLayout.Placed box : layout.boxes().values()) {
            assertThat(box.lines().size() * layout.lineHeight()).isLessThanOrEqualTo(box.height());
            for (FlowColumns.Line line : box.lines()) {
                double end = line.x() + METRICS.width(line.face(), layout.size(), line.text());
                assertThat(end).isLessThanOrEqualTo(box.width() + 0.01);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 6})
    void noLineDownALaneRunsThroughASideBox(int lanes) {
        FlowLayout layout = new FlowLayout(flow(lanes, 3, 5, 9), METRICS, ROOM);
        for (FlowLayout.Placed side : layout.boxes().values()) {
            if (side.box().side()) {
                assertThat(layout.boxes().values())
                        .filteredOn(other -> other.box().lane() == side.box().lane())
                        .allSatisfy(other -> assertThat(side.x()).isGreaterThan(other.line() + 5));
            }
        }
    }

    @Test
    void aShortFlowIsSetInFullSizeOnOnePage() {
        FlowLayout layout = new FlowLayout(flow(2, 1, 3, 1), METRICS, ROOM);
        assertThat(layout.pages()).isEqualTo(1);
        assertThat(layout.size()).isEqualTo(Theme.BODY);
    }

    @Test
    void aTallFlowIsContinued() {
        FlowLayout layout = new FlowLayout(flow(2, 9, 6, 1), METRICS, ROOM);
        assertThat(layout.pages()).isGreaterThan(1);
    }

    @Test
    void aBoxOutsideTheLanesIsRefused() {
        FlowModel.Box box = box("lost", 0, 2, false, 1, new Random(1));
        FlowModel flow = new FlowModel(
                "flow", new Heading("", "", "", ""), 2, List.of(box), List.of(), List.of(), new SourceLine(""));
        assertThatThrownBy(() -> new FlowLayout(flow, METRICS, ROOM))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("lost");
    }
}
