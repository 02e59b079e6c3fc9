package org.sapwood.render.xlsx;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.sapwood.display.Display;
import org.sapwood.display.Report;

/** A workbook being written: one write path for all, streaming, and the same bytes for the same content. */
final class Pack implements AutoCloseable {
    private static final int WINDOW = 200;

    /**
     * A fixed time for all entries, in the local time the ZIP format is defined in. Not its first instant: Java takes
     * that for "older than can be said" and adds a stamp that depends on the time zone.
     */
    private static final LocalDateTime ENTRY_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    private final SXSSFWorkbook workbook = new SXSSFWorkbook(null, WINDOW, false, false);
    private final CellStyles styles = new CellStyles(workbook);
    private final Report.Front front;
    private final Set<String> names = new HashSet<>();

    Pack(Report.Front front) {
        this.front = front;
    }

    CellStyles styles() {
        return styles;
    }

    Report.Front front() {
        return front;
    }

    SXSSFWorkbook workbook() {
        return workbook;
    }

    /** {@return the banners and the document in one line} */
    String banner() {
        return String.join(" · ", front.banners());
    }

    /** Adds a sheet with what all sheets have. */
    SXSSFSheet sheet(String name) {
        SXSSFSheet sheet = workbook.createSheet(name);
        sheet.getPrintSetup().setLandscape(true);
        sheet.getPrintSetup().setPaperSize(org.apache.poi.ss.usermodel.PrintSetup.A4_PAPERSIZE);
        sheet.getPrintSetup().setFitWidth((short) 1);
        sheet.getPrintSetup().setFitHeight((short) 0);
        sheet.setFitToPage(true);
        sheet.getHeader().setLeft(literal("Protocol " + front.protocol()));
        sheet.getHeader().setCenter("&B" + literal(banner()));
        sheet.getHeader().setRight(literal("Data cut-off " + front.cutOff()));
        sheet.getFooter().setLeft("&A");
        sheet.getFooter().setRight("Page &P of &N");
        return sheet;
    }

    private static String literal(String text) {
        return text.replace("&", "&&");
    }

    /**
     * Names the sheet of a display after its number: {@code Table 14.2.1.1} becomes {@code T14_2_1_1}.
     *
     * @return a name not used before in this workbook
     */
    String name(Display display) {
        String number = display.heading().number();
        int space = number.lastIndexOf(' ');
        String base = space > 0 ? number.charAt(0) + number.substring(space + 1) : number;
        if (base.isEmpty()) {
            base = display.id();
        }
        base = base.replaceAll("[^A-Za-z0-9-]", "_");
        base = base.substring(0, Math.min(28, base.length()));
        String name = base;
        for (int i = 2; !names.add(name.toLowerCase(Locale.ROOT)); i++) {
            name = base + "_" + i;
        }
        return name;
    }

    /** Writes the workbook; {@code out} stays open. */
    void write(OutputStream out) throws IOException {
        describe();
        Path raw = Files.createTempFile("sapwood", ".xlsx");
        try {
            try (OutputStream file = Files.newOutputStream(raw)) {
                workbook.write(file);
            }
            rewrite(raw, out);
        } finally {
            Files.deleteIfExists(raw);
        }
    }

    private void describe() {
        POIXMLProperties properties = workbook.getXSSFWorkbook().getProperties();
        POIXMLProperties.CoreProperties core = properties.getCoreProperties();
        Date date = Date.from(
                LocalDate.parse(front.date()).atStartOfDay(ZoneOffset.UTC).toInstant());
        core.setCreated(Optional.of(date));
        core.setModified(Optional.of(date));
        core.setCreator(front.version());
        core.setLastModifiedByUser(front.version());
        core.setTitle(front.protocol() + ": " + front.title());
        core.setSubjectProperty("Data cut-off " + front.cutOff());
        core.setKeywords(banner());
        core.setIdentifier(front.identity());
    }

    /** The archive's entries sorted, with a fixed time and nothing of the machine. */
    private static void rewrite(Path raw, OutputStream out) throws IOException {
        try (ZipFile zip = new ZipFile(raw.toFile())) {
            ZipOutputStream sorted = new ZipOutputStream(out);
            List<? extends ZipEntry> entries = zip.stream()
                    .sorted(Comparator.comparing(
                                    (ZipEntry entry) -> !entry.getName().equals("[Content_Types].xml"))
                            .thenComparing(ZipEntry::getName))
                    .toList();
            for (ZipEntry entry : entries) {
                ZipEntry plain = new ZipEntry(entry.getName());
                plain.setTimeLocal(ENTRY_TIME);
                sorted.putNextEntry(plain);
                zip.getInputStream(entry).transferTo(sorted);
                sorted.closeEntry();
            }
            sorted.finish();
        }
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }
}
