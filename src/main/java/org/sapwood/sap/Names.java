package org.sapwood.sap;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.sapwood.yaml.Suggestion;
import org.sapwood.yaml.YamlMapping;

/** The ids a plan declares, and complaints about those it uses without declaring them. */
final class Names {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,79}");

    private final Map<String, List<String>> declared = new LinkedHashMap<>();

    /** Declares the keys of a section, complaining about those that are no ids. */
    void declare(String kind, YamlMapping section) {
        List<String> ids = declared.computeIfAbsent(kind, k -> new ArrayList<>());
        section.fields().keySet().forEach(id -> {
            if (!ID.matcher(id).matches()) {
                section.complainAbout(
                        id, "\"" + id + "\" is no id", "Use letters, digits, dots, hyphens and underscores.");
            }
            ids.add(id);
        });
    }

    void declare(String kind, Collection<String> ids) {
        declared.computeIfAbsent(kind, k -> new ArrayList<>()).addAll(ids);
    }

    /** {@return the ids of a kind, in the order of the plan} */
    List<String> declared(String kind) {
        return List.copyOf(declared.getOrDefault(kind, List.of()));
    }

    /** {@return whether any id of a kind is declared} */
    boolean declares(String kind) {
        return !declared(kind).isEmpty();
    }

    /** Complains unless the id is declared. */
    String check(String kind, String id, YamlMapping where, String key) {
        List<String> ids = declared.getOrDefault(kind, List.of());
        if (!id.isEmpty() && !ids.contains(id)) {
            where.complainAbout(key, "no " + kind + " named \"" + id + "\"", Suggestion.remedy(id, ids));
        }
        return id;
    }

    /** {@return the declared id in a required field} */
    String use(String kind, YamlMapping where, String key) {
        return check(kind, where.text(key), where, key);
    }

    /** {@return the declared id in a field that may be absent, empty then} */
    String useOptional(String kind, YamlMapping where, String key) {
        return check(kind, where.text(key, ""), where, key);
    }

    /** {@return the declared ids in a list} */
    List<String> useAll(String kind, YamlMapping where, String key) {
        List<String> ids = where.texts(key);
        ids.forEach(id -> check(kind, id, where, key));
        return ids;
    }
}
