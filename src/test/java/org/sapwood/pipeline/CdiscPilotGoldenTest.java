package org.sapwood.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sapwood.display.Cell;
import org.sapwood.display.FigureModel;
import org.sapwood.display.FlowModel;
import org.sapwood.display.ListingModel;
import org.sapwood.display.TableModel;
import org.sapwood.result.Group;
import org.sapwood.result.ResultKey;
import org.sapwood.result.ResultRow;
import org.sapwood.result.Statistic;
import org.sapwood.result.Value;

/**
 * Every cell of four published tables of the CDISC pilot study, as printed and unrounded, and its Kaplan–Meier figure. A
 * person compared the published tables with the trial's report; an independent program recomputed them.
 */
class CdiscPilotGoldenTest {
    /** Exact ties that R rounded down on the binary value; half away from zero they go up. */
    private static final Map<String, String> ROUNDED_HALF_UP = Map.of(
            "Duration of disease/Mean/42.6", "42.7",
            "Duration of disease/Median/40.2", "40.3",
            "Duration of disease/Median/36.2", "36.3",
            "Baseline weight(kg)/Median/60.5", "60.6",
            "Baseline height(cm)/Median/162.8", "162.9");

    private static final Map<String, String> ARMS =
            Map.of("Placebo", "placebo", "Xanomeline Low Dose", "low", "Xanomeline High Dose", "high");

    private static Pipeline.Assembled trial;

    @BeforeAll
    static void runThePlan() {
        trial = RealTrial.assemble();
    }

    @Test
    void table1401ShowsEveryPublishedCell() {
        assertThat(printed("t-populations")).isEqualTo(RealTrial.published("14-1.01"));
        for (Map<String, ?> cell : RealTrial.cells(RealTrial.expected("14-1.01"))) {
            ResultKey key = ResultKey.of("populations", group(cell)).withLevel((String) cell.get("row"));
            assertThat(number(key, "n")).as("%s", cell).isEqualTo(expectedValue(cell));
        }
    }

    @Test
    void table1402ShowsEveryPublishedCellWithFiveTiesRoundedUp() {
        List<List<String>> expected = new ArrayList<>();
        String characteristic = "";
        int ties = 0;
        for (List<String> row : RealTrial.publishedRows(RealTrial.expected("14-2.01"))) {
            characteristic = row.get(0).isEmpty() ? characteristic : row.get(0);
            List<String> cells = new ArrayList<>(List.of(row.get(1)));
            for (String cell : row.subList(2, row.size())) {
                String up = ROUNDED_HALF_UP.get(characteristic + "/" + row.get(1) + "/" + cell);
                ties += up == null ? 0 : 1;
                cells.add(up == null ? RealTrial.unpadded(cell) : up);
            }
            expected.add(cells);
        }
        assertThat(ties).isEqualTo(5);
        List<List<String>> printed = new ArrayList<>();
        table("t-demographics").rows().stream()
                .filter(row -> row.kind() == TableModel.Kind.BODY)
                .forEach(row -> printed.add(line(row)));
        assertThat(printed).isEqualTo(expected);
    }

    @Test
    void table1402HoldsEveryUnroundedValue() {
        SoftAssertions softly = new SoftAssertions();
        for (Map<String, ?> cell : RealTrial.cells(RealTrial.expected("14-2.01"))) {
            String parameter =
                    cell.get("row") instanceof List<?> path ? (String) path.get(0) : (String) cell.get("row");
            String level = cell.get("row") instanceof List<?> path ? (String) path.get(1) : "";
            String stat = (String) cell.get("stat");
            ResultKey key = ResultKey.of("demographics", group(cell))
                    .withParameter(parameter)
                    .withLevel(level);
            double value = switch (stat) {
                case "n" -> number(key, "n");
                case "Mean" -> number(key, "mean");
                case "SD" -> number(key, "sd");
                case "Median" -> number(key, "median");
                case "Min" -> number(key, "min");
                case "Max" -> number(key, "max");
                default -> pValue(key, stat);
            };
            softly.assertThat(value).as("%s", cell).isCloseTo(expectedValue(cell), within(tolerance(cell)));
        }
        softly.assertAll();
    }

    /** The chi-square of a characteristic that is also summarised stands beside its first category. */
    private static double pValue(ResultKey key, String stat) {
        ResultKey all = key.withGroup(new Group.AllArms());
        if (stat.startsWith("Pearson")) {
            for (ResultRow row : trial.results().of("demographics")) {
                if (row.key().group() instanceof Group.AllArms
                        && row.key().parameter().equals(key.parameter())
                        && row.provenance().method().startsWith("Pearson")) {
                    return number(row.key(), "p_value");
                }
            }
        }
        return number(all, "p_value");
    }

    @Test
    void table1403ShowsEveryPublishedCell() {
        List<List<String>> expected = new ArrayList<>();
        for (List<String> row : RealTrial.published("14-3.01")) {
            List<String> cells = row.subList(1, row.size());
            if (cells.stream().anyMatch(cell -> !cell.isEmpty())) {
                expected.add(cells);
            }
        }
        List<List<String>> printed = new ArrayList<>();
        table("t-adas").rows().stream()
                .filter(row -> row.kind() == TableModel.Kind.BODY)
                .forEach(row -> printed.add(line(row).subList(1, row.cells().size() + 1)));
        assertThat(printed).isEqualTo(expected);
    }

    @Test
    void table1403HoldsEveryUnroundedValue() {
        SoftAssertions softly = new SoftAssertions();
        for (Map<String, ?> cell : RealTrial.cells(RealTrial.expected("14-3.01"))) {
            softly.assertThat(adas(cell)).as("%s", cell).isCloseTo(expectedValue(cell), within(tolerance(cell)));
        }
        softly.assertAll();
    }

    private static double adas(Map<String, ?> cell) {
        String row = (String) cell.get("row");
        String stat = (String) cell.get("stat");
        ResultKey model = ResultKey.of("adas-ancova", new Group.AllArms())
                .withParameter("Change in ADAS-Cog (11)")
                .withVisit("Week 24");
        String name = switch (stat) {
            case "diff LS mean" -> "estimate";
            case "SE" -> "se";
            case "95% CI lower" -> "conf_low";
            case "95% CI upper" -> "conf_high";
            case "p" -> "p_value";
            default -> stat;
        };
        return switch (row) {
            case "Xan Low - Placebo" -> number(model.withGroup(new Group.Comparison("low", "placebo")), name);
            case "Xan High - Placebo" -> number(model.withGroup(new Group.Comparison("high", "placebo")), name);
            case "Xan High - Xan Low" -> number(model.withGroup(new Group.Comparison("high", "low")), name);
            case "LS mean" -> number(model.withGroup(group(cell)), "ls_mean");
            case "LS mean SE" -> number(model.withGroup(group(cell)), "se");
            case "residual SE" -> number(model, "rmse");
            case "p-value(Dose Response)" -> number(model, "p_value");
            default -> {
                boolean change = row.startsWith("Change");
                yield number(
                        ResultKey.of("adas-observed", group(cell))
                                .withParameter(change ? "Change in ADAS-Cog (11)" : "ADAS-Cog (11)")
                                .withVisit(row.equals("Baseline") ? "Baseline" : "Week 24"),
                        name);
            }
        };
    }

    @Test
    void table1405ShowsEveryPublishedCell() {
        List<List<String>> printed = new ArrayList<>();
        table("t-teae").rows().stream()
                .filter(row -> row.kind() != TableModel.Kind.GAP)
                .forEach(row -> printed.add(line(row)));
        assertThat(printed).isEqualTo(RealTrial.published("14-5.01"));
    }

    @Test
    void table1405HoldsEveryUnroundedValue() {
        SoftAssertions softly = new SoftAssertions();
        int compared = 0;
        for (Map<String, ?> cell : RealTrial.cells(RealTrial.expected("14-5.01"))) {
            String parameter =
                    cell.get("row") instanceof List<?> path ? (String) path.get(0) : (String) cell.get("row");
            String level = cell.get("row") instanceof List<?> path ? (String) path.get(1) : "";
            ResultKey key =
                    ResultKey.of("teae", group(cell)).withParameter(parameter).withLevel(level);
            String name = switch ((String) cell.get("stat")) {
                case "n subjects" -> "n";
                case "n events" -> "events";
                default -> "p_value";
            };
            softly.assertThat(number(key, name)).as("%s", cell).isCloseTo(expectedValue(cell), within(tolerance(cell)));
            compared++;
        }
        assertThat(compared).isEqualTo(254 * 6 + 210 + 203);
        softly.assertAll();
    }

    @Test
    void kaplanMeierFigureShowsThePublishedNumbersAtRisk() {
        FigureModel figure = (FigureModel) trial.report().displays().stream()
                .filter(display -> display.id().equals("f-dermatologic"))
                .findFirst()
                .orElseThrow();
        FigureModel.Steps steps = (FigureModel.Steps) figure.chart();
        Map<String, ?> atRisk =
                RealTrial.object(RealTrial.object(RealTrial.expected("fig_km_ttde"), "published"), "at_risk");
        List<List<?>> expected =
                List.of((List<?>) atRisk.get("Placebo"), (List<?>) atRisk.get("Low"), (List<?>) atRisk.get("High"));
        for (int arm = 0; arm < 3; arm++) {
            assertThat(steps.below().get(arm).values().stream()
                            .map(at -> Integer.parseInt(at.text()))
                            .toList())
                    .isEqualTo(expected.get(arm));
        }
    }

    @Test
    void kaplanMeierCurvesQuartilesAndTestsEqualTheIndependentProgram() {
        Map<String, ?> r = RealTrial.object(RealTrial.expected("fig_km_ttde"), "recomputed_R_survival");
        SoftAssertions softly = new SoftAssertions();
        Map<String, ?> curves = RealTrial.object(r, "curve");
        curves.forEach((name, steps) -> {
            Group group = new Group.Arm(ARMS.get(name.substring("A=".length())));
            int events = 0;
            for (Object item : (List<?>) steps) {
                Map<String, ?> step = RealTrial.asObject(item);
                if (((Number) step.get("n_event")).intValue() == 0) {
                    continue;
                }
                events++;
                ResultKey key = ResultKey.of("dermatologic-events", group)
                        .withParameter("curve")
                        .withLevel(step.get("time").toString());
                softly.assertThat(number(key, "at_risk")).isEqualTo(((Number) step.get("n_risk")).doubleValue());
                softly.assertThat(number(key, "events")).isEqualTo(((Number) step.get("n_event")).doubleValue());
                close(softly, number(key, "survival"), step.get("surv"));
                close(softly, number(key, "se"), step.get("se_greenwood"));
                close(softly, number(key, "conf_low"), step.get("lower_loglog"));
                close(softly, number(key, "conf_high"), step.get("upper_loglog"));
            }
            softly.assertThat(number(
                            ResultKey.of("dermatologic-events", group)
                                    .withParameter("curve")
                                    .withLevel("0"),
                            "survival"))
                    .isEqualTo(1);
            softly.assertThat(trial.results().of("dermatologic-events").stream()
                            .filter(row -> row.key().group().equals(group)
                                    && row.key().parameter().equals("curve")
                                    && row.statistic().name().equals("survival"))
                            .count())
                    .as("a step for each time with an event, after the start")
                    .isEqualTo(1 + events);
        });
        for (Object item : (List<?>) r.get("quantiles_loglog_CI_SAS_default")) {
            Map<String, ?> quartiles = RealTrial.asObject(item);
            ResultKey key = ResultKey.of("dermatologic-events", new Group.Arm(ARMS.get((String) quartiles.get("arm"))))
                    .withParameter("quartile");
            quantile(softly, key.withLevel("25%"), "estimate", quartiles.get("q25"));
            quantile(softly, key.withLevel("25%"), "conf_low", quartiles.get("q25_lower"));
            quantile(softly, key.withLevel("25%"), "conf_high", quartiles.get("q25_upper"));
            quantile(softly, key.withLevel("Median"), "estimate", quartiles.get("median"));
            quantile(softly, key.withLevel("Median"), "conf_low", quartiles.get("median_lower"));
            quantile(softly, key.withLevel("Median"), "conf_high", quartiles.get("median_upper"));
            quantile(softly, key.withLevel("75%"), "estimate", quartiles.get("q75"));
        }
        ResultKey all = ResultKey.of("dermatologic-events", new Group.AllArms());
        close(
                softly,
                number(all, "statistic"),
                RealTrial.object(r, "logrank_3arm").get("chisq"));
        close(
                softly,
                number(all, "p_value"),
                RealTrial.object(r, "logrank_3arm").get("p"));
        List<?> cox = (List<?>) r.get("cox_efron");
        for (int arm = 0; arm < 2; arm++) {
            List<?> row = (List<?>) cox.get(arm);
            ResultKey key = all.withGroup(new Group.Comparison(arm == 0 ? "low" : "high", "placebo"));
            close(softly, number(key, "log_hazard_ratio"), row.get(0));
            close(softly, number(key, "hazard_ratio"), row.get(1));
            close(softly, number(key, "se"), row.get(2));
            // A tail beyond z = 6 magnifies the relative difference of z by z squared.
            double z = ((Number) row.get(3)).doubleValue();
            double p = ((Number) row.get(4)).doubleValue();
            softly.assertThat(number(key, "p_value")).isCloseTo(p, within(1e-9 * z * z * p));
        }
        softly.assertAll();
    }

    @Test
    void dispositionFlowAddsUp() {
        FlowModel flow = (FlowModel) trial.report().displays().stream()
                .filter(display -> display.id().equals("f-disposition"))
                .findFirst()
                .orElseThrow();
        assertThat(flow.lanes()).isEqualTo(3);
        double treated = 0;
        for (String arm : ARMS.values()) {
            ResultKey key = ResultKey.of("disposition", new Group.Arm(arm));
            double here = number(key.withParameter("treated"), "n");
            double lost = number(key.withParameter("treated").withStratum("lost"), "n");
            assertThat(here).isEqualTo(lost + number(key.withParameter("completed"), "n"));
            double reasons = trial.results().of("disposition").stream()
                    .filter(row -> row.key().group().equals(key.group())
                            && row.key().stratum().equals("lost")
                            && !row.key().level().isEmpty())
                    .mapToDouble(row -> number(row.key(), "n"))
                    .sum();
            assertThat(reasons).isEqualTo(lost);
            treated += here;
        }
        assertThat(treated).isEqualTo(254);
    }

    @Test
    void adverseEventListingHoldsEveryRecord() {
        ListingModel listing = (ListingModel) trial.report().displays().stream()
                .filter(display -> display.id().equals("l-adverse-events"))
                .findFirst()
                .orElseThrow();
        assertThat(listing.rows()).hasSize(1191);
    }

    private static void quantile(SoftAssertions softly, ResultKey key, String statistic, Object expected) {
        ResultRow row = trial.results().find(key, new Statistic(statistic));
        if (expected == null) {
            softly.assertThat(row.value()).as("%s", key).isInstanceOf(Value.NotEstimable.class);
        } else {
            softly.assertThat(number(key, statistic)).as("%s", key).isEqualTo(((Number) expected).doubleValue());
        }
    }

    private static void close(SoftAssertions softly, double value, Object expected) {
        double e = ((Number) expected).doubleValue();
        softly.assertThat(value).isCloseTo(e, within(1e-9 * Math.abs(e)));
    }

    private static Group group(Map<String, ?> cell) {
        String column = (String) cell.get("col");
        return switch (column) {
            case "Total" -> new Group.Overall();
            case "Placebo vs Low" -> new Group.Comparison("low", "placebo");
            case "Placebo vs High" -> new Group.Comparison("high", "placebo");
            default -> new Group.Arm(ARMS.getOrDefault(column, ""));
        };
    }

    /** The published files carry 15 significant digits. */
    private static double tolerance(Map<String, ?> cell) {
        return 1e-11 * Math.max(1, Math.abs(expectedValue(cell)));
    }

    private static double expectedValue(Map<String, ?> cell) {
        return ((Number) cell.get("value")).doubleValue();
    }

    private static double number(ResultKey key, String statistic) {
        ResultRow row = trial.results().find(key, new Statistic(statistic));
        assertThat(row).as("result %s/%s", key, statistic).isNotNull();
        Value value = row.value();
        if (value instanceof Value.Count count) {
            return count.n();
        }
        if (value instanceof Value.Exact exact) {
            return exact.x().doubleValue();
        }
        if (value instanceof Value.Probability p) {
            return p.p();
        }
        assertThat(value).as("result %s/%s", key, statistic).isInstanceOf(Value.Real.class);
        return ((Value.Real) value).x();
    }

    private static TableModel table(String id) {
        return (TableModel) trial.report().displays().stream()
                .filter(display -> display.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<List<String>> printed(String id) {
        List<List<String>> lines = new ArrayList<>();
        table(id).rows().forEach(row -> lines.add(line(row)));
        return lines;
    }

    private static List<String> line(TableModel.Row row) {
        List<String> line = new ArrayList<>(List.of(row.label()));
        row.cells().stream().map(Cell::text).forEach(line::add);
        return line;
    }
}
