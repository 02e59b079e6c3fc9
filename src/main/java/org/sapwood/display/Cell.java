package org.sapwood.display;

import java.util.List;
import java.util.stream.Collectors;
import org.sapwood.result.ResultKey;
import org.sapwood.result.Statistic;
import org.sapwood.result.Value;

/** One cell of a table: nothing, or pieces of literal text and formatted numbers that know their result rows. */
public sealed interface Cell {
    /** {@return an empty cell} */
    static Cell blank() {
        return new Blank();
    }

    /** Nothing. */
    record Blank() implements Cell {}

    /**
     * Text made of pieces.
     *
     * @param pieces in reading order; their texts joined are the cell's text
     */
    record Text(List<Piece> pieces) implements Cell {
        public Text {
            pieces = List.copyOf(pieces);
        }
    }

    /** A part of a cell. */
    sealed interface Piece {
        String text();
    }

    /**
     * Punctuation and words between numbers.
     *
     * @param text as printed
     */
    record Literal(String text) implements Piece {}

    /**
     * A number from a result row.
     *
     * @param text as printed
     * @param source the row it comes from
     * @param value the row's value at full precision
     * @param format how it was rounded
     */
    record Formatted(String text, CellSource source, Value value, NumberFormat format) implements Piece {}

    /**
     * The address of a result row.
     *
     * @param key the key
     * @param statistic the statistic
     */
    record CellSource(ResultKey key, Statistic statistic) {
        @Override
        public String toString() {
            return key + "/" + statistic;
        }
    }

    /** {@return the cell as printed} */
    default String text() {
        return this instanceof Text t ? t.pieces().stream().map(Piece::text).collect(Collectors.joining()) : "";
    }
}
