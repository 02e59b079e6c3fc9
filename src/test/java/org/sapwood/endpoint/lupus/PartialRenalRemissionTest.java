package org.sapwood.endpoint.lupus;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sapwood.endpoint.Judgement;
import org.sapwood.endpoint.lupus.RenalRemission.Kidney;

class PartialRenalRemissionTest {
    private static final PartialRenalRemission HALVED_BELOW_3 =
            new PartialRenalRemission(BigDecimal.valueOf(50), BigDecimal.valueOf(3), BigDecimal.valueOf(15));

    @ParameterizedTest
    @CsvSource({
        "4, 2, 80, 80, yes",
        "4, 2.01, 80, 80, no",
        "6, 3, 80, 80, no",
        "6, 2.9, 80, 80, yes",
        "4, 2, 80, 92, yes",
        "4, 2, 80, 92.1, no",
        "4, , 80, 80, unknown",
        ", 2, 80, 80, unknown",
        "0, 0, 80, 80, unknown",
        "0, 3, 80, 80, no",
        "4, 2, 80, , unknown",
        "4, 3.5, 80, , no"
    })
    void proteinuriaHalvesBelowTheLimitWithSteadyCreatinine(
            @Nullable BigDecimal before,
            @Nullable BigDecimal after,
            @Nullable BigDecimal creatinineBefore,
            @Nullable BigDecimal creatinineAfter,
            String expected) {
        Judgement judgement = HALVED_BELOW_3.judge(
                new Kidney(before, null, null, creatinineBefore), new Kidney(after, null, null, creatinineAfter));
        assertThat(judgement.isUnknown() ? "unknown" : judgement.isYes() ? "yes" : "no")
                .isEqualTo(expected);
    }
}
