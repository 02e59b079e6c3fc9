package org.sapwood.render.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.sapwood.display.Display;
import org.sapwood.display.Heading;
import org.sapwood.display.ListingModel;
import org.sapwood.display.Report;
import org.sapwood.display.SourceLine;
import org.sapwood.display.TableModel;
import org.sapwood.render.Renderer;
import org.sapwood.render.SampleReport;
import org.sapwood.result.Value;

class WorkbookTest {
    private static final Report SAMPLE = SampleReport.report();

    private static byte[] bytes(Renderer renderer, Report report) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        renderer.write(report, out);
        return out.toByteArray();
    }

    private static XSSFWorkbook open(Renderer renderer, Report report) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(bytes(renderer, report)));
    }

    private static ListingModel listing(String head, ListingModel.Item... items) {
        return new ListingModel(
                "l",
                new Heading("Listing 16.2.1", "Title", "Everybody", ""),
                List.of(new ListingModel.Column("V", head, false, 1, TableModel.Align.LEFT)),
                java.util.Arrays.stream(items).map(List::of).toList(),
                List.of(),
                new SourceLine("Source: x"));
    }

    private static Sheet sheet(ListingModel listing) throws IOException {
        return open(new ListingsWorkbook(), new Report(SAMPLE.front(), List.of(listing)))
                .getSheet("L16_2_1");
    }

    @Test
    void sheetsAreNamedAfterTheNumbersOfTheirDisplays() throws IOException {
        try (XSSFWorkbook tables = open(new TablesWorkbook(), SAMPLE)) {
            assertThat(tables.getSheetName(0)).isEqualTo("Index");
            assertThat(tables.getSheet("T14_2_1_1")).isNotNull();
            assertThat(tables.getSheet("F14_1_1")).isNotNull();
        }
        try (XSSFWorkbook listings = open(new ListingsWorkbook(), SAMPLE)) {
            assertThat(listings.getSheet("L16_2_7_1")).isNotNull();
        }
    }

    @Test
    void everySheetCarriesTheBannerAndIsLinkedFromTheIndex() throws IOException {
        for (Renderer renderer : List.of(new TablesWorkbook(), new ListingsWorkbook())) {
            try (XSSFWorkbook workbook = open(renderer, SAMPLE)) {
                List<String> targets = workbook.getSheetAt(0).getHyperlinkList().stream()
                        .map(link -> link.getAddress())
                        .toList();
                for (Sheet sheet : workbook) {
                    assertThat(sheet.getRow(2).getCell(0).getStringCellValue()).isEqualTo("SYNTHETIC DATA");
                    assertThat(sheet.getHeader().getCenter()).contains("SYNTHETIC DATA");
                    if (!sheet.getSheetName().equals("Index")) {
                        assertThat(targets).contains("'" + sheet.getSheetName() + "'!A1");
                    }
                }
            }
        }
    }

    /** Lines above a table run over the columns beside them; wrapped in a narrow first column they would lie on each other. */
    @Test
    void theLinesAboveTheColumnsDoNotWrap() throws IOException {
        for (Renderer renderer : List.of(new TablesWorkbook(), new ListingsWorkbook())) {
            try (XSSFWorkbook workbook = open(renderer, SAMPLE)) {
                for (Sheet sheet : workbook) {
                    for (int line = 0; line < 3; line++) {
                        assertThat(sheet.getRow(line).getCell(0).getCellStyle().getWrapText())
                                .as("line %d of %s", line + 1, sheet.getSheetName())
                                .isFalse();
                    }
                }
            }
        }
    }

    @Test
    void everyNumberOfATableIsANumberAtFullPrecision() throws IOException {
        try (XSSFWorkbook workbook = open(new TablesWorkbook(), SAMPLE)) {
            TableModel table = (TableModel) SAMPLE.displays().stream()
                    .filter(display -> display.id().equals("tis20-w12"))
                    .findFirst()
                    .orElseThrow();
            List<Row> data = data(workbook.getSheet("T14_2_1_1"));
            int next = 0;
            for (TableModel.Row row : table.rows()) {
                for (org.sapwood.display.Cell cell : row.cells()) {
                    if (cell instanceof org.sapwood.display.Cell.Text text) {
                        for (org.sapwood.display.Cell.Piece piece : text.pieces()) {
                            if (piece instanceof org.sapwood.display.Cell.Formatted number) {
                                check(data.get(next++), number);
                            }
                        }
                    }
                }
            }
            assertThat(next).isEqualTo(data.size());
        }
    }

    private static void check(Row row, org.sapwood.display.Cell.Formatted number) {
        assertThat(row.getCell(6).getStringCellValue()).isEqualTo(number.text());
        assertThat(row.getCell(2).getStringCellValue())
                .isEqualTo(number.source().statistic().name());
        Cell value = row.getCell(3);
        if (number.value() instanceof Value.Count count) {
            assertThat(value.getNumericCellValue()).isEqualTo(count.n());
        } else if (number.value() instanceof Value.Ratio ratio) {
            assertThat(value.getNumericCellValue()).isEqualTo((double) ratio.numerator() / ratio.denominator());
            assertThat(row.getCell(4).getNumericCellValue()).isEqualTo(ratio.numerator());
            assertThat(row.getCell(5).getNumericCellValue()).isEqualTo(ratio.denominator());
        } else if (number.value() instanceof Value.Real real) {
            assertThat(value.getNumericCellValue()).isEqualTo(real.x());
        } else if (number.value() instanceof Value.Probability p) {
            assertThat(value.getNumericCellValue()).isEqualTo(p.p());
        } else {
            assertThat(value.getStringCellValue()).startsWith("not estimable");
        }
    }

    private static List<Row> data(Sheet sheet) {
        List<Row> rows = new ArrayList<>();
        boolean started = false;
        for (Row row : sheet) {
            if (started) {
                rows.add(row);
            }
            started |= row.getCell(7) != null
                    && row.getCell(7).getCellType() == CellType.STRING
                    && row.getCell(7).getStringCellValue().equals("Result key");
        }
        return rows;
    }

    @Test
    void theDisplayBlockReadsAsPrinted() throws IOException {
        try (XSSFWorkbook workbook = open(new TablesWorkbook(), SAMPLE)) {
            for (Display display : SAMPLE.displays()) {
                if (display instanceof TableModel table) {
                    String name = "T" + display.heading().number().substring(6).replace('.', '_');
                    List<String> texts = new ArrayList<>();
                    for (Row row : workbook.getSheet(name)) {
                        for (Cell cell : row) {
                            if (cell.getCellType() == CellType.STRING) {
                                texts.add(cell.getStringCellValue());
                            }
                        }
                    }
                    table.rows()
                            .forEach(row -> row.cells().forEach(cell -> {
                                if (!cell.text().isEmpty()) {
                                    assertThat(texts).contains(cell.text());
                                }
                            }));
                }
            }
        }
    }

    @Test
    void itemsOfAListingAreTyped() throws IOException {
        Sheet sheet = sheet(listing(
                "V",
                new ListingModel.Word("012"),
                new ListingModel.Numeric("3.50", new BigDecimal("3.50")),
                new ListingModel.Date("2026-02-28", LocalDate.of(2026, 2, 28)),
                new ListingModel.Date("1899-12-31", LocalDate.of(1899, 12, 31)),
                new ListingModel.Missing("")));
        assertThat(sheet.getRow(3).getCell(0).getStringCellValue()).isEqualTo("V");
        assertThat(sheet.getRow(4).getCell(0).getStringCellValue()).isEqualTo("012");
        assertThat(sheet.getRow(5).getCell(0).getNumericCellValue()).isEqualTo(3.5);
        assertThat(sheet.getRow(5).getCell(0).getCellStyle().getDataFormatString())
                .isEqualTo("0.00");
        Cell date = sheet.getRow(6).getCell(0);
        assertThat(DateUtil.isCellDateFormatted(date)).isTrue();
        assertThat(date.getLocalDateTimeCellValue().toLocalDate()).isEqualTo(LocalDate.of(2026, 2, 28));
        assertThat(sheet.getRow(7).getCell(0).getStringCellValue()).isEqualTo("1899-12-31");
    }

    @Test
    void whatLooksLikeAFormulaStaysText() throws IOException {
        String[] texts = {"=1+1", "+49", "-3", "@SUM(A1)", "=HYPERLINK(\"http://x\")"};
        Sheet sheet = sheet(listing(
                "=cmd()",
                java.util.Arrays.stream(texts).map(ListingModel.Word::new).toArray(ListingModel.Item[]::new)));
        for (int i = 0; i < texts.length; i++) {
            Cell cell = sheet.getRow(4 + i).getCell(0);
            assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
            assertThat(cell.getStringCellValue()).isEqualTo(texts[i]);
            assertThat(cell.getCellStyle().getQuotePrefixed()).isTrue();
        }
        assertThat(sheet.getRow(3).getCell(0).getCellStyle().getQuotePrefixed()).isTrue();
    }

    @Test
    void charactersXmlCannotHoldDoNoHarm() throws IOException {
        Sheet sheet = sheet(listing(
                "V",
                new ListingModel.Word("a\u0007b\u0000c\uFFFFd"),
                new ListingModel.Word("_x0041_"),
                new ListingModel.Word("x".repeat(40_000)),
                new ListingModel.Word("\uD83D half")));
        assertThat(sheet.getRow(4).getCell(0).getStringCellValue()).isEqualTo("a b c d");
        assertThat(sheet.getRow(5).getCell(0).getStringCellValue()).isEqualTo("_x0041_");
        assertThat(sheet.getRow(6).getCell(0).getStringCellValue())
                .hasSize(32_767)
                .endsWith("complete in the PDF listing]");
        assertThat(sheet.getRow(7).getCell(0).getStringCellValue()).isEqualTo("  half");
    }

    @Test
    void listingsAreFrozenFilteredAndPrintedLandscape() throws IOException {
        try (XSSFWorkbook workbook = open(new ListingsWorkbook(), SAMPLE)) {
            var sheet = workbook.getSheet("L16_2_7_1");
            assertThat(sheet.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) 4);
            assertThat(sheet.getPaneInformation().getVerticalSplitPosition()).isEqualTo((short) 2);
            assertThat(sheet.getCTWorksheet().getAutoFilter().getRef()).startsWith("A4:");
            assertThat(sheet.getPrintSetup().getLandscape()).isTrue();
            assertThat(sheet.getRepeatingRows().formatAsString()).isEqualTo("1:4");
        }
    }

    @Test
    void columnsAreWideEnoughButNotTooWide() throws IOException {
        try (XSSFWorkbook workbook = open(new ListingsWorkbook(), SAMPLE)) {
            Sheet sheet = workbook.getSheet("L16_2_7_1");
            for (int i = 0; i < 9; i++) {
                assertThat(sheet.getColumnWidth(i)).isBetween(8 * 256, 45 * 256);
            }
        }
    }

    @Test
    void theArchiveIsSortedAndHoldsNoTimeOfWriting() throws IOException {
        List<String> names = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes(new TablesWorkbook(), SAMPLE)))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
                assertThat(entry.getTimeLocal().getYear()).isEqualTo(1980);
            }
        }
        assertThat(names.get(0)).isEqualTo("[Content_Types].xml");
        assertThat(names.subList(1, names.size())).isSorted();
    }
}
