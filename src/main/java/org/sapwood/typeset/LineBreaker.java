package org.sapwood.typeset;

import java.util.ArrayList;
import java.util.List;

/** Breaks text into lines of a given width. */
final class LineBreaker {
    private final FontMetrics metrics;
    private final Face face;
    private final double size;

    LineBreaker(FontMetrics metrics, Face face, double size) {
        this.metrics = metrics;
        this.face = face;
        this.size = size;
    }

    /** {@return the width of the widest line of a text that is broken only at its line feeds} */
    double width(String text) {
        if (!hasControls(text)) {
            return metrics.width(face, size, text);
        }
        double widest = 0;
        for (String line : printable(text).split("\n", -1)) {
            widest = Math.max(widest, metrics.width(face, size, line));
        }
        return widest;
    }

    private static boolean hasControls(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ') {
                return true;
            }
        }
        return false;
    }

    /** Line feeds stay, other control characters, which data sometimes hold, become blanks. */
    private static String printable(String text) {
        return text.replace("\r\n", "\n").replaceAll("[\\x00-\\x09\\x0B-\\x1F]", " ");
    }

    /** The width below which a word would have to be cut. */
    double longestWord(String original) {
        String text = hasControls(original) ? printable(original).replace('\n', ' ') : original;
        double longest = 0;
        for (int start = 0; start < text.length(); ) {
            int end = opportunity(text, start);
            longest = Math.max(longest, width(text.substring(start, end).strip()));
            start = end;
        }
        return longest;
    }

    /** {@return lines, at least one, none wider than {@code width}} */
    List<String> lines(String text, double width) {
        return lines(text, width, width);
    }

    /**
     * Breaks with a hanging indent: the first line may be wider than the others.
     *
     * @param first width of the first line
     * @param others width of the other lines
     */
    List<String> lines(String text, double first, double others) {
        if (!hasControls(text)) {
            if (metrics.width(face, size, text) <= first) {
                return List.of(text);
            }
            List<String> lines = new ArrayList<>();
            fill(text.stripTrailing(), lines, first, others);
            return lines;
        }
        List<String> lines = new ArrayList<>();
        for (String part : printable(text).split("\n", -1)) {
            fill(part.stripTrailing(), lines, first, others);
        }
        return lines;
    }

    private void fill(String text, List<String> lines, double first, double others) {
        int lineStart = 0;
        int fits = 0;
        while (fits < text.length()) {
            int next = opportunity(text, fits);
            double room = lines.isEmpty() ? first : others;
            if (width(text.substring(lineStart, next).stripTrailing()) <= room) {
                fits = next;
            } else if (fits > lineStart) {
                lines.add(line(text, lineStart, fits));
                lineStart = fits;
            } else {
                fits = cut(text, lineStart, next, room);
            }
        }
        lines.add(line(text, lineStart, text.length()));
    }

    /** Blanks at the very beginning are wanted (an indent), blanks at a break are not. */
    private static String line(String text, int from, int to) {
        String line = text.substring(from, to).stripTrailing();
        return from == 0 ? line : line.stripLeading();
    }

    /** The longest beginning of a word that fits; at least one character, so that a hopeless width still ends. */
    private int cut(String text, int start, int end, double room) {
        int at = start + 1;
        while (at < end && width(text.substring(start, at + 1)) <= room) {
            at++;
        }
        return at > start + 1 && Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
    }

    /** The next place after {@code from} where a line may end: behind white space, hyphen, slash or underscore. */
    private static int opportunity(String text, int from) {
        int i = from;
        while (i < text.length()) {
            char c = text.charAt(i++);
            if (c == ' ') {
                while (i < text.length() && text.charAt(i) == ' ') {
                    i++;
                }
                return i;
            }
            boolean inWord = i - from > 3 && i < text.length() && Character.isLetter(text.charAt(i));
            if (inWord && (c == '-' || c == '/' || c == '_')) {
                return i;
            }
        }
        return i;
    }
}
