package org.sapwood.data;

import java.util.List;

/** Reads one file format. */
public interface DatasetReader {

    /** {@return the format's name for people} */
    String format();

    /** {@return the file extensions, in lower case without dot} */
    List<String> extensions();

    /**
     * Reads a dataset.
     *
     * @param file the bytes
     * @param rules what the plan declares about the file
     * @return the dataset
     * @throws DataRejected with every complaint about the file
     */
    Dataset read(DataFile file, ReadingRules rules);
}
