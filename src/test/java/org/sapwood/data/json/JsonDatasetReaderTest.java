package org.sapwood.data.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sapwood.data.DataFile;
import org.sapwood.data.DataFormats;
import org.sapwood.data.DataRejected;
import org.sapwood.data.Dataset;
import org.sapwood.data.ReadingRules;
import org.sapwood.data.Variable;

class JsonDatasetReaderTest {

    private static final String META = """
        {"datasetJSONVersion":"1.1.0","name":"ADEFF","label":"Efficacy","records":2,"columns":[
        {"itemOID":"a","name":"USUBJID","label":"Subject","dataType":"string"},
        {"itemOID":"b","name":"AVAL","label":"Value","dataType":"float"},
        {"itemOID":"c","name":"DOSE","label":"Dose","dataType":"decimal","targetDataType":"decimal"},
        {"itemOID":"d","name":"ADT","label":"Date","dataType":"date","targetDataType":"integer"},
        {"itemOID":"e","name":"DTC","label":"Partial","dataType":"date"}]\
        """;
    private static final String FIRST = "[\"001\",0.1,\"12345678901234567.5\",\"2024-02-29\",\"2024-02\"]";
    private static final String SECOND = "[\"002\",null,\"\",null,\"\"]";
    private static final String GOOD = META + ",\"rows\":[" + FIRST + "," + SECOND + "]}";

    private static Dataset read(String text) {
        return new JsonDatasetReader()
                .read(DataFile.of("adeff.json", text.getBytes(StandardCharsets.UTF_8)), ReadingRules.DEFAULT);
    }

    @Test
    void declaredTypesDecide() {
        for (String text : new String[] {GOOD, META + "}\n" + FIRST + "\n" + SECOND + "\n"}) {
            Dataset dataset = read(text);
            assertThat(dataset.name()).isEqualTo("ADEFF");
            assertThat(dataset.rows()).isEqualTo(2);
            assertThat(dataset.require("AVAL").label()).isEqualTo("Value");
            assertThat(dataset.require("USUBJID").text(0)).isEqualTo("001");
            assertThat(dataset.require("AVAL").number(0)).isEqualTo(0.1);
            assertThat(dataset.require("DOSE").decimal(0)).isEqualByComparingTo("12345678901234567.5");
            assertThat(dataset.require("ADT").date(0)).isEqualTo(LocalDate.of(2024, 2, 29));
            assertThat(dataset.require("DTC").text(0)).isEqualTo("2024-02");
            assertThat(dataset.variables())
                    .allMatch(variable -> variable == dataset.require("USUBJID") || variable.isMissing(1));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "\"records\":2|\"records\":3|the file declares 3 records; found 2",
                "1.1.0|2.0|expected version 1.1; found \"2.0\"",
                "\"name\":\"AVAL\"|\"name\":\"usubjid\"|the variable \"usubjid\" occurs twice",
                "0.1,|\"x\",|adeff.json /rows/0/1, column AVAL: found \"x\"; expected a number",
                "0.1,|1e999,|expected a number",
                "0.1,|NaN,|not Dataset-JSON",
                "0.1,||adeff.json /rows/0: expected 5 cells; found 4",
                "\"002\"|2|found \"2\"; expected text",
                "2024-02-29|2023-02-29|expected a date",
                "\"label\":\"Efficacy\"|\"name\":\"B\"|not Dataset-JSON: Duplicate",
                "\"002\",null|\"002\"],null|not Dataset-JSON"
            })
    void faultsAreNamedWithTheirPlace(String good, String bad, String message) {
        String text = GOOD.replace(good, bad == null ? "" : bad);
        assertThat(text).isNotEqualTo(GOOD);
        DataRejected rejected = catchThrowableOfType(DataRejected.class, () -> read(text));
        assertThat(rejected).hasMessageContaining(message);
    }

    @Test
    void deepNestingIsUnsafe() {
        DataRejected rejected = catchThrowableOfType(DataRejected.class, () -> read("{\"x\":" + "[".repeat(100_000)));
        assertThat(rejected.isUnsafe()).isTrue();
    }

    @Test
    void damagedFilesAreReadOrRefusedAndNothingElse() {
        Random random = new Random(9);
        String alphabet = "{}[]\",:0.e-tfn x\u0000";
        int refused = 0;
        for (int i = 0; i < 3_000; i++) {
            StringBuilder text = new StringBuilder(GOOD);
            for (int k = 0; k < 1 + random.nextInt(3); k++) {
                text.setCharAt(random.nextInt(text.length()), alphabet.charAt(random.nextInt(alphabet.length())));
            }
            try {
                read(text.substring(0, random.nextInt(5) == 0 ? random.nextInt(text.length()) : text.length()));
            } catch (DataRejected rejected) {
                refused++;
                assertThat(rejected.complaints()).isNotEmpty();
            }
        }
        assertThat(refused).isPositive();
    }

    /** The same dataset in two formats; JSON rounds to twelve decimals. */
    @Test
    void agreesWithTheTransportFileOfThePilotTrial() {
        Path folder = Path.of("..", "shared", "data", "cdiscpilot01");
        assumeTrue(Files.isDirectory(folder), "no CDISC pilot data beside the repository");
        Dataset json = DataFormats.read(folder.resolve("adsl.json"), "adsl.json", ReadingRules.DEFAULT);
        Dataset xpt = DataFormats.read(folder.resolve("adsl.xpt"), "adsl.xpt", ReadingRules.DEFAULT);
        assertThat(json.names()).containsExactlyElementsOf(xpt.names());
        for (Variable variable : xpt.variables()) {
            Variable other = json.require(variable.name());
            assertThat(other.kind()).as(variable.name()).isEqualTo(variable.kind());
            for (int row = 0; row < xpt.rows(); row++) {
                if (variable.kind() == Variable.Kind.NUMBER && !variable.isMissing(row)) {
                    assertThat(Math.abs(other.number(row) - variable.number(row)))
                            .isLessThan(1e-11);
                } else {
                    assertThat(other.text(row)).as(variable.name()).isEqualTo(variable.text(row));
                }
            }
        }
    }
}
