package org.sapwood.pipeline;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sapwood.display.NumberFormat;
import org.sapwood.result.Value;
import org.sapwood.sap.PublishedSpec;

/**
 * A result printed as a published number was, and whether the two agree: the unrounded result is rounded once, half away
 * from zero, to the digits that were published; a published bound such as {@code <0.001} agrees with every result beyond
 * it.
 *
 * @param printed the result with the published number of digits
 * @param agreement whether they agree
 * @param why why there is no result; empty when there is one
 */
record Reproduction(String printed, Agreement agreement, String why) {
    private static final Pattern PRINTED = Pattern.compile("([<>]?)(-?[0-9]*\\.?[0-9]+) ?(%?)");

    /** What the comparison says. */
    enum Agreement {
        AGREES("Agrees to the printed digits"),
        DIFFERS("Differs"),
        IMPOSSIBLE("Cannot be reproduced");

        private final String words;

        Agreement(String words) {
            this.words = words;
        }
    }

    /** {@return why a number cannot be reproduced} */
    static Reproduction impossible(String why) {
        return new Reproduction("–", Agreement.IMPOSSIBLE, why);
    }

    /**
     * Compares.
     *
     * @param number what was published
     * @param value the result
     * @return the comparison
     */
    static Reproduction of(PublishedSpec number, Value value) {
        if (value instanceof Value.NotEstimable none) {
            return impossible(none.detail());
        }
        Matcher parts = PRINTED.matcher(number.printed());
        if (value instanceof Value.Word || !parts.matches()) {
            return impossible("the result is not a number");
        }
        String digits = parts.group(2);
        int point = digits.indexOf('.');
        int places = point < 0 ? 0 : digits.length() - point - 1;
        NumberFormat format = format(number.scale(), value, places);
        String text = format.format(value);
        if (text.equals(NumberFormat.NOT_ESTIMABLE)) {
            return impossible("the result is not finite");
        }
        BigDecimal published = new BigDecimal(digits);
        boolean agrees = switch (parts.group(1)) {
            case "<" -> exactly(number.scale(), value).compareTo(published) < 0;
            case ">" -> exactly(number.scale(), value).compareTo(published) > 0;
            default -> new BigDecimal(text).compareTo(published) == 0;
        };
        boolean bound = !parts.group(1).isEmpty() && agrees;
        return new Reproduction(
                (bound ? parts.group(1) + digits : text) + parts.group(3),
                agrees ? Agreement.AGREES : Agreement.DIFFERS,
                "");
    }

    private static NumberFormat format(PublishedSpec.Scale scale, Value value, int places) {
        if (scale == PublishedSpec.Scale.PERCENT) {
            return new NumberFormat(NumberFormat.Style.PERCENT, places);
        }
        return new NumberFormat(
                value instanceof Value.Probability ? NumberFormat.Style.P_VALUE_PLAIN : NumberFormat.Style.DECIMAL,
                places);
    }

    /** The result with far more digits than anybody prints. */
    private static BigDecimal exactly(PublishedSpec.Scale scale, Value value) {
        return new BigDecimal(format(scale, value, 30).format(value));
    }

    /** {@return the verdict in words, with a remark when there is one} */
    String verdict(String note) {
        return agreement.words + (why.isEmpty() ? "" : ": " + why) + (note.isEmpty() ? "" : ". " + note);
    }
}
