package org.sapwood.endpoint.lupus;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.sapwood.endpoint.Derived;
import org.sapwood.endpoint.LackingParts;

/**
 * A SLEDAI assessment: which items were present, which absent, and which not assessed. SLEDAI-2K and SELENA-SLEDAI share
 * items and weights and differ in how an item is attributed (persistent rash, alopecia, ulcers and proteinuria count in
 * 2K; SELENA counts them when new or recurrent, and has other wordings), so the version is kept with the score and two
 * versions are never compared.
 *
 * @param version which glossary the assessor used
 * @param items present (true) or absent (false); an item that was not assessed is not in the map
 */
public record Sledai(Version version, Map<SledaiItem, Boolean> items) {

    /** The glossary of the assessment. */
    public enum Version {
        SLEDAI_2K,
        SELENA
    }

    public Sledai {
        EnumMap<SledaiItem, Boolean> ordered = new EnumMap<>(SledaiItem.class);
        ordered.putAll(items);
        items = Collections.unmodifiableMap(ordered);
    }

    /**
     * An assessment of all items.
     *
     * @param version which glossary
     * @param present the items that were present; all others were absent
     * @return the assessment
     */
    public static Sledai of(Version version, Set<SledaiItem> present) {
        EnumMap<SledaiItem, Boolean> items = new EnumMap<>(SledaiItem.class);
        for (SledaiItem item : SledaiItem.values()) {
            items.put(item, present.contains(item));
        }
        return new Sledai(version, items);
    }

    /** {@return the score, 0 to 105; missing when an item was not assessed} */
    public Derived<BigDecimal> score() {
        EnumSet<SledaiItem> absent = EnumSet.allOf(SledaiItem.class);
        absent.removeAll(items.keySet());
        return absent.isEmpty()
                ? Derived.of(BigDecimal.valueOf(knownPoints()))
                : Derived.missing(LackingParts.reason(
                        "SLEDAI", "SLEDAI items", LackingParts.words(absent), SledaiItem.values().length));
    }

    /** {@return the points of the items known to be present: a lower bound of the score} */
    public int knownPoints() {
        int points = 0;
        for (Map.Entry<SledaiItem, Boolean> entry : items.entrySet()) {
            points += Objects.requireNonNull(entry.getValue()) ? entry.getKey().weight() : 0;
        }
        return points;
    }
}
