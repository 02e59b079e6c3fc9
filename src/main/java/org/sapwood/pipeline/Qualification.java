package org.sapwood.pipeline;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.sapwood.display.Cell;
import org.sapwood.display.Display;
import org.sapwood.display.Footnote;
import org.sapwood.display.Heading;
import org.sapwood.display.ListingModel;
import org.sapwood.display.Report;
import org.sapwood.display.SourceLine;
import org.sapwood.display.TableModel;
import org.sapwood.display.TextBlock;
import org.sapwood.qualify.CaseRunner;
import org.sapwood.qualify.ReferenceCase;
import org.sapwood.qualify.ReferenceFamilies;
import org.sapwood.qualify.Verdict;
import org.sapwood.render.Renderer;
import org.sapwood.render.Renderers;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** Runs reference cases on this machine, and files the certificate. */
public final class Qualification {
    private final Map<String, List<Verdict>> families;
    private final String identity;

    private Qualification(Map<String, List<Verdict>> families, String identity) {
        this.families = families;
        this.identity = identity;
    }

    /**
     * Runs cases.
     *
     * @param cases a file or folder of the user's own; empty for the shipped ones
     * @return the verdicts
     * @throws Refused when the cases cannot be read
     */
    public static Qualification run(Optional<Path> cases) {
        try {
            Map<String, List<ReferenceCase>> read =
                    cases.isPresent() ? ReferenceFamilies.at(cases.get()) : ReferenceFamilies.shipped();
            Map<String, List<Verdict>> families = new LinkedHashMap<>();
            StringBuilder all = new StringBuilder(Version.text());
            read.forEach((family, list) -> {
                families.put(family, list.stream().map(CaseRunner::run).toList());
                list.forEach(c -> all.append('\n').append(c.id()).append(c.expected()));
            });
            return new Qualification(
                    families, Digest.sha256(all.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new Refused(ExitCode.DATA_REJECTED, List.of(String.valueOf(e.getMessage())));
        }
    }

    /** {@return whether every case passed} */
    public boolean passed() {
        return families.values().stream().flatMap(List::stream).allMatch(Verdict::passed);
    }

    /** {@return one line per family, the cases that failed, and the totals} */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        long passed = 0;
        long failed = 0;
        for (Map.Entry<String, List<Verdict>> family : families.entrySet()) {
            long good = family.getValue().stream().filter(Verdict::passed).count();
            long bad = family.getValue().size() - good;
            passed += good;
            failed += bad;
            lines.add(String.format(
                    Locale.ROOT,
                    "%-26s %5d cases %7d numbers %5d passed %4d failed",
                    family.getKey(),
                    family.getValue().size(),
                    family.getValue().stream()
                            .mapToLong(v -> v.comparisons().size())
                            .sum(),
                    good,
                    bad));
            for (Verdict verdict : family.getValue()) {
                if (!verdict.passed()) {
                    lines.add("  FAILED " + verdict.reference().id() + " ("
                            + verdict.reference().method() + "): " + why(verdict));
                }
            }
        }
        lines.add(passed + " passed, " + failed + " failed");
        return lines;
    }

    private static String why(Verdict verdict) {
        if (verdict.problem() != null) {
            return verdict.problem();
        }
        return verdict.comparisons().stream()
                .filter(c -> !c.passed())
                .findFirst()
                .map(c -> c.path() + ": expected " + c.expected() + ", obtained " + c.obtained())
                .orElse("nothing was compared");
    }

    /**
     * Files the certificate as PDF and JSON.
     *
     * @param folder where it is published
     */
    public void publish(Path folder) {
        try (Publisher publisher = Publisher.open(folder)) {
            Renderer pdf = Renderers.all().get(0);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            pdf.write(certificate(), bytes);
            publisher.write("certificate.pdf", bytes.toByteArray());
            ByteArrayOutputStream json = new ByteArrayOutputStream();
            writeJson(json);
            publisher.write("certificate.json", json.toByteArray());
            publisher.publish();
        } catch (IOException e) {
            throw new IllegalStateException("memory cannot fail to be written", e);
        }
    }

    private Report certificate() {
        SourceLine source = new SourceLine(Version.text() + "; cases " + Digest.brief(identity) + "; Java "
                + System.getProperty("java.version") + ", " + System.getProperty("java.vendor") + "; "
                + System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        List<Display> displays = new ArrayList<>();
        displays.add(statement(source));
        displays.add(summary(source));
        int number = 2;
        for (Map.Entry<String, List<Verdict>> family : families.entrySet()) {
            displays.add(cases(number++, family.getKey(), family.getValue(), source));
        }
        return new Report(
                new Report.Front(
                        "Qualification",
                        "Certificate of Numerical Qualification",
                        "",
                        "not applicable",
                        List.of(),
                        Version.text(),
                        "2026-01-01",
                        identity),
                displays);
    }

    private Display statement(SourceLine source) {
        List<TextBlock.Paragraph> paragraphs = List.of(
                new TextBlock.Paragraph(
                        "Purpose",
                        "To show that the statistical methods of this program, as installed on this machine, give the numbers"
                                + " that other programs give."),
                new TextBlock.Paragraph(
                        "Method",
                        "Every reference case names a method, its options and data, and what another program found. The"
                                + " program computes the case anew through the code that reports use. A value x is right for"
                                + " an expected e when |x - e| is at most tolerance times |e| plus the absolute tolerance"
                                + " of the case."),
                new TextBlock.Paragraph("Outcome", lines().get(lines().size() - 1) + "."),
                new TextBlock.Paragraph("Performed by, date, signature", "______________________________"),
                new TextBlock.Paragraph("Reviewed by, date, signature", "______________________________"));
        return new TextBlock(
                "statement",
                new Heading("Section 1", "Statement", "All reference cases", ""),
                paragraphs,
                List.of(),
                source);
    }

    private Display summary(SourceLine source) {
        List<TableModel.Column> columns = new ArrayList<>();
        for (String head : List.of("Cases", "Numbers", "Passed", "Failed", "Cases to 1e-9")) {
            columns.add(new TableModel.Column(
                    head.toLowerCase(Locale.ROOT).replace(' ', '-'), List.of(head), "", TableModel.Align.RIGHT));
        }
        List<TableModel.Row> rows = new ArrayList<>();
        families.forEach((family, verdicts) -> {
            List<Cell> cells = new ArrayList<>();
            long good = verdicts.stream().filter(Verdict::passed).count();
            long[] counts = {
                verdicts.size(),
                verdicts.stream().mapToLong(v -> v.comparisons().size()).sum(),
                good,
                verdicts.size() - good,
                verdicts.stream()
                        .filter(v -> v.passed() && v.worstRelativeDifference() <= 1e-9)
                        .count()
            };
            for (long count : counts) {
                cells.add(new Cell.Text(List.of(new Cell.Literal(Long.toString(count)))));
            }
            rows.add(new TableModel.Row(TableModel.Kind.BODY, 0, family, cells, List.of(), false));
        });
        return new TableModel(
                "summary",
                new Heading("Section 2", "Summary by Family", "All reference cases", ""),
                "Family",
                columns,
                rows,
                List.of(new Footnote("", "Cases to 1e-9: every number of the case agrees to a relative 1e-9.")),
                source);
    }

    private static Display cases(int number, String family, List<Verdict> verdicts, SourceLine source) {
        List<ListingModel.Column> columns = List.of(
                new ListingModel.Column("method", "Method", true, 1.6, TableModel.Align.LEFT),
                new ListingModel.Column("case", "Case", false, 1.5, TableModel.Align.LEFT),
                new ListingModel.Column("source", "Source", false, 1.8, TableModel.Align.LEFT),
                new ListingModel.Column(
                        "name", "Number with the largest difference", false, 1.4, TableModel.Align.LEFT),
                new ListingModel.Column("expected", "Expected", false, 1.2, TableModel.Align.LEFT),
                new ListingModel.Column("obtained", "Obtained", false, 1.2, TableModel.Align.LEFT),
                new ListingModel.Column("digits", "Digits agreed", false, 0.7, TableModel.Align.RIGHT),
                new ListingModel.Column("tolerance", "Tolerance", false, 0.6, TableModel.Align.RIGHT),
                new ListingModel.Column("verdict", "Verdict", false, 0.6, TableModel.Align.LEFT));
        List<List<ListingModel.Item>> rows = new ArrayList<>();
        for (Verdict verdict : verdicts) {
            Optional<Verdict.Comparison> worst = verdict.comparisons().stream()
                    .max(java.util.Comparator.comparingDouble(Verdict.Comparison::relativeDifference));
            rows.add(List.of(
                    new ListingModel.Word(verdict.reference().method()),
                    new ListingModel.Word(verdict.reference().id()),
                    new ListingModel.Word(verdict.reference().source()),
                    new ListingModel.Word(
                            worst.map(Verdict.Comparison::path).orElse(String.valueOf(verdict.problem()))),
                    new ListingModel.Word(
                            worst.map(Verdict.Comparison::expected).orElse("")),
                    new ListingModel.Word(
                            worst.map(Verdict.Comparison::obtained).orElse("")),
                    digits(worst.map(Verdict.Comparison::relativeDifference).orElse(Double.POSITIVE_INFINITY)),
                    new ListingModel.Word(String.valueOf(verdict.reference().tolerance())),
                    new ListingModel.Word(verdict.passed() ? "passed" : "FAILED")));
        }
        return new ListingModel(
                "cases-" + family,
                new Heading("Section " + (number + 1), "Cases of Family " + family, "All reference cases", ""),
                columns,
                rows,
                List.of(),
                source);
    }

    private static ListingModel.Item digits(double relative) {
        int digits =
                relative == 0 ? 16 : Double.isInfinite(relative) ? 0 : (int) Math.floor(-StrictMath.log10(relative));
        int shown = Math.max(0, Math.min(16, digits));
        return new ListingModel.Numeric(Integer.toString(shown), BigDecimal.valueOf(shown));
    }

    private void writeJson(OutputStream out) {
        JsonFactory factory = JsonFactory.builder()
                .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                .build();
        try (JsonGenerator json = factory.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            json.writeStringProperty("product", Version.text());
            json.writeStringProperty("java", System.getProperty("java.version"));
            json.writeBooleanProperty("passed", passed());
            json.writeName("cases");
            json.writeStartArray();
            families.forEach((family, verdicts) -> verdicts.forEach(verdict -> {
                json.writeRaw("\n");
                json.writeStartObject();
                json.writeStringProperty("family", family);
                json.writeStringProperty("case", verdict.reference().id());
                json.writeStringProperty("method", verdict.reference().method());
                json.writeStringProperty("source", verdict.reference().source());
                json.writeStringProperty("verdict", verdict.passed() ? "passed" : "failed");
                if (verdict.problem() != null) {
                    json.writeStringProperty("problem", verdict.problem());
                }
                json.writeName("numbers");
                json.writeStartArray();
                verdict.comparisons().forEach(c -> {
                    json.writeStartObject();
                    json.writeStringProperty("name", c.path());
                    json.writeStringProperty("expected", c.expected());
                    json.writeStringProperty("obtained", c.obtained());
                    json.writeNumberProperty("tolerance", c.tolerance());
                    json.writeBooleanProperty("passed", c.passed());
                    json.writeEndObject();
                });
                json.writeEndArray();
                json.writeEndObject();
            }));
            json.writeEndArray();
            json.writeEndObject();
        }
    }
}
