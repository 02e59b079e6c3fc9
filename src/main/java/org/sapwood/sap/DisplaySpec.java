package org.sapwood.sap;

import java.util.List;
import java.util.Map;
import org.sapwood.yaml.YamlScalar;

/**
 * One numbered item of the package.
 *
 * @param id file- and link-safe
 * @param number for example {@code Table 14.2.1.1}
 * @param title the title
 * @param set the analysis set whose label and N are printed
 * @param content what it shows
 * @param footnotes printed after those the template brings; a text {@code "[1] …"} is a marked note
 * @param place file and line
 */
public record DisplaySpec(
        String id, String number, String title, String set, Content content, List<String> footnotes, String place) {

    /** What a display shows. */
    public sealed interface Content {}

    /**
     * A table or figure from results.
     *
     * @param template the template's path without extension, for example {@code tables/responders}
     * @param analyses slot to analysis id, as the template names its slots
     * @param words texts the template asks for
     */
    public record FromResults(String template, Map<String, String> analyses, Map<String, String> words)
            implements Content {}

    /**
     * A listing of records, or of one line per subject and visit.
     *
     * @param dataset the dataset listed; empty when one line per subject and visit is wanted
     * @param visits the visits of such lines, in order; empty for a listing of records
     * @param where which records
     * @param columns in order, keys first
     * @param sort variables sorted by
     */
    public record Listing(
            String dataset, List<String> visits, Condition where, List<ListingColumn> columns, List<String> sort)
            implements Content {}

    /**
     * The ledger of intercurrent events: one line per subject and event, with its strategies and its effect.
     *
     * @param estimands the estimands' ids; the effect is that on the first
     */
    public record Ledger(List<String> estimands) implements Content {}

    /**
     * A figure with one lane per subject: its days on treatment and in the study, and its intercurrent events.
     *
     * @param events the kinds of events marked, in the order of the legend
     * @param treatedUntil the variable of the subject dataset with the last day of treatment; may be empty
     * @param until the variable of the subject dataset with the last study day
     * @param everybody whether subjects without an event have a lane too
     */
    public record Lanes(List<String> events, String treatedUntil, String until, boolean everybody) implements Content {}

    /**
     * A listing of what an analysis decided of each subject: the criteria of an {@code eligibility} analysis, or the
     * calendars of an {@code exposure} analysis.
     *
     * @param analysis the analysis id
     * @param everything whether criteria that are met are listed too
     * @param columns in order, keys first
     */
    public record BySubject(String analysis, boolean everything, List<ListingColumn> columns) implements Content {}

    /**
     * A table made from the plan itself.
     *
     * @param kind which
     */
    public record FromPlan(Kind kind) implements Content {
        /** The tables a plan gives. */
        public enum Kind {
            /** Published numbers beside the plan's own. */
            PUBLISHED,
            /** Everything declared, with the displays that report it. */
            CHECKLIST,
            /** How the protocol was read: the notes of the study and of its criteria. */
            NOTES
        }

        /** {@return the same as a table from the results of an analysis of that id} */
        public FromResults asResults(String analysis) {
            String name = YamlScalar.written(kind);
            return new FromResults("tables/" + name, Map.of(name, analysis), Map.of());
        }
    }

    /**
     * One column of a listing.
     *
     * @param variable a variable of the dataset; of the subject dataset (prefix {@code subject.}); an endpoint's id
     *     (prefix {@code endpoint.}), or its value at baseline (prefix {@code baseline.}); {@code arm} or {@code visit}
     * @param head as printed
     * @param key whether repeated values are printed once
     * @param weight relative width
     */
    public record ListingColumn(String variable, String head, boolean key, double weight) {}
}
