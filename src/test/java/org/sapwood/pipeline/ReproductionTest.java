package org.sapwood.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sapwood.result.Value;
import org.sapwood.sap.PublishedSpec;
import org.sapwood.sap.PublishedSpec.Scale;

/** Numbers of the lupus trial (He 2020) and made-up ones beside results. */
class ReproductionTest {
    private static Reproduction of(String printed, Value value) {
        Scale scale = printed.endsWith("%") ? Scale.PERCENT : Scale.NUMBER;
        return Reproduction.of(
                new PublishedSpec("id", "label", "source", printed, scale, "a/overall/n", "", "", ""), value);
    }

    @ParameterizedTest
    @CsvSource({
        "55.17%, 16, 29, 55.17%, AGREES",
        "55.2%, 16, 29, 55.2%, AGREES",
        "55.18%, 16, 29, 55.17%, DIFFERS",
        // 16 of 30, the proportion among all randomised
        "55.17%, 16, 30, 53.33%, DIFFERS",
        // a half is rounded away from zero
        "13%, 1, 8, 13%, AGREES"
    })
    void proportions(String printed, long n, long of, String reproduced, Reproduction.Agreement agreement) {
        Reproduction reproduction = of(printed, new Value.Ratio(n, of));
        assertThat(reproduction.printed()).isEqualTo(reproduced);
        assertThat(reproduction.agreement()).isEqualTo(agreement);
    }

    @ParameterizedTest
    @CsvSource({
        "0.052, 0.0519, 0.052, AGREES",
        ".05, 0.0519, 0.05, AGREES",
        "<0.001, 0.00099, <0.001, AGREES",
        "<0.001, 0.0012, 0.001, DIFFERS",
        ">0.9, 0.95, >0.9, AGREES"
    })
    void probabilities(String printed, double p, String reproduced, Reproduction.Agreement agreement) {
        Reproduction reproduction = of(printed, new Value.Probability(p, StrictMath.log(p)));
        assertThat(reproduction.printed()).isEqualTo(reproduced);
        assertThat(reproduction.agreement()).isEqualTo(agreement);
    }

    @Test
    void trailingZerosThatWerePublishedAreKept() {
        assertThat(of("12.00", new Value.Exact(BigDecimal.valueOf(12))).printed())
                .isEqualTo("12.00");
    }

    @Test
    void whatIsNotEstimableCannotBeReproduced() {
        Reproduction none = of("0.5", new Value.NotEstimable("EMPTY_GROUP", "no subject in the group"));
        assertThat(none.agreement()).isEqualTo(Reproduction.Agreement.IMPOSSIBLE);
        assertThat(none.verdict("")).isEqualTo("Cannot be reproduced: no subject in the group");
    }
}
