package org.sapwood.typeset;

import org.sapwood.display.TableModel.Align;

/** Sets one line of text in a column. */
final class CellText {
    private CellText() {}

    static void draw(Sheet sheet, ColumnPlan.Placed column, Align align, double top, Face face, String line) {
        switch (align) {
            case LEFT -> sheet.left(column.x() + Theme.GUTTER, top, face, Theme.BODY, line);
            case RIGHT -> sheet.right(column.right() - Theme.GUTTER, top, face, Theme.BODY, Ink.BLACK, line);
            case CENTRE, DECIMAL -> sheet.centred(column.middle(), top, face, Theme.BODY, Ink.BLACK, line);
        }
    }
}
