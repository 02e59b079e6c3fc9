package org.sapwood.sap;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.sapwood.yaml.YamlMapping;

/** Reads one published number and what reproduces it. */
final class PublishedReader {
    private static final Pattern PRINTED = Pattern.compile("[<>]?-?[0-9]*\\.?[0-9]+ ?%?");

    private final Names names;

    PublishedReader(Names names) {
        this.names = names;
    }

    PublishedSpec read(String id, YamlMapping item) {
        item.rejectUnknown("label", "source", "value", "as", "result", "cannot", "note");
        String printed = item.text("value");
        if (!PRINTED.matcher(printed).matches()) {
            item.complainAbout(
                    "value",
                    "expected one number as printed; found \"" + printed + "\"",
                    "Write for example 55.17%, 0.052 or <0.001; give each limit of an interval an item of its own.");
        }
        String result = item.text("result", "");
        String cannot = item.text("cannot", "");
        if (result.isEmpty() == cannot.isEmpty()) {
            item.complain(
                    "expected either \"result\" or \"cannot\"",
                    "Give the address of the result, or say why there is none.");
        }
        PublishedSpec spec = new PublishedSpec(
                id,
                item.text("label"),
                item.text("source"),
                printed,
                item.choice("as", printed.endsWith("%") ? PublishedSpec.Scale.PERCENT : PublishedSpec.Scale.NUMBER),
                result,
                cannot,
                item.text("note", ""),
                item.place().toString());
        names.check("analysis", spec.analysis(), item, "result");
        return spec;
    }

    /** Two numbers of one source under one label would print as one. */
    static void rejectRepeated(List<PublishedSpec> numbers, YamlMapping section) {
        Set<String> seen = new HashSet<>();
        for (PublishedSpec number : numbers) {
            if (!seen.add(number.source() + "\n" + number.label())) {
                section.complainAbout(
                        number.id(),
                        "two numbers of \"" + number.source() + "\" have the label \"" + number.label() + "\"",
                        "Say in the label what tells them apart.");
            }
        }
    }
}
