package org.sapwood.render;

import java.util.ArrayList;
import java.util.List;
import org.sapwood.display.Cell;
import org.sapwood.display.FigureModel;
import org.sapwood.display.FlowModel;
import org.sapwood.display.Footnote;
import org.sapwood.display.Heading;
import org.sapwood.result.Group;
import org.sapwood.result.ResultKey;
import org.sapwood.result.Statistic;

/** The invented figures of {@link SampleReport}. */
final class SampleFigures {
    private SampleFigures() {}

    static List<FigureModel> figures() {
        return List.of(lines(), bars(), distribution(), forest(), ratios(), heatMap(), survival());
    }

    private static FigureModel figure(String id, String number, String title, FigureModel.Chart chart) {
        return new FigureModel(
                id,
                new Heading("Figure " + number, title, "Full Analysis Set", ""),
                chart,
                "Alternative text of " + title + ".",
                List.of(new Footnote("", "Invented numbers.")),
                SampleReport.SOURCE);
    }

    static FigureModel.Plotted plotted(double value, String statistic) {
        return new FigureModel.Plotted(value, source(statistic));
    }

    private static Cell.CellSource source(String statistic) {
        return new Cell.CellSource(ResultKey.of("figure", new Group.Overall()), new Statistic(statistic));
    }

    private static FigureModel.Point point(double x, double y, double half) {
        return new FigureModel.Point(
                x, plotted(y, "mean"), plotted(y - half, "conf_low"), plotted(y + half, "conf_high"));
    }

    static FigureModel lines() {
        String[] visits = {"Baseline", "Week 4", "Week 8", "Week 12", "Week 16", "Week 24"};
        double[] weeks = {0, 4, 8, 12, 16, 24};
        List<FigureModel.Tick> ticks = new ArrayList<>();
        List<FigureModel.Series> series = new ArrayList<>();
        List<FigureModel.Below> below = new ArrayList<>();
        String[] arms = {"IL-2 1 MIU", "IL-2 0.5 MIU", "Placebo"};
        for (int arm = 0; arm < 3; arm++) {
            List<FigureModel.Point> points = new ArrayList<>();
            List<FigureModel.At> n = new ArrayList<>();
            for (int i = 0; i < weeks.length; i++) {
                if (arm == 0) {
                    ticks.add(new FigureModel.Tick(weeks[i], visits[i]));
                }
                points.add(point(weeks[i], -weeks[i] * (1.2 - 0.4 * arm) - (i == 0 ? 0 : 2), 0.4 + i));
                n.add(new FigureModel.At(weeks[i], String.valueOf(120 - 3 * i - arm), source("n")));
            }
            series.add(new FigureModel.Series(arms[arm], arm, points));
            below.add(new FigureModel.Below(arms[arm], arm, n));
        }
        return figure(
                "mmrm",
                "14.2.2.4",
                "Least-Squares Mean Change in CDASI Activity Score (95% CI) by Visit",
                new FigureModel.Lines(
                        new FigureModel.Axis("Visit", null, null, ticks),
                        new FigureModel.Axis("Change from baseline (points)", null, null, List.of()),
                        series,
                        "n",
                        below,
                        List.of(new FigureModel.Rule(0, ""))));
    }

    static FigureModel survival() {
        java.util.Random random = new java.util.Random(3);
        List<FigureModel.Series> series = new ArrayList<>();
        List<FigureModel.Series> censored = new ArrayList<>();
        List<FigureModel.Below> below = new ArrayList<>();
        List<FigureModel.Tick> ticks = new ArrayList<>();
        for (int week = 0; week <= 24; week += 4) {
            ticks.add(new FigureModel.Tick(week, String.valueOf(week)));
        }
        String[] arms = {"IL-2 1 MIU", "Placebo"};
        for (int arm = 0; arm < 2; arm++) {
            List<FigureModel.Point> steps = new ArrayList<>();
            List<FigureModel.Point> marks = new ArrayList<>();
            List<FigureModel.At> risk = new ArrayList<>();
            double s = 1;
            int n = 120 - 2 * arm;
            steps.add(
                    new FigureModel.Point(0, plotted(1, "survival"), plotted(1, "conf_low"), plotted(1, "conf_high")));
            double t = 0;
            int next = 0;
            while (t < 24 && n > 20) {
                for (; next * 4 <= t; next++) {
                    risk.add(new FigureModel.At(next * 4, String.valueOf(n), source("n_risk")));
                }
                t += random.nextDouble() * 0.8;
                if (random.nextInt(4) == 0) {
                    marks.add(new FigureModel.Point(t, plotted(s, "survival"), null, null));
                } else {
                    s *= 1 - (1.0 + arm) / n;
                    double half = 1.96 * Math.sqrt(s * (1 - s) / n);
                    steps.add(new FigureModel.Point(
                            t,
                            plotted(s, "survival"),
                            plotted(Math.max(0, s - half), "conf_low"),
                            plotted(Math.min(1, s + half), "conf_high")));
                }
                n--;
            }
            for (; next <= 6; next++) {
                risk.add(new FigureModel.At(next * 4, String.valueOf(n), source("n_risk")));
            }
            series.add(new FigureModel.Series(arms[arm], arm, steps));
            censored.add(new FigureModel.Series(arms[arm], arm, marks));
            below.add(new FigureModel.Below(arms[arm], arm, risk));
        }
        return figure(
                "km",
                "14.3.1.12",
                "Time to First Treatment-Emergent Adverse Event of Special Interest",
                new FigureModel.Steps(
                        new FigureModel.Axis("Weeks since randomisation", 0.0, 24.0, ticks),
                        new FigureModel.Axis("Probability without event", 0.0, 1.0, List.of()),
                        series,
                        censored,
                        true,
                        "Subjects at risk",
                        below,
                        List.of(new FigureModel.Rule(0.5, ""))));
    }

    static FigureModel bars() {
        List<FigureModel.Bar> bars = new ArrayList<>();
        double[][] shares = {{20.8, 30, 30.2, 19}, {50, 25, 20, 5}};
        for (String visit : new String[] {"Week 4", "Week 8", "Week 12", "Week 24"}) {
            for (int arm = 0; arm < 2; arm++) {
                List<FigureModel.Plotted> values = new ArrayList<>();
                List<String> labels = new ArrayList<>();
                for (double share : shares[arm]) {
                    values.add(plotted(share / 100, "p"));
                    labels.add(String.format(java.util.Locale.ROOT, "%.1f%%", share));
                }
                bars.add(new FigureModel.Bar(visit, arm == 0 ? "IL-2 1 MIU" : "Placebo", arm, values, labels));
            }
        }
        return figure(
                "tis-bars",
                "14.2.1.2",
                "TIS Response Category by Visit",
                new FigureModel.StackedBars(
                        new FigureModel.Axis("Subjects (%)", 0.0, 100.0, List.of()),
                        List.of("No improvement", "Minimal (TIS ≥ 20)", "Moderate (TIS ≥ 40)", "Major (TIS ≥ 60)"),
                        bars));
    }

    static FigureModel distribution() {
        java.util.Random random = new java.util.Random(5);
        List<FigureModel.Series> series = new ArrayList<>();
        for (int arm = 0; arm < 2; arm++) {
            double[] values = new double[60];
            for (int i = 0; i < values.length; i++) {
                values[i] = Math.max(0, Math.min(100, 35 - 15 * arm + 22 * random.nextGaussian()));
            }
            java.util.Arrays.sort(values);
            List<FigureModel.Point> points = new ArrayList<>();
            points.add(new FigureModel.Point(0, plotted(0, "cdf"), null, null));
            for (int i = 0; i < values.length; i++) {
                points.add(
                        new FigureModel.Point(values[i], plotted(100.0 * (i + 1) / values.length, "cdf"), null, null));
            }
            series.add(new FigureModel.Series(arm == 0 ? "IL-2 1 MIU" : "Placebo", arm, points));
        }
        return figure(
                "tis-cdf",
                "14.2.1.3",
                "Cumulative Distribution of the TIS at Week 12",
                new FigureModel.Distribution(
                        new FigureModel.Axis("Total Improvement Score", 0.0, 100.0, List.of()),
                        new FigureModel.Axis("Subjects at or below (%)", 0.0, 100.0, List.of()),
                        series,
                        List.of(
                                new FigureModel.Rule(20, "minimal"),
                                new FigureModel.Rule(40, "moderate"),
                                new FigureModel.Rule(60, "major"))));
    }

    static FigureModel forest() {
        List<FigureModel.Estimate> estimates = new ArrayList<>();
        String[][] groups = {
            {"Age", "< 50 years", "≥ 50 years"},
            {"Sex", "Female", "Male"},
            {"Subtype", "Dermatomyositis", "Polymyositis", "Immune-mediated necrotising myopathy"},
            {"Glucocorticoid dose at baseline", "≤ 20 mg/d", "> 20 mg/d"}
        };
        estimates.add(estimate("Overall", 0, 21, 8.6, 32.9));
        int k = 0;
        for (String[] group : groups) {
            estimates.add(new FigureModel.Estimate(group[0], 0, null, List.of()));
            for (int i = 1; i < group.length; i++) {
                k++;
                estimates.add(
                        estimate(group[i], 1, 21 + 6 * Math.sin(k), 2 - 12 * Math.abs(Math.sin(2 * k)), 40 + 5 * k));
            }
        }
        return figure(
                "forest",
                "14.2.6.1",
                "Risk Difference in Subgroups",
                new FigureModel.Forest(
                        new FigureModel.Axis(
                                "IL-2 better than placebo: difference in responders (percentage points)",
                                -20.0,
                                70.0,
                                List.of()),
                        false,
                        0,
                        1,
                        List.of("IL-2", "Placebo", "Difference (95% CI)"),
                        estimates));
    }

    static FigureModel ratios() {
        return figure(
                "ratios",
                "14.2.5.1",
                "Geometric Mean Ratios of Cell Counts",
                new FigureModel.Forest(
                        new FigureModel.Axis("Ratio to placebo (log scale)", null, null, List.of()),
                        true,
                        1,
                        1,
                        List.of("Ratio (95% CI)"),
                        List.of(
                                ratio("Regulatory T cells", 2.31, 1.82, 2.94), ratio("CD4 T cells", 1.02, 0.91, 1.14),
                                ratio("Natural killer cells", 1.4, 0.7, 3.1), ratio("Eosinophils", 1.9, 0.4, 8.8))));
    }

    private static FigureModel.Estimate ratio(String label, double y, double low, double high) {
        return new FigureModel.Estimate(
                label,
                0,
                new FigureModel.Point(0, plotted(y, "ratio"), plotted(low, "conf_low"), plotted(high, "conf_high")),
                List.of(String.format(java.util.Locale.ROOT, "%.2f (%.2f, %.2f)", y, low, high)));
    }

    private static FigureModel.Estimate estimate(String label, int indent, double y, double low, double high) {
        return new FigureModel.Estimate(
                label,
                indent,
                new FigureModel.Point(0, plotted(y, "estimate"), plotted(low, "conf_low"), plotted(high, "conf_high")),
                List.of("71/120", "45/118", String.format(java.util.Locale.ROOT, "%.1f (%.1f, %.1f)", y, low, high)));
    }

    static FigureModel heatMap() {
        List<String> deltas = new ArrayList<>();
        List<List<FigureModel.Plotted>> values = new ArrayList<>();
        for (int i = 0; i <= 10; i++) {
            deltas.add(String.valueOf(-5 * i));
            List<FigureModel.Plotted> row = new ArrayList<>();
            for (int j = 0; j <= 10; j++) {
                row.add(plotted(0.001 + 0.0011 * Math.exp(0.4 * (j + 0.6 * (10 - i)) * 1.1), "p_value"));
            }
            values.add(row);
        }
        return figure(
                "tipping",
                "14.2.1.8",
                "Tipping Point: p-Value by Shift of Imputed Values",
                new FigureModel.HeatMap(
                        "Shift, IL-2 1 MIU (points)",
                        deltas,
                        "Shift, Placebo (points)",
                        deltas,
                        values,
                        0.05,
                        "p-value"));
    }

    static FlowModel flow() {
        List<FlowModel.Box> boxes = new ArrayList<>();
        List<FlowModel.Arrow> arrows = new ArrayList<>();
        boxes.add(box("screened", "Enrolment", 0, -1, false, line(0, "Assessed for eligibility (n=", 312)));
        boxes.add(box(
                "excluded",
                "Enrolment",
                1,
                -1,
                true,
                line(0, "Excluded (n=", 74),
                line(1, "Not meeting inclusion criteria (n=", 51),
                line(1, "Declined to participate (n=", 17),
                line(1, "Other reasons (n=", 6)));
        boxes.add(box("randomised", "Enrolment", 2, -1, false, line(0, "Randomised (n=", 238)));
        arrows.add(new FlowModel.Arrow("screened", "excluded"));
        arrows.add(new FlowModel.Arrow("screened", "randomised"));
        String[] arms = {"IL-2 1 MIU", "Placebo"};
        for (int lane = 0; lane < 2; lane++) {
            boxes.add(box(
                    "a" + lane,
                    "Allocation",
                    3,
                    lane,
                    false,
                    line(0, "Allocated to " + arms[lane] + " (n=", 120 - 2 * lane),
                    line(1, "Received allocated intervention (n=", 119 - 2 * lane),
                    line(1, "Did not receive allocated intervention (n=", 1)));
            boxes.add(box(
                    "f" + lane,
                    "Follow-up",
                    4,
                    lane,
                    false,
                    line(0, "Discontinued before Week 12 (n=", 14),
                    line(1, "Adverse event (n=", 5),
                    line(1, "Lost to follow-up (n=", 3),
                    line(1, "Withdrawal by subject (n=", 6),
                    line(1, "Death (n=", 0)));
            boxes.add(box(
                    "n" + lane,
                    "Analysis",
                    5,
                    lane,
                    false,
                    line(0, "Full Analysis Set (n=", 120 - 2 * lane),
                    line(0, "Per-Protocol Set (n=", 101),
                    line(0, "Safety Set (n=", 119 - 2 * lane)));
            arrows.add(new FlowModel.Arrow("randomised", "a" + lane));
            arrows.add(new FlowModel.Arrow("a" + lane, "f" + lane));
            arrows.add(new FlowModel.Arrow("f" + lane, "n" + lane));
        }
        return new FlowModel(
                "consort",
                new Heading("Figure 14.1.1", "CONSORT Flow Diagram", "All Screened Subjects", ""),
                2,
                boxes,
                arrows,
                List.of(),
                SampleReport.SOURCE);
    }

    static FlowModel.Box box(String id, String stage, int row, int lane, boolean side, FlowModel.Line... lines) {
        return new FlowModel.Box(id, stage, row, lane, side, List.of(lines));
    }

    static FlowModel.Line line(int indent, String text, long n) {
        return new FlowModel.Line(
                indent,
                new Cell.Text(List.of(SampleCells.literal(text), SampleCells.count(n), SampleCells.literal(")"))));
    }
}
