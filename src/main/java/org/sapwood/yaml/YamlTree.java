package org.sapwood.yaml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.common.SpecVersion;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Builds the tree from the parser's events rather than from its node composer: events arrive one by one, so depth and
 * aliases are bounded before anything is built, and an explicit tag can be told from a guessed one.
 */
final class YamlTree {

    /** The deepest nesting accepted. */
    static final int DEEPEST = 50;

    /** The most aliases accepted. */
    static final int MOST_ALIASES = 50;

    /** The most nodes that aliases may repeat, all together. */
    static final int MOST_REPEATED = 100_000;

    private final String file;
    private final Complaints complaints;
    private final Map<Anchor, Optional<YamlNode>> anchors = new HashMap<>();
    private int aliases;
    private int repeated;

    YamlTree(String file, Complaints complaints) {
        this.file = file;
        this.complaints = complaints;
    }

    /** Ends the building: the text is beyond repair and its complaint is already made. */
    private static final class Abandoned extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Abandoned() {
            super("the file is refused", null, false, false);
        }
    }

    Optional<YamlMapping> build(String text) {
        LoadSettings settings =
                LoadSettings.builder().setLabel(file).setUseMarks(true).build();
        int before = complaints.count();
        try {
            Iterator<Event> events = new Parse(settings).parseString(text).iterator();
            YamlNode root = document(events);
            Optional<YamlMapping> mapping = root == null ? Optional.empty() : root.asMapping();
            return complaints.count() == before ? mapping : Optional.empty();
        } catch (Abandoned refused) {
            return Optional.empty();
        } catch (MarkedYamlEngineException syntax) {
            Place where = syntax.getProblemMark()
                    .or(syntax::getContextMark)
                    .map(mark -> place(Optional.of(mark), ""))
                    .orElse(Place.of(file));
            complaints.add(where, "not YAML: " + oneLine(syntax.getProblem()), hint(text, where));
            return Optional.empty();
        } catch (ReaderException unprintable) {
            complaints.add(
                    lineOf(text, unprintable.getPosition()),
                    "character U+"
                            + Integer.toHexString(0x10000 | unprintable.getCodePoint())
                                    .substring(1) + " is not allowed in YAML",
                    "Remove it.");
            return Optional.empty();
        } catch (YamlEngineException other) {
            complaints.add(Place.of(file), "not YAML: " + oneLine(String.valueOf(other.getMessage())), "");
            return Optional.empty();
        }
    }

    private @Nullable YamlNode document(Iterator<Event> events) {
        YamlNode root = null;
        boolean begun = false;
        while (events.hasNext()) {
            Event event = events.next();
            switch (event.getEventId()) {
                case DocumentStart -> {
                    if (begun) {
                        complaints.add(
                                place(event.getStartMark(), ""),
                                "expected one document; a second begins here",
                                "Remove the line \"---\", or split the file.");
                        throw new Abandoned();
                    }
                    begun = true;
                    requireVersion((DocumentStartEvent) event);
                    root = node(events.next(), events, "", 1);
                }
                default -> {
                    // the stream's and the document's ends carry nothing
                }
            }
        }
        if (root == null) {
            complaints.add(Place.of(file), "expected fields; the file is empty", "");
        }
        return root;
    }

    private void requireVersion(DocumentStartEvent start) {
        Optional<SpecVersion> version = start.getSpecVersion();
        if (version.isPresent()
                && (version.get().getMajor() != 1 || version.get().getMinor() != 2)) {
            complaints.add(
                    place(start.getStartMark(), ""),
                    "expected YAML 1.2; found " + version.get().getRepresentation(),
                    "Remove the %YAML line.");
        }
    }

    private YamlNode node(Event event, Iterator<Event> events, String path, int depth) {
        Place place = place(event.getStartMark(), path);
        if (depth > DEEPEST) {
            throw unsafe(place, "nested deeper than " + DEEPEST + " levels");
        }
        if (event instanceof AliasEvent alias) {
            return repeat(alias, place, depth);
        }
        rejectTag(event, place);
        Optional<Anchor> anchor = event instanceof NodeEvent named ? named.getAnchor() : Optional.empty();
        anchor.ifPresent(
                name -> anchors.put(name, Optional.empty())); // not complete: an alias to it would be recursive
        YamlNode node;
        if (event instanceof ScalarEvent scalar) {
            boolean plain = scalar.getScalarStyle() == ScalarStyle.PLAIN;
            node = new YamlScalar(
                    place, complaints, scalar.getValue(), plain ? YamlScalar.Style.PLAIN : YamlScalar.Style.QUOTED);
        } else if (event instanceof SequenceStartEvent) {
            node = sequence(events, place, depth);
        } else if (event instanceof MappingStartEvent) {
            node = mapping(events, place, depth);
        } else {
            throw new IllegalStateException("expected the start of a node; found " + event.getEventId());
        }
        anchor.ifPresent(name -> anchors.put(name, Optional.of(node)));
        return node;
    }

    private YamlSequence sequence(Iterator<Event> events, Place place, int depth) {
        List<YamlNode> items = new ArrayList<>();
        for (Event event = events.next(); event.getEventId() != Event.ID.SequenceEnd; event = events.next()) {
            items.add(node(event, events, place.pathOf(items.size()), depth + 1));
        }
        return new YamlSequence(place, complaints, items);
    }

    private YamlMapping mapping(Iterator<Event> events, Place place, int depth) {
        Map<String, YamlNode> fields = new LinkedHashMap<>();
        Map<String, Place> keys = new LinkedHashMap<>();
        for (Event event = events.next(); event.getEventId() != Event.ID.MappingEnd; event = events.next()) {
            Place where = place(event.getStartMark(), place.path());
            YamlNode keyNode = node(event, events, place.path(), depth + 1);
            String key = keyNode instanceof YamlScalar scalar ? scalar.raw() : "";
            if (key.isEmpty()) {
                complaints.add(where, "expected a field name; found " + keyNode.description(), "");
            }
            YamlNode value = node(events.next(), events, place.pathOf(key), depth + 1);
            Place first = keys.get(key);
            if (first == null) {
                keys.put(key, where);
                fields.put(key, value);
            } else if (!key.isEmpty()) {
                complaints.add(
                        where,
                        "field \"" + key + "\" is written twice, first in line " + first.line(),
                        "Keep one of them.");
            }
        }
        return new YamlMapping(place, complaints, fields, keys);
    }

    private void rejectTag(Event event, Place place) {
        Optional<String> tag = Optional.empty();
        if (event instanceof ScalarEvent scalar) {
            tag = scalar.getTag();
        } else if (event instanceof SequenceStartEvent sequence) {
            tag = sequence.getTag();
        } else if (event instanceof MappingStartEvent mapping) {
            tag = mapping.getTag();
        }
        if (tag.isPresent()) {
            throw unsafe(place, "the tag \"" + tag.get() + "\" is not allowed");
        }
    }

    private YamlNode repeat(AliasEvent alias, Place place, int depth) {
        aliases++;
        if (aliases > MOST_ALIASES) {
            throw unsafe(place, "more than " + MOST_ALIASES + " aliases");
        }
        String name = "*" + alias.getAlias().getValue();
        Optional<YamlNode> meant = anchors.get(alias.getAlias());
        if (meant == null) {
            complaints.add(place, "no anchor for the alias " + name, "");
            throw new Abandoned();
        }
        return copy(meant.orElseThrow(() -> unsafe(place, "the alias " + name + " contains itself")), place, depth);
    }

    /** The anchored node again, with the path of its new position and the line where its text stands. */
    private YamlNode copy(YamlNode node, Place target, int depth) {
        repeated++;
        if (repeated > MOST_REPEATED) {
            throw unsafe(target, "aliases repeat more than " + MOST_REPEATED + " values");
        }
        if (depth > DEEPEST) {
            throw unsafe(target, "nested deeper than " + DEEPEST + " levels");
        }
        Place place = node.place().withPath(target.path());
        if (node instanceof YamlScalar scalar) {
            return new YamlScalar(place, complaints, scalar.raw(), scalar.style());
        }
        if (node instanceof YamlSequence sequence) {
            List<YamlNode> items = new ArrayList<>();
            for (YamlNode item : sequence.items()) {
                items.add(copy(item, target.withPath(target.pathOf(items.size())), depth + 1));
            }
            return new YamlSequence(place, complaints, items);
        }
        YamlMapping mapping = (YamlMapping) node;
        Map<String, YamlNode> fields = new LinkedHashMap<>();
        Map<String, Place> keys = new LinkedHashMap<>();
        mapping.fields().forEach((key, value) -> {
            fields.put(key, copy(value, target.withPath(target.pathOf(key)), depth + 1));
            keys.put(key, mapping.placeOf(key));
        });
        return new YamlMapping(place, complaints, fields, keys);
    }

    private Abandoned unsafe(Place place, String problem) {
        complaints.add(new Complaint(Complaint.Kind.UNSAFE, place, problem, ""));
        return new Abandoned();
    }

    private Place place(Optional<Mark> mark, String path) {
        return mark.map(m -> new Place(file, m.getLine() + 1, m.getColumn() + 1, path))
                .orElse(new Place(file, 0, 0, path));
    }

    private Place lineOf(String text, int position) {
        String before = text.substring(0, Math.min(position, text.length()));
        return new Place(file, 1 + (int) before.chars().filter(c -> c == '\n').count(), 0, "");
    }

    private static String oneLine(String message) {
        return message.replaceAll("\\s+", " ").strip();
    }

    private static String hint(String text, Place where) {
        String line =
                text.lines().skip(Math.max(0, where.line() - 1)).findFirst().orElse("");
        boolean tabs = line.startsWith("\t") || (line.isBlank() && line.contains("\t"));
        return tabs ? "Indent with blanks, not with tabs." : "";
    }
}
