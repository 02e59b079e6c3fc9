package org.sapwood.display;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.sapwood.display.Cell.CellSource;
import org.sapwood.display.FigureModel.At;
import org.sapwood.display.FigureModel.Axis;
import org.sapwood.display.FigureModel.Below;
import org.sapwood.display.FigureModel.Point;
import org.sapwood.display.FigureModel.Series;
import org.sapwood.display.FigureModel.Tick;
import org.sapwood.display.TableBuilder.Context;
import org.sapwood.result.Group;
import org.sapwood.result.ResultKey;
import org.sapwood.result.ResultRow;
import org.sapwood.result.ResultSet;
import org.sapwood.result.Statistic;

/** Subjects with an event, cumulated over weeks, as steps per arm; their numbers at the visits stand below. */
final class CumulativeFigure {
    private final FigureTemplate template;
    private final Context context;
    private final ResultSet results;

    CumulativeFigure(FigureTemplate template, Context context, ResultSet results) {
        this.template = template;
        this.context = context;
        this.results = results;
    }

    FigureModel.Chart chart(Map<String, Double> weeks) {
        String analysis = context.analyses().getOrDefault(template.slots().get(0), "");
        List<Series> curves = new ArrayList<>();
        List<Below> below = new ArrayList<>();
        double last = 0;
        int style = 0;
        for (Map.Entry<String, String> arm : context.arms().entrySet()) {
            Group group = new Group.Arm(arm.getKey());
            List<Point> steps = new ArrayList<>();
            List<At> counts = new ArrayList<>();
            for (ResultRow row : results.of(analysis)) {
                ResultKey key = row.key();
                if (!key.group().equals(group)
                        || !key.parameter().equals("cumulative")
                        || !row.statistic().name().equals("percent")) {
                    continue;
                }
                double week = (Integer.parseInt(key.level()) - 1) / 7.0;
                FigureModel.Plotted plotted = FigureBuilder.plotted(results, key, "percent");
                ResultRow n = results.find(key, new Statistic("n"));
                if (plotted == null || n == null) {
                    continue;
                }
                last = Math.max(last, week);
                steps.add(new Point(week, plotted, null, null));
                if (weeks.containsValue(week)) {
                    counts.add(new At(
                            week, NumberFormat.named("int").format(n.value()), new CellSource(key, n.statistic())));
                }
            }
            curves.add(new Series(arm.getValue(), style, steps));
            below.add(new Below(arm.getValue(), style, counts));
            style++;
        }
        if (curves.stream().allMatch(curve -> curve.points().isEmpty())) {
            throw new TemplateRejected(
                    "template " + template.name() + ": analysis \"" + analysis + "\" has no cumulated events");
        }
        List<Tick> ticks = new ArrayList<>();
        double end = last;
        weeks.forEach((label, week) -> {
            if (week <= end) {
                ticks.add(new Tick(week, label));
            }
        });
        return new FigureModel.Steps(
                // room for half of the last tick's label
                new Axis(template.x(), 0.0, last * 1.03, ticks),
                new Axis(template.y(), 0.0, null, List.of()),
                curves,
                List.of(),
                false,
                template.below(),
                below,
                List.of());
    }
}
