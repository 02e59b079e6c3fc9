package org.sapwood.synthetic.lupus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sapwood.synthetic.fitting.PublishedSummaries.medianAndQuartiles;
import static org.sapwood.synthetic.fitting.PublishedSummaries.medianAndRange;
import static org.sapwood.synthetic.fitting.PublishedSummaries.printed;
import static org.sapwood.synthetic.fitting.PublishedSummaries.signedRank;
import static org.sapwood.synthetic.fitting.PublishedSummaries.values;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sapwood.data.Dataset;
import org.sapwood.endpoint.lupus.SledaiItem;
import org.sapwood.sap.Condition;
import org.sapwood.sap.Condition.Is;
import org.sapwood.stats.descriptive.Moments;
import org.sapwood.synthetic.chart.Chart;

/** The tables of He 2020, computed from the datasets. */
class LupusTrialTest {
    private static final Chart FIXTURE = new Chart(Path.of("fixtures", "nct02465580-sle"));

    private static List<String> arm(String name, String set) {
        List<String> subjects = new ArrayList<>(FIXTURE.subjects("TRT01P", name));
        subjects.retainAll(FIXTURE.subjects(set, "Y"));
        return subjects;
    }

    @ParameterizedTest
    @CsvSource({
        "LOW-DOSE IL-2, AAGE, 31.58, 9.25, 2",
        "PLACEBO, AAGE, 29.83, 9.72, 2",
        "LOW-DOSE IL-2, WEIGHTBL, 54.81, 8.33, 2",
        "PLACEBO, WEIGHTBL, 58.69, 8.87, 2",
        "LOW-DOSE IL-2, HEIGHTBL, 162.23, 6.81, 2",
        "PLACEBO, HEIGHTBL, 162.67, 5.41, 2",
        "LOW-DOSE IL-2, BSABL, 1.57, 0.14, 2",
        "PLACEBO, BSABL, 1.62, 0.13, 2",
        "LOW-DOSE IL-2, SLEDURM, 66.7, 57.4, 1",
        "PLACEBO, SLEDURM, 63.6, 59.9, 1"
    })
    void tableOneMeans(String arm, String variable, String mean, String deviation, int decimals) {
        Dataset subjects = FIXTURE.read("adsl");
        double[] values = subjects.select(new Is("TRT01P", arm))
                .rows()
                .mapToDouble(row -> subjects.require(variable).decimal(row).doubleValue())
                .toArray();
        assertThat(values).hasSize(30);
        Moments moments = Moments.of(values);
        String digits = "%." + decimals + "f";
        assertThat(Double.parseDouble(String.format(Locale.ROOT, digits, moments.mean())))
                .isEqualTo(Double.parseDouble(mean));
        assertThat(Double.parseDouble(String.format(
                        Locale.ROOT, digits, moments.standardDeviation().orElseThrow())))
                .isEqualTo(Double.parseDouble(deviation));
    }

    @ParameterizedTest
    @CsvSource({
        "SEX, F, 27, 29",
        "HCQFL, Y, 29, 28",
        "CYCFL, Y, 4, 0",
        "AZAFL, Y, 1, 4",
        "CSAFL, Y, 0, 5",
        "MMFFL, Y, 9, 8",
        "TACFL, Y, 1, 1",
        "LEFFL, Y, 3, 1",
        "THALFL, Y, 1, 0",
        "MTXFL, Y, 1, 1",
        "LNFL, Y, 13, 12",
        "FASFL, Y, 29, 30"
    })
    void tableOneCounts(String variable, String value, int interleukin, int placebo) {
        List<String> with = FIXTURE.subjects(variable, value);
        assertThat(arm("LOW-DOSE IL-2", "RANDFL")).filteredOn(with::contains).hasSize(interleukin);
        assertThat(arm("PLACEBO", "RANDFL")).filteredOn(with::contains).hasSize(placebo);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        LOW-DOSE IL-2 | BASELINE | 12 (8, 27) | 2.3 (1.55, 2.75)
        LOW-DOSE IL-2 | WEEK 12  | 6 (0, 16)  | 0 (0, 2)
        LOW-DOSE IL-2 | WEEK 24  | 4 (0, 18)  | 0 (0, 1)
        PLACEBO       | BASELINE | 11 (8, 22) | 2.2 (1, 2.3)
        PLACEBO       | WEEK 12  | 6 (0, 25)  | 1 (0, 2)
        PLACEBO       | WEEK 24  | 8 (0, 25)  | 1 (0, 2)
        """)
    void tableTwoActivity(String arm, String visit, String sledai, String physician) {
        assertThat(medianAndRange(sledai(arm, visit).values())).isEqualTo(sledai);
        assertThat(medianAndRange(values(FIXTURE.read("adqs"), "PHYGLOB", visit, arm(arm, "RANDFL"))
                        .values()))
                .isEqualTo(physician);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        LOW-DOSE IL-2 | <0.001 | <0.001
        PLACEBO       | <0.001 | 0.002
        """)
    void tableTwoActivityWithinArm(String arm, String week12, String week24) {
        Map<String, Double> before = sledai(arm, "BASELINE");
        assertThat(printed(signedRank(before, sledai(arm, "WEEK 12")))).isEqualTo(week12);
        assertThat(printed(signedRank(before, sledai(arm, "WEEK 24")))).isEqualTo(week24);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        LOW-DOSE IL-2 | 10 (8, 13)      | 6 (4, 11)  | 6 (4, 11)    | 0.014 | <0.001
        PLACEBO       | 10.5 (8, 13.75) | 10 (4, 11) | 8 (4, 10.75) | 0.037 | 0.004
        """)
    void tableTwoBilag(String arm, String before, String week12, String week24, String pWeek12, String pWeek24) {
        Dataset scores = FIXTURE.read("adqs");
        Map<String, Double> baseline = values(scores, "BILAGN", "BASELINE", arm(arm, "RANDFL"));
        Map<String, Double> at12 = values(scores, "BILAGN", "WEEK 12", arm(arm, "FASFL"));
        Map<String, Double> at24 = values(scores, "BILAGN", "WEEK 24", arm(arm, "FASFL"));
        assertThat(medianAndQuartiles(baseline.values())).isEqualTo(before);
        assertThat(medianAndQuartiles(at12.values())).isEqualTo(week12);
        assertThat(medianAndQuartiles(at24.values())).isEqualTo(week24);
        assertThat(printed(signedRank(baseline, at12))).isEqualTo(pWeek12);
        assertThat(printed(signedRank(baseline, at24))).isEqualTo(pWeek24);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        LOW-DOSE IL-2 | DSDNA | 34.8 (1, 1783.15)      | 33 (7, 876.21)        | 29 (1, 348.5)         | 0.037 | 0.063
        PLACEBO       | DSDNA | 73.3 (1, 2525.53)      | 37.6 (1.4, 3467.8)    | 36.3 (1, 3467.8)      | 0.196 | 0.235
        LOW-DOSE IL-2 | ANUA  | 14.45 (0.87, 449.06)   | 20.84 (1.28, 287.07)  | 16.72 (1.17, 287.07)  | 0.439 | 0.044
        """)
    void tableTwoAntibodies(
            String arm, String test, String before, String week12, String week24, String pWeek12, String pWeek24) {
        Dataset laboratory = FIXTURE.read("adlb");
        Map<String, Double> baseline = values(laboratory, test, "BASELINE", arm(arm, "FASFL"));
        Map<String, Double> at12 = values(laboratory, test, "WEEK 12", arm(arm, "FASFL"));
        Map<String, Double> at24 = values(laboratory, test, "WEEK 24", arm(arm, "FASFL"));
        assertThat(medianAndRange(baseline.values())).isEqualTo(before);
        assertThat(medianAndRange(at12.values())).isEqualTo(week12);
        assertThat(medianAndRange(at24.values())).isEqualTo(week24);
        assertThat(printed(signedRank(baseline, at12))).isEqualTo(pWeek12);
        assertThat(printed(signedRank(baseline, at24))).isEqualTo(pWeek24);
    }

    @ParameterizedTest
    @CsvSource({
        "rash, 13, 2, 2, 16, 6, 6",
        "mucosal-ulcers, 4, 0, 0, 1, 0, 0",
        "arthritis, 14, 4, 3, 15, 9, 8",
        "vasculitis, 4, 0, 0, 2, 0, 0",
        "alopecia, 12, 6, 5, 7, 2, 2",
        "fever, 3, 0, 0, 4, 1, 0",
        "myositis, 1, 0, 0, 2, 0, 0"
    })
    void tableTwoManifestations(String item, int a0, int a12, int a24, int p0, int p12, int p24) {
        assertThat(List.of(
                        present("LOW-DOSE IL-2", item, "BASELINE"),
                        present("LOW-DOSE IL-2", item, "WEEK 12"),
                        present("LOW-DOSE IL-2", item, "WEEK 24"),
                        present("PLACEBO", item, "BASELINE"),
                        present("PLACEBO", item, "WEEK 12"),
                        present("PLACEBO", item, "WEEK 24")))
                .containsExactly(a0, a12, a24, p0, p12, p24);
    }

    @ParameterizedTest
    @CsvSource({"LOW-DOSE IL-2, 7, 8", "PLACEBO, 11, 12"})
    void tableTwoTitresDecreased(String arm, int week12, int week24) {
        Dataset laboratory = FIXTURE.read("adlb");
        Map<String, Double> before = values(laboratory, "ANA", "BASELINE", arm(arm, "FASFL"));
        for (Map.Entry<String, Integer> at :
                Map.of("WEEK 12", week12, "WEEK 24", week24).entrySet()) {
            Map<String, Double> now = values(laboratory, "ANA", at.getKey(), arm(arm, "FASFL"));
            assertThat(now.keySet().stream()
                            .filter(s -> now.get(s) < before.get(s))
                            .count())
                    .isEqualTo(at.getValue().longValue());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "AEDECOD, Injection site reaction, 9, 2",
        "AEDECOD, Pyrexia, 4, 0",
        "AEDECOD, Influenza like illness, 3, 0",
        "AEDECOD, Upper respiratory tract infection, 2, 4",
        "AESICAT, INFECTION, 2, 6",
        "AESER, Y, 0, 3",
        "AESDTH, Y, 0, 0"
    })
    void tableThree(String variable, String value, int interleukin, int placebo) {
        Dataset events = FIXTURE.read("adae");
        List<String> with = events.select(new Is(variable, value))
                .rows()
                .mapToObj(row -> events.require("USUBJID").text(row))
                .distinct()
                .toList();
        assertThat(arm("LOW-DOSE IL-2", "SAFFL")).filteredOn(with::contains).hasSize(interleukin);
        assertThat(arm("PLACEBO", "SAFFL")).filteredOn(with::contains).hasSize(placebo);
    }

    @Test
    void laboratoryAgreesWithTheItems() {
        Dataset laboratory = FIXTURE.read("adlb");
        List<String> treated = FIXTURE.subjects("FASFL", "Y");
        for (String visit : List.of("BASELINE", "WEEK 12", "WEEK 24")) {
            Map<String, Double> protein = values(laboratory, "UPROT24", visit, treated);
            Map<String, Double> platelets = values(laboratory, "PLAT", visit, treated);
            Map<String, Double> white = values(laboratory, "WBC", visit, treated);
            assertThat(protein).hasSize(59);
            for (String subject : treated) {
                assertThat(protein.get(subject) > 0.5).isEqualTo(has(subject, "proteinuria", visit));
                assertThat(platelets.get(subject) < 100).isEqualTo(has(subject, "thrombocytopenia", visit));
                assertThat(white.get(subject) < 3).isEqualTo(has(subject, "leukopenia", visit));
            }
        }
    }

    /** The sum of the weights of the items present, by subject. */
    private static Map<String, Double> sledai(String arm, String visit) {
        Map<String, Double> scores = new TreeMap<>();
        List<String> subjects = arm(arm, "RANDFL");
        Dataset items = FIXTURE.read("adqs");
        Condition where = new Condition.All(List.of(new Is("PARCAT1", "SLEDAI"), new Is("AVISIT", visit)));
        items.select(where).rows().forEach(row -> {
            String subject = items.require("USUBJID").text(row);
            if (subjects.contains(subject)) {
                String name =
                        items.require("ITEM").text(row).toUpperCase(Locale.ROOT).replace('-', '_');
                scores.merge(
                        subject,
                        items.require("AVAL").decimal(row).doubleValue()
                                * SledaiItem.valueOf(name).weight(),
                        Double::sum);
            }
        });
        return scores;
    }

    private static int present(String arm, String item, String visit) {
        return (int) arm(arm, "FASFL").stream()
                .filter(subject -> has(subject, item, visit))
                .count();
    }

    private static final Map<String, Boolean> PRESENT = presence();

    private static Map<String, Boolean> presence() {
        Map<String, Boolean> present = new TreeMap<>();
        Dataset items = FIXTURE.read("adqs");
        items.select(new Is("PARCAT1", "SLEDAI"))
                .rows()
                .forEach(row -> present.put(
                        items.require("USUBJID").text(row) + "|"
                                + items.require("ITEM").text(row) + "|"
                                + items.require("AVISIT").text(row),
                        items.require("AVAL").decimal(row).signum() > 0));
        return present;
    }

    private static boolean has(String subject, String item, String visit) {
        return PRESENT.getOrDefault(subject + "|" + item + "|" + visit, false);
    }
}
