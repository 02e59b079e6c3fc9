package org.sapwood.qualify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The command {@code methods} has something to print for every method. */
class MethodPagesTest {
    static Stream<CaseMethod> methods() {
        return CaseMethods.all();
    }

    @ParameterizedTest
    @MethodSource("methods")
    void everyMethodHasASectionWithEveryHeading(CaseMethod method) {
        String section = String.join("\n", MethodPages.section(method).orElse(List.of()));
        assertThat(section)
                .as("%s in %s.md", method.name(), method.page())
                .contains(
                        "**Estimates**",
                        "**Formula**",
                        "**Options**",
                        "**Edge cases**",
                        "**Reference**",
                        "**SAS**",
                        "**R**");
    }
}
