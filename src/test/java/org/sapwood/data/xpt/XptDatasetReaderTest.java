package org.sapwood.data.xpt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sapwood.data.DataFile;
import org.sapwood.data.DataRejected;
import org.sapwood.data.Dataset;
import org.sapwood.data.Missing;
import org.sapwood.data.ReadingRules;
import org.sapwood.data.Variable;
import org.sapwood.sap.Condition;

class XptDatasetReaderTest {

    private static Dataset read(byte[] bytes, ReadingRules rules) {
        return new XptDatasetReader().read(DataFile.of("ad.xpt", bytes), rules);
    }

    private static Dataset read(XptWriter file) {
        return read(file.bytes(), ReadingRules.DEFAULT);
    }

    private static DataRejected refusal(byte[] bytes, ReadingRules rules) {
        DataRejected rejected = catchThrowableOfType(DataRejected.class, () -> read(bytes, rules));
        assertThat(rejected).isNotNull();
        return rejected;
    }

    private static XptWriter small() {
        return XptWriter.version5()
                .member("ADSL")
                .text("USUBJID", 6)
                .number("AGE", 8, "")
                .number("RANDDT", 4, "DATE")
                .row("01-001", 40.5, 23376.0)
                .row("01-002", 0x2EL << 56, 0x44L << 56)
                .row("", 0x44L << 56, -1.0);
    }

    @Test
    void readsTextNumbersDatesAndLabels() {
        Dataset dataset = read(small());
        assertThat(dataset.name()).isEqualTo("ADSL");
        assertThat(dataset.label()).isEqualTo("Label of ADSL");
        assertThat(dataset.rows()).isEqualTo(3);
        assertThat(dataset.require("AGE").label()).isEqualTo("Label of AGE");
        assertThat(dataset.require("USUBJID").text(1)).isEqualTo("01-002");
        assertThat(dataset.require("USUBJID").missing(2)).contains(Missing.BLANK);
        assertThat(dataset.require("AGE").number(0)).isEqualTo(40.5);
        assertThat(dataset.require("RANDDT").kind()).isEqualTo(Variable.Kind.DATE);
        assertThat(dataset.require("RANDDT").format()).isEqualTo("DATE.");
        assertThat(dataset.require("RANDDT").date(0)).isEqualTo(LocalDate.of(2024, 1, 1));
        assertThat(dataset.require("RANDDT").date(2)).isEqualTo(LocalDate.of(1959, 12, 31));
        assertThat(dataset.whereIs(1)).isEqualTo("record 2");
    }

    @Test
    void specialMissingValuesStayDistinct() {
        Variable age = read(small()).require("AGE");
        assertThat(age.missing(0)).isEmpty();
        assertThat(age.missing(1)).contains(Missing.DOT);
        assertThat(age.missing(2)).contains(Missing.D);
        assertThat(age.missing(2).orElseThrow().code()).isEqualTo(".D");
        assertThat(read(small()).select(new Condition.Missing("AGE")).size()).isEqualTo(2);
    }

    @Test
    void numberIsADateOnlyByFormatOrPlan() {
        byte[] bytes = XptWriter.version5()
                .member("AD")
                .number("DAYS", 8, "")
                .number("WHEN", 8, "DATETIME")
                .row(23376.0, 2019686400.0)
                .bytes();
        assertThat(read(bytes, ReadingRules.DEFAULT).require("DAYS").kind()).isEqualTo(Variable.Kind.NUMBER);
        assertThat(read(bytes, ReadingRules.DEFAULT).require("WHEN").kind()).isEqualTo(Variable.Kind.NUMBER);
        ReadingRules date = ReadingRules.DEFAULT.withKinds(Map.of("DAYS", Variable.Kind.DATE));
        assertThat(read(bytes, date).require("DAYS").date(0)).isEqualTo(LocalDate.of(2024, 1, 1));
        assertThat(refusal(bytes, ReadingRules.DEFAULT.withKinds(Map.of("DAYS", Variable.Kind.TEXT))))
                .hasMessageContaining("the plan declares text; the file holds number");
    }

    @Test
    void fractionOfADayIsRefusedAsDate() {
        byte[] bytes = XptWriter.version5()
                .member("AD")
                .number("ADT", 8, "E8601DA")
                .row(1.5)
                .bytes();
        assertThat(refusal(bytes, ReadingRules.DEFAULT))
                .hasMessageContaining("ad.xpt record 1, column ADT: found 1.5; expected whole days since 1960-01-01");
    }

    @Test
    void memberMustBeNamedWhenThereAreSeveral() {
        byte[] bytes = XptWriter.version5()
                .member("ONE")
                .text("A", 3)
                .row("x")
                .member("two")
                .text("B", 3)
                .row("y")
                .row("z")
                .bytes();
        assertThat(refusal(bytes, ReadingRules.DEFAULT))
                .hasMessage("ad.xpt: the file holds 2 datasets. Name one of: ONE, two.");
        Dataset two = read(bytes, ReadingRules.DEFAULT.withMember("TWO").withExpectedRecords(2));
        assertThat(two.name()).isEqualTo("TWO");
        assertThat(two.require("B").text(1)).isEqualTo("z");
        assertThat(read(bytes, ReadingRules.DEFAULT.withMember("ONE")).rows()).isEqualTo(1);
    }

    @Test
    void version8KeepsLongNamesAndItsRecordCount() {
        Dataset dataset = read(XptWriter.version8()
                .member("a_dataset_with_a_long_name")
                .text("a_variable_with_a_long_name", 3)
                .row("x")
                .row(""));
        assertThat(dataset.rows()).isEqualTo(2);
        assertThat(dataset.name()).isEqualTo("A_DATASET_WITH_A_LONG_NAME");
        assertThat(dataset.names()).containsExactly("a_variable_with_a_long_name");
        assertThat(dataset.notes()).containsExactly("variable \"a_variable_with_a_long_name\" is not in upper case");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 20, 40, 79, 80, 81, 120, 160, 200})
    void everyNumberOfFullRecordsIsCounted(int length) {
        for (int rows = 1; rows <= 12; rows++) {
            XptWriter file = XptWriter.version5().member("AD").text("A", length);
            for (int i = 0; i < rows; i++) {
                file.row("x");
            }
            assertThat(read(file).rows()).isEqualTo(rows);
        }
    }

    @Test
    void blankRecordsAtTheEndAreNotedAsAmbiguousAndSettledByTheDeclaredCount() {
        XptWriter file =
                XptWriter.version5().member("AD").text("A", 8).row("x").row("y").row("");
        Dataset dataset = read(file);
        assertThat(dataset.rows()).isEqualTo(2);
        assertThat(dataset.notes()).singleElement().asString().contains("8 blank records at the end", "2 records");
        Dataset declared = read(file.bytes(), ReadingRules.DEFAULT.withExpectedRecords(3));
        assertThat(declared.rows()).isEqualTo(3);
        assertThat(declared.notes()).isEmpty();
        assertThat(refusal(file.bytes(), ReadingRules.DEFAULT.withExpectedRecords(11)))
                .hasMessageContaining("the plan expects 11 records; found 2");
    }

    @Test
    void blankRecordsLongerThanThePaddingAreRecords() {
        Dataset dataset = read(XptWriter.version5()
                .member("AD")
                .text("A", 100)
                .row("x")
                .row("")
                .row(""));
        assertThat(dataset.rows()).isEqualTo(3);
    }

    @Test
    void truncatedFilesAreRefused() {
        byte[] bytes = XptWriter.version5()
                .member("AD")
                .text("A", 200)
                .row("x")
                .row("y")
                .row("z")
                .bytes();
        for (int length : new int[] {0, 10, 80, 240, 400, 560, bytes.length - 3, bytes.length - 160}) {
            assertThat(refusal(Arrays.copyOf(bytes, length), ReadingRules.DEFAULT)
                            .complaints())
                    .isNotEmpty();
        }
        assertThat(refusal(Arrays.copyOf(bytes, bytes.length - 3), ReadingRules.DEFAULT))
                .hasMessageContaining("expected a multiple of 80 bytes");
        assertThat(refusal(Arrays.copyOf(bytes, bytes.length - 160), ReadingRules.DEFAULT))
                .hasMessageContaining("the data end within a record");
    }

    @Test
    void emptyDatasetsAreRefusedUnlessDeclared() {
        byte[] bytes = XptWriter.version5().member("AD").text("A", 8).bytes();
        assertThat(refusal(bytes, ReadingRules.DEFAULT)).hasMessageContaining("0 records");
        assertThat(read(bytes, ReadingRules.DEFAULT.withEmptiness(ReadingRules.Emptiness.ALLOWED))
                        .rows())
                .isZero();
    }

    @Test
    void bytesBeyondAsciiNeedADeclaredEncoding() {
        byte[] bytes = XptWriter.version5()
                .member("AD")
                .text("A", 8)
                .row("M\u00FCller")
                .bytes();
        assertThat(refusal(bytes, ReadingRules.DEFAULT)).hasMessageContaining("not US-ASCII");
        assertThat(read(bytes, ReadingRules.DEFAULT.withEncoding("windows-1252"))
                        .require("A")
                        .text(0))
                .isEqualTo("Müller");
    }

    @Test
    void namesThatOccurTwiceAreRefused() {
        assertThatThrownBy(() -> read(XptWriter.version5()
                        .member("AD")
                        .text("A", 8)
                        .text("a", 8)
                        .row("x", "y")))
                .isInstanceOf(DataRejected.class)
                .hasMessageContaining("the variable \"a\" occurs twice");
    }

    @Test
    void impossibleSizesInHeadersAreRefusedWithoutAllocation() {
        byte[] bytes = small().bytes();
        int namestr = 640;
        byte[] negative = bytes.clone();
        negative[namestr + 4] = (byte) 0x80;
        assertThat(refusal(negative, ReadingRules.DEFAULT)).hasMessageContaining("impossible length");
        byte[] far = bytes.clone();
        far[namestr + 84] = 0x7F;
        assertThat(refusal(far, ReadingRules.DEFAULT).isUnsafe()).isTrue();
        byte[] many = bytes.clone();
        System.arraycopy("9999".getBytes(StandardCharsets.US_ASCII), 0, many, namestr - 80 + 54, 4);
        assertThat(refusal(many, ReadingRules.DEFAULT).isUnsafe()).isTrue();
    }

    @Test
    void damagedFilesAreReadOrRefusedAndNothingElse() {
        byte[] good = small().bytes();
        Random random = new Random(5);
        int refused = 0;
        for (int i = 0; i < 5_000; i++) {
            byte[] bytes = random.nextInt(4) == 0 ? Arrays.copyOf(good, random.nextInt(good.length)) : good.clone();
            for (int k = 0; k < 1 + random.nextInt(6) && bytes.length > 0; k++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            try {
                Dataset dataset = read(bytes, ReadingRules.DEFAULT);
                dataset.variables().forEach(Variable::distinct);
            } catch (DataRejected rejected) {
                refused++;
                assertThat(rejected.complaints()).isNotEmpty();
            }
        }
        assertThat(refused).isPositive();
    }
}
