package org.sapwood.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sapwood.yaml.Suggestion;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** Walks a published number back: result, method, selection, subjects, records. */
public final class Trace {
    private static final ObjectMapper JSON = JsonMapper.builder().build();
    private static final int SHOWN = 400;

    private Trace() {}

    /**
     * Traces a cell ({@code <display>/<row>/<column>}) or a result key.
     *
     * @param folder the package
     * @param address the cell or key
     * @return the lines to print
     * @throws Refused when the package or the address is unknown
     */
    public static List<String> of(Path folder, String address) {
        Map<String, Map<String, ?>> cells = new LinkedHashMap<>();
        asMap(read(folder, "cells.json")).forEach((key, cell) -> {
            if (cell instanceof Map<?, ?>) {
                cells.put(key, asMap(cell));
            }
        });
        Map<String, ?> file = asMap(read(folder, "results.json"));
        Map<String, Map<String, ?>> results = new LinkedHashMap<>();
        for (Object item : (List<?>) required(file, "results")) {
            Map<String, ?> row = asMap(item);
            results.put(String.valueOf(row.get("key")), row);
        }
        List<String> lines = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        Map<String, ?> cell = cells.get(address);
        if (cell != null) {
            lines.add("cell       " + address + ": \"" + cell.get("text") + "\" in row \"" + cell.get("row") + "\"");
            ((List<?>) required(cell, "results")).forEach(key -> keys.add(String.valueOf(key)));
        } else if (results.containsKey(address)) {
            keys.add(address);
        } else {
            for (String key : results.keySet()) {
                if (key.startsWith(address + "/")) {
                    keys.add(key);
                }
            }
        }
        if (keys.isEmpty()) {
            List<String> known = new ArrayList<>(results.keySet());
            known.addAll(cells.keySet());
            throw new Refused(
                    ExitCode.WRONG_COMMAND_LINE,
                    List.of(
                            folder + ": no cell or result \"" + address + "\""
                                    + Suggestion.nearest(address, known)
                                            .map(near -> ". Did you mean \"" + near + "\"?")
                                            .orElse(
                                                    ". Cells are written <display>/<row>/<column>, results as in results.json")));
        }
        for (String key : keys) {
            Map<String, ?> row = results.get(key);
            if (row != null) {
                lines.addAll(chain(key, row, file));
            }
        }
        return lines;
    }

    private static List<String> chain(String key, Map<String, ?> row, Map<String, ?> file) {
        List<String> lines = new ArrayList<>();
        lines.add("result     " + key);
        Object value = row.get("value");
        lines.add("value      " + (value == null ? "not estimable: " + row.get("detail") : value)
                + (row.containsKey("numerator")
                        ? " (" + row.get("numerator") + " / " + row.get("denominator") + ")"
                        : ""));
        lines.add("method     " + row.get("method"));
        lines.add("plan       " + row.get("plan"));
        lines.add("dataset    " + row.get("dataset"));
        lines.add("selection  " + row.get("selection"));
        List<?> subjects =
                (List<?>) required(asMap(required(file, "subject_sets")), String.valueOf(row.get("subjects")));
        List<?> records = (List<?>) required(asMap(required(file, "record_sets")), String.valueOf(row.get("records")));
        lines.add("subjects   " + subjects.size() + shown(subjects));
        lines.add("records    "
                + (records.isEmpty() ? "one per subject" : records.size() + " rows of the dataset" + shown(records)));
        lines.add("");
        return lines;
    }

    private static String shown(List<?> items) {
        if (items.isEmpty()) {
            return "";
        }
        List<String> some = items.stream().limit(SHOWN).map(String::valueOf).toList();
        return ": " + String.join(" ", some) + (items.size() > SHOWN ? " …" : "");
    }

    private static Object read(Path folder, String name) {
        Path file = folder.resolve(name);
        try {
            return JSON.readValue(Files.readAllBytes(file), Object.class);
        } catch (IOException | tools.jackson.core.JacksonException e) {
            throw new Refused(
                    ExitCode.ENVIRONMENT,
                    List.of(file + ": cannot be read; expected a package made by \"sapwood run\""));
        }
    }

    private static Object required(Map<String, ?> map, String key) {
        Object value = map.get(key);
        if (value == null) {
            throw new Refused(ExitCode.DIFFERENCE_FOUND, List.of("the package is damaged: no \"" + key + "\""));
        }
        return value;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, ?> asMap(Object value) {
        return (Map<String, ?>) value;
    }
}
