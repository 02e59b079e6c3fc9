package org.sapwood.render.xlsx;

import java.util.ArrayList;
import java.util.List;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Hyperlink;
import org.apache.poi.xssf.streaming.SXSSFRow;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.jspecify.annotations.Nullable;
import org.sapwood.render.xlsx.CellStyles.Look;
import org.sapwood.render.xlsx.CellStyles.Place;
import org.sapwood.typeset.Face;
import org.sapwood.typeset.FontMetrics;
import org.sapwood.typeset.MissingGlyphException;

/** Writes a sheet from top to bottom, and learns how wide its columns must be. */
final class SheetWriter {
    private static final double NARROWEST = 8;
    private static final double WIDEST = 45;

    private final Pack pack;
    private final SXSSFSheet sheet;
    private final FontMetrics metrics;
    private final double digit;
    private final double widest;
    private final List<Double> widths = new ArrayList<>();
    private int next;
    private @Nullable SXSSFRow row;

    SheetWriter(Pack pack, String name, FontMetrics metrics) {
        this(pack, name, metrics, WIDEST);
    }

    /** A sheet whose columns may be up to a number of characters wide. */
    SheetWriter(Pack pack, String name, FontMetrics metrics, double widest) {
        this.widest = widest;
        this.pack = pack;
        this.sheet = pack.sheet(name);
        this.metrics = metrics;
        this.digit = metrics.width(Face.REGULAR, CellStyles.SIZE, "0");
    }

    SXSSFSheet sheet() {
        return sheet;
    }

    /** {@return the index of the row the next {@link #newRow} makes} */
    int nextRow() {
        return next;
    }

    void newRow() {
        row = sheet.createRow(next++);
    }

    void skipRow() {
        next++;
    }

    /** A line over the full width; does not widen its column. */
    void line(Look look, String text) {
        newRow();
        write(0, look, Place.LEFT, 0, text);
    }

    void text(int column, Look look, Place place, int indent, String text) {
        write(column, look, place, indent, text);
        Face face = look == Look.HEAD ? Face.BOLD : Face.REGULAR;
        widen(column, text, indent, face);
        heighten(text, face);
    }

    /** No program grows a row for text that wraps unless a person asks it to. */
    private void heighten(String text, Face face) {
        if (row == null || (text.indexOf('\n') < 0 && text.length() * CellStyles.SIZE * 1.02 <= widest * digit)) {
            return;
        }
        int lines = 0;
        for (String line : text.split("\n", -1)) {
            lines += Math.max(1, (int) Math.ceil(width(face, line) / (widest * digit)));
        }
        if (lines > 1) {
            float points = lines * CellStyles.SIZE * 1.35f;
            row.setHeightInPoints(Math.max(row.getHeightInPoints(), points));
        }
    }

    void text(int column, String text) {
        text(column, Look.BODY, Place.LEFT, 0, text);
    }

    void head(int column, String text) {
        text(column, Look.HEAD, Place.LEFT, 0, text);
    }

    void number(int column, double value, String format, String printed) {
        Cell cell = cell(column);
        cell.setCellValue(value);
        cell.setCellStyle(pack.styles().number(format));
        widen(column, printed, 0, Face.REGULAR);
    }

    void date(int column, java.time.LocalDate value) {
        Cell cell = cell(column);
        cell.setCellValue(value);
        cell.setCellStyle(pack.styles().date());
        widen(column, "0000-00-00", 0, Face.REGULAR);
    }

    /** A text that leads to the top of another sheet. */
    void link(int column, String text, String target) {
        text(column, Look.LINK, Place.LEFT, 0, text);
        Hyperlink link = pack.workbook().getCreationHelper().createHyperlink(HyperlinkType.DOCUMENT);
        link.setAddress("'" + target + "'!A1");
        cell(column).setHyperlink(link);
    }

    /** Sets the widths of all columns written to. */
    void finish() {
        for (int i = 0; i < widths.size(); i++) {
            double characters = Math.min(widest, Math.max(NARROWEST, widths.get(i) / digit + 1.5));
            sheet.setColumnWidth(i, (int) Math.ceil(characters * 256));
        }
    }

    private void write(int column, Look look, Place place, int indent, String text) {
        Cell cell = cell(column);
        if (!text.isEmpty()) {
            cell.setCellValue(SafeText.of(text));
        }
        cell.setCellStyle(pack.styles().text(look, place, indent, SafeText.looksLikeFormula(text)));
    }

    private Cell cell(int column) {
        if (row == null) {
            throw new IllegalStateException("no row yet");
        }
        Cell cell = row.getCell(column);
        return cell == null ? row.createCell(column) : cell;
    }

    private void widen(int column, String text, int indent, Face face) {
        while (widths.size() <= column) {
            widths.add(0.0);
        }
        double known = widths.get(column);
        // A text that could not beat the widest even in the widest letters is not measured.
        if (known / digit >= widest || text.length() * CellStyles.SIZE * 1.02 + indent * 9 <= known) {
            return;
        }
        double widest = known;
        for (String line : text.split("\n", -1)) {
            widest = Math.max(widest, width(face, line) + indent * 9);
        }
        widths.set(column, widest);
    }

    /** A workbook embeds no font: what ours lacks, the reader's has, so a square is a fair measure. */
    private double width(Face face, String line) {
        try {
            return metrics.width(face, CellStyles.SIZE, line);
        } catch (MissingGlyphException e) {
            return line.length() * (double) CellStyles.SIZE;
        }
    }
}
