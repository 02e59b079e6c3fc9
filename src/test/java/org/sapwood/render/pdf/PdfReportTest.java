package org.sapwood.render.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sapwood.display.Display;
import org.sapwood.display.ListingModel;
import org.sapwood.display.Report;
import org.sapwood.display.SourceLine;
import org.sapwood.display.TableModel;
import org.sapwood.display.TextBlock;
import org.sapwood.render.SampleReport;
import org.sapwood.typeset.MissingGlyphException;

class PdfReportTest {
    private static final Report SAMPLE = SampleReport.report();
    private static List<String> pages = List.of();
    private static byte[] bytes = {};

    @BeforeAll
    static void writeOnce() throws IOException {
        bytes = write(SAMPLE);
        pages = texts(bytes);
    }

    private static byte[] write(Report report) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new PdfReport().write(report, out);
        return out.toByteArray();
    }

    private static List<String> texts(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            List<String> texts = new ArrayList<>();
            for (int i = 1; i <= document.getNumberOfPages(); i++) {
                PDFTextStripper stripper = new PDFTextStripper();
                stripper.setSortByPosition(true);
                stripper.setStartPage(i);
                stripper.setEndPage(i);
                texts.add(stripper.getText(document));
            }
            return texts;
        }
    }

    /** The pages of a display, found by the second line of the page. */
    private static List<String> pagesOf(Display display) {
        return pages.stream()
                .filter(page -> page.lines()
                        .skip(1)
                        .limit(1)
                        .anyMatch(line -> line.startsWith(display.heading().number())))
                .toList();
    }

    private static <T extends Display> T display(String id, Class<T> type) {
        return type.cast(SAMPLE.displays().stream()
                .filter(display -> display.id().equals(id))
                .findFirst()
                .orElseThrow());
    }

    private static String dense(String text) {
        return text.replaceAll("\\s+", "");
    }

    @Test
    void everyCellAndLabelOfATableIsOnItsPages() {
        for (Display display : SAMPLE.displays()) {
            if (display instanceof TableModel table) {
                String text = dense(String.join("\n", pagesOf(table)));
                for (TableModel.Row row : table.rows()) {
                    row.cells().forEach(cell -> assertThat(text).contains(dense(cell.text())));
                }
            }
        }
    }

    @Test
    void rowsReadFromLeftToRight() {
        TableModel table = display("demographics", TableModel.class);
        String text = dense(String.join("\n", pagesOf(table)));
        for (TableModel.Row row : table.rows()) {
            if (row.kind() == TableModel.Kind.BODY && row.label().length() < 40) {
                StringBuilder line = new StringBuilder(row.label());
                row.cells().forEach(cell -> line.append(cell.text()));
                assertThat(text).contains(dense(line.toString()));
            }
        }
    }

    @Test
    void everyPageSaysProtocolCutOffBannerAndItsNumber() {
        for (int i = 1; i < pages.size(); i++) {
            assertThat(dense(pages.get(i)))
                    .contains("ProtocolNCT05495321", "Datacut-off01SEP2026", "SYNTHETICDATA")
                    .contains("Page" + (i + 1) + "of" + pages.size());
        }
        assertThat(pages.get(0)).contains("SYNTHETIC DATA");
    }

    @Test
    void headsNotesAndSourceAreRepeatedAndTitlesContinued() {
        TableModel table = display("ae-soc-pt", TableModel.class);
        List<String> all = pagesOf(table);
        assertThat(all).hasSizeGreaterThan(3);
        for (int i = 0; i < all.size(); i++) {
            assertThat(all.get(i))
                    .contains("IL-2 1 MIU", "Risk difference, %", "A subject is counted once per row")
                    .contains("Source: ADSL");
            assertThat(all.get(i).contains(table.heading().number() + " (Continued)"))
                    .isEqualTo(i > 0);
        }
    }

    @Test
    void aPageThatBeginsInsideAGroupRepeatsItsPath() throws IOException {
        TableModel table = display("ae-soc-pt", TableModel.class);
        // One class with more terms than a page holds.
        List<TableModel.Row> rows = new ArrayList<>();
        List<TableModel.Row> one = table.rows().subList(2, 4);
        rows.add(one.get(0));
        for (int i = 0; i < 120; i++) {
            rows.add(one.get(1));
        }
        String group = one.get(1).group().get(0);
        List<String> texts = texts(write(new Report(
                SAMPLE.front(),
                List.of(new TableModel(
                        "long", table.heading(), "", table.columns(), rows, table.notes(), table.source())))));
        assertThat(texts.subList(3, texts.size()))
                .isNotEmpty()
                .allSatisfy(page -> assertThat(dense(page)).contains(dense(group) + "(Continued)"));
    }

    @Test
    void noPageEndsWithARowThatKeepsWithTheNext() {
        for (Display display : SAMPLE.displays()) {
            if (display instanceof TableModel table) {
                List<String> heads = table.rows().stream()
                        .filter(TableModel.Row::keepWithNext)
                        .map(TableModel.Row::label)
                        .toList();
                for (String page : pagesOf(table)) {
                    List<String> lines = page.lines().toList();
                    int notes = 0;
                    while (notes < lines.size() && !isFoot(lines.get(notes), table)) {
                        notes++;
                    }
                    String last = lines.get(notes - 1);
                    assertThat(heads).noneMatch(head -> dense(last).startsWith(dense(head)));
                }
            }
        }
    }

    private static boolean isFoot(String line, TableModel table) {
        return line.startsWith("Source:")
                || table.notes().stream()
                        .anyMatch(note -> line.startsWith(note.text().substring(0, 10))
                                || (!note.mark().isEmpty() && line.startsWith(note.mark())));
    }

    @Test
    void keysOfAListingArePrintedOncePerSubjectAndAgainAtTheTopOfAPage() {
        ListingModel listing = display("ae-listing", ListingModel.class);
        List<String> all = pagesOf(listing);
        String subject = listing.rows().get(0).get(0).text();
        long records = listing.rows().stream()
                .filter(row -> row.get(0).text().equals(subject))
                .count();
        assertThat(records).isGreaterThan(1);
        long printed = all.stream()
                .flatMap(String::lines)
                .filter(line -> line.startsWith(subject))
                .count();
        assertThat(printed).isEqualTo(1);
        assertThat(all).allSatisfy(page -> assertThat(page).containsPattern("\nIL2-\\d{3}-\\d{4} "));
    }

    @Test
    void tooManyColumnsGoToFurtherSheetsWithTheStubRepeated() {
        List<String> all = pagesOf(display("shift-by-visit", TableModel.class));
        assertThat(all)
                .hasSizeGreaterThan(1)
                .allSatisfy(page -> assertThat(page).contains("Improved", "Category"));
        assertThat(String.join("\n", all)).contains("Week 0", "Week 28");
    }

    @Test
    void wordsOfFiguresStayText() {
        String all = dense(String.join("\n", pages));
        assertThat(all).contains("Subjectsatrisk", "Weekssincerandomisation", "TotalImprovementScore");
    }

    @Test
    void numbersOfAColumnStandOnOneAxis() throws IOException {
        Map<String, List<Double>> ends = new TreeMap<>();
        try (PDDocument document = Loader.loadPDF(bytes)) {
            PDFTextStripper stripper = new PDFTextStripper() {
                @Override
                protected void writeString(String text, List<TextPosition> positions) {
                    for (int i = 0; i < positions.size(); i++) {
                        if (positions.get(i).getUnicode().equals("%")) {
                            String column =
                                    String.valueOf(Math.round(positions.get(i).getX() / 40));
                            ends.computeIfAbsent(column, key -> new ArrayList<>())
                                    .add((double) positions.get(i).getX());
                        }
                    }
                }
            };
            int page = 1
                    + pages.indexOf(
                            pagesOf(display("shift-by-visit", TableModel.class)).get(0));
            stripper.setStartPage(page);
            stripper.setEndPage(page);
            stripper.getText(document);
        }
        assertThat(ends).isNotEmpty();
        ends.values()
                .forEach(xs -> xs.forEach(
                        x -> assertThat(x).isCloseTo(xs.get(0), org.assertj.core.api.Assertions.within(0.05))));
    }

    @Test
    void bookmarksAndContentsLeadToEveryDisplay() throws IOException {
        try (PDDocument document = Loader.loadPDF(bytes)) {
            List<String> titles = new ArrayList<>();
            collect(document.getDocumentCatalog().getDocumentOutline().children(), titles, document);
            for (Display display : SAMPLE.displays()) {
                assertThat(titles)
                        .anyMatch(title -> title.startsWith(display.heading().number() + "  "));
            }
            int links = 0;
            for (Object annotation : document.getPage(1).getAnnotations()) {
                if (annotation instanceof PDAnnotationLink) {
                    links++;
                }
            }
            assertThat(links).isGreaterThanOrEqualTo(SAMPLE.displays().size());
        }
    }

    private static void collect(Iterable<PDOutlineItem> items, List<String> titles, PDDocument document)
            throws IOException {
        for (PDOutlineItem item : items) {
            assertThat(item.findDestinationPage(document)).as(item.getTitle()).isNotNull();
            titles.add(item.getTitle());
            collect(item.children(), titles, document);
        }
    }

    @Test
    void allFontsAreEmbeddedAndNothingIsEncrypted() throws IOException {
        try (PDDocument document = Loader.loadPDF(bytes)) {
            assertThat(document.isEncrypted()).isFalse();
            for (PDPage page : document.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    PDFont font = page.getResources().getFont(name);
                    assertThat(font.isEmbedded()).as(font.getName()).isTrue();
                    assertThat(font.getName()).contains("LiberationSans");
                }
            }
        }
    }

    @Test
    void allTextStandsInsideTheMargins() throws IOException {
        try (PDDocument document = Loader.loadPDF(bytes)) {
            new PDFTextStripper() {
                @Override
                protected void writeString(String text, List<TextPosition> positions) {
                    for (TextPosition position : positions) {
                        assertThat((double) position.getX()).isGreaterThanOrEqualTo(28.3);
                        assertThat((double) position.getX() + position.getWidth())
                                .isLessThanOrEqualTo(842 - 28.3);
                        assertThat((double) position.getY() - position.getFontSizeInPt())
                                .isGreaterThan(50);
                        assertThat((double) position.getY()).isLessThanOrEqualTo(595 - 28.3);
                    }
                }
            }.getText(document);
        }
    }

    @Test
    void datesAndTitleComeFromTheReport() throws IOException {
        try (PDDocument document = Loader.loadPDF(bytes)) {
            assertThat(document.getDocumentInformation().getCreationDate().toInstant())
                    .isEqualTo("2026-09-15T00:00:00Z");
            assertThat(document.getDocumentInformation().getTitle()).startsWith("NCT05495321");
            assertThat(document.getDocumentInformation().getKeywords()).isEqualTo("SYNTHETIC DATA");
        }
    }

    @Test
    void aCharacterWithoutGlyphIsRefusedByName() {
        Report report = new Report(
                SAMPLE.front(),
                List.of(new TextBlock(
                        "t",
                        display("methods", TextBlock.class).heading(),
                        List.of(new TextBlock.Paragraph("", "低剂量")),
                        List.of(),
                        new SourceLine(""))));
        assertThatThrownBy(() -> write(report))
                .isInstanceOf(MissingGlyphException.class)
                .hasMessageContaining("U+4F4E");
    }
}
