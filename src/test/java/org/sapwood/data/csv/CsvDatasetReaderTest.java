package org.sapwood.data.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sapwood.data.DataComplaint;
import org.sapwood.data.DataFile;
import org.sapwood.data.DataRejected;
import org.sapwood.data.Dataset;
import org.sapwood.data.ReadingRules;
import org.sapwood.data.Variable;

class CsvDatasetReaderTest {

    private static Dataset read(String text, ReadingRules rules) {
        return read(text.getBytes(StandardCharsets.UTF_8), rules);
    }

    private static Dataset read(byte[] bytes, ReadingRules rules) {
        return new CsvDatasetReader().read(DataFile.of("adeff.csv", bytes), rules);
    }

    private static Dataset read(String text) {
        return read(text, ReadingRules.DEFAULT);
    }

    private static List<String> complaints(String text, ReadingRules rules) {
        DataRejected rejected = catchThrowableOfType(DataRejected.class, () -> read(text, rules));
        assertThat(rejected).isNotNull();
        return rejected.complaints().stream().map(DataComplaint::toString).toList();
    }

    private static List<String> complaints(String text) {
        return complaints(text, ReadingRules.DEFAULT);
    }

    @Test
    void columnsGetTheirKindFromTheirContent() {
        Dataset dataset =
                read("USUBJID,SITE,AVAL,ADT,NOTE,ZERO\n0012,012,1.50,2024-02-29,a,0\n0013,013,-3,,\"b, c\",0.5\n");
        assertThat(dataset.variables())
                .extracting(Variable::kind)
                .containsExactly(
                        Variable.Kind.TEXT,
                        Variable.Kind.TEXT,
                        Variable.Kind.NUMBER,
                        Variable.Kind.DATE,
                        Variable.Kind.TEXT,
                        Variable.Kind.NUMBER);
        assertThat(dataset.name()).isEqualTo("ADEFF");
        assertThat(dataset.require("USUBJID").text(0)).isEqualTo("0012");
        assertThat(dataset.require("AVAL").text(0)).isEqualTo("1.5");
        assertThat(dataset.require("AVAL").decimal(0)).isEqualByComparingTo("1.5");
        assertThat(dataset.require("AVAL").number(1)).isEqualTo(-3.0);
        assertThat(dataset.require("ADT").date(0)).isEqualTo(LocalDate.of(2024, 2, 29));
        assertThat(dataset.require("ADT").isMissing(1)).isTrue();
        assertThat(dataset.require("NOTE").text(1)).isEqualTo("b, c");
        assertThat(dataset.whereIs(1)).isEqualTo("line 3");
    }

    @Test
    void identifiersAndDeclaredTextKeepEveryCharacter() {
        Dataset dataset =
                read("SUBJID,CODE,LONG\n12,7,12345678901234567\n", ReadingRules.DEFAULT.withText(Set.of("CODE")));
        assertThat(dataset.variables()).extracting(Variable::kind).containsOnly(Variable.Kind.TEXT);
        assertThat(dataset.require("LONG").text(0)).isEqualTo("12345678901234567");
    }

    @Test
    void declaredNumbersKeepDecimalsThatADoubleCannotCarry() {
        Dataset dataset = read(
                "X\n12345678901234567.25\n0.1\n", ReadingRules.DEFAULT.withKinds(Map.of("X", Variable.Kind.NUMBER)));
        assertThat(dataset.require("X").decimal(0)).isEqualTo(new BigDecimal("12345678901234567.25"));
        assertThat(dataset.require("X").decimal(1)).isEqualTo(new BigDecimal("0.1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"NA", "NaN", "Inf", "-Inf", "NULL", ".", "n/a"})
    void wordsForMissingNumbersAreNotGuessedAway(String word) {
        assertThat(complaints("ID,AVAL\na,1\nb," + word + "\n"))
                .containsExactly("adeff.csv line 3, column AVAL: found \"" + word + "\"; expected a number with \".\". "
                        + "Declare \"" + word + "\" as a missing code, or the variable as text.");
        Dataset declared = read("ID,AVAL\na,1\nb," + word + "\n", ReadingRules.DEFAULT.withMissingCodes(Set.of(word)));
        assertThat(declared.require("AVAL").isMissing(1)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"\"12,5\"", "1.000.000", "0x1F", "١٢", "007", "1e999", "1_000", "+5", "'12 '", "1E5", ".5", "5."})
    void otherSpellingsOfNumbersStayText(String cell) {
        Dataset dataset = read("ID,AVAL\na,1\nb," + cell + "\n");
        assertThat(dataset.require("AVAL").kind()).isEqualTo(Variable.Kind.TEXT);
    }

    @Test
    void overflowIsNeverInfinity() {
        ReadingRules number = ReadingRules.DEFAULT.withKinds(Map.of("AVAL", Variable.Kind.NUMBER));
        assertThat(complaints("ID,AVAL\na,1e999\n", number)).hasSize(1);
        assertThat(complaints("ID,AVAL\na,\"12,5\"\n", number)).hasSize(1);
        assertThat(read("ID,AVAL\na,007\nb,1E5\n", number).require("AVAL").number(1))
                .isEqualTo(1e5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-02-31", "0001-01-01", "NA", "9999-12-31"})
    void impossibleDatesAreRefused(String cell) {
        assertThat(complaints("ID,ADT\na,2024-01-31\nb," + cell + "\n").get(0))
                .startsWith("adeff.csv line 3, column ADT: found \"" + cell + "\"; expected a date such as 2024-01-31");
    }

    @Test
    void manyWrongCellsAreCountedAfterTheFirstFive() {
        String text = "ID,AVAL\na,1\n" + "b,NA\n".repeat(42);
        assertThat(complaints(text)).hasSize(6).last().isEqualTo("adeff.csv, column AVAL: 42 such cells in all");
    }

    @Test
    void everyRaggedLineIsListed() {
        assertThat(complaints("A,B,C\n1,2,3\n1,2\n1,2,3,4\n\n1,2,3\n"))
                .containsExactly(
                        "adeff.csv line 3: expected 3 cells; found 2. Quote cells that contain the delimiter.",
                        "adeff.csv line 4: expected 3 cells; found 4. Quote cells that contain the delimiter.",
                        "adeff.csv line 5: blank line among the records. Remove it.");
    }

    @Test
    void headerThatDiffersOnlyByCaseIsRefused() {
        assertThat(complaints("AVAL,B,aval,, X\n1,2,3,4,5\n"))
                .containsExactly(
                        "adeff.csv line 1, column 3: the name \"aval\" is also that of column 1 (\"AVAL\"). "
                                + "Rename one of them.",
                        "adeff.csv line 1, column 4: the variable has no name",
                        "adeff.csv line 1, column 5: the name \"X\" has blanks or control characters around it. "
                                + "Remove them.");
    }

    @Test
    void wrongDelimiterIsNamed() {
        assertThat(complaints("A;B;C\n1;2;3\n"))
                .containsExactly("adeff.csv line 1: expected several variables; found 1 column and 2 \";\". "
                        + "Declare the delimiter \";\".");
        assertThat(read("A;B\n1;2\n", ReadingRules.DEFAULT.withDelimiter(';')).names())
                .containsExactly("A", "B");
    }

    @Test
    void openQuoteIsReportedWhereItWasOpened() {
        assertThat(complaints("A,B\n1,\"x \"\"y\"\"\"\n2,\"never\n3,z\n"))
                .containsExactly("adeff.csv line 3: a quotation mark is opened and never closed. "
                        + "Close it, or double quotation marks inside a quoted cell.");
    }

    @Test
    void emptyFilesAreRefusedUnlessDeclared() {
        assertThat(complaints("")).containsExactly("adeff.csv: the file is empty (0 bytes). Send it again.");
        assertThat(complaints("A,B\n")).singleElement().asString().contains("0 records below the header");
        ReadingRules allowed = ReadingRules.DEFAULT.withEmptiness(ReadingRules.Emptiness.ALLOWED);
        assertThat(read("A,B\n", allowed).rows()).isZero();
        assertThat(complaints("\n\n")).hasSize(1);
    }

    @Test
    void numberOfRecordsIsCheckedWhenDeclared() {
        assertThat(complaints("A,B\n1,2\n", ReadingRules.DEFAULT.withExpectedRecords(2)))
                .containsExactly("adeff.csv: expected 2 records; found 1. The transfer may be incomplete.");
    }

    @Test
    void byteOrderMarkLineEndsAndEndMarkChangeNothing() {
        Dataset clean = read("A,B\n1,x\n2,y\n");
        Dataset odd = read("\uFEFFA,B\r\n1,x\n2,y\r\n\r\n\u001A".replace("\r\n\r\n\u001A", "\r\n\u001A"));
        assertThat(odd.names()).containsExactlyElementsOf(clean.names());
        assertThat(odd.rows()).isEqualTo(2);
        assertThat(odd.require("B").text(1)).isEqualTo("y");
        assertThat(read("A,B\n1,x\n2,y").rows()).isEqualTo(2);
    }

    @Test
    void bytesThatAreNotUtf8AreRefusedWithTheirOffset() {
        byte[] bytes = "A,B\n1,Müller\n".getBytes(StandardCharsets.ISO_8859_1);
        DataRejected rejected = catchThrowableOfType(DataRejected.class, () -> read(bytes, ReadingRules.DEFAULT));
        assertThat(rejected).hasMessageContaining("adeff.csv line 2: byte 7 of the file is not UTF-8");
        Dataset declared = read(bytes, ReadingRules.DEFAULT.withEncoding("windows-1252"));
        assertThat(declared.require("B").text(0)).isEqualTo("Müller");
        byte[] utf16 = "A,B\n1,2\n".getBytes(StandardCharsets.UTF_16);
        rejected = catchThrowableOfType(DataRejected.class, () -> read(utf16, ReadingRules.DEFAULT));
        assertThat(rejected).hasMessageContaining("UTF-16 byte order mark");
        assertThat(read(utf16, ReadingRules.DEFAULT.withEncoding("UTF-16")).rows())
                .isEqualTo(1);
    }

    @Test
    void nulCharactersAreRefused() {
        assertThat(complaints("A,B\n1,\0\n"))
                .containsExactly("adeff.csv line 2: found a NUL character; this is no text file");
    }

    @Test
    void hugeCellsAndTooManyColumnsAreUnsafe() {
        DataRejected cell =
                catchThrowableOfType(DataRejected.class, () -> read("A,B\n1," + "x".repeat(2_000_000) + "\n"));
        assertThat(cell.isUnsafe()).isTrue();
        DataRejected columns = catchThrowableOfType(DataRejected.class, () -> read("A,".repeat(6_000) + "B\n"));
        assertThat(columns.isUnsafe()).isTrue();
    }

    @Test
    void formulasInCellsAreKeptAsTheyAre() {
        assertThat(read("A,B\n1,\"=HYPERLINK(\"\"x\"\")\"\n").require("B").text(0))
                .isEqualTo("=HYPERLINK(\"x\")");
    }

    @Test
    void damagedFilesAreReadOrRefusedAndNothingElse() {
        String good = "USUBJID,AVAL,ADT,NOTE\n001,1.5,2024-01-31,\"a \"\"b\"\"\"\n002,,2024-02-01,c\n003,2,,d\n";
        Random random = new Random(7);
        String alphabet = "\",;\n\r\t.-0123456789eNAé\u0000\uFEFF";
        int refused = 0;
        for (int i = 0; i < 3_000; i++) {
            StringBuilder text = new StringBuilder(good);
            for (int k = 0; k < 1 + random.nextInt(5); k++) {
                int at = random.nextInt(text.length());
                switch (random.nextInt(3)) {
                    case 0 -> text.setCharAt(at, alphabet.charAt(random.nextInt(alphabet.length())));
                    case 1 -> text.deleteCharAt(at);
                    default -> text.insert(at, alphabet.charAt(random.nextInt(alphabet.length())));
                }
            }
            try {
                Dataset dataset = read(text.toString());
                assertThat(dataset.names()).doesNotContain("");
            } catch (DataRejected rejected) {
                refused++;
                assertThat(rejected.complaints()).isNotEmpty();
            }
        }
        assertThat(refused).isPositive();
    }
}
