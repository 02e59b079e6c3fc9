package org.sapwood.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sapwood.display.Cell;
import org.sapwood.display.Display;
import org.sapwood.display.TableModel;
import org.sapwood.result.ResultFiles;
import org.sapwood.result.ResultRow;

/** Every number printed in a table, on paper or in the workbook, is that of a result row. */
class EveryNumberHasARowTest {
    @TempDir
    java.nio.file.Path folder;

    @Test
    void inTheInventedTrial() throws IOException {
        check(Pipeline.assemble(InventedTrial.copiedTo(folder).request()));
    }

    @Test
    void inTheRealTrial() throws IOException {
        check(RealTrial.assemble());
    }

    private static void check(Pipeline.Assembled trial) throws IOException {
        Map<String, ResultRow> rows = new HashMap<>();
        trial.results().rows().forEach(row -> rows.put(row.key() + "/" + row.statistic(), row));
        Map<String, byte[]> files = Pipeline.files(trial);
        String paper = text(files.get("report.pdf"));
        int numbers = 0;
        for (Display display : trial.report().displays()) {
            if (display instanceof TableModel table) {
                for (TableModel.Row row : table.rows()) {
                    for (Cell cell : row.cells()) {
                        numbers += checkCell(cell, rows);
                        assertThat(paper).as("%s: %s", table.id(), row.label()).contains(squeezed(cell.text()));
                    }
                }
            }
        }
        assertThat(numbers).isGreaterThan(500);
        assertThat(checkWorkbook(files.get("tables.xlsx"), rows)).isGreaterThanOrEqualTo(numbers);
    }

    /** A cell holds digits only in pieces that know their row, and the row's value gives the piece. */
    private static int checkCell(Cell cell, Map<String, ResultRow> rows) {
        int numbers = 0;
        if (cell instanceof Cell.Text text) {
            for (Cell.Piece piece : text.pieces()) {
                if (piece instanceof Cell.Formatted formatted) {
                    ResultRow row = rows.get(formatted.source().toString());
                    assertThat(row).as("row of %s", formatted.source()).isNotNull();
                    assertThat(formatted.format().format(row.value())).isEqualTo(formatted.text());
                    numbers++;
                } else {
                    assertThat(piece.text().replaceAll("\\[[0-9]]", "")).doesNotContainPattern("[0-9]");
                }
            }
        }
        return numbers;
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            return squeezed(stripper.getText(document));
        }
    }

    /** White space within an aligned cell is layout, not text. */
    private static String squeezed(String text) {
        return text.replaceAll("\\s+", "");
    }

    /** The number block of each sheet repeats the results at full precision. */
    private static int checkWorkbook(byte[] workbook, Map<String, ResultRow> rows) throws IOException {
        int found = 0;
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(workbook))) {
            for (Sheet sheet : book) {
                for (Row line : sheet) {
                    List<String> texts = new ArrayList<>();
                    List<Double> values = new ArrayList<>();
                    for (org.apache.poi.ss.usermodel.Cell cell : line) {
                        if (cell.getCellType() == CellType.STRING) {
                            texts.add(cell.getStringCellValue());
                        } else if (cell.getCellType() == CellType.NUMERIC) {
                            values.add(cell.getNumericCellValue());
                        }
                    }
                    for (String text : texts) {
                        ResultRow row = rows.get(text);
                        if (row != null) {
                            found++;
                            String exact = ResultFiles.text(row.value());
                            if (!exact.isEmpty() && exact.matches("-?[0-9.E+-]+")) {
                                double value = Double.parseDouble(exact);
                                assertThat(values)
                                        .as("%s in sheet %s", text, sheet.getSheetName())
                                        .anyMatch(v -> Math.abs(v - value) <= 1e-14 * Math.abs(value));
                            }
                        }
                    }
                }
            }
        }
        return found;
    }
}
