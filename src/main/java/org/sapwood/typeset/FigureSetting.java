package org.sapwood.typeset;

import org.sapwood.display.FigureModel;

/** A figure: the whole body of a page, or of one page for each sheet of lanes. */
record FigureSetting(FigureModel figure, PageFrame frame) implements Setting {
    @Override
    public int pages() {
        return figure.chart() instanceof FigureModel.Lanes lanes
                ? lanes.sheets().size()
                : 1;
    }

    @Override
    public void draw(int page, Sheet sheet) {
        PageFrame.Body body = frame.lastBody(figure);
        FigureModel drawn = figure.chart() instanceof FigureModel.Lanes lanes ? figure.with(lanes.sheet(page)) : figure;
        sheet.add(new Mark.Art(Theme.LEFT, body.top(), Theme.WIDTH, body.height(), drawn));
    }
}
