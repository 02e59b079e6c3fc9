package org.sapwood.render.xlsx;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.sapwood.display.Display;
import org.sapwood.display.ListingModel;
import org.sapwood.display.Report;
import org.sapwood.render.Renderer;
import org.sapwood.typeset.TrueTypeMetrics;

/** Tables, the numbers of figures, flows and texts as a workbook; listings have their own. */
public final class TablesWorkbook implements Renderer {
    @Override
    public String fileName() {
        return "tables.xlsx";
    }

    @Override
    public void write(Report report, OutputStream out) throws IOException {
        TrueTypeMetrics metrics = new TrueTypeMetrics();
        try (Pack pack = new Pack(report.front())) {
            List<IndexSheet.Entry> entries = new ArrayList<>();
            List<DisplaySheet> sheets = new ArrayList<>();
            for (Display display : report.displays()) {
                if (!(display instanceof ListingModel)) {
                    DisplaySheet sheet = DisplaySheet.of(display, pack.name(display));
                    sheets.add(sheet);
                    entries.add(new IndexSheet.Entry(
                            display, sheet.name(), sheet.numbers().size()));
                }
            }
            IndexSheet.write(pack, metrics, entries);
            for (DisplaySheet sheet : sheets) {
                sheet.write(pack, metrics);
            }
            pack.write(out);
        }
    }
}
