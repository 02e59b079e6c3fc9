package org.sapwood.qualify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Cases on data that may not be shipped with the product; they are run where the folder is present. */
class MixedModelCasesThirdPartyReferenceTest {
    private static final Path FOLDER = Path.of("../shared/reference/third-party");

    @TestFactory
    Stream<DynamicTest> everyCaseOnThirdPartyData() throws IOException {
        Assumptions.assumeTrue(
                Files.isRegularFile(FOLDER.resolve("06-mixed-models-fev.json")),
                "the folder " + FOLDER + " with the third-party reference cases is not present");
        return new CaseReader(name -> Files.newInputStream(FOLDER.resolve(name)))
                .read("06-mixed-models-fev.json").stream()
                        .map(reference -> DynamicTest.dynamicTest(
                                reference.id(), () -> ReferenceCases.assertPasses(CaseRunner.run(reference))));
    }
}
