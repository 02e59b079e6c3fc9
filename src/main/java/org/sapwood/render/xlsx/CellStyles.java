package org.sapwood.render.xlsx;

import java.util.HashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.usermodel.Workbook;

/** The styles of one workbook, each made once: a workbook holds 64,000 at most. */
final class CellStyles {
    static final String FONT = "Arial";
    static final short SIZE = 10;

    private final Workbook workbook;
    private final Map<Key, CellStyle> styles = new HashMap<>();
    private final Map<Look, Font> fonts = new HashMap<>();

    CellStyles(Workbook workbook) {
        this.workbook = workbook;
        Font standard = workbook.getFontAt(0);
        standard.setFontName(FONT);
        standard.setFontHeightInPoints(SIZE);
    }

    /** How a cell looks. */
    enum Look {
        TITLE,
        BANNER,
        HEAD,
        BODY,
        LINK,
        NOTE
    }

    /** Where the text of a cell stands. */
    enum Place {
        LEFT,
        CENTRE,
        RIGHT
    }

    /**
     * A style; {@code quoted} marks a text that only looks like a formula, {@code format} is an Excel number format.
     */
    private record Key(Look look, Place place, int indent, boolean wrapped, boolean quoted, String format) {}

    CellStyle text(Look look, Place place, int indent, boolean quoted) {
        boolean wrapped = look == Look.HEAD || look == Look.BODY;
        return styles.computeIfAbsent(new Key(look, place, indent, wrapped, quoted, "General"), this::make);
    }

    CellStyle number(String format) {
        return styles.computeIfAbsent(new Key(Look.BODY, Place.RIGHT, 0, false, false, format), this::make);
    }

    CellStyle date() {
        return styles.computeIfAbsent(new Key(Look.BODY, Place.LEFT, 0, false, false, "yyyy\\-mm\\-dd"), this::make);
    }

    private CellStyle make(Key key) {
        CellStyle style = workbook.createCellStyle();
        style.setFont(fonts.computeIfAbsent(key.look(), this::font));
        style.setVerticalAlignment(key.look() == Look.HEAD ? VerticalAlignment.BOTTOM : VerticalAlignment.TOP);
        style.setAlignment(
                switch (key.place()) {
                    case LEFT -> HorizontalAlignment.LEFT;
                    case CENTRE -> HorizontalAlignment.CENTER;
                    case RIGHT -> HorizontalAlignment.RIGHT;
                });
        style.setIndention((short) key.indent());
        style.setWrapText(key.wrapped());
        style.setQuotePrefixed(key.quoted());
        if (!key.format().equals("General")) {
            style.setDataFormat(workbook.createDataFormat().getFormat(key.format()));
        }
        if (key.look() == Look.HEAD) {
            style.setBorderTop(BorderStyle.THIN);
            style.setBorderBottom(BorderStyle.THIN);
            style.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex());
            style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        }
        return style;
    }

    private Font font(Look look) {
        Font font = workbook.createFont();
        font.setFontName(FONT);
        font.setFontHeightInPoints(look == Look.TITLE ? (short) (SIZE + 1) : SIZE);
        font.setBold(look == Look.TITLE || look == Look.HEAD || look == Look.BANNER);
        if (look == Look.BANNER) {
            font.setColor(IndexedColors.DARK_RED.getIndex());
        }
        if (look == Look.LINK) {
            font.setColor(IndexedColors.BLUE.getIndex());
            font.setUnderline(Font.U_SINGLE);
        }
        return font;
    }
}
