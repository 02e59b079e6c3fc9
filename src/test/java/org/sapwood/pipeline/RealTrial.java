package org.sapwood.pipeline;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** The CDISC pilot study's datasets and published numbers, which are third-party data and never part of the repository. */
final class RealTrial {
    static final Path FOLDER = Path.of("../shared/data/cdiscpilot01");
    static final Path PLAN = Path.of("sap/cdiscpilot01.yaml");

    private RealTrial() {}

    /** Ends the test as skipped, saying why, where the folder is absent. */
    static void assumePresent() {
        String message =
                "SKIPPED: the CDISC pilot datasets are not in " + FOLDER + "; the README says where to get them";
        if (!Files.isDirectory(FOLDER)) {
            System.err.println(message);
        }
        assumeTrue(Files.isDirectory(FOLDER), message);
    }

    static Pipeline.Assembled assemble() {
        assumePresent();
        return Pipeline.assemble(new Pipeline.Request(PLAN, Optional.of(FOLDER), Optional.empty(), List.of()));
    }

    @SuppressWarnings("unchecked")
    static Map<String, ?> expected(String name) {
        try {
            return JsonMapper.builder()
                    .build()
                    .readValue(Files.readAllBytes(FOLDER.resolve("expected/" + name + ".json")), Map.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked")
    static List<List<String>> publishedRows(Map<String, ?> expected) {
        return (List<List<String>>) ((Map<String, ?>) expected.get("published")).get("rows");
    }

    @SuppressWarnings("unchecked")
    static List<Map<String, ?>> cells(Map<String, ?> expected) {
        return (List<Map<String, ?>>) expected.get("cells");
    }

    static Map<String, ?> object(Map<String, ?> from, String name) {
        return asObject(from.get(name));
    }

    static Map<String, ?> asObject(Object item) {
        Map<String, Object> object = new LinkedHashMap<>();
        ((Map<?, ?>) item).forEach((key, value) -> object.put((String) key, value));
        return object;
    }

    static List<List<String>> published(String name) {
        List<List<String>> lines = new ArrayList<>();
        for (List<String> row : publishedRows(expected(name))) {
            lines.add(row.stream().map(RealTrial::unpadded).toList());
        }
        return lines;
    }

    /** Published cells are padded for a fixed-width font: {@code ( 9%)}. */
    static String unpadded(String cell) {
        return cell.replaceAll("\\(\\s+", "(").replaceAll("\\s+(-?\\d)", " $1").strip();
    }
}
