package org.sapwood.display;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The pattern of a cell: literal text and placeholders {@code {statistic:format}}.
 *
 * @param parts in reading order
 */
record CellPattern(List<Part> parts) {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z][a-z0-9_]*):([a-z0-9]+)}");

    /** A part of a pattern. */
    sealed interface Part {}

    /** Text as it is. */
    record Literal(String text) implements Part {}

    /** A number to come. */
    record Placeholder(String statistic, NumberFormat format) implements Part {}

    /**
     * Parses a pattern.
     *
     * @throws IllegalArgumentException when a brace is not part of a placeholder or a format is unknown
     */
    static CellPattern parse(String text) {
        List<Part> parts = new ArrayList<>();
        Matcher matcher = PLACEHOLDER.matcher(text);
        int end = 0;
        while (matcher.find()) {
            literal(text.substring(end, matcher.start()), text, parts);
            parts.add(new Placeholder(matcher.group(1), NumberFormat.named(matcher.group(2))));
            end = matcher.end();
        }
        literal(text.substring(end), text, parts);
        return new CellPattern(List.copyOf(parts));
    }

    private static void literal(String part, String whole, List<Part> parts) {
        if (part.indexOf('{') >= 0 || part.indexOf('}') >= 0) {
            throw new IllegalArgumentException("a placeholder is written {statistic:format}, found \"" + whole + "\"");
        }
        if (!part.isEmpty()) {
            parts.add(new Literal(part));
        }
    }

    /** {@return the pattern with xx.x in place of numbers} */
    Cell shell() {
        List<Cell.Piece> pieces = new ArrayList<>();
        for (Part part : parts) {
            pieces.add(new Cell.Literal(
                    part instanceof Placeholder number ? number.format().shell() : ((Literal) part).text()));
        }
        return new Cell.Text(pieces);
    }
}
