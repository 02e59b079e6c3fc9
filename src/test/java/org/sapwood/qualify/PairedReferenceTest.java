package org.sapwood.qualify;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class PairedReferenceTest {
    @TestFactory
    Stream<DynamicTest> everyCaseOfTheFamily() {
        return ReferenceCases.of(PairedCases.FAMILY);
    }
}
