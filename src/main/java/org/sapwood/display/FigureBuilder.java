package org.sapwood.display;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sapwood.display.Cell.CellSource;
import org.sapwood.display.FigureModel.At;
import org.sapwood.display.FigureModel.Axis;
import org.sapwood.display.FigureModel.Bar;
import org.sapwood.display.FigureModel.Below;
import org.sapwood.display.FigureModel.Chart;
import org.sapwood.display.FigureModel.Plotted;
import org.sapwood.display.FigureModel.Point;
import org.sapwood.display.FigureModel.Rule;
import org.sapwood.display.FigureModel.Series;
import org.sapwood.display.FigureModel.Tick;
import org.sapwood.display.TableBuilder.Context;
import org.sapwood.result.Group;
import org.sapwood.result.ResultKey;
import org.sapwood.result.ResultRow;
import org.sapwood.result.ResultSet;
import org.sapwood.result.Statistic;
import org.sapwood.result.Value;

/** Picks the result rows that a figure draws. */
public final class FigureBuilder {
    private final FigureTemplate template;
    private final Context context;
    private final Map<String, Double> weeks;
    private final ResultSet results;
    private final String analysis;

    private FigureBuilder(FigureTemplate template, Context context, Map<String, Double> weeks, ResultSet results) {
        this.template = template;
        this.context = context;
        this.weeks = weeks;
        this.results = results;
        String named = context.analyses().get(template.slots().get(0));
        if (named == null) {
            throw new TemplateRejected("template " + template.name() + " needs an analysis for \""
                    + template.slots().get(0) + "\"");
        }
        this.analysis = named;
    }

    /**
     * Builds a figure.
     *
     * @param id the display id
     * @param heading the title block
     * @param template the layout
     * @param context what it needs of the plan
     * @param weeks visit label to week, in order
     * @param results the numbers
     * @param notes footnotes of the plan, after the template's
     * @param source the source line
     * @return the finished figure
     * @throws TemplateRejected when there is nothing to draw
     */
    public static FigureModel build(
            String id,
            Heading heading,
            FigureTemplate template,
            Context context,
            Map<String, Double> weeks,
            ResultSet results,
            List<String> notes,
            SourceLine source) {
        FigureBuilder builder = new FigureBuilder(template, context, weeks, results);
        Chart chart = switch (template.chart()) {
            case MEANS_BY_VISIT -> builder.byVisit("mean");
            case LS_MEANS_BY_VISIT -> builder.byVisit("ls_mean");
            case SURVIVAL -> builder.survival();
            case CLASSES -> builder.classes();
            case TIPPING_POINT -> builder.tippingPoint();
            case TIPPING_DELTA -> builder.tippingDelta();
            case FOREST -> new ForestFigure(template, context, results).chart(builder.words(template.x()));
            case CUMULATIVE_EVENTS -> new CumulativeFigure(template, context, results).chart(weeks);
        };
        List<Footnote> footnotes = new ArrayList<>();
        template.notes().forEach(note -> footnotes.add(Footnote.of(builder.words(note))));
        notes.forEach(note -> footnotes.add(Footnote.of(note)));
        return new FigureModel(id, heading, chart, alternative(heading, chart), footnotes, source);
    }

    private Chart byVisit(String statistic) {
        String parameter = context.words().getOrDefault("parameter", "");
        List<Series> series = new ArrayList<>();
        List<Below> below = new ArrayList<>();
        int style = 0;
        for (Map.Entry<String, String> arm : context.arms().entrySet()) {
            List<Point> points = new ArrayList<>();
            List<At> counts = new ArrayList<>();
            for (Map.Entry<String, Double> visit : weeks.entrySet()) {
                ResultKey key = ResultKey.of(analysis, new Group.Arm(arm.getKey()))
                        .withParameter(parameter)
                        .withVisit(visit.getKey());
                @Nullable Plotted y = plotted(key, statistic);
                if (y == null) {
                    continue;
                }
                points.add(new Point(visit.getValue(), y, plotted(key, "conf_low"), plotted(key, "conf_high")));
                ResultRow n = results.find(key, new Statistic("n"));
                if (n != null) {
                    counts.add(new At(
                            visit.getValue(),
                            NumberFormat.named("int").format(n.value()),
                            new CellSource(key, new Statistic("n"))));
                }
            }
            series.add(new Series(arm.getValue(), style, points));
            below.add(new Below(arm.getValue(), style, counts));
            style++;
        }
        if (series.stream().allMatch(s -> s.points().isEmpty())) {
            throw new TemplateRejected("template " + template.name() + ": analysis \"" + analysis + "\" has no "
                    + statistic + " of parameter \"" + parameter + "\" by visit");
        }
        List<Tick> ticks = new ArrayList<>();
        weeks.forEach((label, week) -> {
            boolean drawn = series.stream().flatMap(s -> s.points().stream()).anyMatch(p -> p.x() == week);
            if (drawn) {
                ticks.add(new Tick(week, label));
            }
        });
        return new FigureModel.Lines(
                new Axis(words(template.x()), null, null, ticks),
                new Axis(words(template.y()), null, null, List.of()),
                series,
                template.below(),
                below,
                List.of());
    }

    private Chart survival() {
        List<Series> curves = new ArrayList<>();
        List<Series> censored = new ArrayList<>();
        List<Below> below = new ArrayList<>();
        double last = 0;
        int style = 0;
        for (Map.Entry<String, String> arm : context.arms().entrySet()) {
            Group group = new Group.Arm(arm.getKey());
            List<Point> steps = new ArrayList<>();
            List<Point> ticks = new ArrayList<>();
            List<At> atRisk = new ArrayList<>();
            for (ResultRow row : results.of(analysis)) {
                ResultKey key = row.key();
                if (!key.group().equals(group)
                        || key.level().isEmpty()
                        || key.parameter().equals("quartile")) {
                    continue;
                }
                double time = Double.parseDouble(key.level());
                last = Math.max(last, time);
                switch (key.parameter() + "/" + row.statistic()) {
                    case "curve/survival" ->
                        steps.add(new Point(
                                time, required(key, "survival"), plotted(key, "conf_low"), plotted(key, "conf_high")));
                    case "censored/survival" -> ticks.add(new Point(time, required(key, "survival"), null, null));
                    case "at-risk/n" ->
                        atRisk.add(new At(
                                time,
                                NumberFormat.named("int").format(row.value()),
                                new CellSource(key, row.statistic())));
                    default -> {
                        // the other statistics of a step are not drawn
                    }
                }
            }
            holdToLastCensoring(steps, ticks);
            curves.add(new Series(arm.getValue(), style, steps));
            censored.add(new Series(arm.getValue(), style, ticks));
            below.add(new Below(arm.getValue(), style, atRisk));
            style++;
        }
        if (curves.stream().allMatch(s -> s.points().isEmpty())) {
            throw new TemplateRejected("template " + template.name() + ": analysis \"" + analysis + "\" has no curve");
        }
        return new FigureModel.Steps(
                new Axis(words(template.x()), 0.0, last, List.of()),
                new Axis(words(template.y()), 0.0, 1.0, List.of()),
                curves,
                censored,
                true,
                template.below(),
                below,
                List.of(new Rule(0.5, "")));
    }

    /** A curve holds its last value as long as anybody is observed. */
    private static void holdToLastCensoring(List<Point> steps, List<Point> ticks) {
        if (steps.isEmpty() || ticks.isEmpty()) {
            return;
        }
        Point end = steps.get(steps.size() - 1);
        Point tick = Collections.max(ticks, Comparator.comparingDouble(Point::x));
        if (tick.x() > end.x()) {
            steps.add(new Point(tick.x(), tick.y(), end.lower(), end.upper()));
        }
    }

    private Chart classes() {
        List<String> classes = results.values(analysis, key -> true, ResultKey::level);
        List<Bar> bars = new ArrayList<>();
        for (String visit : results.values(analysis, key -> true, ResultKey::visit)) {
            int style = 0;
            for (Map.Entry<String, String> arm : context.arms().entrySet()) {
                List<Plotted> shares = new ArrayList<>();
                List<String> labels = new ArrayList<>();
                for (String level : classes) {
                    ResultKey key = keyOf(new Group.Arm(arm.getKey()), visit, level);
                    shares.add(required(key, "percent"));
                    ResultRow percent = results.find(key, new Statistic("percent"));
                    labels.add(percent == null ? "" : NumberFormat.named("pct1").format(percent.value()));
                }
                bars.add(new Bar(visit, arm.getValue(), style++, shares, labels));
            }
        }
        if (bars.isEmpty()) {
            throw new TemplateRejected(
                    "template " + template.name() + ": analysis \"" + analysis + "\" has no classes");
        }
        return new FigureModel.StackedBars(new Axis(words(template.y()), 0.0, 100.0, List.of()), classes, bars);
    }

    private ResultKey keyOf(Group group, String visit, String level) {
        for (ResultRow row : results.of(analysis)) {
            ResultKey key = row.key();
            if (key.group().equals(group)
                    && key.visit().equals(visit)
                    && key.level().equals(level)) {
                return key;
            }
        }
        return ResultKey.of(analysis, group).withVisit(visit).withLevel(level);
    }

    private Chart tippingPoint() {
        List<String> xs = results.values(analysis, key -> key.parameter().equals("allocation"), ResultKey::stratum);
        List<String> ys = results.values(analysis, key -> key.parameter().equals("allocation"), ResultKey::level);
        if (xs.isEmpty()) {
            throw new TemplateRejected(
                    "template " + template.name() + ": analysis \"" + analysis + "\" has no allocations");
        }
        Group group = new Group.Comparison(context.compared().get(0), context.reference());
        List<List<Plotted>> values = new ArrayList<>();
        for (String y : ys) {
            List<Plotted> row = new ArrayList<>();
            for (String x : xs) {
                row.add(required(
                        ResultKey.of(analysis, group)
                                .withParameter("allocation")
                                .withStratum(x)
                                .withLevel(y),
                        "p_value"));
            }
            values.add(row);
        }
        return new FigureModel.HeatMap(
                "Responses among the " + (xs.size() - 1) + " missing, "
                        + context.label(context.compared().get(0)),
                xs,
                "Responses among the " + (ys.size() - 1) + " missing, " + context.label(context.reference()),
                ys,
                values,
                0.05,
                "p-value");
    }

    /** Estimates with intervals against delta, the tipping delta marked by a series of one point. */
    private Chart tippingDelta() {
        List<Point> points = new ArrayList<>();
        List<Point> marked = new ArrayList<>();
        String arms = "";
        for (ResultRow row : results.of(analysis)) {
            ResultKey key = row.key();
            if (row.statistic().name().equals("estimate") && key.parameter().equals("delta")) {
                @Nullable Plotted y = plotted(key, "estimate");
                @Nullable Plotted tipping = plotted(key.withParameter("tipping").withLevel(""), "tipping_delta");
                double delta = Double.parseDouble(key.level());
                if (y != null) {
                    points.add(new Point(delta, y, plotted(key, "conf_low"), plotted(key, "conf_high")));
                    if (tipping != null && tipping.value() == delta) {
                        marked.add(new Point(delta, y, null, null));
                    }
                }
                arms = key.group() instanceof Group.Comparison pair
                        ? context.label(pair.test()) + " - " + context.label(pair.reference())
                        : arms;
            }
        }
        if (points.isEmpty()) {
            throw new TemplateRejected("template " + template.name() + ": analysis \"" + analysis + "\" has no deltas");
        }
        List<Series> series = new ArrayList<>(List.of(new Series(arms, 0, points)));
        if (!marked.isEmpty()) {
            series.add(new Series("Tipping delta", 1, marked));
        }
        return new FigureModel.Lines(
                new Axis(words(template.x()), null, null, List.of()),
                new Axis(words(template.y()), null, null, List.of()),
                series,
                "",
                List.of(),
                List.of(new Rule(0, "")));
    }

    private Plotted required(ResultKey key, String statistic) {
        Plotted plotted = plotted(key, statistic);
        if (plotted == null) {
            throw new TemplateRejected("template " + template.name() + ": no result " + key + "/" + statistic);
        }
        return plotted;
    }

    private @Nullable Plotted plotted(ResultKey key, String statistic) {
        return plotted(results, key, statistic);
    }

    /** {@return a result as a number to draw, or null when there is none or it is infinite} */
    static @Nullable Plotted plotted(ResultSet results, ResultKey key, String statistic) {
        ResultRow row = results.find(key, new Statistic(statistic));
        if (row == null) {
            return null;
        }
        CellSource source = new CellSource(key, row.statistic());
        if (row.value() instanceof Value.Real real) {
            return Double.isInfinite(real.x()) ? null : new Plotted(real.x(), source);
        }
        if (row.value() instanceof Value.Exact exact) {
            return new Plotted(exact.x().doubleValue(), source);
        }
        if (row.value() instanceof Value.Count count) {
            return new Plotted(count.n(), source);
        }
        if (row.value() instanceof Value.Probability probability) {
            return new Plotted(probability.p(), source);
        }
        if (row.value() instanceof Value.Ratio ratio) {
            return new Plotted((double) ratio.numerator() / ratio.denominator(), source);
        }
        return null;
    }

    private String words(String text) {
        return TemplateWords.fill(template.name(), text, context.words());
    }

    /** A sentence with what is drawn, for readers who do not see the figure. */
    private static String alternative(Heading heading, Chart chart) {
        StringBuilder text = new StringBuilder(heading.title()).append('.');
        if (chart instanceof FigureModel.Lines lines) {
            lines.series().forEach(series -> last(text, series));
        } else if (chart instanceof FigureModel.Steps steps) {
            steps.series().forEach(series -> last(text, series));
        } else if (chart instanceof FigureModel.Forest forest) {
            ForestFigure.describe(forest, text);
        }
        return text.toString();
    }

    private static void last(StringBuilder text, Series series) {
        if (!series.points().isEmpty()) {
            Point end = series.points().get(series.points().size() - 1);
            text.append(' ')
                    .append(series.name())
                    .append(": last value ")
                    .append(NumberFormat.named("dec2")
                            .format(new Value.Real(end.y().value())))
                    .append('.');
        }
    }
}
