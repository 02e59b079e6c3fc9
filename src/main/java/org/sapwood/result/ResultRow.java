package org.sapwood.result;

import java.util.List;

/**
 * One number with its origin.
 *
 * @param key where it stands
 * @param statistic what kind of number it is
 * @param value the number at full precision, or why there is none
 * @param notes remarks that travel to the footnotes, such as a model that needed its fallback
 * @param provenance where it comes from
 */
public record ResultRow(ResultKey key, Statistic statistic, Value value, List<String> notes, Provenance provenance) {
    public ResultRow {
        notes = List.copyOf(notes);
    }
}
