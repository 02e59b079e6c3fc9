package org.sapwood.render;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.sapwood.display.Footnote;
import org.sapwood.display.Heading;
import org.sapwood.display.ListingModel;
import org.sapwood.display.TableModel;
import org.sapwood.display.TextBlock;

/** The listings and texts of the sample report. */
final class SampleListings {
    private SampleListings() {}

    static TextBlock empty() {
        return new TextBlock(
                "deaths",
                new Heading("Listing 14.3.2.1", "Deaths", "Safety Set", ""),
                List.of(new TextBlock.Paragraph("", "No subjects met the criteria.")),
                List.of(),
                SampleReport.SOURCE);
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
                SampleReport.SOURCE);
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
                SampleReport.SOURCE);
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
                SampleReport.SOURCE);
    }

    private static ListingModel.Column listed(String id, String head, boolean key, double weight) {
        return new ListingModel.Column(id, head, key, weight, TableModel.Align.LEFT);
    }
}
