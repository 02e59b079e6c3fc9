package org.sapwood.qualify;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Files of reference cases: those that come with the program, or a user's own. */
public final class ReferenceFamilies {
    private static final String ROOT = "/org/sapwood/qualify/reference/";

    private static final List<String> SHIPPED = List.of(
            "01-contingency",
            "02-proportions",
            "03-paired",
            "04-two-sample",
            "05-linear-models",
            "06-mixed-models",
            "07-binary-models",
            "08-survival",
            "09-rates",
            "10-multiplicity",
            "11-group-sequential",
            "12-multiple-imputation",
            "13-descriptive");

    private ReferenceFamilies() {}

    /**
     * The cases that come with the program.
     *
     * @return cases by family
     * @throws IOException when the program is damaged
     */
    public static Map<String, List<ReferenceCase>> shipped() throws IOException {
        CaseReader reader = new CaseReader(ReferenceFamilies::resource);
        Map<String, List<ReferenceCase>> families = new LinkedHashMap<>();
        for (String family : SHIPPED) {
            families.put(family, reader.read(family + ".json"));
        }
        return families;
    }

    private static InputStream resource(String name) throws IOException {
        InputStream in = ReferenceFamilies.class.getResourceAsStream(ROOT + name);
        if (in == null) {
            throw new NoSuchFileException(name);
        }
        return in;
    }

    /**
     * A user's cases.
     *
     * @param place a file of cases, or a folder with such files
     * @return cases by file name
     * @throws IOException when a file cannot be read or is not in the layout; the message names it
     */
    public static Map<String, List<ReferenceCase>> at(Path place) throws IOException {
        List<Path> files = new ArrayList<>();
        if (Files.isDirectory(place)) {
            try (DirectoryStream<Path> json = Files.newDirectoryStream(place, "*.json")) {
                json.forEach(files::add);
            }
            files.removeIf(file -> file.endsWith("versions.json"));
            files.sort(null);
        } else {
            files.add(place);
        }
        if (files.isEmpty()) {
            throw new IOException(place + ": expected files of reference cases (*.json), found none");
        }
        Map<String, List<ReferenceCase>> families = new LinkedHashMap<>();
        for (Path file : files) {
            Path folder = file.toAbsolutePath().getParent();
            CaseReader reader =
                    new CaseReader(name -> Files.newInputStream(folder == null ? Path.of(name) : folder.resolve(name)));
            Path name = file.getFileName();
            families.put(String.valueOf(name).replaceFirst("\\.json$", ""), reader.read(String.valueOf(name)));
        }
        return families;
    }
}
