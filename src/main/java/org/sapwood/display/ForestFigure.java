package org.sapwood.display;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sapwood.display.FigureModel.Axis;
import org.sapwood.display.FigureModel.Estimate;
import org.sapwood.display.FigureModel.Plotted;
import org.sapwood.display.FigureModel.Point;
import org.sapwood.display.TableBuilder.Context;
import org.sapwood.result.Group;
import org.sapwood.result.ResultKey;
import org.sapwood.result.ResultRow;
import org.sapwood.result.ResultSet;
import org.sapwood.result.Statistic;
import org.sapwood.result.Value;

/**
 * A forest: one line per comparison, with text columns beside it. Comparisons that share a parameter and differ in level
 * stand indented under a line with the parameter's name.
 */
final class ForestFigure {
    private final FigureTemplate template;
    private final Context context;
    private final ResultSet results;
    private final List<Estimate> lines = new ArrayList<>();

    ForestFigure(FigureTemplate template, Context context, ResultSet results) {
        this.template = template;
        this.context = context;
        this.results = results;
    }

    FigureModel.Chart chart(String x) {
        Set<Group.Comparison> pairs = new LinkedHashSet<>();
        for (String slot : template.slots()) {
            String analysis = context.analyses().get(slot);
            if (analysis != null) {
                add(analysis, pairs);
            }
        }
        if (pairs.isEmpty()) {
            throw new TemplateRejected("template " + template.name() + ": no analysis has an estimate to draw");
        }
        List<String> heads = new ArrayList<>();
        if (!template.arms().isEmpty()) {
            Group.Comparison first = pairs.iterator().next();
            heads.add(context.label(first.test()));
            heads.add(context.label(first.reference()));
        }
        template.texts()
                .keySet()
                .forEach(head -> heads.add(TemplateWords.fill(template.name(), head, context.words())));
        return new FigureModel.Forest(
                new Axis(x, null, null, List.of()), false, 0, template.percent() ? 100 : 1, heads, lines);
    }

    private void add(String analysis, Set<Group.Comparison> pairs) {
        Map<String, Set<String>> levels = new LinkedHashMap<>();
        List<ResultKey> keys = new ArrayList<>();
        for (ResultRow row : results.of(analysis)) {
            if (row.statistic().name().equals("estimate") && row.key().group() instanceof Group.Comparison pair) {
                pairs.add(pair);
                keys.add(row.key());
                levels.computeIfAbsent(row.key().parameter(), p -> new LinkedHashSet<>())
                        .add(row.key().level());
            }
        }
        String above = "";
        for (ResultKey key : keys) {
            boolean grouped = !key.parameter().isEmpty()
                    && levels.getOrDefault(key.parameter(), Set.of()).size() > 1;
            if (grouped && !above.equals(key.parameter())) {
                above = key.parameter();
                lines.add(new Estimate(key.parameter(), 0, null, heading(key)));
            }
            lines.add(line(key, grouped));
        }
    }

    private Estimate line(ResultKey key, boolean grouped) {
        @Nullable Plotted y = FigureBuilder.plotted(results, key, "estimate");
        @Nullable Plotted low = FigureBuilder.plotted(results, key, "conf_low");
        @Nullable Plotted high = FigureBuilder.plotted(results, key, "conf_high");
        // a line without a point would be a heading; an estimate that does not exist keeps its texts
        @Nullable Point point = y == null ? null : new Point(0, y, low, high);
        List<String> texts = new ArrayList<>();
        Group.Comparison pair = (Group.Comparison) key.group();
        if (!template.arms().isEmpty()) {
            texts.add(text(template.arms(), key.withGroup(new Group.Arm(pair.test()))));
            texts.add(text(template.arms(), key.withGroup(new Group.Arm(pair.reference()))));
        }
        template.texts().values().forEach(pattern -> texts.add(text(pattern, key)));
        String label = grouped || !key.level().isEmpty()
                ? key.level()
                : context.words().getOrDefault(key.parameter(), label(key));
        return new Estimate(label, grouped ? 1 : 0, point, texts);
    }

    /** The texts of a line that heads a subgroup: nothing but the test of interaction, last. */
    private List<String> heading(ResultKey key) {
        List<String> texts = new ArrayList<>();
        int columns = (template.arms().isEmpty() ? 0 : 2) + template.texts().size();
        for (int i = 0; i < columns; i++) {
            boolean last = i == columns - 1 && !template.interaction().isEmpty();
            texts.add(
                    last
                            ? text(
                                    template.interaction(),
                                    key.withGroup(new Group.AllArms()).withLevel(""))
                            : "");
        }
        return texts;
    }

    private String text(String pattern, ResultKey key) {
        StringBuilder text = new StringBuilder();
        for (CellPattern.Part part : CellPattern.parse(pattern).parts()) {
            if (part instanceof CellPattern.Literal literal) {
                text.append(literal.text());
                continue;
            }
            CellPattern.Placeholder placeholder = (CellPattern.Placeholder) part;
            ResultRow row = results.find(key, new Statistic(placeholder.statistic()));
            if (row == null) {
                return "";
            }
            if (row.value() instanceof Value.NotEstimable) {
                return NumberFormat.NOT_ESTIMABLE;
            }
            text.append(placeholder.format().format(row.value()));
        }
        return text.toString();
    }

    private static String label(ResultKey key) {
        List<String> axes = new ArrayList<>(List.of(key.parameter(), key.visit(), key.stratum(), key.level()));
        axes.removeIf(String::isEmpty);
        return String.join(", ", axes);
    }

    /** Says the estimates, for readers who do not see the figure. */
    static void describe(FigureModel.Forest forest, StringBuilder text) {
        for (Estimate estimate : forest.estimates()) {
            @Nullable Point point = estimate.point();
            if (point != null) {
                text.append(' ')
                        .append(estimate.label())
                        .append(": ")
                        .append(NumberFormat.named("dec2")
                                .format(new Value.Real(
                                        forest.scale() * point.y().value())))
                        .append('.');
            }
        }
    }
}
