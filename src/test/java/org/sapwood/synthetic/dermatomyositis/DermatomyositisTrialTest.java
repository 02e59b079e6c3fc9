package org.sapwood.synthetic.dermatomyositis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sapwood.data.DataFormats;
import org.sapwood.data.Dataset;
import org.sapwood.data.DatasetChecks;
import org.sapwood.data.ReadingRules;
import org.sapwood.data.Variable;
import org.sapwood.sap.Condition;
import org.sapwood.sap.Condition.Is;

class DermatomyositisTrialTest {

    private static final DermatomyositisTrial TRIAL = new DermatomyositisTrial();

    private static final List<String> FILES = List.of(
            "adsl.csv",
            "adcsm.csv",
            "admd.csv",
            "adlb.csv",
            "adgc.csv",
            "adgcd.csv",
            "adice.csv",
            "adae.csv",
            "adie.csv",
            "adex.csv");

    @TempDir
    private static Path folder;

    private static Dataset adsl;
    private static Dataset adcsm;

    @BeforeAll
    static void generate() throws IOException {
        TRIAL.generate(60, 5, folder.resolve("sixty"));
        TRIAL.generate(90, 5, folder.resolve("ninety"));
        adsl = read("adsl.csv");
        adcsm = read("adcsm.csv");
    }

    private static Dataset read(String file) {
        return DataFormats.read(folder.resolve("sixty").resolve(file), file, ReadingRules.DEFAULT);
    }

    @Test
    void moreSubjectsLeaveTheEarlierOnesAsTheyWere() throws IOException {
        for (String file : FILES) {
            String sixty = Files.readString(folder.resolve("sixty").resolve(file));
            String ninety = Files.readString(folder.resolve("ninety").resolve(file));
            assertThat(ninety).startsWith(sixty);
            assertThat(ninety.length()).isGreaterThan(sixty.length());
        }
    }

    @Test
    void anotherSeedGivesOtherData(@TempDir Path other) throws IOException {
        TRIAL.generate(60, 6, other);
        assertThat(Files.readString(other.resolve("adcsm.csv")))
                .isNotEqualTo(Files.readString(folder.resolve("sixty").resolve("adcsm.csv")));
    }

    @Test
    void committedFixtureIsWhatItsReadmeSays(@TempDir Path again) throws IOException {
        TRIAL.generate(240, 1, again);
        Path fixture = Path.of("fixtures", "nct05495321-dm");
        for (String file : FILES) {
            assertThat(fixture.resolve(file)).hasSameBinaryContentAs(again.resolve(file));
        }
        assertThat(Files.readString(fixture.resolve("README.md")))
                .isEqualTo(Files.readString(again.resolve("README.md")))
                .startsWith("# SYNTHETIC DATA")
                .contains("240", "seed 1");
    }

    @Test
    void aCytokineBelowItsLimitIsRecordedAsSuchAndHasNoValue() {
        Dataset adlb = DataFormats.read(folder.resolve("sixty").resolve("adlb.csv"), "adlb.csv", ReadingRules.DEFAULT);
        Variable text = adlb.require("AVALC");
        Variable value = adlb.require("AVAL");
        Variable limit = adlb.require("LLOQ");
        int below = 0;
        for (int row = 0; row < adlb.rows(); row++) {
            if (text.text(row).startsWith("<")) {
                below++;
                assertThat(value.isMissing(row)).isTrue();
                assertThat(new BigDecimal(text.text(row).substring(1))).isEqualByComparingTo(limit.decimal(row));
            } else {
                assertThat(value.decimal(row)).isEqualByComparingTo(text.text(row));
            }
        }
        assertThat(below).isPositive();
    }

    @Test
    void subjectsAreRandomisedEquallyWithinStrata() {
        assertThat(adsl.select(new Is("RANDFL", "Y")).size()).isEqualTo(60);
        Map<String, Integer> balance = new TreeMap<>();
        adsl.select(new Is("RANDFL", "Y"))
                .rows()
                .forEach(row -> balance.merge(
                        adsl.require("STRATGC").text(row)
                                + adsl.require("STRATSITE").text(row),
                        adsl.require("TRT01P").text(row).equals("PLACEBO") ? -1 : 1,
                        Integer::sum));
        assertThat(balance.values()).allMatch(difference -> Math.abs(difference) <= 2);
    }

    @Test
    void screeningFailuresHaveAReasonAndNoArm() {
        adsl.select(new Is("RANDFL", "N")).rows().forEach(row -> {
            assertThat(adsl.require("SCRNFRS").text(row)).isNotEmpty();
            assertThat(adsl.require("TRT01P").isMissing(row)).isTrue();
            assertThat(adsl.require("SAFFL").text(row)).isEqualTo("N");
        });
        assertThat(adsl.select(new Is("RANDFL", "N")).isEmpty()).isFalse();
    }

    @Test
    void keysAreUniqueAndSubjectsKnown() {
        assertThat(DatasetChecks.uniqueKeys(adsl, List.of("USUBJID"))).isEmpty();
        assertThat(DatasetChecks.uniqueKeys(adcsm, List.of("USUBJID", "PARAMCD", "AVISIT")))
                .isEmpty();
        assertThat(DatasetChecks.uniqueKeys(read("adae.csv"), List.of("USUBJID", "AESEQ")))
                .isEmpty();
        for (String file : FILES) {
            assertThat(DatasetChecks.subjectsKnown(read(file), adsl, "USUBJID")).isEmpty();
        }
    }

    @Test
    void valuesLieOnTheGridOfTheirInstrument() {
        assertThat(adcsm.require("AVAL").kind()).isEqualTo(Variable.Kind.NUMBER);
        onGrid("PHYGLOB", "0.1", 10);
        onGrid("PATGLOB", "0.1", 10);
        onGrid("EMGLOB", "0.1", 10);
        onGrid("HAQDI", "0.125", 3);
        onGrid("MMT8", "1", 150);
        onGrid("CDASIA", "1", 100);
        onGrid("CDASID", "1", 32);
        onGrid("CK", "1", 30_000);
    }

    private static void onGrid(String parameter, String step, int high) {
        Condition where = new Is("PARAMCD", parameter);
        assertThat(DatasetChecks.within(adcsm, where, "AVAL", parameter, BigDecimal.ZERO, BigDecimal.valueOf(high)))
                .isEmpty();
        Variable aval = adcsm.require("AVAL");
        adcsm.select(where)
                .rows()
                .filter(row -> !aval.isMissing(row))
                .forEach(row -> assertThat(aval.decimal(row).remainder(new BigDecimal(step)))
                        .isEqualByComparingTo(BigDecimal.ZERO));
    }

    @Test
    void changeIsValueMinusBaselineExactly() {
        Variable change = adcsm.require("CHG");
        for (int row = 0; row < adcsm.rows(); row++) {
            if (!change.isMissing(row)) {
                assertThat(change.decimal(row))
                        .isEqualByComparingTo(adcsm.require("AVAL")
                                .decimal(row)
                                .subtract(adcsm.require("BASE").decimal(row)));
            }
        }
    }

    @Test
    void nothingHappensAfterTheStudyWasLeft() {
        Variable last = adsl.require("EOSDT");
        Map<String, Integer> rows = new TreeMap<>();
        for (int row = 0; row < adsl.rows(); row++) {
            rows.put(adsl.require("USUBJID").text(row), row);
        }
        for (String file : List.of("adcsm.csv", "adice.csv", "adae.csv", "adgc.csv", "adgcd.csv")) {
            Dataset dataset = read(file);
            Variable date = dataset.variable("ADT").orElseGet(() -> dataset.require("ASTDT"));
            for (int row = 0; row < dataset.rows(); row++) {
                int subject = rows.getOrDefault(dataset.require("USUBJID").text(row), -1);
                assertThat(date.date(row)).isBeforeOrEqualTo(last.date(subject));
            }
        }
    }

    @Test
    void theDiaryIsWhatTheMeanDosesOfTheVisitsAreMadeOf() {
        Dataset diary = read("adgcd.csv");
        Map<String, BigDecimal> byDay = new HashMap<>();
        diary.select(new Is("GCDRUG", "PREDNISONE")).rows().forEach(row -> {
            int to = diary.require("AENDY").decimal(row).intValueExact();
            for (int day = diary.require("ASTDY").decimal(row).intValueExact(); day <= to; day++) {
                byDay.put(
                        diary.require("USUBJID").text(row) + " " + day,
                        diary.require("GCDOSE").decimal(row));
            }
        });
        Dataset means = read("adgc.csv");
        for (int row = 0; row < means.rows(); row++) {
            BigDecimal sum = BigDecimal.ZERO;
            int day = means.require("ADY").decimal(row).intValueExact();
            for (int before = 1; before <= 7; before++) {
                int studyDay = day - before > 0 ? day - before : day - before - 1; // there is no day 0
                sum = sum.add(byDay.get(means.require("USUBJID").text(row) + " " + studyDay));
            }
            assertThat(means.require("AVAL").decimal(row))
                    .isCloseTo(
                            sum.divide(new BigDecimal(7), 6, RoundingMode.HALF_UP), within(new BigDecimal("0.0051")));
        }
    }

    @Test
    void nothingIsInjectedAfterTheLastDoseAndOnlyTheCarelessMissMoreThanAFifth() {
        Dataset adex = read("adex.csv");
        Map<String, Integer> blind = new TreeMap<>();
        Map<String, Integer> last = new TreeMap<>();
        for (int row = 0; row < adex.rows(); row++) {
            String id = adex.require("USUBJID").text(row);
            last.merge(id, adex.require("ASTDY").decimal(row).intValueExact(), Math::max);
            if (adex.require("APERIOD").text(row).equals("DOUBLE-BLIND")) {
                blind.merge(id, 1, Integer::sum);
            }
        }
        adsl.select(new Is("SAFFL", "Y")).rows().forEach(row -> {
            String id = adsl.require("USUBJID").text(row);
            int end = adsl.require("TRTDURD").decimal(row).intValueExact();
            int planned = (Math.min(84, end) + 1) / 2;
            assertThat(last.get(id)).isLessThanOrEqualTo(end);
            assertThat(blind.getOrDefault(id, 0) * 5 < planned * 4)
                    .as(id)
                    .isEqualTo(adsl.require("PPROTRS").text(row).equals("MORE THAN 20% OF DOSES MISSED"));
        });
    }

    @Test
    void refusesImpossibleSizes(@TempDir Path none) {
        assertThatThrownBy(() -> TRIAL.generate(0, 1, none)).isInstanceOf(IllegalArgumentException.class);
    }
}
