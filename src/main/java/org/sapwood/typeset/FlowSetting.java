package org.sapwood.typeset;

import org.sapwood.display.FlowModel;

/** A flow of subjects on pages. */
record FlowSetting(FlowModel flow, PageFrame frame, FontMetrics metrics) implements Setting {
    @Override
    public int pages() {
        return 1;
    }

    @Override
    public void draw(int page, Sheet sheet) {
        double y = frame.lastBody(flow).top();
        for (FlowModel.Box box : flow.boxes()) {
            for (FlowModel.Line line : box.lines()) {
                sheet.left(Theme.LEFT, y, Face.REGULAR, Theme.BODY, line.content().text());
                y += Theme.LINE;
            }
        }
    }
}
