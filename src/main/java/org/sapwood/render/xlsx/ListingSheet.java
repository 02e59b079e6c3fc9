package org.sapwood.render.xlsx;

import java.time.LocalDate;
import java.util.List;
import org.apache.poi.ss.util.CellRangeAddress;
import org.sapwood.display.Footnote;
import org.sapwood.display.ListingModel;
import org.sapwood.display.ListingModel.Item;
import org.sapwood.render.xlsx.CellStyles.Look;
import org.sapwood.render.xlsx.CellStyles.Place;
import org.sapwood.typeset.FontMetrics;

/**
 * One listing as a sheet: title, population, banner, heads in row 4, records from row 5, notes below them.
 *
 * @param part which part of a listing with more records than a sheet can hold, from 0
 */
record ListingSheet(ListingModel listing, String name, int part) {
    private static final int CAPACITY = 1_000_000;
    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 3, 1);

    static int parts(ListingModel listing) {
        return Math.max(1, (listing.rows().size() + CAPACITY - 1) / CAPACITY);
    }

    private int from() {
        return part * CAPACITY;
    }

    private int to() {
        return Math.min(listing.rows().size(), from() + CAPACITY);
    }

    int records() {
        return to() - from();
    }

    void write(Pack pack, FontMetrics metrics) {
        SheetWriter writer = new SheetWriter(pack, name, metrics);
        writer.line(
                Look.TITLE,
                listing.heading().number() + "  " + listing.heading().title());
        writer.line(Look.NOTE, "Population: " + listing.heading().population());
        writer.line(Look.BANNER, pack.banner());
        writer.newRow();
        int columns = listing.columns().size();
        for (int i = 0; i < columns; i++) {
            writer.head(i, listing.columns().get(i).head());
        }
        int head = writer.nextRow() - 1;
        for (List<Item> row : listing.rows().subList(from(), to())) {
            writer.newRow();
            for (int i = 0; i < columns; i++) {
                write(writer, i, row.get(i));
            }
        }
        int last = writer.nextRow() - 1;
        writer.skipRow();
        for (Footnote note : listing.notes()) {
            writer.line(Look.NOTE, (note.mark().isEmpty() ? "" : note.mark() + " ") + note.text());
        }
        writer.line(Look.NOTE, listing.source().text());
        writer.finish();
        int keys = (int)
                listing.columns().stream().takeWhile(ListingModel.Column::key).count();
        writer.sheet().createFreezePane(keys, head + 1);
        writer.sheet().setAutoFilter(new CellRangeAddress(head, last, 0, columns - 1));
        writer.sheet().setRepeatingRows(new CellRangeAddress(0, head, -1, -1));
    }

    private static void write(SheetWriter writer, int column, Item item) {
        if (item instanceof ListingModel.Numeric number) {
            writer.number(column, number.value().doubleValue(), format(number.text()), number.text());
        } else if (item instanceof ListingModel.Derived derived) {
            writer.number(column, derived.value().doubleValue(), format(derived.text()), derived.text());
        } else if (item instanceof ListingModel.Date date && !date.value().isBefore(FIRST_DAY)) {
            writer.date(column, date.value());
        } else if (!item.text().isEmpty()) {
            writer.text(column, Look.BODY, Place.LEFT, 0, item.text());
        }
    }

    /** {@return the number format that shows as many decimals as were printed} */
    static String format(String printed) {
        int point = printed.indexOf('.');
        int places = point < 0 ? 0 : printed.length() - point - 1;
        return places == 0 ? "0" : "0." + "0".repeat(places);
    }
}
