package org.sapwood.display;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sapwood.display.Cell.CellSource;

/**
 * A finished figure: what to draw, in data units, every number with its result row.
 *
 * @param chart the drawing
 * @param alternativeText one or two sentences with the plotted numbers, for readers who do not see
 */
public record FigureModel(
        String id, Heading heading, Chart chart, String alternativeText, List<Footnote> notes, SourceLine source)
        implements Display {

    /** The closed set of drawings. */
    public sealed interface Chart permits Lines, Steps, StackedBars, Forest, HeatMap, Distribution {}

    /**
     * An axis.
     *
     * @param label with the unit
     * @param minimum lower end, or null to fit the data
     * @param maximum upper end, or null to fit the data
     * @param ticks fixed ticks with their labels; empty for automatic ones
     */
    public record Axis(
            String label,
            @Nullable Double minimum,
            @Nullable Double maximum,
            List<Tick> ticks) {}

    /** A labelled position on an axis. */
    public record Tick(double at, String label) {}

    /**
     * A number that is drawn.
     *
     * @param value in axis units
     * @param source its result row
     */
    public record Plotted(double value, CellSource source) {}

    /** A point with its interval, where there is one. */
    public record Point(
            double x,
            Plotted y,
            @Nullable Plotted lower,
            @Nullable Plotted upper) {}

    /**
     * A series; {@code style} picks colour, dash and marker, fixed per arm for the whole package (0, 1, 2 …).
     */
    public record Series(String name, int style, List<Point> points) {}

    /** Numbers printed below the x axis, one line per series: n, or subjects at risk. */
    public record Below(String name, int style, List<At> values) {}

    /** A printed number at a position of the x axis. */
    public record At(double x, String text, CellSource source) {}

    /** Means with intervals over visits, joined by lines; {@code below} holds the n. */
    public record Lines(Axis x, Axis y, List<Series> series, String belowTitle, List<Below> below, List<Rule> rules)
            implements Chart {}

    /** A line across the plot at a value of the y axis (or x axis for forests and distributions). */
    public record Rule(double at, String label) {}

    /** Step curves such as Kaplan–Meier, with intervals drawn as bands, censoring ticks and numbers at risk. */
    public record Steps(
            Axis x,
            Axis y,
            List<Series> series,
            List<Series> censored,
            boolean bands,
            String belowTitle,
            List<Below> below,
            List<Rule> rules)
            implements Chart {}

    /** Bars of 100 % stacked by class, in groups (for example one bar per arm within each visit). */
    public record StackedBars(Axis y, List<String> classes, List<Bar> bars) implements Chart {}

    /** One bar: {@code group} is printed once below neighbouring bars; one share (a proportion) and label per class. */
    public record Bar(String group, String name, int style, List<Plotted> shares, List<String> labels) {}

    /** Estimates with intervals, one line each, and text columns beside them. */
    public record Forest(Axis x, boolean logarithmic, double nullValue, List<String> heads, List<Estimate> estimates)
            implements Chart {}

    /** One line of a forest: a null point is a heading line. */
    public record Estimate(
            String label, int indent, @Nullable Point point, List<String> texts) {}

    /** A grid of coloured cells, with a marked cell and a contour between two kinds of cells. */
    public record HeatMap(
            String xLabel,
            List<String> xs,
            String yLabel,
            List<String> ys,
            List<List<Plotted>> values,
            double threshold,
            String legend)
            implements Chart {}

    /** Empirical distribution functions; points are joined by steps. */
    public record Distribution(Axis x, Axis y, List<Series> series, List<Rule> rules) implements Chart {}
}
