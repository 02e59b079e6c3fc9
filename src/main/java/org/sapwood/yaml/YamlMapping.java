package org.sapwood.yaml;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Named fields in file order. A getter without {@code optional} complains when its field is absent or is not what was
 * asked for, and then answers a stand-in (empty text, zero, an empty list, the first constant) so that reading goes on
 * and finds the other complaints too. Stand-ins never reach a result: whoever reads a file refuses it when there is any
 * complaint.
 */
public final class YamlMapping implements YamlNode {

    private final Place place;
    private final Complaints complaints;
    private final Map<String, YamlNode> fields;
    private final Map<String, Place> keys;

    /** Fields that are absent because they are misspelt: one mistake, one complaint. */
    private final Set<String> misspelt = new HashSet<>();

    /**
     * A mapping.
     *
     * @param place where it begins
     * @param complaints the sink
     * @param fields the nodes by key, in file order
     * @param keys where each key stands
     */
    YamlMapping(Place place, Complaints complaints, Map<String, YamlNode> fields, Map<String, Place> keys) {
        this.place = place;
        this.complaints = complaints;
        this.fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        this.keys = Collections.unmodifiableMap(new LinkedHashMap<>(keys));
    }

    /** {@return an empty stand-in whose own complaints nobody hears: its absence was already complained about} */
    private static YamlMapping standIn(Place place) {
        return new YamlMapping(place, new Complaints(), Map.of(), Map.of());
    }

    @Override
    public Place place() {
        return place;
    }

    @Override
    public Complaints complaints() {
        return complaints;
    }

    @Override
    public String description() {
        return "fields";
    }

    /** {@return the keys in file order} */
    public Set<String> keys() {
        return fields.keySet();
    }

    /** {@return the nodes by key, in file order} */
    public Map<String, YamlNode> fields() {
        return fields;
    }

    /**
     * Whether a field is there.
     *
     * @param key the field
     * @return whether it is
     */
    public boolean has(String key) {
        return fields.containsKey(key);
    }

    /**
     * A field as it is.
     *
     * @param key the field
     * @return its node, or empty when absent
     */
    public Optional<YamlNode> node(String key) {
        return Optional.ofNullable(fields.get(key));
    }

    /**
     * Where to complain about a field.
     *
     * @param key the field
     * @return the place of its key, or of this mapping when absent
     */
    public Place placeOf(String key) {
        Place keyPlace = keys.get(key);
        return keyPlace == null ? place : keyPlace.withPath(place.pathOf(key));
    }

    /**
     * Complains about a field.
     *
     * @param key the field
     * @param problem what was expected and found
     * @param remedy what to do, or empty
     */
    public void complainAbout(String key, String problem, String remedy) {
        complaints.add(placeOf(key), problem, remedy);
    }

    /**
     * Complains about every field that is not known.
     *
     * @param known all fields that this mapping may have
     */
    public void rejectUnknown(String... known) {
        List<String> names = List.of(known);
        keys.forEach((key, where) -> {
            if (!names.contains(key)) {
                complaints.add(
                        where.withPath(place.path()), "no field named \"" + key + "\"", Suggestion.remedy(key, names));
                Suggestion.nearest(key, names).ifPresent(misspelt::add);
            }
        });
    }

    /**
     * Whether a field is absent only because an unknown field seems to be its misspelling, which was complained about.
     *
     * @param key the field
     * @return whether it is
     */
    public boolean isMisspelt(String key) {
        return misspelt.contains(key);
    }

    // ---- required fields

    /** {@return the text of a field}
     *
     * @param key the field
     */
    public String text(String key) {
        return required(key)
                .flatMap(YamlNode::asScalar)
                .flatMap(YamlScalar::text)
                .orElse("");
    }

    /** {@return the whole number of a field}
     *
     * @param key the field
     */
    public int integer(String key) {
        return required(key)
                .flatMap(YamlNode::asScalar)
                .map(scalar -> scalar.integer().orElse(0))
                .orElse(0);
    }

    /** {@return the whole number of a field within limits}
     *
     * @param key the field
     * @param low the least allowed
     * @param high the greatest allowed
     */
    public long wholeNumber(String key, long low, long high) {
        return required(key)
                .flatMap(YamlNode::asScalar)
                .map(scalar -> scalar.wholeNumber(low, high).orElse(low))
                .orElse(low);
    }

    /** {@return the exact decimal of a field}
     *
     * @param key the field
     */
    public BigDecimal decimal(String key) {
        return required(key)
                .flatMap(YamlNode::asScalar)
                .flatMap(YamlScalar::decimal)
                .orElse(BigDecimal.ZERO);
    }

    /** {@return the constant of a field, written in lower case with hyphens}
     *
     * @param <E> the enum
     * @param key the field
     * @param type the enum's class
     */
    public <E extends Enum<E>> E choice(String key, Class<E> type) {
        return required(key)
                .flatMap(YamlNode::asScalar)
                .flatMap(scalar -> scalar.choice(type))
                .orElse(type.getEnumConstants()[0]);
    }

    /** {@return the fields below a field}
     *
     * @param key the field
     */
    public YamlMapping mapping(String key) {
        return required(key).flatMap(YamlNode::asMapping).orElseGet(() -> standIn(placeOf(key)));
    }

    /** {@return the items of a list}
     *
     * @param key the field
     */
    public List<YamlNode> list(String key) {
        return required(key)
                .flatMap(YamlNode::asSequence)
                .map(YamlSequence::items)
                .orElse(List.of());
    }

    /** {@return the mappings of a list}
     *
     * @param key the field
     */
    public List<YamlMapping> mappings(String key) {
        return required(key)
                .flatMap(YamlNode::asSequence)
                .map(YamlSequence::mappings)
                .orElse(List.of());
    }

    /** {@return the texts of a list, or the one text written without a list}
     *
     * @param key the field
     */
    public List<String> texts(String key) {
        return required(key).map(YamlMapping::oneOrMore).orElse(List.of());
    }

    // ---- optional fields: absent is no complaint, a wrong value is one

    /** {@return the text of a field, empty when absent}
     *
     * @param key the field
     */
    public Optional<String> optionalText(String key) {
        return scalar(key).flatMap(YamlScalar::text);
    }

    /** {@return the text of a field, or a default when absent}
     *
     * @param key the field
     * @param absent the default
     */
    public String text(String key, String absent) {
        return optionalText(key).orElse(absent);
    }

    /** {@return the whole number of a field, empty when absent}
     *
     * @param key the field
     */
    public OptionalInt optionalInteger(String key) {
        return scalar(key).map(YamlScalar::integer).orElse(OptionalInt.empty());
    }

    /** {@return the exact decimal of a field, empty when absent}
     *
     * @param key the field
     */
    public Optional<BigDecimal> optionalDecimal(String key) {
        return scalar(key).flatMap(YamlScalar::decimal);
    }

    /** {@return the date of a field, empty when absent}
     *
     * @param key the field
     */
    public Optional<LocalDate> optionalDate(String key) {
        return scalar(key).flatMap(YamlScalar::date);
    }

    /** {@return the truth value of a field, empty when absent}
     *
     * @param key the field
     */
    public Optional<Boolean> optionalTruth(String key) {
        return scalar(key).flatMap(YamlScalar::truth);
    }

    /** {@return the constant of a field, empty when absent}
     *
     * @param <E> the enum
     * @param key the field
     * @param type the enum's class
     */
    public <E extends Enum<E>> Optional<E> optionalChoice(String key, Class<E> type) {
        return scalar(key).flatMap(scalar -> scalar.choice(type));
    }

    /** {@return the constant of a field, or a default when absent}
     *
     * @param <E> the enum
     * @param key the field
     * @param absent the default
     */
    public <E extends Enum<E>> E choice(String key, E absent) {
        return optionalChoice(key, absent.getDeclaringClass()).orElse(absent);
    }

    /** {@return the fields below a field, empty when absent}
     *
     * @param key the field
     */
    public Optional<YamlMapping> optionalMapping(String key) {
        return node(key).flatMap(YamlNode::asMapping);
    }

    /** {@return the items of a list, none when absent}
     *
     * @param key the field
     */
    public List<YamlNode> optionalList(String key) {
        return node(key).flatMap(YamlNode::asSequence).map(YamlSequence::items).orElse(List.of());
    }

    /** {@return the mappings of a list, none when absent}
     *
     * @param key the field
     */
    public List<YamlMapping> optionalMappings(String key) {
        return node(key)
                .flatMap(YamlNode::asSequence)
                .map(YamlSequence::mappings)
                .orElse(List.of());
    }

    /** {@return the texts of a list, or the one text written without a list; none when absent}
     *
     * @param key the field
     */
    public List<String> optionalTexts(String key) {
        return node(key).map(YamlMapping::oneOrMore).orElse(List.of());
    }

    private Optional<YamlNode> required(String key) {
        Optional<YamlNode> node = node(key);
        if (node.isEmpty() && !misspelt.contains(key)) {
            complain("field \"" + key + "\" is missing", "Add \"" + key + ": …\".");
        }
        return node;
    }

    private Optional<YamlScalar> scalar(String key) {
        return node(key).flatMap(YamlNode::asScalar);
    }

    private static List<String> oneOrMore(YamlNode node) {
        if (node instanceof YamlSequence sequence) {
            return sequence.texts();
        }
        return node.asScalar().flatMap(YamlScalar::text).map(List::of).orElse(List.of());
    }
}
