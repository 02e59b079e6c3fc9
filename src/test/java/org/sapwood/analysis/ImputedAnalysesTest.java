package org.sapwood.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sapwood.data.StudyData;
import org.sapwood.population.TrialData;
import org.sapwood.result.Group;
import org.sapwood.result.ResultKey;
import org.sapwood.result.ResultRow;
import org.sapwood.result.ResultSet;
import org.sapwood.result.Statistic;
import org.sapwood.result.Value;
import org.sapwood.sap.DisplaySpec;
import org.sapwood.sap.Sap;
import org.sapwood.sap.SapReader;
import org.sapwood.yaml.Complaints;

/** Analyses of a small invented trial with missing values, from its plan to result rows. */
class ImputedAnalysesTest {
    private static final String PLAN = """
        study: {id: small, protocol: P1, title: Small, cut-off: 2026-01-31, synthetic: true, seed: 7}
        treatments:
          planned: TRT
          arms:
            active: {label: Active, value: A}
            placebo: {label: Placebo, value: P, reference: true}
        data:
          folder: .
          subjects: adsl
          datasets: {adsl: {file: adsl.csv, key: [USUBJID]}, adqs: {file: adqs.csv, key: [USUBJID, AVISIT]}}
        visits:
          variable: AVISIT
          schedule:
            BASELINE: {label: Baseline, week: 0, baseline: true}
            WEEK 4: {label: Week 4, week: 4}
            WEEK 8: {label: Week 8, week: 8}
        analysis-sets: {all: {label: All}}
        endpoints:
          score: {label: Score, dataset: adqs, where: {PARAMCD: SCORE}}
          change: {label: Change in score, change-of: score}
        analyses:
          %s
        displays: {}
        """;

    private static final String MODEL = "set: all, endpoint: change, visits: [WEEK 4, WEEK 8], factors: [SITE]";

    @TempDir
    private Path folder = Path.of("");

    private int dropped;

    /** 40 subjects, decimals of one place; every fifth leaves after week 4, subject 3 has no baseline. */
    @BeforeEach
    void write() throws IOException {
        SplittableRandom random = new SplittableRandom(3);
        StringBuilder adsl = new StringBuilder("USUBJID,TRT,SITE\n");
        StringBuilder adqs = new StringBuilder("USUBJID,PARAMCD,AVISIT,AVAL\n");
        for (int i = 1; i <= 40; i++) {
            boolean active = i % 2 == 0;
            adsl.append("S%02d,%s,%s\n".formatted(i, active ? "A" : "P", i % 3 == 0 ? "X" : "Y"));
            double base = 20 + 4 * random.nextGaussian();
            double first = base - (active ? 4 : 1) + random.nextGaussian();
            double second = first - (active ? 3 : 1) + random.nextGaussian();
            if (i != 3) {
                adqs.append(record(i, "BASELINE", base));
            }
            adqs.append(record(i, "WEEK 4", first));
            if (i % 5 != 0) {
                adqs.append(record(i, "WEEK 8", second));
            }
        }
        Files.writeString(folder.resolve("adsl.csv"), adsl.toString());
        Files.writeString(folder.resolve("adqs.csv"), adqs.toString());
        dropped = 4;
    }

    private static String record(int subject, String visit, double value) {
        return String.format(Locale.ROOT, "S%02d,SCORE,%s,%.1f\n", subject, visit, value);
    }

    private ResultSet run(String... analyses) throws IOException {
        Path file = folder.resolve("plan.yaml");
        Files.writeString(file, PLAN.formatted(String.join("\n  ", analyses)));
        Complaints complaints = new Complaints();
        Sap sap = SapReader.read(file, "plan.yaml", complaints)
                .orElseThrow(() -> new AssertionError(complaints.lines().toString()));
        Study study = new Study(
                sap, new TrialData(sap, StudyData.read(sap.data(), folder).datasets()));
        Map<String, String> slots = new LinkedHashMap<>();
        sap.analyses().forEach(analysis -> slots.put(analysis.id(), analysis.id()));
        DisplaySpec display = new DisplaySpec(
                "t", "1", "All", "all", new DisplaySpec.FromResults("t", slots, Map.of()), List.of(), "");
        return AnalysisMethods.run(study, List.of(display));
    }

    private static Value value(ResultSet results, ResultKey key, String statistic) {
        ResultRow row = results.find(key, new Statistic(statistic));
        assertThat(row).as("%s/%s", key, statistic).isNotNull();
        return row.value();
    }

    private static double real(ResultSet results, ResultKey key, String statistic) {
        return ((Value.Real) value(results, key, statistic)).x();
    }

    private static ResultKey arm(String analysis, String arm, String visit) {
        return ResultKey.of(analysis, new Group.Arm(arm))
                .withParameter("Change in score")
                .withVisit(visit);
    }

    private static ResultKey pair(String analysis) {
        return ResultKey.of(analysis, new Group.Comparison("active", "placebo"))
                .withParameter("Change in score")
                .withVisit("Week 8");
    }

    @Test
    void rowsSayHowManyWereImputedAndWhy() throws IOException {
        ResultSet results = run(
                "mi: {method: multiple-imputation, %s, imputation: {method: monotone, number: 20}}".formatted(MODEL));
        assertThat(value(results, arm("mi", "active", "Week 8"), "n")).isEqualTo(new Value.Count(20));
        assertThat(value(results, arm("mi", "active", "Week 8"), "imputed")).isEqualTo(new Value.Count(dropped));
        assertThat(value(results, arm("mi", "placebo", "Week 8"), "n")).isEqualTo(new Value.Count(19));
        assertThat(value(results, arm("mi", "active", "Week 4"), "imputed")).isEqualTo(new Value.Count(0));
        List<ResultKey> reasons = results.of("mi").stream()
                .map(ResultRow::key)
                .filter(key -> key.equals(
                        arm("mi", "active", "Week 8").withStratum("imputed").withLevel(key.level())))
                .distinct()
                .toList();
        assertThat(reasons).hasSize(1);
        ResultKey reason = reasons.get(0);
        assertThat(reason.level()).contains("no record");
        assertThat(value(results, reason, "n")).isEqualTo(new Value.Count(dropped));
        assertThat(value(results, reason, "flag")).isEqualTo(new Value.Word("MI"));
        // every arm has a line for every reason of the visit, with 0 where it does not occur
        assertThat(value(
                        results,
                        arm("mi", "placebo", "Week 8").withStratum("imputed").withLevel(reason.level()),
                        "n"))
                .isEqualTo(value(results, arm("mi", "placebo", "Week 8"), "imputed"));
        assertThat(value(results, ResultKey.of("mi", new Group.Overall()).withParameter("left-out"), "n"))
                .isEqualTo(new Value.Count(1));
        ResultRow estimate = results.find(pair("mi"), new Statistic("estimate"));
        assertThat(estimate).isNotNull();
        assertThat(estimate.notes().get(0)).contains("20 times (seed 7)").contains("monotone");
        assertThat(real(results, pair("mi"), "estimate")).isBetween(-7.0, -3.0);
        assertThat(real(results, pair("mi"), "between")).isPositive();
        assertThat(real(results, pair("mi"), "df")).isLessThan(35);
    }

    @Test
    void atAVisitEverybodyHasTheAnswerIsTheAnalysisOfCovariance() throws IOException {
        ResultSet results = run(
                "mi: {method: multiple-imputation, %s, visit: WEEK 4, imputation: {method: fully-conditional, number: 5}}"
                        .formatted(MODEL),
                "plain: {method: ancova, set: all, endpoint: change, visit: WEEK 4, factors: [SITE],"
                        + " pairs: [{test: active, reference: placebo}]}");
        ResultKey mi = pair("mi").withVisit("Week 4");
        ResultKey plain = pair("plain").withVisit("Week 4");
        for (String statistic : List.of("estimate", "se", "df", "conf_low", "conf_high", "p_value")) {
            assertThat(value(results, mi, statistic)).as(statistic).isEqualTo(value(results, plain, statistic));
        }
    }

    @Test
    void aDeltaOfZeroOnTheSameDrawsIsTheImputedAnalysisAndTheTippingDeltaTheFirstWithoutSignificance()
            throws IOException {
        ResultSet results = run(
                "mi: {method: multiple-imputation, %s, imputation: {method: fully-conditional, number: 20}}"
                        .formatted(MODEL),
                "tip: {method: tipping-delta, %s, imputation: {method: fully-conditional, number: 20, draws-of: mi},"
                                .formatted(MODEL)
                        + " deltas: {from: 0, to: 40, by: 5}}");
        ResultKey base =
                ResultKey.of("tip", new Group.Comparison("active", "placebo")).withVisit("Week 8");
        ResultKey zero = base.withParameter("delta").withLevel("0");
        for (String statistic : List.of("estimate", "se", "df", "conf_low", "conf_high", "p_value")) {
            assertThat(value(results, zero, statistic)).as(statistic).isEqualTo(value(results, pair("mi"), statistic));
        }
        BigDecimal tipping = ((Value.Exact) value(results, base.withParameter("tipping"), "tipping_delta")).x();
        assertThat(tipping).isBetween(new BigDecimal("5"), new BigDecimal("40"));
        for (int delta = 0; delta <= tipping.intValue(); delta += 5) {
            ResultKey key = base.withParameter("delta").withLevel(Integer.toString(delta));
            double p = ((Value.Probability) value(results, key, "p_value")).p();
            assertThat(p < 0.05).as("delta %d", delta).isEqualTo(delta < tipping.intValue());
        }
    }

    @Test
    void aGridThatNeverTipsSaysSo() throws IOException {
        ResultSet results =
                run("tip: {method: tipping-delta, %s, imputation: {method: monotone, number: 10},".formatted(MODEL)
                        + " deltas: {to: 1, by: 0.5}}");
        ResultKey key = ResultKey.of("tip", new Group.Comparison("active", "placebo"))
                .withVisit("Week 8")
                .withParameter("tipping");
        assertThat(value(results, key, "tipping_delta"))
                .isEqualTo(
                        new Value.NotEstimable("NOT_REACHED", "the difference stays significant up to a delta of 1.0"));
    }

    @Test
    void aVisitNobodyHasIsNotEstimableAndSaysWhich() throws IOException {
        Path file = folder.resolve("adqs.csv");
        Files.writeString(
                file,
                Files.readString(file)
                        .lines()
                        .filter(line -> !line.contains("WEEK 8"))
                        .collect(java.util.stream.Collectors.joining("\n", "", "\n")));
        ResultSet results = run(
                "mi: {method: multiple-imputation, %s, imputation: {method: fully-conditional}}".formatted(MODEL),
                "tip: {method: tipping-delta, %s, imputation: {method: monotone}, deltas: {to: 2, by: 1}}"
                        .formatted(MODEL),
                "means: {method: conditional-mean, %s, imputation: {method: copy-increments}}".formatted(MODEL));
        Value nobody = new Value.NotEstimable("EMPTY_GROUP", "WEEK 8: nobody has a value");
        assertThat(value(results, pair("tip").withParameter("tipping"), "tipping_delta"))
                .isEqualTo(nobody);
        assertThat(value(results, pair("means"), "p_value")).isEqualTo(nobody);
        assertThat(value(results, pair("mi"), "estimate"))
                .isEqualTo(new Value.NotEstimable("EMPTY_GROUP", "imputation 1: WEEK 8: nobody has a value"));
    }

    @Test
    void conditionalMeansAreNearTheirDrawsAndJumpIsNearerNothing() throws IOException {
        ResultSet results = run(
                "jump: {method: conditional-mean, %s, imputation: {method: jump-to-reference}}".formatted(MODEL),
                "random: {method: conditional-mean, %s, imputation: {method: multivariate-normal}}".formatted(MODEL),
                "draws: {method: multiple-imputation, %s, imputation: {method: jump-to-reference, number: 200}}"
                        .formatted(MODEL));
        double jump = real(results, pair("jump"), "estimate");
        double random = real(results, pair("random"), "estimate");
        assertThat(jump).isBetween(random, 0.0);
        assertThat(real(results, pair("draws"), "estimate")).isCloseTo(jump, within(0.15));
        // week 4 is complete: nothing is imputed there under any assumption
        assertThat(real(results, pair("jump").withVisit("Week 4"), "estimate"))
                .isCloseTo(real(results, pair("random").withVisit("Week 4"), "estimate"), within(1e-9));
        assertThat(real(results, pair("jump"), "se")).isPositive();
    }

    @Test
    void carriedValuesEnterTheAnalysisOfCovarianceWithTheirFlag() throws IOException {
        String ancova = "{method: ancova, set: all, endpoint: change, visit: WEEK 8, factors: [SITE],"
                + " single-imputation: %s, pairs: [{test: active, reference: placebo}]}";
        ResultSet results = run("locf: " + ancova.formatted("locf"), "bocf: " + ancova.formatted("bocf"));
        assertThat(value(results, arm("locf", "active", "Week 8"), "n")).isEqualTo(new Value.Count(20));
        assertThat(value(results, arm("locf", "active", "Week 8"), "imputed")).isEqualTo(new Value.Count(dropped));
        ResultKey reason =
                arm("locf", "active", "Week 8").withStratum("imputed").withLevel("last value, WEEK 4");
        assertThat(value(results, reason, "n")).isEqualTo(new Value.Count(dropped));
        assertThat(value(results, reason, "flag")).isEqualTo(new Value.Word("LOCF"));
        // carrying a change of 0 forward loses more of the difference than carrying that of week 4
        assertThat(real(results, pair("bocf"), "estimate")).isGreaterThan(real(results, pair("locf"), "estimate"));
        assertThat(value(results, arm("bocf", "placebo", "Week 8"), "still_missing"))
                .isEqualTo(new Value.Count(1));
    }
}
