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

/** All listings as a workbook of typed cells. */
public final class ListingsWorkbook implements Renderer {
    @Override
    public String fileName() {
        return "listings.xlsx";
    }

    @Override
    public void write(Report report, OutputStream out) throws IOException {
        TrueTypeMetrics metrics = new TrueTypeMetrics();
        try (Pack pack = new Pack(report.front())) {
            List<IndexSheet.Entry> entries = new ArrayList<>();
            List<ListingSheet> sheets = new ArrayList<>();
            for (Display display : report.displays()) {
                if (display instanceof ListingModel listing) {
                    for (int part = 0; part < ListingSheet.parts(listing); part++) {
                        ListingSheet sheet = new ListingSheet(listing, pack.name(listing), part);
                        sheets.add(sheet);
                        entries.add(new IndexSheet.Entry(listing, sheet.name(), sheet.records()));
                    }
                }
            }
            IndexSheet.write(pack, metrics, entries);
            for (ListingSheet sheet : sheets) {
                sheet.write(pack, metrics);
            }
            pack.write(out);
        }
    }
}
