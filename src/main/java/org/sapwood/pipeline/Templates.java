package org.sapwood.pipeline;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sapwood.display.FigureTemplate;
import org.sapwood.display.TableTemplate;
import org.sapwood.display.TemplateReader;
import org.sapwood.sap.DisplaySpec;
import org.sapwood.sap.MethodSpec;
import org.sapwood.sap.Sap;
import org.sapwood.yaml.Complaints;
import org.sapwood.yaml.Place;

/** The templates a plan's displays name, read from the product's own. */
final class Templates {
    private static final String ROOT = "/org/sapwood/templates/";

    private final Map<String, TableTemplate> tables = new LinkedHashMap<>();
    private final Map<String, FigureTemplate> figures = new LinkedHashMap<>();

    private Templates() {}

    static Templates of(Sap sap, Complaints complaints) {
        Templates templates = new Templates();
        for (DisplaySpec display : sap.displays()) {
            if (display.content() instanceof DisplaySpec.FromResults from) {
                templates.read(display, from, sap, complaints);
            } else if (display.content() instanceof DisplaySpec.FromPlan from) {
                templates.read(display, from.asResults(display.id()), sap, complaints);
            } else if (display.content() instanceof DisplaySpec.BySubject listing) {
                SubjectListing.check(display, listing, sap, complaints);
            }
        }
        return templates;
    }

    private void read(DisplaySpec display, DisplaySpec.FromResults from, Sap sap, Complaints complaints) {
        String name = from.template();
        Place place = Place.of(display.place());
        if (name.startsWith("flows/")) {
            String analysis = from.analyses().getOrDefault("flow", "");
            if (analysis.isEmpty() || !(sap.analysis(analysis).method() instanceof MethodSpec.Flow)) {
                complaints.add(place, "a flow needs an analysis of method flow", "Add \"analyses: {flow: …}\".");
            }
            return;
        }
        Optional<byte[]> bytes = bytes(name);
        if (bytes.isEmpty()) {
            complaints.add(place, "no template named \"" + name + "\"", "Templates are the files under templates/.");
            return;
        }
        List<String> needs;
        if (name.startsWith("figures/")) {
            Optional<FigureTemplate> template = FigureTemplate.read(bytes.get(), name, complaints);
            template.ifPresent(t -> figures.put(name, t));
            needs = template.map(FigureTemplate::slots).orElse(List.of());
        } else {
            Optional<TableTemplate> template = TemplateReader.read(bytes.get(), name, complaints);
            template.ifPresent(t -> tables.put(name, t));
            needs = template.map(TableTemplate::slots).orElse(List.of());
        }
        for (String slot : needs) {
            if (!from.analyses().containsKey(slot) && !slot.endsWith("?")) {
                complaints.add(
                        place,
                        "template \"" + name + "\" needs an analysis for \"" + slot + "\"",
                        "Add it under \"analyses\".");
            }
        }
    }

    private static Optional<byte[]> bytes(String name) {
        if (!name.matches("[a-z]+/[a-z0-9-]+")) {
            return Optional.empty();
        }
        try (InputStream in = Templates.class.getResourceAsStream(ROOT + name + ".yaml")) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    TableTemplate table(String name) {
        return require(tables.get(name), name);
    }

    FigureTemplate figure(String name) {
        return require(figures.get(name), name);
    }

    private static <T> T require(@org.jspecify.annotations.Nullable T template, String name) {
        if (template == null) {
            throw new IllegalStateException("template " + name + " was not read");
        }
        return template;
    }
}
