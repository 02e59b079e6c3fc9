package org.sapwood.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.sapwood.pipeline.CdiscPilotResults.ARMS;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sapwood.display.Cell;
import org.sapwood.display.TableModel;
import org.sapwood.result.Group;
import org.sapwood.result.ResultKey;
import org.sapwood.result.ResultRow;

/**
 * Every cell of four published tables of the CDISC pilot study, as printed and unrounded. A person compared the published
 * tables with the trial's report; an independent program recomputed them.
 */
class CdiscPilotTablesGoldenTest {
    /** Exact ties that R rounded down on the binary value; half away from zero they go up. */
    private static final Map<String, String> ROUNDED_HALF_UP = Map.of(
            "Duration of disease/Mean/42.6", "42.7",
            "Duration of disease/Median/40.2", "40.3",
            "Duration of disease/Median/36.2", "36.3",
            "Baseline weight(kg)/Median/60.5", "60.6",
            "Baseline height(cm)/Median/162.8", "162.9");

    private static CdiscPilotResults trial;

    @BeforeAll
    static void runThePlan() {
        trial = CdiscPilotResults.ofThePlan();
    }

    @Test
    void table1401ShowsEveryPublishedCell() {
        assertThat(printed("t-populations")).isEqualTo(RealTrial.published("14-1.01"));
        for (Map<String, ?> cell : RealTrial.cells(RealTrial.expected("14-1.01"))) {
            ResultKey key = ResultKey.of("populations", group(cell)).withLevel((String) cell.get("row"));
            assertThat(trial.number(key, "n")).as("%s", cell).isEqualTo(expectedValue(cell));
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
                case "n" -> trial.number(key, "n");
                case "Mean" -> trial.number(key, "mean");
                case "SD" -> trial.number(key, "sd");
                case "Median" -> trial.number(key, "median");
                case "Min" -> trial.number(key, "min");
                case "Max" -> trial.number(key, "max");
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
            for (ResultRow row : trial.of("demographics")) {
                if (row.key().group() instanceof Group.AllArms
                        && row.key().parameter().equals(key.parameter())
                        && row.provenance().method().startsWith("Pearson")) {
                    return trial.number(row.key(), "p_value");
                }
            }
        }
        return trial.number(all, "p_value");
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
            case "Xan Low - Placebo" -> trial.number(model.withGroup(new Group.Comparison("low", "placebo")), name);
            case "Xan High - Placebo" -> trial.number(model.withGroup(new Group.Comparison("high", "placebo")), name);
            case "Xan High - Xan Low" -> trial.number(model.withGroup(new Group.Comparison("high", "low")), name);
            case "LS mean" -> trial.number(model.withGroup(group(cell)), "ls_mean");
            case "LS mean SE" -> trial.number(model.withGroup(group(cell)), "se");
            case "residual SE" -> trial.number(model, "rmse");
            case "p-value(Dose Response)" -> trial.number(model, "p_value");
            default -> {
                boolean change = row.startsWith("Change");
                yield trial.number(
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
            softly.assertThat(trial.number(key, name))
                    .as("%s", cell)
                    .isCloseTo(expectedValue(cell), within(tolerance(cell)));
            compared++;
        }
        assertThat(compared).isEqualTo(254 * 6 + 210 + 203);
        softly.assertAll();
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

    private static TableModel table(String id) {
        return trial.display(id, TableModel.class);
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
