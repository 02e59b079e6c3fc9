package org.sapwood.sap;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sapwood.yaml.YamlMapping;
import org.sapwood.yaml.YamlNode;
import org.sapwood.yaml.YamlScalar;
import org.sapwood.yaml.YamlSequence;

/**
 * Reads conditions. Several fields hold together; {@code VAR: value}, {@code VAR: [a, b]}, {@code VAR: {from: 1, to: 5}},
 * {@code missing: VAR}, {@code not: {…}}, {@code any: [{…}, {…}]}, {@code all: [{…}, {…}]}.
 */
final class ConditionReader {
    private ConditionReader() {}

    /** {@return the condition of a field; every record when the field is absent} */
    static Condition optional(YamlMapping mapping, String key) {
        return mapping.optionalMapping(key).map(ConditionReader::read).orElse(Condition.always());
    }

    /** {@return label to condition, in order; nothing when the field is absent} */
    static Map<String, Condition> labelled(YamlMapping mapping, String key) {
        Map<String, Condition> conditions = new LinkedHashMap<>();
        mapping.optionalMapping(key)
                .ifPresent(labels -> labels.fields()
                        .forEach((label, node) ->
                                node.asMapping().ifPresent(where -> conditions.put(label, read(where)))));
        return conditions;
    }

    static Condition read(YamlMapping mapping) {
        List<Condition> conditions = new ArrayList<>();
        mapping.fields().forEach((key, node) -> {
            switch (key) {
                case "not" -> node.asMapping().ifPresent(inner -> conditions.add(new Condition.Not(read(inner))));
                case "any" -> conditions.add(new Condition.Any(several(node)));
                case "all" -> conditions.add(new Condition.All(several(node)));
                case "missing" ->
                    node.asScalar().flatMap(YamlScalar::text).ifPresent(v -> conditions.add(new Condition.Missing(v)));
                default -> comparison(key, node).ifPresent(conditions::add);
            }
        });
        return conditions.size() == 1 ? conditions.get(0) : new Condition.All(conditions);
    }

    private static List<Condition> several(YamlNode node) {
        List<Condition> conditions = new ArrayList<>();
        node.asSequence().map(YamlSequence::mappings).orElse(List.of()).forEach(inner -> conditions.add(read(inner)));
        return conditions;
    }

    private static Optional<Condition> comparison(String variable, YamlNode node) {
        if (node instanceof YamlSequence values) {
            return Optional.of(new Condition.In(variable, values.texts()));
        }
        if (node instanceof YamlMapping range) {
            range.rejectUnknown("from", "to");
            @Nullable BigDecimal from = range.optionalDecimal("from").orElse(null);
            @Nullable BigDecimal to = range.optionalDecimal("to").orElse(null);
            if (from == null && to == null) {
                range.complaints().add(range.place(), "expected \"from\", \"to\" or both", "Write {from: 0, to: 10}.");
            } else if (from != null && to != null && from.compareTo(to) > 0) {
                range.complaints().add(range.place(), "\"from\" " + from + " is above \"to\" " + to, "");
            }
            return Optional.of(new Condition.Between(variable, from, to));
        }
        return node.asScalar().flatMap(YamlScalar::text).map(value -> new Condition.Is(variable, value));
    }
}
