package org.sapwood.pipeline;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.stream.Collectors;
import org.sapwood.data.Dataset;
import org.sapwood.sap.Sap;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** What a package was made from and what it holds, with a SHA-256 of each. */
final class Manifest {
    private Manifest() {}

    static void write(
            Sap sap,
            String planHash,
            Map<String, Dataset> datasets,
            Map<String, byte[]> outputs,
            PackageBuilder.Identity identity,
            OutputStream out)
            throws IOException {
        JsonFactory factory = JsonFactory.builder()
                .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                .build();
        try (JsonGenerator json = factory.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            field(json, "product", identity.version());
            field(json, "study", sap.study().id());
            field(json, "protocol", sap.study().protocol());
            field(json, "cut_off", sap.study().cutOff().toString());
            field(json, "analysis_date", sap.study().analysisDate().toString());
            field(json, "identity", identity.digest());
            json.writeRaw("\n ");
            json.writeName("labels");
            json.writeStartArray();
            identity.banners().forEach(json::writeString);
            json.writeEndArray();
            json.writeRaw("\n ");
            json.writeName("plan");
            json.writeStartObject();
            json.writeStringProperty("file", fileName(sap.file()));
            json.writeStringProperty("sha256", planHash);
            if (sap.study().seed() != null) {
                json.writeNumberProperty("seed", sap.study().seed());
            }
            json.writeEndObject();
            json.writeRaw("\n ");
            json.writeName("inputs");
            json.writeStartArray();
            datasets.forEach((name, dataset) -> {
                json.writeRaw("\n  ");
                json.writeStartObject();
                json.writeStringProperty("dataset", name);
                json.writeStringProperty("file", dataset.file());
                json.writeStringProperty("sha256", dataset.sha256());
                json.writeNumberProperty("records", dataset.rows());
                json.writeNumberProperty("variables", dataset.names().size());
                json.writeEndObject();
            });
            json.writeEndArray();
            json.writeRaw("\n ");
            json.writeName("outputs");
            json.writeStartArray();
            Map<String, String> digests = outputs.entrySet().parallelStream()
                    .collect(Collectors.toMap(Map.Entry::getKey, output -> Digest.sha256(output.getValue())));
            outputs.forEach((name, bytes) -> {
                json.writeRaw("\n  ");
                json.writeStartObject();
                json.writeStringProperty("file", name);
                json.writeNumberProperty("bytes", bytes.length);
                json.writeStringProperty("sha256", digests.get(name));
                json.writeEndObject();
            });
            json.writeEndArray();
            json.writeRaw("\n");
            json.writeEndObject();
        }
        out.write('\n');
    }

    private static void field(JsonGenerator json, String name, String value) {
        json.writeRaw("\n ");
        json.writeStringProperty(name, value);
    }

    /** Only the name: the folder differs from machine to machine. */
    private static String fileName(String path) {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }
}
