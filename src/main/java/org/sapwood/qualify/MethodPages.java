package org.sapwood.qualify;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The sections of the theory pages: what a method estimates, its formula, options, reference, SAS and R call. */
public final class MethodPages {
    private static final String ROOT = "/org/sapwood/qualify/methods/";

    private MethodPages() {}

    /**
     * The section of a method.
     *
     * @param method the method
     * @return its lines, or empty when its page has none
     */
    public static Optional<List<String>> section(CaseMethod method) {
        List<String> section = new ArrayList<>();
        boolean inside = false;
        for (String line : page(method.page())) {
            if (line.startsWith("## ")) {
                inside = line.substring(3)
                        .strip()
                        .split("[ —]", 2)[0]
                        .replace("`", "")
                        .equals(method.name());
            }
            if (inside) {
                section.add(line);
            }
        }
        while (!section.isEmpty() && section.get(section.size() - 1).isBlank()) {
            section.remove(section.size() - 1);
        }
        return section.isEmpty() ? Optional.empty() : Optional.of(section);
    }

    /** {@return the title of a method's section, or its name} */
    public static String title(CaseMethod method) {
        return section(method).map(lines -> lines.get(0).substring(3).strip()).orElse(method.name());
    }

    private static List<String> page(String name) {
        try (InputStream in = MethodPages.class.getResourceAsStream(ROOT + name + ".md")) {
            return in == null
                    ? List.of()
                    : new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
