package org.sapwood.render.pdf;

import com.lowagie.text.Document;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.PdfAction;
import com.lowagie.text.pdf.PdfDate;
import com.lowagie.text.pdf.PdfEncryption;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfOutline;
import com.lowagie.text.pdf.PdfString;
import com.lowagie.text.pdf.PdfWriter;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.sapwood.display.Report;
import org.sapwood.render.Renderer;
import org.sapwood.typeset.Book;
import org.sapwood.typeset.Bookmark;
import org.sapwood.typeset.Theme;
import org.sapwood.typeset.TrueTypeMetrics;

/** All displays as one PDF document with bookmarks and clickable contents. */
public final class PdfReport implements Renderer {
    @Override
    public String fileName() {
        return "report.pdf";
    }

    @Override
    public void write(Report report, OutputStream out) throws IOException {
        Book book = new Book(report, new TrueTypeMetrics());
        Document document =
                new Document(new Rectangle((float) Theme.PAGE_WIDTH, (float) Theme.PAGE_HEIGHT), 0, 0, 0, 0);
        PdfWriter writer = PdfWriter.getInstance(document, new LeftOpen(out));
        writer.setViewerPreferences(PdfWriter.PageModeUseOutlines | PdfWriter.DisplayDocTitle);
        writer.setFullCompression();
        document.open();
        describe(document, writer, report.front());
        PagePainter painter = new PagePainter(writer, new PdfFonts());
        for (int i = 0; i < book.pages(); i++) {
            if (i > 0) {
                document.newPage();
            }
            painter.paint(book.page(i));
        }
        outline(writer.getRootOutline(), book.bookmarks());
        document.close();
    }

    private static void describe(Document document, PdfWriter writer, Report.Front front) {
        document.addTitle(front.protocol() + ": " + front.title());
        document.addSubject("Tables, figures and listings; data cut-off " + front.cutOff());
        if (!front.sponsor().isEmpty()) {
            document.addAuthor(front.sponsor());
        }
        document.addKeywords(String.join(", ", front.banners()));
        document.addCreator(front.version());
        LocalDate date = LocalDate.parse(front.date());
        GregorianCalendar midnight = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
        midnight.clear();
        midnight.set(date.getYear(), date.getMonthValue() - 1, date.getDayOfMonth());
        PdfDate stamp = new PdfDate(midnight);
        writer.getInfo().put(PdfName.CREATIONDATE, stamp);
        writer.getInfo().put(PdfName.MODDATE, stamp);
        writer.getInfo().put(PdfName.PRODUCER, new PdfString(front.version(), "PDF"));
        byte[] id = digest(front.identity());
        writer.getInfo().put(PdfName.FILEID, PdfEncryption.createInfoId(id, id));
        writer.getExtraCatalog().put(PdfName.LANG, new PdfString("en-GB"));
        writer.createXmpMetadata();
    }

    private static byte[] digest(String identity) {
        try {
            byte[] whole = MessageDigest.getInstance("SHA-256").digest(identity.getBytes(StandardCharsets.UTF_8));
            return java.util.Arrays.copyOf(whole, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static void outline(PdfOutline parent, List<Bookmark> bookmarks) {
        for (Bookmark bookmark : bookmarks) {
            PdfOutline node =
                    new PdfOutline(parent, PdfAction.gotoLocalPage(bookmark.anchor(), false), bookmark.title(), false);
            outline(node, bookmark.below());
        }
    }

    /** Closing the document must not close the caller's stream. */
    private static final class LeftOpen extends FilterOutputStream {
        LeftOpen(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
