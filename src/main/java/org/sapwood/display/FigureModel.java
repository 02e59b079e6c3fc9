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

    /** {@return the same figure with another drawing}
     *
     * @param other the drawing
     */
    public FigureModel with(Chart other) {
        return new FigureModel(id, heading, other, alternativeText, notes, source);
    }

    /** The closed set of drawings. */
    public sealed interface Chart permits Lines, Steps, StackedBars, Forest, HeatMap, Distribution, Lanes {}

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

    /**
     * Estimates with intervals, one line each, and text columns beside them.
     *
     * @param x the axis
     * @param logarithmic whether ratios are drawn
     * @param nullValue where nothing differs, in the units of the estimates
     * @param scale axis units in one unit of the estimates: 100 for proportions on an axis of percent
     * @param heads heads of the text columns
     * @param estimates the lines
     */
    public record Forest(
            Axis x, boolean logarithmic, double nullValue, double scale, List<String> heads, List<Estimate> estimates)
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

    /**
     * Subjects over time, one lane each, on one sheet or several.
     *
     * @param x the axis of weeks from the first dose
     * @param kinds what the marks mean, in the order of the legend
     * @param treatment the name of a lane's bar in the legend; empty when treatment is not drawn
     * @param sheets the lanes of each sheet, at least one sheet
     */
    public record Lanes(Axis x, List<String> kinds, String treatment, List<List<Lane>> sheets) implements Chart {
        public Lanes {
            sheets = List.copyOf(sheets);
        }

        /** {@return the drawing of one sheet}
         *
         * @param sheet from 0
         */
        public Lanes sheet(int sheet) {
            return new Lanes(x, kinds, treatment, List.of(sheets.get(sheet)));
        }
    }

    /**
     * A lane, or a heading line between lanes when it has no course.
     *
     * @param label the subject, or the heading
     * @param course until when; null for a heading
     * @param marks the events, in the order of their days
     */
    public record Lane(String label, @Nullable Course course, List<LaneMark> marks) {}

    /** Ends of treatment and of observation, in axis units. */
    public record Course(double treatedUntil, double until) {}

    /** An event of a kind, in axis units. */
    public record LaneMark(int kind, double at) {}
}
