package org.sapwood.typeset;

import org.sapwood.display.FigureModel;

/** A figure: one page, the whole body. */
record FigureSetting(FigureModel figure, PageFrame frame) implements Setting {
    @Override
    public int pages() {
        return 1;
    }

    @Override
    public void draw(int page, Sheet sheet) {
        PageFrame.Body body = frame.lastBody(figure);
        sheet.add(new Mark.Art(Theme.LEFT, body.top(), Theme.WIDTH, body.height(), figure));
    }
}
