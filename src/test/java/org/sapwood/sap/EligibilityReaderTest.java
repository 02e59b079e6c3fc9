package org.sapwood.sap;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sapwood.sap.Criterion.Comparison;

class EligibilityReaderTest {
    @Test
    void severalFieldsHoldTogether() {
        assertThat(PlanTexts.criterion("{below: {gc-mg-kg: 0.5}, not: {within: {gc-dose-change: 4 weeks}}}"))
                .isEqualTo(new Criterion.AllOf(java.util.List.of(
                        new Criterion.Measured("gc-mg-kg", Comparison.BELOW, new BigDecimal("0.5")),
                        new Criterion.Not(
                                new Criterion.Within("gc-dose-change", new LookBack(4, LookBack.Unit.WEEKS))))));
    }

    @Test
    void aLimitMayBeAMultipleOfAnotherFact() {
        assertThat(PlanTexts.criterion("{above: {alt: 3 x alt-uln}}"))
                .isEqualTo(new Criterion.Multiple("alt", Comparison.ABOVE, new BigDecimal(3), "alt-uln"));
    }

    @Test
    void namesTheFactsARuleRestsOn() {
        assertThat(PlanTexts.criterion(
                                "{any: [{flag: a}, {at-least-of: {k: 1, of: [{above: {b: 1 x c}}, {at-most: {d: 2}}]}}]}")
                        .facts())
                .containsExactly("a", "b", "c", "d");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{flagg: consent}| no field named \"flagg\"",
                "{at-least: {age: old}}| expected a number, or a multiple of another; found \"old\"",
                "{within: {vaccine: 3 fortnights}}| expected a window such as 3 months; found \"3 fortnights\"",
                "{at-least-of: {k: 3, of: [{flag: a}]}}| expected a k from 1 to 1; found 3",
                "{any: []}| \"any\" without conditions",
                "{}| a criterion without a condition"
            })
    void whatCannotBeMeantIsRefused(String when, String complaint) {
        assertThat(String.join("\n", PlanTexts.complaintsAbout(when))).contains(complaint);
    }
}
