package org.sapwood.typeset;

import java.util.List;
import org.sapwood.display.FigureModel;

/** Something placed on a page; x runs from the left edge, y from the top, in points. */
public sealed interface Mark {
    /**
     * One line of text.
     *
     * @param y of the base line
     */
    record Text(double x, double y, Face face, double size, Ink ink, String text) implements Mark {}

    /** A straight line. */
    record Rule(double x1, double y1, double x2, double y2, double weight, Ink ink) implements Mark {}

    /** A rectangle, filled and bordered. */
    record Box(double x, double y, double width, double height, double weight, Ink border, Ink fill) implements Mark {}

    /** A filled polygon, such as the head of an arrow. */
    record Polygon(List<Corner> corners, Ink ink) implements Mark {}

    /** A corner of a polygon. */
    record Corner(double x, double y) {}

    /** An area that leads to an anchor when clicked. */
    record Link(double x, double y, double width, double height, String anchor) implements Mark {}

    /** A place links and bookmarks lead to. */
    record Anchor(String name, double y) implements Mark {}

    /** A place for a drawn figure. */
    record Art(double x, double y, double width, double height, FigureModel figure) implements Mark {}
}
