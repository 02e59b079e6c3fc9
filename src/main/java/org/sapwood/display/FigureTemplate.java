package org.sapwood.display;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.sapwood.yaml.Complaints;
import org.sapwood.yaml.YamlDocument;
import org.sapwood.yaml.YamlMapping;

/**
 * The layout of a figure before there are numbers.
 *
 * @param name the template's path, for messages
 * @param slots the analyses it needs; the first is drawn
 * @param chart what is drawn
 * @param x the label of the x axis, may hold words
 * @param y the label of the y axis, may hold words
 * @param percent whether a forest draws proportions as percentages, as the texts beside it are
 * @param below the title over the numbers below the axis
 * @param arms the pattern of a text column per arm beside a forest; empty for none
 * @param texts head to pattern of the text columns beside a forest, in order
 * @param interaction the pattern of the last text column in the lines that head a subgroup; empty for none
 * @param notes the footnotes it brings
 */
public record FigureTemplate(
        String name,
        List<String> slots,
        Kind chart,
        String x,
        String y,
        boolean percent,
        String below,
        String arms,
        Map<String, String> texts,
        String interaction,
        List<String> notes) {

    /** What is drawn. */
    public enum Kind {
        /** Means with intervals by visit. */
        MEANS_BY_VISIT,
        /** LS means with intervals by visit. */
        LS_MEANS_BY_VISIT,
        /** Survival curves with numbers at risk. */
        SURVIVAL,
        /** Classes stacked to 100 % by visit and arm. */
        CLASSES,
        /** The p-values of every allocation of missing outcomes. */
        TIPPING_POINT,
        /** The difference of two arms for each delta added to imputed values. */
        TIPPING_DELTA,
        /** Differences with intervals, one line per comparison. */
        FOREST,
        /** Subjects with an event, cumulated over weeks. */
        CUMULATIVE_EVENTS
    }

    /**
     * Reads a figure template.
     *
     * @param bytes the file
     * @param name its path under {@code templates/} without extension
     * @param complaints where everything wrong goes
     * @return the template, or empty when there is any complaint
     */
    public static Optional<FigureTemplate> read(byte[] bytes, String name, Complaints complaints) {
        int before = complaints.count();
        Optional<FigureTemplate> template = YamlDocument.parse(bytes, "templates/" + name + ".yaml", complaints)
                .map(root -> figure(root, name));
        return complaints.count() == before ? template : Optional.empty();
    }

    private static FigureTemplate figure(YamlMapping root, String name) {
        root.rejectUnknown("needs", "chart", "x", "y", "percent", "below", "arms", "texts", "interaction", "notes");
        Map<String, String> texts = new LinkedHashMap<>();
        root.optionalMapping("texts")
                .ifPresent(given -> given.keys().forEach(head -> texts.put(head, pattern(given, head))));
        return new FigureTemplate(
                name,
                root.texts("needs"),
                root.choice("chart", Kind.class),
                root.text("x", ""),
                root.text("y", ""),
                root.optionalTruth("percent").orElse(false),
                root.text("below", ""),
                pattern(root, "arms"),
                texts,
                pattern(root, "interaction"),
                root.optionalTexts("notes"));
    }

    private static String pattern(YamlMapping mapping, String key) {
        String pattern = mapping.text(key, "");
        try {
            CellPattern.parse(pattern);
        } catch (IllegalArgumentException e) {
            mapping.complainAbout(key, String.valueOf(e.getMessage()), "");
        }
        return pattern;
    }

    @Override
    public String toString() {
        return name + " (" + chart.name().toLowerCase(Locale.ROOT) + ")";
    }
}
