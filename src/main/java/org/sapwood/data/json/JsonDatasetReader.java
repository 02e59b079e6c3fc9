package org.sapwood.data.json;

import java.util.List;
import org.sapwood.data.DataComplaint;
import org.sapwood.data.DataFile;
import org.sapwood.data.DataRejected;
import org.sapwood.data.Dataset;
import org.sapwood.data.DatasetReader;
import org.sapwood.data.ReadingRules;

/** Reads CDISC Dataset-JSON 1.1. */
public final class JsonDatasetReader implements DatasetReader {

    /** The reader. */
    public JsonDatasetReader() {}

    @Override
    public String format() {
        return "Dataset-JSON";
    }

    @Override
    public List<String> extensions() {
        return List.of("json");
    }

    @Override
    public Dataset read(DataFile file, ReadingRules rules) {
        throw new DataRejected(DataComplaint.of(file.name(), "Dataset-JSON is not read yet", "Send CSV or XPT."));
    }
}
