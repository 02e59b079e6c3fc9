package org.sapwood.display;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sapwood.display.TableTemplate.Axis;
import org.sapwood.display.TableTemplate.Columns;
import org.sapwood.display.TableTemplate.Kind;
import org.sapwood.display.TableTemplate.Line;
import org.sapwood.yaml.Complaints;
import org.sapwood.yaml.YamlDocument;
import org.sapwood.yaml.YamlMapping;
import org.sapwood.yaml.YamlNode;
import org.sapwood.yaml.YamlScalar;
import org.sapwood.yaml.YamlSequence;

/** Reads table templates, complaining about everything in them that cannot be meant. */
public final class TemplateReader {
    private final String name;

    private TemplateReader(String name) {
        this.name = name;
    }

    /**
     * Reads a template.
     *
     * @param bytes the file
     * @param name its path under {@code templates/} without extension, for example {@code tables/responders}
     * @param complaints where everything wrong goes
     * @return the template, or empty when there is any complaint
     */
    public static Optional<TableTemplate> read(byte[] bytes, String name, Complaints complaints) {
        int before = complaints.count();
        Optional<TableTemplate> template = YamlDocument.parse(bytes, "templates/" + name + ".yaml", complaints)
                .map(new TemplateReader(name)::table);
        return complaints.count() == before ? template : Optional.empty();
    }

    private TableTemplate table(YamlMapping root) {
        root.rejectUnknown("needs", "stub", "columns", "rows", "notes");
        List<Columns> columns = new ArrayList<>();
        root.list("columns").forEach(node -> columns(node).ifPresent(columns::add));
        return new TableTemplate(
                name,
                root.texts("needs"),
                root.text("stub", ""),
                columns,
                lines(root.list("rows")),
                root.optionalTexts("notes"));
    }

    private Optional<Columns> columns(YamlNode node) {
        if (node instanceof YamlScalar scalar) {
            switch (scalar.raw()) {
                case "arms" -> {
                    return Optional.of(new TableTemplate.Arms(List.of("")));
                }
                case "total" -> {
                    return Optional.of(new TableTemplate.Total("Total", List.of("")));
                }
                case "comparisons" -> {
                    return Optional.of(new TableTemplate.Comparisons("", List.of("")));
                }
                default -> {
                    node.complaints()
                            .add(
                                    node.place(),
                                    "no columns named \"" + scalar.raw() + "\"",
                                    "Known: arms, total, comparisons.");
                    return Optional.empty();
                }
            }
        }
        return node.asMapping().map(mapping -> {
            mapping.rejectUnknown("arms", "total", "comparisons", "all-arms", "heads", "text");
            List<String> heads = mapping.has("heads") ? mapping.optionalTexts("heads") : List.of("");
            if (mapping.has("arms")) {
                return new TableTemplate.Arms(mapping.texts("arms"));
            }
            if (mapping.has("total")) {
                return new TableTemplate.Total(mapping.text("total"), heads);
            }
            if (mapping.has("all-arms")) {
                return new TableTemplate.AllArms(
                        mapping.text("all-arms"),
                        heads,
                        mapping.optionalTruth("text").orElse(false));
            }
            return new TableTemplate.Comparisons(mapping.text("comparisons"), heads);
        });
    }

    private List<Line> lines(List<YamlNode> nodes) {
        List<Line> lines = new ArrayList<>();
        for (YamlNode node : nodes) {
            if (node instanceof YamlScalar scalar && scalar.raw().equals("gap")) {
                lines.add(new TableTemplate.Gap());
            } else {
                node.asMapping().ifPresent(mapping -> lines.add(mapping.has("each") ? each(mapping) : row(mapping)));
            }
        }
        return lines;
    }

    private Line each(YamlMapping mapping) {
        mapping.rejectUnknown("each", "from", "parameter", "visit", "stratum", "level", "rows");
        return new TableTemplate.Each(
                mapping.choice("each", Axis.class), mapping.text("from", ""), at(mapping), lines(mapping.list("rows")));
    }

    private Line row(YamlMapping mapping) {
        mapping.rejectUnknown(
                "label",
                "from",
                "indent",
                "parameter",
                "visit",
                "stratum",
                "level",
                "zero",
                "optional",
                "head",
                "keep",
                "arms",
                "total",
                "groups",
                "comparisons",
                "against-reference",
                "reference",
                "active-pair",
                "all-arms",
                "last-arm");
        Map<Kind, List<String>> cells = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            String key = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
            if (mapping.has(key)) {
                cells.put(kind, checked(mapping, key));
            }
        }
        if (mapping.has("groups")) {
            cells.put(Kind.ARMS, checked(mapping, "groups"));
            cells.put(Kind.TOTAL, checked(mapping, "groups"));
        }
        @Nullable String zero = mapping.optionalText("zero").orElse(null);
        return new TableTemplate.Row(
                mapping.text("from", ""),
                mapping.text("label", ""),
                mapping.optionalInteger("indent").orElse(0),
                at(mapping),
                cells,
                zero,
                mapping.optionalTruth("optional").orElse(false),
                mapping.optionalTruth("head").orElse(false),
                mapping.optionalTruth("keep").orElse(false));
    }

    private static List<String> checked(YamlMapping mapping, String key) {
        List<String> patterns = new ArrayList<>();
        Optional<YamlNode> node = mapping.node(key);
        if (node.isPresent() && node.get() instanceof YamlSequence sequence) {
            sequence.items().forEach(item -> patterns.add(item instanceof YamlScalar scalar ? scalar.raw() : ""));
        } else {
            patterns.addAll(mapping.texts(key));
        }
        for (String pattern : patterns) {
            try {
                CellPattern.parse(pattern);
            } catch (IllegalArgumentException e) {
                mapping.complainAbout(key, String.valueOf(e.getMessage()), "");
            }
        }
        return patterns;
    }

    private static TableTemplate.At at(YamlMapping mapping) {
        return new TableTemplate.At(
                axis(mapping, "parameter"), axis(mapping, "visit"), axis(mapping, "stratum"), axis(mapping, "level"));
    }

    private static @Nullable String axis(YamlMapping mapping, String key) {
        return mapping.node(key)
                .map(node -> node instanceof YamlScalar scalar ? scalar.raw() : "")
                .orElse(null);
    }
}
