package org.sapwood.yaml;

import java.util.ArrayList;
import java.util.List;

/**
 * A list of nodes.
 *
 * @param place where it begins
 * @param complaints the sink
 * @param items the nodes in file order
 */
public record YamlSequence(Place place, Complaints complaints, List<YamlNode> items) implements YamlNode {

    public YamlSequence {
        items = List.copyOf(items);
    }

    @Override
    public String description() {
        return "a list";
    }

    /** {@return the texts of the items; items that are no single value are complained about and left out} */
    public List<String> texts() {
        List<String> texts = new ArrayList<>();
        items.forEach(item -> item.asScalar().flatMap(YamlScalar::text).ifPresent(texts::add));
        return List.copyOf(texts);
    }

    /** {@return the items as mappings; items that are none are complained about and left out} */
    public List<YamlMapping> mappings() {
        List<YamlMapping> mappings = new ArrayList<>();
        items.forEach(item -> item.asMapping().ifPresent(mappings::add));
        return List.copyOf(mappings);
    }
}
