package org.sapwood.qualify;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ContingencyReferenceTest {
    @TestFactory
    Stream<DynamicTest> everyCaseOfTheFamily() {
        return ReferenceCases.of(ContingencyCases.FAMILY);
    }
}
