package org.sapwood.endpoint.biomarker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BiomarkerTest {

    private static BigDecimal d(String text) {
        return new BigDecimal(text);
    }

    @ParameterizedTest
    @CsvSource({
        "<1.0, HALF, 0.5",
        "<1.0, OVER_ROOT_TWO, 0.70710678118654752440",
        "<1.0, AS_IS, 1",
        "<1.0, ZERO, 0",
        "0.3, HALF, 0.3",
        "> 500, HALF, 500"
    })
    void replacesWhatIsBelowTheLimit(String text, LimitRule rule, BigDecimal value) {
        assertThat(rule.value(Measured.parse(text).orElseThrow())).isEqualByComparingTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "NA", "1,5", "<", "<0", "-1", "1e3", "NaN"})
    void refusesWhatIsNoMeasurement(String text) {
        assertThat(Measured.parse(text).reasonMissing()).contains("expected", "found \"" + text + "\"");
    }

    @Test
    void percentagesOfDifferentParentsAreNeverCompared() {
        CellPercentage treg = new CellPercentage("Treg", "CD4", d("8.97"));
        CellPercentage tregOfAll = new CellPercentage("Treg", "lymphocytes", d("4"));
        CellPercentage th17 = new CellPercentage("Th17", "CD4", d("3"));
        assertThat(treg.ratioTo(th17).orElseThrow().toText(2)).isEqualTo("2.99");
        assertThat(tregOfAll.ratioTo(th17).reasonMissing()).isEqualTo("Treg is gated on lymphocytes, Th17 on CD4");
        assertThat(treg.ratioTo(new CellPercentage("Tfh", "CD4", d("0"))).isKnown())
                .isFalse();
    }

    @Test
    void gatesChainToTheGrandparent() {
        CellPercentage treg = new CellPercentage("Treg", "CD4", d("10"));
        CellPercentage cd4 = new CellPercentage("CD4", "lymphocytes", d("45"));
        assertThat(treg.within(cd4).orElseThrow().percent()).isEqualByComparingTo("4.5");
        assertThat(treg.within(cd4).orElseThrow().parent()).isEqualTo("lymphocytes");
        assertThat(cd4.within(treg).isKnown()).isFalse();
        assertThat(treg.count(d("820"))).isEqualByComparingTo("82");
    }

    @Test
    void logarithmsNeedAPositiveValue() {
        assertThat(Logarithm.BASE_2.of(d("8")).orElseThrow()).isCloseTo(3, within(1e-15));
        assertThat(Logarithm.BASE_10.of(d("1000")).orElseThrow()).isEqualTo(3);
        assertThat(Logarithm.NATURAL.of(BigDecimal.ZERO).reasonMissing()).isEqualTo("no logarithm of 0");
    }
}
