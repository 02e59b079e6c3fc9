package org.sapwood.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A package appears whole or not at all. */
class PublisherTest {
    @TempDir
    Path folder;

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aPackageReplacesItsPredecessorAndLeavesNothingBehind() throws IOException {
        Path target = folder.resolve("out");
        for (String content : List.of("one", "two")) {
            try (Publisher publisher = Publisher.open(target)) {
                publisher.write("a", text(content));
                publisher.publish();
            }
        }
        assertThat(target.resolve("a")).hasContent("two");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(target);
        }
    }

    @Test
    void whatIsNotPublishedLeavesThePredecessorAndNoTrace() throws IOException {
        Path target = folder.resolve("out");
        try (Publisher publisher = Publisher.open(target)) {
            publisher.write("a", text("one"));
            publisher.publish();
        }
        try (Publisher publisher = Publisher.open(target)) {
            publisher.write("a", text("two"));
        }
        assertThat(target.resolve("a")).hasContent("one");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(target);
        }
    }

    @Test
    void aSecondRunIsTurnedAway() {
        try (Publisher first = Publisher.open(folder.resolve("out"))) {
            Refused refused = catchThrowableOfType(Refused.class, () -> Publisher.open(folder.resolve("out")));
            assertThat(refused.exitCode()).isEqualTo(ExitCode.BUSY);
            assertThat(refused.lines())
                    .singleElement()
                    .asString()
                    .contains("process " + ProcessHandle.current().pid());
            first.write("a", text("one"));
        }
    }

    @Test
    void aRunKilledBetweenTheTwoRenamesIsRecovered() throws IOException {
        Path previous = Files.createDirectory(folder.resolve(".out.previous"));
        Files.writeString(previous.resolve("a"), "old");
        Files.createDirectory(folder.resolve(".out.partial"));
        try (Publisher publisher = Publisher.open(folder.resolve("out"))) {
            assertThat(folder.resolve("out").resolve("a")).hasContent("old");
            publisher.write("a", text("new"));
        }
        assertThat(folder.resolve("out").resolve("a")).hasContent("old");
    }

    @Test
    void aPackageThatCannotBePutInPlaceLeavesItsPredecessor() throws IOException {
        Path target = folder.resolve("out");
        try (Publisher publisher = Publisher.open(target)) {
            publisher.write("a", text("one"));
            publisher.publish();
        }
        try (Publisher publisher = Publisher.open(target)) {
            Files.delete(folder.resolve(".out.partial"));
            Refused refused = catchThrowableOfType(Refused.class, publisher::publish);
            assertThat(refused.exitCode()).isEqualTo(ExitCode.ENVIRONMENT);
        }
        assertThat(target.resolve("a")).hasContent("one");
    }

    @Test
    void aLinkToAFolderStaysAndItsFolderIsReplaced() throws IOException {
        Path place = Files.createDirectories(folder.resolve("disk/package"));
        Files.writeString(place.resolve("a"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("out"), place);
        try (Publisher publisher = Publisher.open(link)) {
            publisher.write("a", text("new"));
            publisher.publish();
        }
        assertThat(link).isSymbolicLink();
        assertThat(place.resolve("a")).hasContent("new");
    }

    @Test
    void aFileInTheWayIsNotOverwritten() throws IOException {
        Path target = Files.writeString(folder.resolve("out"), "mine");
        Refused refused = catchThrowableOfType(Refused.class, () -> Publisher.open(target));
        assertThat(refused.exitCode()).isEqualTo(ExitCode.ENVIRONMENT);
        assertThat(target).hasContent("mine");
    }

    /** Publishes packages of two equal files, for ever. */
    public static final class Endless {
        private Endless() {}

        public static void main(String[] args) {
            for (int i = 0; ; i++) {
                try (Publisher publisher = Publisher.open(Path.of(args[0]))) {
                    byte[] content = text(Integer.toString(i).repeat(20_000));
                    publisher.write("a", content);
                    publisher.write("b", content);
                    publisher.publish();
                }
            }
        }
    }

    private static String place(Class<?> type) {
        return Path.of(java.net.URI.create(
                        type.getProtectionDomain().getCodeSource().getLocation().toString()))
                .toString();
    }

    @Test
    void killedAtAnyTimeAPackageIsWhole() throws IOException, InterruptedException {
        Path target = folder.resolve("out");
        Random random = new Random(11);
        boolean seen = false;
        for (int kill = 0; kill < 8; kill++) {
            List<String> command = new ArrayList<>(List.of(
                    ProcessHandle.current().info().command().orElse("java"),
                    "-XX:TieredStopAtLevel=1",
                    "-cp",
                    place(Publisher.class) + System.getProperty("path.separator") + place(PublisherTest.class),
                    Endless.class.getName(),
                    target.toString()));
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.waitFor(400 + random.nextInt(300), TimeUnit.MILLISECONDS);
            process.destroyForcibly().waitFor();
            if (!seen && !Files.exists(target) && !Files.exists(folder.resolve(".out.previous"))) {
                continue; // killed before the first package
            }
            Path whole = Files.exists(target) ? target : folder.resolve(".out.previous");
            seen = true;
            assertThat(Files.mismatch(whole.resolve("a"), whole.resolve("b"))).isEqualTo(-1);
        }
        assertThat(seen).isTrue();
    }
}
