package org.sapwood.typeset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sapwood.display.Cell;
import org.sapwood.display.NumberFormat;
import org.sapwood.result.Group;
import org.sapwood.result.ResultKey;
import org.sapwood.result.Statistic;
import org.sapwood.result.Value;

class NumberAlignmentTest {
    private static final FontMetrics METRICS = new TrueTypeMetrics();

    /** Digits, points and minus signs become numbers, everything else literals. */
    private static Cell cell(String text) {
        List<Cell.Piece> pieces = new ArrayList<>();
        java.util.regex.Matcher matcher = java.util.regex.Pattern.compile("[<>-]?\\d+(\\.\\d+)?|NE|[^0-9<>-]+")
                .matcher(text);
        while (matcher.find()) {
            String part = matcher.group();
            boolean number = part.equals("NE") || Character.isDigit(part.charAt(part.length() - 1));
            pieces.add(
                    number
                            ? new Cell.Formatted(
                                    part,
                                    new Cell.CellSource(ResultKey.of("a", new Group.Overall()), new Statistic("n")),
                                    new Value.Count(1),
                                    new NumberFormat(NumberFormat.Style.DECIMAL, 1))
                            : new Cell.Literal(part));
        }
        return new Cell.Text(pieces);
    }

    private static NumberAlignment column(String... texts) {
        return new NumberAlignment(
                METRICS,
                Theme.BODY,
                java.util.Arrays.stream(texts).map(NumberAlignmentTest::cell).toList());
    }

    private static double point(NumberAlignment.Run run) {
        int point = run.text().indexOf('.');
        String whole = point < 0 ? run.text() : run.text().substring(0, point);
        return run.x() + METRICS.width(Face.REGULAR, Theme.BODY, whole);
    }

    @Test
    void numbersOfOneShapeStandPointUnderPointAndBracketUnderBracket() {
        NumberAlignment column = column("7 (5.8%)", "120 (100.0%)", "14 (11.7%)");
        List<NumberAlignment.Run> small = column.place(cell("7 (5.8%)"));
        List<NumberAlignment.Run> large = column.place(cell("120 (100.0%)"));
        assertThat(point(small.get(0))).isCloseTo(point(large.get(0)), within(1e-9));
        assertThat(small.get(1).x()).isCloseTo(large.get(1).x(), within(1e-9));
        assertThat(point(small.get(2))).isCloseTo(point(large.get(2)), within(1e-9));
        assertThat(small.get(3).x()).isCloseTo(large.get(3).x(), within(1e-9));
    }

    @Test
    void allShapesThatBeginWithANumberShareItsAxis() {
        NumberAlignment column = column("238", "75.2 (8.59)", "0", "53 (61.6%)", "<0.001");
        double axis = point(column.place(cell("238")).get(0));
        for (String text : new String[] {"75.2 (8.59)", "0", "53 (61.6%)", "<0.001"}) {
            assertThat(point(column.place(cell(text)).get(0))).as(text).isCloseTo(axis, within(1e-9));
        }
    }

    @Test
    void aCellStaysInsideTheWidthOfItsColumn() {
        String[] texts = {"-112.4 (-1234.5, 17.25)", "2 (1, 3)", "(0.1, 0.2)", "NE (NE, NE)"};
        NumberAlignment column = column(texts);
        for (String text : texts) {
            for (NumberAlignment.Run run : column.place(cell(text))) {
                double end = run.x() + METRICS.width(Face.REGULAR, Theme.BODY, run.text());
                assertThat(run.x()).isGreaterThanOrEqualTo(-column.width() / 2 - 1e-9);
                assertThat(end).isLessThanOrEqualTo(column.width() / 2 + 1e-9);
            }
        }
    }

    @Test
    void theRunsOfACellDoNotOverlapAndReadAsPrinted() {
        String[] texts = {"1.5 (2.25)", "1000.0 (17.50)", "3.1 (100.00)"};
        NumberAlignment column = column(texts);
        for (String text : texts) {
            double end = Double.NEGATIVE_INFINITY;
            StringBuilder read = new StringBuilder();
            for (NumberAlignment.Run run : column.place(cell(text))) {
                assertThat(run.x()).isGreaterThanOrEqualTo(end - 1e-9);
                end = run.x() + METRICS.width(Face.REGULAR, Theme.BODY, run.text());
                read.append(run.text());
            }
            assertThat(read.toString()).isEqualTo(text);
        }
    }

    @Test
    void aBlockThatBeginsWithALiteralIsCentred() {
        NumberAlignment column = column("(1.2, 3.4)");
        List<NumberAlignment.Run> runs = column.place(cell("(1.2, 3.4)"));
        NumberAlignment.Run last = runs.get(runs.size() - 1);
        double end = last.x() + METRICS.width(Face.REGULAR, Theme.BODY, last.text());
        assertThat(runs.get(0).x()).isCloseTo(-end, within(1e-9));
    }

    @Test
    void aCellOfAnotherColumnIsRefused() {
        assertThatThrownBy(() -> column("1").place(cell("1 (2)")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1 (2)");
    }
}
