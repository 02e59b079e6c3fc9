package org.sapwood.endpoint.myositis;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Explains a score or decision of one patient line by line, for a person who checks it with a pencil. */
public final class CoreSetExplanation {

    private CoreSetExplanation() {}

    /**
     * Explains a total improvement score.
     *
     * @param tis the score
     * @param rule the rule it was derived with
     * @return lines of text without line ends
     */
    public static List<String> of(TotalImprovementScore tis, TisRule rule) {
        List<String> lines = new ArrayList<>();
        lines.add("Total improvement score, " + TisPoints.SOURCE);
        lines.add(row("measure", "baseline", "visit", "range", "abs. %", "points"));
        for (TisComponent component : tis.components()) {
            lines.add(row(
                    component.label(),
                    text(component.baseline()),
                    text(component.followUp()),
                    text(component.range()),
                    component.percent().map(p -> p.toText(3)).orElse("missing"),
                    component.isObserved() ? text(component.points()) : "0 (?)"));
        }
        lines.add("score: "
                + tis.score()
                        .map(CoreSetExplanation::text)
                        .orElse("missing - " + tis.score().reasonMissing()));
        lines.add("category: "
                + tis.category().map(c -> c.name().toLowerCase(Locale.ROOT)).orElse("missing")
                + " (minimal from " + text(rule.thresholds().minimal()) + ", moderate from "
                + text(rule.thresholds().moderate()) + ", major from "
                + text(rule.thresholds().major()) + ")");
        if (tis.lowerBound().compareTo(tis.upperBound()) != 0) {
            lines.add("with missing components between " + text(tis.lowerBound()) + " and " + text(tis.upperBound()));
        }
        lines.add("attainable from this baseline: " + text(tis.attainable()));
        lines.add("enzyme ranges, multiples of the upper limit of normal: " + multiples(rule.scales()));
        tis.flags().forEach(flag -> lines.add("note: " + sentence(flag)));
        return List.copyOf(lines);
    }

    /**
     * Explains a definition of improvement.
     *
     * @param doi the decision
     * @return lines of text without line ends
     */
    public static List<String> of(DefinitionOfImprovement doi) {
        List<String> lines = new ArrayList<>();
        lines.add("Definition of improvement, " + DoiRule.SOURCE);
        lines.add(row("measure", "baseline", "visit", "", "rel. %", "").stripTrailing());
        for (RelativeChange change : doi.changes()) {
            lines.add(row(
                                    change.label(),
                                    text(change.baseline()),
                                    text(change.followUp()),
                                    "",
                                    change.percent().map(p -> p.toText(3)).orElse("-"),
                                    "")
                            .stripTrailing()
                    + "  " + word(change.state()) + (change.note().isEmpty() ? "" : " (" + change.note() + ")"));
        }
        lines.add("met: " + doi.isMet().map(met -> met ? "yes" : "no").orElse("missing"));
        doi.reasons().forEach(reason -> lines.add("because: " + reason));
        return List.copyOf(lines);
    }

    private static String row(
            String measure, String baseline, String visit, String range, String percent, String points) {
        return String.format(
                Locale.ROOT, "%-26s %9s %9s %9s %10s %7s", measure, baseline, visit, range, percent, points);
    }

    private static String text(@Nullable BigDecimal value) {
        if (value == null) {
            return ".";
        }
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    private static String multiples(CoreSetScales scales) {
        return scales.enzymeMultiples().entrySet().stream()
                .map(entry -> entry.getKey().label() + " " + text(entry.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String word(RelativeChange.State state) {
        return switch (state) {
            case IMPROVED -> "improved";
            case NEITHER -> "neither";
            case WORSE -> "worse";
            case NOT_OBSERVED -> "not observed";
        };
    }

    /**
     * A flag in words, for footnotes.
     *
     * @param flag a flag of a score
     * @return one plain sentence without a full stop
     */
    public static String sentence(TotalImprovementScore.Flag flag) {
        return switch (flag) {
            case COMPONENT_MISSING -> "a missing component scored 0, so the score is a lower bound";
            case CATEGORY_DEPENDS_ON_MISSING -> "the category depends on a missing component";
            case MAJOR_NOT_ATTAINABLE -> "major improvement cannot be reached from this baseline";
            case ENZYME_TIED -> "two enzymes were equally abnormal at baseline; the fixed order decided";
            case LIMIT_OF_NORMAL_CHANGED -> "the laboratory's upper limit of normal changed; compared in folds of it";
        };
    }
}
