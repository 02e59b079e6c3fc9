package org.sapwood.typeset;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sapwood.display.Cell;

/**
 * Aligns the numbers of one column in a proportional font.
 *
 * <p>A cell is a run of numbers and literals. Cells with the same literals and decimal places have one shape, and within
 * a shape every number gets its own sub-column: integer parts end, and decimals begin, at one position, so that points
 * and brackets stand below each other. All shapes that begin with a number share the position of that first number, whatever
 * follows it: {@code 86}, {@code 75.2 (8.59)} and {@code 53 (61.6%)} stand on one axis. Shapes that begin with a
 * literal, such as {@code (1.2, 3.4)}, are blocks of their own. Every block is centred in the column.
 */
final class NumberAlignment {
    private final FontMetrics metrics;
    private final double size;
    private final Map<String, Shape> shapes = new HashMap<>();
    private double axis;
    private double numberLed;
    private double width;

    /**
     * Measures a column.
     *
     * @param cells all cells of the column, so that every page of a table is aligned alike
     */
    NumberAlignment(FontMetrics metrics, double size, List<Cell> cells) {
        this.metrics = metrics;
        this.size = size;
        for (Cell cell : cells) {
            measure(cell);
        }
        for (Shape shape : shapes.values()) {
            if (shape.numberLed()) {
                axis = Math.max(axis, shape.whole[0]);
            }
        }
        for (Shape shape : shapes.values()) {
            if (shape.numberLed()) {
                numberLed = Math.max(numberLed, axis - shape.whole[0] + shape.width());
            }
            width = Math.max(width, shape.width());
        }
        width = Math.max(width, numberLed);
    }

    /** {@return the width of the widest block} */
    double width() {
        return width;
    }

    /** {@return whether the cell holds numbers to align; other cells are set as text} */
    static boolean aligns(Cell cell) {
        return cell instanceof Cell.Text text
                && text.pieces().stream().anyMatch(piece -> piece instanceof Cell.Formatted);
    }

    /** A run of text at its distance from the middle of the column. */
    record Run(double x, String text) {}

    /** {@return the runs of a cell that {@link #aligns}} */
    List<Run> place(Cell cell) {
        List<Part> parts = parts(cell);
        Shape shape = shapes.get(key(parts));
        if (shape == null) {
            throw new IllegalArgumentException("this cell was not measured with its column: " + cell.text());
        }
        double x = shape.numberLed() ? axis - shape.whole[0] - numberLed / 2 : -shape.width() / 2;
        List<Run> runs = new ArrayList<>();
        int number = 0;
        for (Part part : parts) {
            if (part.number()) {
                double point = x + shape.whole[number];
                runs.add(new Run(point - text(part.whole()), part.whole() + part.decimals()));
                x = point + shape.decimals[number++];
            } else {
                runs.add(new Run(x, part.whole()));
                x += text(part.whole());
            }
        }
        return runs;
    }

    private void measure(Cell cell) {
        if (!aligns(cell)) {
            return;
        }
        List<Part> parts = parts(cell);
        Shape shape = shapes.computeIfAbsent(key(parts), key -> new Shape(parts, this::text));
        int number = 0;
        for (Part part : parts) {
            if (part.number()) {
                shape.whole[number] = Math.max(shape.whole[number], text(part.whole()));
                shape.decimals[number] = Math.max(shape.decimals[number], text(part.decimals()));
                number++;
            }
        }
    }

    private double text(String text) {
        return metrics.width(Face.REGULAR, size, text);
    }

    /** A number as integer and decimal part, or a literal. */
    private record Part(boolean number, String whole, String decimals) {}

    private static List<Part> parts(Cell cell) {
        List<Part> parts = new ArrayList<>();
        for (Cell.Piece piece : ((Cell.Text) cell).pieces()) {
            String text = piece.text();
            if (text.isEmpty()) {
                continue;
            }
            if (piece instanceof Cell.Formatted) {
                int point = text.indexOf('.');
                int end = point < 0 ? text.length() : point;
                parts.add(new Part(true, text.substring(0, end), text.substring(end)));
            } else if (!parts.isEmpty() && !parts.get(parts.size() - 1).number()) {
                Part before = parts.remove(parts.size() - 1);
                parts.add(new Part(false, before.whole() + text, ""));
            } else {
                parts.add(new Part(false, text, ""));
            }
        }
        return parts;
    }

    private static String key(List<Part> parts) {
        StringBuilder key = new StringBuilder();
        for (Part part : parts) {
            if (part.number()) {
                // As many tabs as decimals: 26, 135 and 38.6, 62.8 hold their commas at different distances.
                key.append('\u0000').append("\t".repeat(part.decimals().length()));
            } else {
                key.append(part.whole());
            }
        }
        return key.toString();
    }

    /** Cells with the same literals. */
    private static final class Shape {
        final double[] whole;
        final double[] decimals;
        private final boolean numberLed;
        private double literals;

        Shape(List<Part> parts, java.util.function.ToDoubleFunction<String> measure) {
            int numbers = 0;
            for (Part part : parts) {
                if (part.number()) {
                    numbers++;
                } else {
                    literals += measure.applyAsDouble(part.whole());
                }
            }
            whole = new double[numbers];
            decimals = new double[numbers];
            numberLed = !parts.isEmpty() && parts.get(0).number();
        }

        boolean numberLed() {
            return numberLed;
        }

        double width() {
            double sum = literals;
            for (int i = 0; i < whole.length; i++) {
                sum += whole[i] + decimals[i];
            }
            return sum;
        }
    }
}
