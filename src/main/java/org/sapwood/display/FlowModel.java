package org.sapwood.display;

import java.util.List;

/**
 * A flow of subjects (CONSORT). The layout is measured, not given: boxes have a row and a lane only.
 *
 * @param lanes the number of parallel lanes after the split, 1 for a single-arm study
 * @param boxes the boxes
 * @param arrows the arrows between them
 */
public record FlowModel(
        String id,
        Heading heading,
        int lanes,
        List<Box> boxes,
        List<Arrow> arrows,
        List<Footnote> notes,
        SourceLine source)
        implements Display {

    /**
     * A box.
     *
     * @param id unique in the flow
     * @param stage the stage's name, printed in the margin: {@code Enrolment}, {@code Allocation} …
     * @param row from the top, from 0
     * @param lane from the left, from 0; -1 when the box spans all lanes
     * @param side whether it stands beside the main line (exclusions)
     * @param lines the lines; the first is the main one
     */
    public record Box(String id, String stage, int row, int lane, boolean side, List<Line> lines) {}

    /**
     * A line of a box.
     *
     * @param indent 0 or 1
     * @param content its text, with the number as a piece that knows its result row
     */
    public record Line(int indent, Cell content) {}

    /** An arrow from one box to another. */
    public record Arrow(String from, String to) {}
}
