package org.sapwood.render;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.sapwood.display.Cell;
import org.sapwood.display.Display;
import org.sapwood.display.Footnote;
import org.sapwood.display.Heading;
import org.sapwood.display.NumberFormat;
import org.sapwood.display.Report;
import org.sapwood.display.SourceLine;
import org.sapwood.display.TableModel;
import org.sapwood.result.Value;

/** An invented report with every kind of display, for tests, for the eye and for the clock. */
public final class SampleReport {
    static final SourceLine SOURCE = new SourceLine(
            "Source: ADSL (sha256 0a1b2c3d), ADEFF (sha256 4e5f6a7b); output sample; plan 9f8e7d6c; Sapwood 0.1.0");

    private static final String[] ARMS = {"IL2", "PBO"};

    private SampleReport() {}

    /** Writes all formats to a folder and prints the time each took. */
    public static void main(String[] args) throws IOException {
        Path folder = Files.createDirectories(Path.of(args.length == 0 ? "target/sample" : args[0]));
        Report report = report();
        for (int round = 0; round < (args.length > 1 ? Integer.parseInt(args[1]) : 1); round++) {
            for (Renderer renderer : Renderers.all()) {
                long start = System.nanoTime();
                try (OutputStream out =
                        new BufferedOutputStream(Files.newOutputStream(folder.resolve(renderer.fileName())))) {
                    renderer.write(report, out);
                }
                System.out.printf(
                        Locale.ROOT, "%-14s %5d ms%n", renderer.fileName(), (System.nanoTime() - start) / 1_000_000);
            }
        }
    }

    /** The whole report. */
    public static Report report() {
        List<Display> displays = new ArrayList<>();
        displays.add(demographics());
        displays.add(SampleFigures.flow());
        displays.add(primary());
        displays.addAll(SampleFigures.figures());
        displays.add(adverseEvents(30, 8));
        displays.add(wide());
        displays.add(SampleListings.empty());
        displays.add(SampleListings.methods());
        displays.add(SampleListings.listing(1200));
        displays.add(SampleListings.narratives());
        return new Report(front(), displays);
    }

    static Report of(Display... displays) {
        return new Report(front(), List.of(displays));
    }

    static Report.Front front() {
        return new Report.Front(
                "NCT05495321",
                "Low-Dose Interleukin-2 in Idiopathic Inflammatory Myopathy: a Randomised, Double-Blind,"
                        + " Placebo-Controlled Trial",
                "Example Sponsor",
                "01SEP2026",
                List.of("SYNTHETIC DATA"),
                "Sapwood 0.1.0",
                "2026-09-15",
                "sha256:9f8e7d6c5b4a39281706f5e4d3c2b1a09f8e7d6c5b4a39281706f5e4d3c2b1a0");
    }

    static TableModel demographics() {
        List<TableModel.Row> rows = new ArrayList<>();
        String[] names = {
            "Age (years)",
            "Weight (kg)",
            "Body mass index (kg/m²)",
            "Disease duration (months)",
            "Manual muscle testing (MMT-8, 0–150)",
            "Creatine kinase (U/L)"
        };
        double[] means = {48.3, 64.25, 23.41, 19.8, 121.6, 1634.2};
        for (int i = 0; i < names.length; i++) {
            List<String> group = List.of(names[i]);
            double m = means[i];
            rows.add(SampleCells.head(names[i], 3));
            rows.add(SampleCells.row(
                    1,
                    "n",
                    group,
                    SampleCells.cell(SampleCells.count(120)),
                    SampleCells.cell(SampleCells.count(118)),
                    SampleCells.cell(SampleCells.count(238))));
            rows.add(SampleCells.row(
                    1, "Mean (SD)", group, meanSd(m, m / 4), meanSd(m * 1.07, m / 3), meanSd(m * 1.03, m / 3.5)));
            rows.add(SampleCells.row(
                    1,
                    "Median",
                    group,
                    SampleCells.cell(SampleCells.decimal(m - 1, 1, "median")),
                    SampleCells.cell(SampleCells.decimal(m + 1, 1, "median")),
                    SampleCells.cell(SampleCells.decimal(m, 1, "median"))));
            rows.add(SampleCells.row(
                    1, "Q1, Q3", group, pair(m * .8, m * 1.2, 1), pair(m * .7, m * 1.3, 1), pair(m * .8, m * 1.3, 1)));
            rows.add(SampleCells.row(
                    1,
                    "Min, Max",
                    group,
                    pair(m * .4, m * 1.9, 0),
                    pair(m * .3, m * 2.1, 0),
                    pair(m * .3, m * 2.1, 0)));
            rows.add(SampleCells.gap(3));
        }
        for (String name : new String[] {"Sex, n (%)", "Subtype, n (%)"}) {
            rows.add(SampleCells.head(name, 3));
            String[] levels = name.startsWith("Sex")
                    ? new String[] {"Female", "Male", "Undifferentiated"}
                    : new String[] {
                        "Dermatomyositis",
                        "Polymyositis",
                        "Immune-mediated necrotising myopathy",
                        "Anti-synthetase syndrome without skin rash, with or without interstitial lung disease [a]"
                    };
            int[] counts = {83, 37, 0, 9};
            for (int i = 0; i < levels.length; i++) {
                rows.add(SampleCells.row(
                        1,
                        levels[i],
                        List.of(name),
                        SampleCells.share(counts[i], 120),
                        SampleCells.share(Math.max(0, counts[i] - 4), 118),
                        SampleCells.share(Math.max(0, 2 * counts[i] - 4), 238)));
            }
            rows.add(SampleCells.gap(3));
        }
        return new TableModel(
                "demographics",
                new Heading("Table 14.1.5", "Demographic and Baseline Characteristics", "Full Analysis Set", ""),
                "Characteristic",
                List.of(
                        SampleCells.column("IL2", "", "IL-2 1 MIU", "(N=120)"),
                        SampleCells.column("PBO", "", "Placebo", "(N=118)"),
                        SampleCells.column("overall", "", "Total", "(N=238)")),
                rows,
                List.of(
                        new Footnote(
                                "[a]",
                                "Classified by the 2017 EULAR/ACR criteria; interstitial lung disease by"
                                        + " high-resolution computed tomography at screening, read centrally and blinded to"
                                        + " treatment, within 28 days before randomisation."),
                        new Footnote(
                                "",
                                "Percentages are of the subjects in the column head. SD = standard deviation;"
                                        + " Q1, Q3 = quartiles.")),
                SOURCE);
    }

    private static Cell meanSd(double mean, double sd) {
        return SampleCells.cell(
                SampleCells.decimal(mean, 1, "mean"),
                SampleCells.literal(" ("),
                SampleCells.decimal(sd, 2, "sd"),
                SampleCells.literal(")"));
    }

    private static Cell pair(double low, double high, int places) {
        return SampleCells.cell(
                SampleCells.decimal(low, places, "q1"),
                SampleCells.literal(", "),
                SampleCells.decimal(high, places, "q3"));
    }

    static TableModel primary() {
        List<TableModel.Row> rows = new ArrayList<>();
        rows.add(SampleCells.row(
                0,
                "Responder, n (%)",
                List.of(),
                SampleCells.share(71, 120),
                SampleCells.share(45, 118),
                SampleCells.interval(21.03, 8.61, 32.9),
                SampleCells.pValue(0.0009)));
        rows.add(SampleCells.row(
                1, "95% CI (Wilson)", List.of(), ci(50.2, 67.5), ci(29.9, 47.1), Cell.blank(), Cell.blank()));
        rows.add(SampleCells.row(
                0,
                "Non-responder, n (%)",
                List.of(),
                SampleCells.share(49, 120),
                SampleCells.share(73, 118),
                Cell.blank(),
                Cell.blank()));
        rows.add(SampleCells.row(
                1,
                "TIS <20, observed",
                List.of("Non-responder, n (%)"),
                SampleCells.share(31, 120),
                SampleCells.share(52, 118),
                Cell.blank(),
                Cell.blank()));
        rows.add(SampleCells.row(
                1,
                "Rescue before Week 12 [a]",
                List.of("Non-responder, n (%)"),
                SampleCells.share(9, 120),
                SampleCells.share(14, 118),
                Cell.blank(),
                Cell.blank()));
        rows.add(SampleCells.row(
                1,
                "Discontinued treatment [a]",
                List.of("Non-responder, n (%)"),
                SampleCells.share(9, 120),
                SampleCells.share(7, 118),
                Cell.blank(),
                Cell.blank()));
        rows.add(SampleCells.row(
                1,
                "Missing, no intercurrent event",
                List.of("Non-responder, n (%)"),
                SampleCells.share(0, 120),
                SampleCells.share(0, 118),
                Cell.blank(),
                Cell.blank()));
        rows.add(SampleCells.gap(4));
        rows.add(SampleCells.row(
                0,
                "Common odds ratio (95% CI)",
                List.of(),
                Cell.blank(),
                Cell.blank(),
                SampleCells.interval(2.4, 1.4, 14.1),
                SampleCells.pValue(0.0434)));
        rows.add(SampleCells.row(
                0,
                "Exact ratio, Placebo as reference",
                List.of(),
                Cell.blank(),
                SampleCells.cell(SampleCells.literal("Reference")),
                SampleCells.cell(
                        SampleCells.number(
                                "NE",
                                new Value.NotEstimable("EMPTY_GROUP", "no events"),
                                NumberFormat.Style.DECIMAL,
                                1,
                                "estimate"),
                        SampleCells.literal(" ("),
                        SampleCells.decimal(-112.4, 1, "conf_low"),
                        SampleCells.literal(", "),
                        SampleCells.number(
                                "NE",
                                new Value.NotEstimable("EMPTY_GROUP", "no events"),
                                NumberFormat.Style.DECIMAL,
                                1,
                                "conf_high"),
                        SampleCells.literal(")")),
                SampleCells.pValue(0.5)));
        return new TableModel(
                "tis20-w12",
                new Heading(
                        "Table 14.2.1.1",
                        "Subjects with TIS ≥ 20 at Week 12 – Primary Estimand",
                        "Full Analysis Set",
                        "Estimand 1: composite strategy for rescue and discontinuation"),
                "",
                List.of(
                        SampleCells.column("IL2", "", "IL-2 1 MIU", "(N=120)"),
                        SampleCells.column("PBO", "", "Placebo", "(N=118)"),
                        SampleCells.column("diff", "IL-2 − Placebo [1]", "Difference, % (95% CI)"),
                        SampleCells.column("p", "IL-2 − Placebo [1]", "p-value")),
                rows,
                List.of(
                        new Footnote(
                                "[1]",
                                "Cochran–Mantel–Haenszel, strata: subtype and baseline glucocorticoid dose;"
                                        + " stratified Miettinen–Nurminen interval. Two-sided α = 0.05."),
                        new Footnote("[a]", "Composite strategy: non-response."),
                        new Footnote("", "NE = not estimable.")),
                SOURCE);
    }

    private static Cell ci(double low, double high) {
        return SampleCells.cell(
                SampleCells.literal("("),
                SampleCells.decimal(low, 1, "conf_low"),
                SampleCells.literal(", "),
                SampleCells.decimal(high, 1, "conf_high"),
                SampleCells.literal(")"));
    }

    static TableModel adverseEvents(int classes, int terms) {
        Random random = new Random(7);
        List<TableModel.Row> rows = new ArrayList<>();
        rows.add(SampleCells.row(
                0,
                "Any treatment-emergent adverse event",
                List.of(),
                SampleCells.share(101, 120),
                SampleCells.share(92, 118),
                SampleCells.interval(6.2, -3.4, 15.8)));
        rows.add(SampleCells.gap(3));
        for (int i = 0; i < classes; i++) {
            String name = "System organ class " + (i + 1)
                    + (i % 4 == 0 ? " with a long name such as injury, poisoning and procedural complications" : "");
            rows.add(new TableModel.Row(
                    TableModel.Kind.BODY,
                    0,
                    name,
                    List.of(
                            SampleCells.share(20 + random.nextInt(80), 120),
                            SampleCells.share(random.nextInt(100), 118),
                            SampleCells.interval(random.nextGaussian() * 5, -8 - random.nextInt(5), 11)),
                    List.of(),
                    true));
            for (int j = 0; j < terms; j++) {
                rows.add(SampleCells.row(
                        1,
                        "Preferred term " + (i + 1) + "." + (j + 1),
                        List.of(name),
                        SampleCells.share(random.nextInt(20), 120),
                        SampleCells.share(random.nextInt(9), 118),
                        SampleCells.interval(random.nextGaussian() * 5, -8 - random.nextInt(5), 11)));
            }
            rows.add(SampleCells.gap(3));
        }
        return new TableModel(
                "ae-soc-pt",
                new Heading(
                        "Table 14.3.1.2",
                        "Treatment-Emergent Adverse Events by System Organ Class and Preferred Term",
                        "Safety Set",
                        ""),
                "System organ class\n  Preferred term",
                List.of(
                        SampleCells.column("IL2", "n (%) of subjects", "IL-2 1 MIU", "(N=120)"),
                        SampleCells.column("PBO", "n (%) of subjects", "Placebo", "(N=118)"),
                        SampleCells.column("rd", "", "Risk difference, %", "(95% CI)")),
                rows,
                List.of(new Footnote("", "A subject is counted once per row. MedDRA 29.0.")),
                SOURCE);
    }

    /** Too many columns for one page. */
    static TableModel wide() {
        List<TableModel.Column> columns = new ArrayList<>();
        List<Cell> cells = new ArrayList<>();
        for (int visit = 0; visit <= 7; visit++) {
            for (String arm : ARMS) {
                columns.add(SampleCells.column(
                        arm + visit, "Week " + 4 * visit, arm.equals("IL2") ? "IL-2" : "Placebo", "(N=120)"));
                cells.add(SampleCells.share(20 + visit, 120));
            }
        }
        List<TableModel.Row> rows = new ArrayList<>();
        for (String label : new String[] {"Improved", "Unchanged", "Worse", "Missing"}) {
            rows.add(new TableModel.Row(TableModel.Kind.BODY, 0, label, cells, List.of(), false));
        }
        return new TableModel(
                "shift-by-visit",
                new Heading("Table 14.3.4.2", "Change Category by Visit", "Safety Set", ""),
                "Category",
                columns,
                rows,
                List.of(),
                SOURCE);
    }
}
