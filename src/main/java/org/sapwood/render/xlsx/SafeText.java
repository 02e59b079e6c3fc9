package org.sapwood.render.xlsx;

import java.util.regex.Pattern;

/** Text as a worksheet can hold it without changing its meaning. */
final class SafeText {
    private static final int LIMIT = 32_767;
    private static final String CUT = " … [longer than a cell can hold; complete in the PDF listing]";
    private static final Pattern ESCAPE = Pattern.compile("_x(?=[0-9A-Fa-f]{4}_)");

    private SafeText() {}

    /**
     * {@return whether a spreadsheet program might take the text for a formula when it is edited, copied or exported}
     */
    static boolean looksLikeFormula(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
    }

    /**
     * {@return the text with what XML cannot hold as blanks, sequences Excel would decode escaped, and an end that
     * says so when it is too long for a cell}
     */
    static String of(String text) {
        String safe = ESCAPE.matcher(blankControls(text)).replaceAll("_x005F_x");
        return safe.length() <= LIMIT ? safe : safe.substring(0, LIMIT - CUT.length()) + CUT;
    }

    private static String blankControls(String text) {
        StringBuilder safe = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean bad = (c < ' ' && c != '\n') || c == '\uFFFE' || c == '\uFFFF' || lone(text, i);
            if (bad && safe == null) {
                safe = new StringBuilder(text);
            }
            if (bad && safe != null) {
                safe.setCharAt(i, ' ');
            }
        }
        return safe == null ? text : safe.toString();
    }

    /** Half of a surrogate pair on its own. */
    private static boolean lone(String text, int i) {
        char c = text.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
        }
        return Character.isLowSurrogate(c) && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
    }
}
