package org.sapwood.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sapwood.endpoint.myositis.CoreSetScales.AnalogueScale;

class InstrumentsTest {

    @ParameterizedTest
    @CsvSource({
        "vas-cm, 10, true",
        "vas-cm, 10.1, false",
        "vas-cm, 5.55, false",
        "vas-mm, 62, true",
        "vas-mm, 62.5, false",
        "mmt8-150, 150, true",
        "mmt8-80, 81, false",
        "mmt8-150, -1, false",
        "haq-di, 1.125, true",
        "haq-di, 3.1, false",
        "cdasi-activity, 100, true",
        "cdasi-damage, 33, false",
        "tis, 47.5, true",
        "tis, 47, false",
        "phyglob-0-3, 2.75, true",
        "phyglob-0-3, 3.5, false",
        "sledai-2k, 105, true",
        "eul, 4, false",
        "esr, -0.1, false"
    })
    void knowsWhichValuesAreLegal(String id, BigDecimal value, boolean legal) {
        assertThat(Instruments.find(id).orElseThrow().illegal(value).isEmpty()).isEqualTo(legal);
    }

    @Test
    void saysWhatWasExpectedAndFound() {
        assertThat(Instruments.find("patglob-cm").orElseThrow().illegal(new BigDecimal("62")))
                .contains("patient global: expected 0 to 10 cm in steps of 0.1, found 62");
    }

    @Test
    void refusesTheKnownErrorsOfRegistriesWithTheirReason() {
        assertThat(Instruments.checkDeclaration("patglob-cm", BigDecimal.ZERO, BigDecimal.valueOf(80), null))
                .singleElement()
                .asString()
                .contains("expected 0 to 10 cm", "declares 0 to 80", "A1 of NCT05495321");
        assertThat(Instruments.checkDeclaration("haq-di", null, null, DirectionOfBenefit.HIGHER_IS_BETTER))
                .containsExactly("HAQ-DI: lower is better, the plan declares higher is better (registry text A2 of"
                        + " NCT05495321 says the opposite; a higher HAQ-DI is more disability)");
        assertThat(Instruments.checkDeclaration("mmt8-150", null, BigDecimal.valueOf(80), null))
                .singleElement()
                .asString()
                .contains("never rescale");
        assertThat(Instruments.checkDeclaration("cdasi-activity", null, BigDecimal.valueOf(32), null))
                .singleElement()
                .asString()
                .contains("A4");
    }

    @Test
    void acceptsADeclarationThatAgrees() {
        assertThat(Instruments.checkDeclaration(
                        "haq-di", new BigDecimal("0.0"), new BigDecimal("3.000"), DirectionOfBenefit.LOWER_IS_BETTER))
                .isEmpty();
        assertThat(Instruments.checkDeclaration("local-scale", null, BigDecimal.TEN, null))
                .isEmpty();
    }

    @Test
    void otherContradictionsAreRefusedWithoutAStory() {
        assertThat(Instruments.checkDeclaration("cdasi-damage", null, BigDecimal.valueOf(31), null))
                .containsExactly("CDASI damage: expected 0 to 32 in steps of 1, the plan declares open to 31");
    }

    @Test
    void idsAreUnique() {
        assertThat(Instruments.ALL.stream().map(Instrument::id)).doesNotHaveDuplicates();
    }

    @Test
    void centimetresAndMillimetresAreTheSameDistance() {
        assertThat(AnalogueScale.MILLIMETRES.toCentimetres(new BigDecimal("62")))
                .isEqualByComparingTo("6.2");
        assertThat(AnalogueScale.MILLIMETRES.fromCentimetres(new BigDecimal("6.2")))
                .isEqualByComparingTo("62");
    }
}
