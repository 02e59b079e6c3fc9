package org.sapwood.yaml;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The known word nearest to a mistyped one. Nearness is the optimal string alignment distance (insertions, deletions,
 * substitutions and swaps of neighbours, each one step) without regard to case; at most a third of the word, and at
 * least one letter, may differ.
 */
public final class Suggestion {

    private static final int LISTED = 40;

    private Suggestion() {}

    /**
     * The nearest known word.
     *
     * @param word the word as found
     * @param known the words that would have been right
     * @return the nearest, the earlier of two equally near; empty when none is near
     */
    public static Optional<String> nearest(String word, Collection<String> known) {
        String folded = fold(word);
        int best = Math.max(1, word.length() / 3) + 1;
        Optional<String> nearest = Optional.empty();
        for (String candidate : known) {
            if (Math.abs(candidate.length() - word.length()) < best) {
                int steps = distance(folded, fold(candidate));
                if (steps < best) {
                    best = steps;
                    nearest = Optional.of(candidate);
                }
            }
        }
        return nearest;
    }

    /**
     * The remedy of a message about an unknown word: {@code Known: cmh, ancova. Did you mean "cmh"?}
     *
     * @param word the word as found
     * @param known the words that would have been right
     * @return the sentences
     */
    public static String remedy(String word, Collection<String> known) {
        if (known.isEmpty()) {
            return "None is known.";
        }
        List<String> listed = new ArrayList<>(known).subList(0, Math.min(LISTED, known.size()));
        String more = known.size() > LISTED ? ", … (" + known.size() + " in all)" : "";
        String question = nearest(word, known)
                .map(near -> " Did you mean \"" + near + "\"?")
                .orElse("");
        return "Known: " + String.join(", ", listed) + more + "." + question;
    }

    /**
     * The optimal string alignment distance.
     *
     * @param a one word
     * @param b the other
     * @return the fewest steps from one to the other
     */
    static int distance(String a, String b) {
        int[] twoBack = new int[b.length() + 1];
        int[] previous = new int[b.length() + 1];
        int[] current = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                current[j] = Math.min(Math.min(previous[j], current[j - 1]) + 1, previous[j - 1] + change);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    current[j] = Math.min(current[j], twoBack[j - 2] + 1);
                }
            }
            int[] spare = twoBack;
            twoBack = previous;
            previous = current;
            current = spare;
        }
        return previous[b.length()];
    }

    private static String fold(String word) {
        return word.toLowerCase(Locale.ROOT);
    }
}
