package org.sapwood.data;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.sapwood.data.csv.CsvDatasetReader;
import org.sapwood.data.json.JsonDatasetReader;
import org.sapwood.data.xpt.XptDatasetReader;

/** The catalogue of file formats. The extension decides, nothing is guessed from content. */
public final class DataFormats {

    private static final List<DatasetReader> READERS =
            List.of(new CsvDatasetReader(), new XptDatasetReader(), new JsonDatasetReader());

    private DataFormats() {}

    /** {@return the readers} */
    public static List<DatasetReader> readers() {
        return READERS;
    }

    /**
     * Reads a dataset from a file.
     *
     * @param path the file
     * @param name how messages call it
     * @param rules what the plan declares about it
     * @return the dataset
     * @throws DataRejected with every complaint about the file
     */
    public static Dataset read(Path path, String name, ReadingRules rules) {
        DatasetReader reader = readerOf(name);
        return reader.read(DataFile.read(path, name), rules);
    }

    /**
     * The reader of a file.
     *
     * @param name the file
     * @return the reader its extension names
     * @throws DataRejected when no reader has the extension
     */
    public static DatasetReader readerOf(String name) {
        String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        for (DatasetReader reader : READERS) {
            if (reader.extensions().contains(extension)) {
                return reader;
            }
        }
        List<String> known =
                READERS.stream().flatMap(reader -> reader.extensions().stream()).toList();
        throw new DataRejected(DataComplaint.of(
                name, "no reader for the extension \"" + extension + "\"", "Known: " + String.join(", ", known) + "."));
    }

    /** {@return the name of a dataset that its file does not name: the file name without folder and extension, upper case}
     *
     * @param file the file
     */
    public static String datasetName(String file) {
        String last = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
        int dot = last.indexOf('.');
        return (dot < 0 ? last : last.substring(0, dot)).toUpperCase(Locale.ROOT);
    }
}
