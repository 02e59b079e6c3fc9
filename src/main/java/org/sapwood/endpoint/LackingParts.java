package org.sapwood.endpoint;

import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Says for people which parts of an assessment are lacking. */
public final class LackingParts {
    private LackingParts() {}

    /**
     * The reason why an assessment has no score.
     *
     * @param assessment for example {@code SLEDAI}
     * @param parts its parts in the plural, for example {@code SLEDAI items}
     * @param lacking those that were not assessed, at least one
     * @param all how many parts it has
     * @return one clause; when every part is lacking they are not listed
     */
    public static String reason(String assessment, String parts, Collection<String> lacking, int all) {
        return lacking.size() == all
                ? assessment + " not assessed"
                : parts + " not assessed: " + String.join(", ", lacking);
    }

    /**
     * Parts by their names.
     *
     * @param parts constants such as {@code LOW_COMPLEMENT}
     * @return words such as {@code low complement}
     */
    public static List<String> words(Collection<? extends Enum<?>> parts) {
        return parts.stream().map(LackingParts::words).toList();
    }

    /**
     * One part by its name.
     *
     * @param part a constant such as {@code LOW_COMPLEMENT}
     * @return words such as {@code low complement}
     */
    public static String words(Enum<?> part) {
        return part.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
