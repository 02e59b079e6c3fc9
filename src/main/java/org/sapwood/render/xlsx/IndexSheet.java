package org.sapwood.render.xlsx;

import java.util.List;
import org.sapwood.display.Display;
import org.sapwood.render.xlsx.CellStyles.Look;
import org.sapwood.typeset.FontMetrics;

/** The first sheet: what the workbook holds, with links. */
final class IndexSheet {
    static final String NAME = "Index";

    private IndexSheet() {}

    /**
     * One line.
     *
     * @param sheet the name of the display's sheet
     * @param rows how many records or rows it holds
     */
    record Entry(Display display, String sheet, int rows) {}

    static void write(Pack pack, FontMetrics metrics, List<Entry> entries) {
        SheetWriter writer = new SheetWriter(pack, NAME, metrics, 100);
        writer.line(Look.TITLE, pack.front().title());
        writer.line(
                Look.NOTE,
                "Protocol " + pack.front().protocol() + " | Data cut-off "
                        + pack.front().cutOff() + " | " + pack.front().version());
        writer.line(Look.BANNER, pack.banner());
        writer.newRow();
        String[] heads = {"Number", "Title", "Population", "Rows", "Sheet"};
        for (int i = 0; i < heads.length; i++) {
            writer.head(i, heads[i]);
        }
        int headRow = writer.nextRow() - 1;
        for (Entry entry : entries) {
            writer.newRow();
            writer.link(0, entry.display().heading().number(), entry.sheet());
            writer.text(1, entry.display().heading().title());
            writer.text(2, entry.display().heading().population());
            writer.number(3, entry.rows(), "#,##0", "000,000");
            writer.link(4, entry.sheet(), entry.sheet());
        }
        writer.skipRow();
        writer.line(Look.NOTE, "Identity of this run: " + pack.front().identity());
        writer.finish();
        writer.sheet().createFreezePane(0, headRow + 1);
        writer.sheet().setRepeatingRows(new org.apache.poi.ss.util.CellRangeAddress(headRow, headRow, -1, -1));
    }
}
