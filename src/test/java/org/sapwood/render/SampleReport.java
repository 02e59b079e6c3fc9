package org.sapwood.render;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.sapwood.display.Cell;
import org.sapwood.display.Display;
import org.sapwood.display.Footnote;
import org.sapwood.display.Heading;
import org.sapwood.display.ListingModel;
import org.sapwood.display.NumberFormat;
import org.sapwood.display.Report;
import org.sapwood.display.SourceLine;
import org.sapwood.display.TableModel;
import org.sapwood.display.TextBlock;
import org.sapwood.result.Group;
import org.sapwood.result.ResultKey;
import org.sapwood.result.Statistic;
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
        displays.add(empty());
        displays.add(methods());
        displays.add(listing(1200));
        displays.add(narratives());
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

    static Cell.Piece number(String text, Value value, NumberFormat.Style style, int places, String statistic) {
        return new Cell.Formatted(
                text,
                new Cell.CellSource(
                        ResultKey.of("sample", new Group.Overall()).withParameter(text), new Statistic(statistic)),
                value,
                new NumberFormat(style, places));
    }

    static Cell.Piece literal(String text) {
        return new Cell.Literal(text);
    }

    static Cell.Piece count(long n) {
        return number(String.valueOf(n), new Value.Count(n), NumberFormat.Style.INTEGER, 0, "n");
    }

    static Cell.Piece decimal(double x, int places, String statistic) {
        return number(
                String.format(Locale.ROOT, "%." + places + "f", x),
                new Value.Real(x),
                NumberFormat.Style.DECIMAL,
                places,
                statistic);
    }

    static Cell share(long n, long of) {
        if (n == 0) {
            return new Cell.Text(List.of(count(0)));
        }
        Cell.Piece percent = number(
                String.format(Locale.ROOT, "%.1f", 100.0 * n / of),
                new Value.Ratio(n, of),
                NumberFormat.Style.PERCENT,
                1,
                "p");
        return new Cell.Text(List.of(count(n), literal(" ("), percent, literal("%)")));
    }

    static Cell cell(Cell.Piece... pieces) {
        return new Cell.Text(List.of(pieces));
    }

    static Cell pValue(double p) {
        String text = p < 0.001 ? "<0.001" : String.format(Locale.ROOT, "%.3f", p);
        return cell(
                number(text, new Value.Probability(p, StrictMath.log(p)), NumberFormat.Style.P_VALUE, 3, "p_value"));
    }

    static Cell interval(double estimate, double low, double high) {
        return cell(
                decimal(estimate, 1, "estimate"),
                literal(" ("),
                decimal(low, 1, "conf_low"),
                literal(", "),
                decimal(high, 1, "conf_high"),
                literal(")"));
    }

    static TableModel.Row row(int indent, String label, List<String> group, Cell... cells) {
        return new TableModel.Row(TableModel.Kind.BODY, indent, label, List.of(cells), group, false);
    }

    static TableModel.Row head(String label, int columns) {
        return new TableModel.Row(
                TableModel.Kind.HEAD, 0, label, java.util.Collections.nCopies(columns, Cell.blank()), List.of(), true);
    }

    static TableModel.Row gap(int columns) {
        return new TableModel.Row(
                TableModel.Kind.GAP, 0, "", java.util.Collections.nCopies(columns, Cell.blank()), List.of(), false);
    }

    static TableModel.Column column(String id, String spanner, String... head) {
        return new TableModel.Column(id, List.of(head), spanner, TableModel.Align.DECIMAL);
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
            rows.add(head(names[i], 3));
            rows.add(row(1, "n", group, cell(count(120)), cell(count(118)), cell(count(238))));
            rows.add(row(1, "Mean (SD)", group, meanSd(m, m / 4), meanSd(m * 1.07, m / 3), meanSd(m * 1.03, m / 3.5)));
            rows.add(row(
                    1,
                    "Median",
                    group,
                    cell(decimal(m - 1, 1, "median")),
                    cell(decimal(m + 1, 1, "median")),
                    cell(decimal(m, 1, "median"))));
            rows.add(row(
                    1, "Q1, Q3", group, pair(m * .8, m * 1.2, 1), pair(m * .7, m * 1.3, 1), pair(m * .8, m * 1.3, 1)));
            rows.add(row(
                    1,
                    "Min, Max",
                    group,
                    pair(m * .4, m * 1.9, 0),
                    pair(m * .3, m * 2.1, 0),
                    pair(m * .3, m * 2.1, 0)));
            rows.add(gap(3));
        }
        for (String name : new String[] {"Sex, n (%)", "Subtype, n (%)"}) {
            rows.add(head(name, 3));
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
                rows.add(row(
                        1,
                        levels[i],
                        List.of(name),
                        share(counts[i], 120),
                        share(Math.max(0, counts[i] - 4), 118),
                        share(Math.max(0, 2 * counts[i] - 4), 238)));
            }
            rows.add(gap(3));
        }
        return new TableModel(
                "demographics",
                new Heading("Table 14.1.5", "Demographic and Baseline Characteristics", "Full Analysis Set", ""),
                "Characteristic",
                List.of(
                        column("IL2", "", "IL-2 1 MIU", "(N=120)"),
                        column("PBO", "", "Placebo", "(N=118)"),
                        column("overall", "", "Total", "(N=238)")),
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
        return cell(decimal(mean, 1, "mean"), literal(" ("), decimal(sd, 2, "sd"), literal(")"));
    }

    private static Cell pair(double low, double high, int places) {
        return cell(decimal(low, places, "q1"), literal(", "), decimal(high, places, "q3"));
    }

    static TableModel primary() {
        List<TableModel.Row> rows = new ArrayList<>();
        rows.add(row(
                0,
                "Responder, n (%)",
                List.of(),
                share(71, 120),
                share(45, 118),
                interval(21.03, 8.61, 32.9),
                pValue(0.0009)));
        rows.add(row(1, "95% CI (Wilson)", List.of(), ci(50.2, 67.5), ci(29.9, 47.1), Cell.blank(), Cell.blank()));
        rows.add(row(0, "Non-responder, n (%)", List.of(), share(49, 120), share(73, 118), Cell.blank(), Cell.blank()));
        rows.add(row(
                1,
                "TIS <20, observed",
                List.of("Non-responder, n (%)"),
                share(31, 120),
                share(52, 118),
                Cell.blank(),
                Cell.blank()));
        rows.add(row(
                1,
                "Rescue before Week 12 [a]",
                List.of("Non-responder, n (%)"),
                share(9, 120),
                share(14, 118),
                Cell.blank(),
                Cell.blank()));
        rows.add(row(
                1,
                "Discontinued treatment [a]",
                List.of("Non-responder, n (%)"),
                share(9, 120),
                share(7, 118),
                Cell.blank(),
                Cell.blank()));
        rows.add(row(
                1,
                "Missing, no intercurrent event",
                List.of("Non-responder, n (%)"),
                share(0, 120),
                share(0, 118),
                Cell.blank(),
                Cell.blank()));
        rows.add(gap(4));
        rows.add(row(
                0,
                "Common odds ratio (95% CI)",
                List.of(),
                Cell.blank(),
                Cell.blank(),
                interval(2.4, 1.4, 14.1),
                pValue(0.0434)));
        rows.add(row(
                0,
                "Exact ratio, Placebo as reference",
                List.of(),
                Cell.blank(),
                cell(literal("Reference")),
                cell(
                        number(
                                "NE",
                                new Value.NotEstimable("EMPTY_GROUP", "no events"),
                                NumberFormat.Style.DECIMAL,
                                1,
                                "estimate"),
                        literal(" ("),
                        decimal(-112.4, 1, "conf_low"),
                        literal(", "),
                        number(
                                "NE",
                                new Value.NotEstimable("EMPTY_GROUP", "no events"),
                                NumberFormat.Style.DECIMAL,
                                1,
                                "conf_high"),
                        literal(")")),
                pValue(0.5)));
        return new TableModel(
                "tis20-w12",
                new Heading(
                        "Table 14.2.1.1",
                        "Subjects with TIS ≥ 20 at Week 12 – Primary Estimand",
                        "Full Analysis Set",
                        "Estimand 1: composite strategy for rescue and discontinuation"),
                "",
                List.of(
                        column("IL2", "", "IL-2 1 MIU", "(N=120)"),
                        column("PBO", "", "Placebo", "(N=118)"),
                        column("diff", "IL-2 − Placebo [1]", "Difference, % (95% CI)"),
                        column("p", "IL-2 − Placebo [1]", "p-value")),
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
        return cell(
                literal("("), decimal(low, 1, "conf_low"), literal(", "), decimal(high, 1, "conf_high"), literal(")"));
    }

    static TableModel adverseEvents(int classes, int terms) {
        Random random = new Random(7);
        List<TableModel.Row> rows = new ArrayList<>();
        rows.add(row(
                0,
                "Any treatment-emergent adverse event",
                List.of(),
                share(101, 120),
                share(92, 118),
                interval(6.2, -3.4, 15.8)));
        rows.add(gap(3));
        for (int i = 0; i < classes; i++) {
            String name = "System organ class " + (i + 1)
                    + (i % 4 == 0 ? " with a long name such as injury, poisoning and procedural complications" : "");
            rows.add(new TableModel.Row(
                    TableModel.Kind.BODY,
                    0,
                    name,
                    List.of(
                            share(20 + random.nextInt(80), 120),
                            share(random.nextInt(100), 118),
                            interval(random.nextGaussian() * 5, -8 - random.nextInt(5), 11)),
                    List.of(),
                    true));
            for (int j = 0; j < terms; j++) {
                rows.add(row(
                        1,
                        "Preferred term " + (i + 1) + "." + (j + 1),
                        List.of(name),
                        share(random.nextInt(20), 120),
                        share(random.nextInt(9), 118),
                        interval(random.nextGaussian() * 5, -8 - random.nextInt(5), 11)));
            }
            rows.add(gap(3));
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
                        column("IL2", "n (%) of subjects", "IL-2 1 MIU", "(N=120)"),
                        column("PBO", "n (%) of subjects", "Placebo", "(N=118)"),
                        column("rd", "", "Risk difference, %", "(95% CI)")),
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
                columns.add(
                        column(arm + visit, "Week " + 4 * visit, arm.equals("IL2") ? "IL-2" : "Placebo", "(N=120)"));
                cells.add(share(20 + visit, 120));
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

    static TextBlock empty() {
        return new TextBlock(
                "deaths",
                new Heading("Listing 14.3.2.1", "Deaths", "Safety Set", ""),
                List.of(new TextBlock.Paragraph("", "No subjects met the criteria.")),
                List.of(),
                SOURCE);
    }

    static TextBlock methods() {
        return new TextBlock(
                "methods",
                new Heading("Appendix 16.1.9", "Statistical Methods", "", ""),
                List.of(
                        new TextBlock.Paragraph(
                                "Primary analysis",
                                "The proportion of responders is compared by the"
                                        + " Cochran–Mantel–Haenszel test stratified by the randomisation strata. "
                                                .repeat(4)),
                        new TextBlock.Paragraph(
                                "Secondary analyses",
                                "A mixed model for repeated measures with"
                                        + " unstructured covariance and Kenward–Roger degrees of freedom. ".repeat(5))),
                List.of(),
                SOURCE);
    }

    static ListingModel listing(int records) {
        List<ListingModel.Column> columns = List.of(
                listed("USUBJID", "Subject", true, 1),
                listed("ARM", "Treatment", true, 1),
                listed("AEBODSYS", "System organ class", false, 2),
                listed("AETERM", "Verbatim term / Preferred term", false, 2),
                new ListingModel.Column("ASTDT", "Start", false, 1, TableModel.Align.LEFT),
                new ListingModel.Column("ADURN", "Duration (days)", false, 1, TableModel.Align.RIGHT),
                listed("AESEV", "Severity", false, 1),
                listed("AEREL", "Related", false, 1),
                listed("AEOUT", "Outcome", false, 1));
        List<List<ListingModel.Item>> rows = new ArrayList<>();
        Random random = new Random(11);
        for (int i = 0; i < records; i++) {
            int subject = i / 5;
            String id = String.format(Locale.ROOT, "IL2-%03d-%04d", subject % 40 + 1, subject + 1);
            LocalDate date = LocalDate.of(2026, 1, 1).plusDays(i % 200);
            int duration = 1 + random.nextInt(60);
            rows.add(List.of(
                    new ListingModel.Word(id),
                    new ListingModel.Word(subject % 2 == 0 ? "IL-2 1 MIU" : "Placebo"),
                    new ListingModel.Word(
                            i % 3 == 0
                                    ? "General disorders and administration site conditions"
                                    : "Infections and infestations"),
                    new ListingModel.Word(
                            i % 7 == 0
                                    ? "=SUM(A1) injection site redness, warm, 3 × 4 cm, left thigh / Injection site erythema"
                                    : "cold / Nasopharyngitis"),
                    new ListingModel.Date(date.toString(), date),
                    i % 11 == 0
                            ? new ListingModel.Missing("")
                            : new ListingModel.Numeric(String.valueOf(duration), BigDecimal.valueOf(duration)),
                    new ListingModel.Word(i % 4 == 0 ? "Moderate" : "Mild"),
                    new ListingModel.Word(i % 2 == 0 ? "Y" : "N"),
                    new ListingModel.Word(i % 13 == 0 ? "Not recovered / not resolved" : "Recovered")));
        }
        return new ListingModel(
                "ae-listing",
                new Heading("Listing 16.2.7.1", "Adverse Events", "Safety Set", ""),
                columns,
                rows,
                List.of(new Footnote("", "Duration includes the first and the last day.")),
                SOURCE);
    }

    static ListingModel narratives() {
        List<List<ListingModel.Item>> rows = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            rows.add(List.of(
                    new ListingModel.Word("IL2-001-000" + i),
                    new ListingModel.Word(
                            "The subject, a 54-year-old woman, was admitted with pneumonia. ".repeat(10 + 60 * i))));
        }
        return new ListingModel(
                "narratives",
                new Heading("Listing 14.3.3", "Narratives", "Safety Set", ""),
                List.of(listed("USUBJID", "Subject", true, 1), listed("NARR", "Narrative", false, 6)),
                rows,
                List.of(),
                SOURCE);
    }

    private static ListingModel.Column listed(String id, String head, boolean key, double weight) {
        return new ListingModel.Column(id, head, key, weight, TableModel.Align.LEFT);
    }
}
