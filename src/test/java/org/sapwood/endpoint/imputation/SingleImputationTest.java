package org.sapwood.endpoint.imputation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sapwood.endpoint.Derived;
import org.sapwood.endpoint.imputation.SingleImputation.AtVisit;
import org.sapwood.endpoint.imputation.SingleImputation.Imputed;

/** Which recorded value stands for a missing one. */
class SingleImputationTest {
    private static SingleImputation named(String name) {
        return switch (name) {
            case "LOCF" -> new SingleImputation.LastObservation();
            case "BOCF" -> new SingleImputation.BaselineObservation();
            case "WOCF high" -> new SingleImputation.WorstObservation(WorstValue.HIGHEST);
            case "WOCF low" -> new SingleImputation.WorstObservation(WorstValue.LOWEST);
            default -> new SingleImputation.NonResponse();
        };
    }

    /** Values by visit, baseline first, a dash for a missing one. */
    private static Derived<Imputed> at(String method, String values) {
        List<AtVisit> visits = new ArrayList<>();
        for (String value : values.split(" ")) {
            @Nullable BigDecimal number = value.equals("-") ? null : new BigDecimal(value);
            visits.add(new AtVisit("V" + visits.size(), number));
        }
        return named(method).at(visits.get(0), visits.subList(1, visits.size()));
    }

    @ParameterizedTest
    @CsvSource({
        "LOCF,      10 7.10 6 -,  6,    LOCF, 'last value, V2'",
        "LOCF,      10 7.10 - -,  7.10, LOCF, 'last value, V1'",
        "BOCF,      10.0 7 6 -,   10.0, BOCF, value at V0",
        "WOCF high, 10 7 9 8 9 -, 9,    WOCF, 'worst value, V2'",
        "WOCF low,  10 7 9 8 9 -, 7,    WOCF, 'worst value, V1'",
        "NRI,       - 1 -,        0,    NRI,  missing counts as no response"
    })
    void aMissingValueIsReplacedAndFlagged(String method, String values, BigDecimal value, String flag, String reason) {
        assertThat(at(method, values)).isInstanceOfSatisfying(Derived.Known.class, known -> {
            Imputed imputed = (Imputed) known.value();
            // equals of BigDecimal looks at the scale as well: the decimals are the recorded ones
            assertThat(imputed.value()).isEqualTo(value);
            assertThat(imputed.flag()).isEqualTo(flag);
            assertThat(imputed.reason()).isEqualTo(reason);
            assertThat(imputed.isImputed()).isTrue();
        });
    }

    @ParameterizedTest
    @CsvSource({"LOCF", "BOCF", "WOCF high", "NRI"})
    void aRecordedValueStays(String method) {
        assertThat(at(method, "10 7 5.50")).isEqualTo(Derived.of(new Imputed(new BigDecimal("5.50"), "", "", "V2")));
    }

    @Test
    void nothingRecordedGivesNothing() {
        assertThat(at("LOCF", "10 - -")).isEqualTo(Derived.missing("no value after baseline to carry forward"));
        assertThat(at("WOCF high", "10 - -")).isEqualTo(Derived.missing("no value after baseline to carry forward"));
        assertThat(at("BOCF", "- 7 -")).isEqualTo(Derived.missing("no value at baseline to carry forward"));
    }
}
