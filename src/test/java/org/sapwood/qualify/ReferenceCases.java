package org.sapwood.qualify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** One dynamic test per reference case of a family file; what a family's reference test calls. */
final class ReferenceCases {
    static final Path FOLDER = Path.of("fixtures/reference");

    private ReferenceCases() {}

    static Stream<DynamicTest> of(String family) {
        return read(family).stream()
                .map(reference ->
                        DynamicTest.dynamicTest(reference.id(), () -> assertPasses(CaseRunner.run(reference))));
    }

    static List<ReferenceCase> read(String family) {
        try {
            return new CaseReader(name -> Files.newInputStream(FOLDER.resolve(name))).read(family + ".json");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void assertPasses(Verdict verdict) {
        assertThat(verdict.problem())
                .as(
                        "case %s (%s)",
                        verdict.reference().id(), verdict.reference().method())
                .isNull();
        assertThat(verdict.comparisons().stream().filter(c -> !c.passed()).toList())
                .as(
                        "case %s (%s)",
                        verdict.reference().id(), verdict.reference().method())
                .isEmpty();
        assertThat(verdict.comparisons()).isNotEmpty();
    }
}
