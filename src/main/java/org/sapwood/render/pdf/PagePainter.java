package org.sapwood.render.pdf;

import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.BaseFont;
import com.lowagie.text.pdf.FontMapper;
import com.lowagie.text.pdf.PdfAction;
import com.lowagie.text.pdf.PdfAnnotation;
import com.lowagie.text.pdf.PdfContentByte;
import com.lowagie.text.pdf.PdfDestination;
import com.lowagie.text.pdf.PdfDictionary;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfObject;
import com.lowagie.text.pdf.PdfString;
import com.lowagie.text.pdf.PdfTemplate;
import com.lowagie.text.pdf.PdfWriter;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import org.sapwood.render.drawing.FigureDrawing;
import org.sapwood.render.drawing.Typeface;
import org.sapwood.typeset.Ink;
import org.sapwood.typeset.Mark;
import org.sapwood.typeset.Page;
import org.sapwood.typeset.Theme;

/** Paints the marks of a page; y is turned around, as PDF counts from the bottom. */
final class PagePainter {
    private final PdfWriter writer;
    private final PdfFonts fonts;

    PagePainter(PdfWriter writer, PdfFonts fonts) {
        this.writer = writer;
        this.fonts = fonts;
    }

    void paint(Page page) {
        PdfContentByte content = writer.getDirectContent();
        for (Mark mark : page.marks()) {
            paint(content, mark);
        }
    }

    private void paint(PdfContentByte content, Mark mark) {
        if (mark instanceof Mark.Text text) {
            content.beginText();
            content.setFontAndSize(fonts.font(text.face()), (float) text.size());
            content.setColorFill(color(text.ink()));
            content.setTextMatrix((float) text.x(), y(text.y()));
            content.showText(text.text());
            content.endText();
        } else if (mark instanceof Mark.Rule rule) {
            content.setColorStroke(color(rule.ink()));
            content.setLineWidth((float) rule.weight());
            content.moveTo((float) rule.x1(), y(rule.y1()));
            content.lineTo((float) rule.x2(), y(rule.y2()));
            content.stroke();
        } else if (mark instanceof Mark.Box box) {
            content.setColorFill(color(box.fill()));
            content.setColorStroke(color(box.border()));
            content.setLineWidth((float) box.weight());
            content.rectangle((float) box.x(), y(box.y() + box.height()), (float) box.width(), (float) box.height());
            content.fillStroke();
        } else if (mark instanceof Mark.Polygon polygon) {
            content.setColorFill(color(polygon.ink()));
            for (int i = 0; i < polygon.corners().size(); i++) {
                Mark.Corner corner = polygon.corners().get(i);
                if (i == 0) {
                    content.moveTo((float) corner.x(), y(corner.y()));
                } else {
                    content.lineTo((float) corner.x(), y(corner.y()));
                }
            }
            content.closePath();
            content.fill();
        } else if (mark instanceof Mark.Link link) {
            Rectangle area = new Rectangle(
                    (float) link.x(), y(link.y() + link.height()), (float) (link.x() + link.width()), y(link.y()));
            PdfAnnotation annotation = new PdfAnnotation(
                    writer,
                    area.getLeft(),
                    area.getBottom(),
                    area.getRight(),
                    area.getTop(),
                    PdfAction.gotoLocalPage(link.anchor(), false));
            annotation.setBorder(new com.lowagie.text.pdf.PdfBorderArray(0, 0, 0));
            writer.addAnnotation(annotation);
        } else if (mark instanceof Mark.Art art) {
            draw(content, art);
        } else if (mark instanceof Mark.Anchor anchor) {
            content.localDestination(anchor.name(), new PdfDestination(PdfDestination.XYZ, 0, y(anchor.y()) + 20, 0));
        }
    }

    /** A figure as a form of its own; its alternative text is for readers who do not see. */
    private void draw(PdfContentByte content, Mark.Art art) {
        PdfTemplate form = content.createTemplate((float) art.width(), (float) art.height());
        Graphics2D graphics = form.createGraphics((float) art.width(), (float) art.height(), new PageFonts());
        FigureDrawing.draw(art.figure(), graphics, art.width(), art.height());
        graphics.dispose();
        PdfDictionary properties = new PdfDictionary();
        properties.put(PdfName.ALT, new PdfString(art.figure().alternativeText(), PdfObject.TEXT_UNICODE));
        content.beginMarkedContentSequence(PdfName.FIGURE, properties, true);
        content.addTemplate(form, (float) art.x(), y(art.y() + art.height()));
        content.endMarkedContentSequence();
    }

    /** Figures are set in the fonts of the page. */
    private final class PageFonts implements FontMapper {
        @Override
        public BaseFont awtToPdf(Font font) {
            return fonts.font(Typeface.face(font));
        }

        @Override
        public Font pdfToAwt(BaseFont font, int size) {
            throw new UnsupportedOperationException("figures are only written");
        }
    }

    private static float y(double fromTop) {
        return (float) (Theme.PAGE_HEIGHT - fromTop);
    }

    private static Color color(Ink ink) {
        return new Color(ink.rgb());
    }
}
