package org.sapwood.sap;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sapwood.sap.Criterion.Comparison;
import org.sapwood.yaml.Suggestion;
import org.sapwood.yaml.YamlMapping;
import org.sapwood.yaml.YamlNode;
import org.sapwood.yaml.YamlScalar;
import org.sapwood.yaml.YamlSequence;

/**
 * Reads eligibility. Several fields of a criterion hold together; {@code flag: name}, {@code at-least: {name: 18}},
 * {@code above: {name: 3 x other}}, {@code within: {event: 3 months}}, {@code not: {…}}, {@code any: [{…}]}, {@code all:
 * [{…}]}, {@code at-least-of: {k: 2, of: [{…}]}}.
 */
final class EligibilityReader {
    private static final Pattern MULTIPLE = Pattern.compile("([0-9]+(?:\\.[0-9]+)?) x ([A-Za-z0-9][A-Za-z0-9._-]*)");
    private static final Pattern WINDOW = Pattern.compile("([1-9][0-9]{0,4}) (day|week|month|year)s?");
    private static final List<String> WORDS =
            List.of("flag", "at-least", "at-most", "above", "below", "within", "not", "any", "all", "at-least-of");

    private final Names names;

    EligibilityReader(Names names) {
        this.names = names;
    }

    EligibilitySpec read(YamlMapping section) {
        section.rejectUnknown("facts", "inclusion", "exclusion");
        EligibilitySpec.Facts facts = facts(section.mapping("facts"));
        List<EligibilitySpec.Rule> rules = new ArrayList<>();
        rules(section, "inclusion", EligibilitySpec.Kind.INCLUSION, rules);
        rules(section, "exclusion", EligibilitySpec.Kind.EXCLUSION, rules);
        Set<String> ids = new LinkedHashSet<>();
        rules.forEach(rule -> {
            if (!ids.add(rule.id())) {
                section.complainAbout("exclusion", "two criteria have the id \"" + rule.id() + "\"", "");
            }
        });
        if (rules.isEmpty()) {
            section.complain("expected at least one criterion", "Add \"inclusion: {I01: {label: …, when: {…}}}\".");
        }
        return new EligibilitySpec(facts, rules);
    }

    private EligibilitySpec.Facts facts(YamlMapping facts) {
        facts.rejectUnknown("dataset", "where", "name", "number", "flag", "day", "reference", "unrecorded");
        return new EligibilitySpec.Facts(
                names.use("dataset", facts, "dataset"),
                ConditionReader.optional(facts, "where"),
                facts.text("name"),
                facts.text("number", ""),
                facts.text("flag", ""),
                facts.text("day", ""),
                facts.text("reference"),
                facts.optionalTexts("unrecorded"),
                facts.place().toString());
    }

    private void rules(YamlMapping section, String key, EligibilitySpec.Kind kind, List<EligibilitySpec.Rule> rules) {
        section.optionalMapping(key).ifPresent(list -> {
            names.declare("criterion", list);
            list.fields()
                    .forEach((id, node) -> node.asMapping().ifPresent(rule -> {
                        rule.rejectUnknown("label", "when", "note", "reason");
                        rules.add(new EligibilitySpec.Rule(
                                id,
                                kind,
                                rule.text("label"),
                                criterion(rule.mapping("when")),
                                rule.text("note", ""),
                                rule.optionalMapping("reason")
                                        .map(ConditionReader::read)
                                        .orElse(null),
                                rule.place().toString()));
                    }));
        });
    }

    private static Criterion criterion(YamlMapping when) {
        List<Criterion> parts = new ArrayList<>();
        when.rejectUnknown(WORDS.toArray(String[]::new));
        when.fields().forEach((word, node) -> {
            switch (word) {
                case "flag" ->
                    node.asScalar().flatMap(YamlScalar::text).ifPresent(name -> parts.add(new Criterion.Flag(name)));
                case "at-least", "at-most", "above", "below" ->
                    compared(
                            node,
                            Comparison.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_')),
                            parts);
                case "within" -> within(node, parts);
                case "not" -> node.asMapping().ifPresent(inner -> parts.add(new Criterion.Not(criterion(inner))));
                case "any" -> several(node, "any").ifPresent(any -> parts.add(new Criterion.AnyOf(any)));
                case "all" -> several(node, "all").ifPresent(all -> parts.add(new Criterion.AllOf(all)));
                case "at-least-of" ->
                    node.asMapping().flatMap(EligibilityReader::atLeastOf).ifPresent(parts::add);
                default -> {
                    return; // refused above
                }
            }
        });
        if (when.fields().isEmpty()) {
            when.complain("a criterion without a condition", "Write for example \"when: {flag: consent}\".");
        }
        return parts.size() == 1 ? parts.get(0) : new Criterion.AllOf(parts);
    }

    private static Optional<List<Criterion>> several(YamlNode node, String word) {
        List<Criterion> parts = new ArrayList<>();
        node.asSequence().map(YamlSequence::mappings).orElse(List.of()).forEach(part -> parts.add(criterion(part)));
        if (parts.isEmpty()) {
            node.complain("\"" + word + "\" without conditions", "List at least one.");
            return Optional.empty();
        }
        return Optional.of(parts);
    }

    private static Optional<Criterion> atLeastOf(YamlMapping mapping) {
        mapping.rejectUnknown("k", "of");
        int k = mapping.integer("k");
        Optional<List<Criterion>> parts = mapping.node("of").flatMap(node -> several(node, "of"));
        if (parts.isEmpty() || k < 1 || k > parts.get().size()) {
            mapping.complainAbout(
                    "k", "expected a k from 1 to " + parts.map(List::size).orElse(0) + "; found " + k, "");
            return Optional.empty();
        }
        return Optional.of(new Criterion.AtLeast(k, parts.get()));
    }

    private static void compared(YamlNode node, Comparison comparison, List<Criterion> parts) {
        node.asMapping()
                .ifPresent(pairs -> pairs.fields()
                        .forEach((name, limit) ->
                                limit.asScalar().ifPresent(scalar -> parts.add(limit(name, comparison, scalar)))));
    }

    private static Criterion limit(String name, Comparison comparison, YamlScalar scalar) {
        Matcher multiple = MULTIPLE.matcher(scalar.raw());
        if (multiple.matches()) {
            return new Criterion.Multiple(name, comparison, new BigDecimal(multiple.group(1)), multiple.group(2));
        }
        if (scalar.raw().matches(".*[A-Za-z].*")) {
            scalar.complain(
                    "expected a number, or a multiple of another; found " + scalar.description(),
                    "Write 18, or 3 x alt-uln.");
            return new Criterion.Measured(name, comparison, BigDecimal.ZERO);
        }
        return new Criterion.Measured(name, comparison, scalar.decimal().orElse(BigDecimal.ZERO));
    }

    private static void within(YamlNode node, List<Criterion> parts) {
        node.asMapping()
                .ifPresent(events -> events.fields()
                        .forEach((event, window) -> window.asScalar().ifPresent(scalar -> {
                            Matcher matcher = WINDOW.matcher(scalar.raw());
                            if (matcher.matches()) {
                                parts.add(new Criterion.Within(
                                        event,
                                        new LookBack(
                                                Integer.parseInt(matcher.group(1)),
                                                LookBack.Unit.valueOf(
                                                        matcher.group(2).toUpperCase(Locale.ROOT) + "S"))));
                            } else {
                                scalar.complain(
                                        "expected a window such as 3 months; found " + scalar.description(),
                                        Suggestion.remedy("", List.of("days", "weeks", "months", "years")));
                            }
                        })));
    }
}
