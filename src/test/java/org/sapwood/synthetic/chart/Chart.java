package org.sapwood.synthetic.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sapwood.data.DataFormats;
import org.sapwood.data.Dataset;
import org.sapwood.data.DatasetChecks;
import org.sapwood.data.ReadingRules;
import org.sapwood.data.Variable;
import org.sapwood.sap.Condition.Is;

/** The datasets of one folder, and what must hold in any of them. */
public record Chart(Path folder) {
    private static final List<String> FILES = List.of(
            "adsl.csv",
            "adqs.csv",
            "adlb.csv",
            "advs.csv",
            "adgcd.csv",
            "adice.csv",
            "adae.csv",
            "adex.csv",
            "adie.csv");

    public Dataset read(String name) {
        return DataFormats.read(folder.resolve(name + ".csv"), name + ".csv", ReadingRules.DEFAULT);
    }

    /** Every file is byte for byte the one of another folder. */
    public void assertSameAs(Path other) throws IOException {
        for (String file : FILES) {
            assertThat(folder.resolve(file)).hasSameBinaryContentAs(other.resolve(file));
        }
        assertThat(Files.readString(folder.resolve("README.md")))
                .isEqualTo(Files.readString(other.resolve("README.md")));
    }

    /** Every file begins with the same file of a smaller trial. */
    public void assertContinues(Path smaller) throws IOException {
        for (String file : FILES) {
            assertThat(Files.readString(folder.resolve(file))).startsWith(Files.readString(smaller.resolve(file)));
        }
    }

    /** All that must hold between the datasets and within them. */
    public void assertFitsTogether() {
        assertKeys();
        assertNothingAfterTheEnd();
        assertOneOralDoseADay();
        assertGates();
        assertLimits();
    }

    /** Keys are unique and subjects known. */
    private void assertKeys() {
        Map<String, List<String>> keys = new LinkedHashMap<>();
        keys.put("adsl", List.of("USUBJID"));
        keys.put("adqs", List.of("USUBJID", "PARAMCD", "AVISIT"));
        keys.put("adlb", List.of("USUBJID", "PARAMCD", "AVISIT"));
        keys.put("advs", List.of("USUBJID", "PARAMCD", "AVISIT"));
        keys.put("adgcd", List.of("USUBJID", "GCSEQ"));
        keys.put("adice", List.of("USUBJID", "ICESEQ"));
        keys.put("adae", List.of("USUBJID", "AESEQ"));
        keys.put("adex", List.of("USUBJID", "ASTDY"));
        keys.put("adie", List.of("USUBJID", "IETESTCD"));
        Dataset subjects = read("adsl");
        keys.forEach((name, key) -> {
            assertThat(DatasetChecks.uniqueKeys(read(name), key)).isEmpty();
            assertThat(DatasetChecks.subjectsKnown(read(name), subjects, "USUBJID"))
                    .isEmpty();
        });
    }

    /** Nothing happens after the last day in the study. */
    private void assertNothingAfterTheEnd() {
        Dataset subjects = read("adsl");
        Map<String, Integer> last = new TreeMap<>();
        for (int row = 0; row < subjects.rows(); row++) {
            if (!subjects.require("EOSDY").isMissing(row)) {
                last.put(
                        subjects.require("USUBJID").text(row),
                        subjects.require("EOSDY").decimal(row).intValueExact());
            }
        }
        for (String name : List.of("adqs", "adlb", "advs", "adgcd", "adice", "adae", "adex")) {
            Dataset dataset = read(name);
            Variable day = dataset.variable("ADY").orElseGet(() -> dataset.require("ASTDY"));
            for (int row = 0; row < dataset.rows(); row++) {
                assertThat(day.decimal(row).intValueExact())
                        .isNotZero()
                        .isLessThanOrEqualTo(
                                last.getOrDefault(dataset.require("USUBJID").text(row), 0));
            }
        }
    }

    /** No day has two oral doses in the diary. */
    private void assertOneOralDoseADay() {
        Dataset diary = read("adgcd");
        Map<String, Integer> ended = new TreeMap<>();
        diary.select(new Is("GCROUTE", "ORAL")).rows().forEach(row -> {
            String subject = diary.require("USUBJID").text(row);
            int from = diary.require("ASTDY").decimal(row).intValueExact();
            int to = diary.require("AENDY").decimal(row).intValueExact();
            assertThat(from)
                    .isGreaterThan(ended.getOrDefault(subject, Integer.MIN_VALUE))
                    .isLessThanOrEqualTo(to);
            ended.put(subject, to);
        });
        assertThat(ended).isNotEmpty();
    }

    /** Every percentage of cells has its parent gate, and the two of regulatory T cells agree by way of CD4 cells. */
    private void assertGates() {
        Dataset laboratory = read("adlb");
        Map<String, Map<String, BigDecimal>> cells = new TreeMap<>();
        laboratory.select(new Is("PARCAT1", "CYTOMETRY")).rows().forEach(row -> {
            assertThat(laboratory.require("PARENT").text(row)).isIn("LYMPHOCYTES", "CD4");
            cells.computeIfAbsent(
                            laboratory.require("USUBJID").text(row)
                                    + laboratory.require("AVISIT").text(row),
                            k -> new TreeMap<>())
                    .put(
                            laboratory.require("PARAMCD").text(row),
                            laboratory.require("AVAL").decimal(row));
        });
        assertThat(cells).isNotEmpty();
        cells.values().forEach(visit -> {
            BigDecimal ofCd4 = visit.getOrDefault("TREGCD4", BigDecimal.ZERO);
            BigDecimal cd4 = visit.getOrDefault("CD4", BigDecimal.ZERO);
            BigDecimal ofLymphocytes = visit.getOrDefault("TREGLYM", BigDecimal.ZERO);
            assertThat(ofLymphocytes)
                    .isCloseTo(
                            ofCd4.multiply(cd4).divide(BigDecimal.valueOf(100), 4, RoundingMode.HALF_UP),
                            org.assertj.core.data.Offset.offset(new BigDecimal("0.02")));
        });
    }

    /** A concentration below the limit is a text without a number. */
    private void assertLimits() {
        Dataset laboratory = read("adlb");
        int[] below = {0};
        laboratory.select(new Is("PARCAT1", "CYTOKINES")).rows().forEach(row -> {
            BigDecimal limit = laboratory.require("LLOQ").decimal(row);
            if (laboratory.require("AVAL").isMissing(row)) {
                below[0]++;
                assertThat(laboratory.require("AVALC").text(row)).isEqualTo("<" + limit.toPlainString());
            } else {
                assertThat(laboratory.require("AVAL").decimal(row)).isGreaterThanOrEqualTo(limit);
            }
        });
        assertThat(below[0]).isPositive();
    }

    /** {@return the facts of all subjects: number or flag by subject and name} */
    public Map<String, Map<String, String>> facts() {
        Dataset facts = read("adie");
        Map<String, Map<String, String>> bySubject = new TreeMap<>();
        for (int row = 0; row < facts.rows(); row++) {
            boolean number = !facts.require("IEORRES").isMissing(row);
            bySubject
                    .computeIfAbsent(facts.require("USUBJID").text(row), s -> new TreeMap<>())
                    .put(
                            facts.require("IETESTCD").text(row),
                            facts.require(number ? "IEORRES" : "IEFLAG").text(row));
        }
        return bySubject;
    }

    /** {@return subjects of the subject dataset whose variable has a value} */
    public List<String> subjects(String variable, String value) {
        Dataset subjects = read("adsl");
        return subjects.select(new Is(variable, value))
                .rows()
                .mapToObj(row -> subjects.require("USUBJID").text(row))
                .toList();
    }
}
