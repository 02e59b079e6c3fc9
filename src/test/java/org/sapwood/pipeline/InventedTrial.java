package org.sapwood.pipeline;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The shipped dermatomyositis trial on invented data, and copies of it that tests may break. */
record InventedTrial(Path plan, Path data, Path out) {
    static final Path PLAN = Path.of("sap/nct05495321-dm.yaml");
    static final Path DATA = Path.of("fixtures/nct05495321-dm");

    /** {@return a copy in a folder} */
    static InventedTrial copiedTo(Path folder) throws IOException {
        Path data = Files.createDirectories(folder.resolve("data"));
        try (DirectoryStream<Path> files = Files.newDirectoryStream(DATA, "*.csv")) {
            for (Path file : files) {
                Files.copy(file, data.resolve(file.getFileName()));
            }
        }
        Path plan = Files.copy(PLAN, folder.resolve("plan.yaml"));
        return new InventedTrial(plan, data, folder.resolve("out"));
    }

    InventedTrial editPlan(String from, String to) throws IOException {
        return edit(plan, text -> replaceOnce(text, from, to));
    }

    InventedTrial edit(String file, UnaryOperator<String> change) throws IOException {
        return edit(data.resolve(file), change);
    }

    private InventedTrial edit(Path file, UnaryOperator<String> change) throws IOException {
        Files.writeString(file, change.apply(Files.readString(file)), StandardCharsets.UTF_8);
        return this;
    }

    static String replaceOnce(String text, String from, String to) {
        int at = text.indexOf(from);
        if (at < 0) {
            throw new IllegalArgumentException("the text to be broken is not there: " + from);
        }
        return text.substring(0, at) + to + text.substring(at + from.length());
    }

    Pipeline.Request request() {
        return new Pipeline.Request(plan, Optional.of(data), Optional.of(out), List.of());
    }

    Pipeline.Request request(String... only) {
        return new Pipeline.Request(plan, Optional.of(data), Optional.of(out), List.of(only));
    }

    Pipeline.Published run(String... only) {
        return Pipeline.run(request(only), new Timing(System.currentTimeMillis()));
    }
}
