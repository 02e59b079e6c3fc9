package org.sapwood.endpoint.steroid;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.sapwood.endpoint.Derived;
import org.sapwood.endpoint.ExactRatio;

class SteroidChangeTest {

    private static BigDecimal d(String text) {
        return new BigDecimal(text);
    }

    private static SteroidChange change(String before, String after) {
        return new SteroidChange(Derived.of(ExactRatio.of(d(before))), Derived.of(ExactRatio.of(d(after))));
    }

    @Test
    void limitsAreInclusive() {
        assertThat(change("10", "7.5").reducedByPercent(d("25")).isYes()).isTrue();
        assertThat(change("10", "7.51").reducedByPercent(d("25")).isNo()).isTrue();
        assertThat(change("20", "10").reducedBy(d("10")).isYes()).isTrue();
        assertThat(change("20", "7.5").atMost(d("7.5")).isYes()).isTrue();
        assertThat(change("20", "0").atMost(d("0")).isYes()).isTrue();
        assertThat(change("10", "7.5").percent().orElseThrow().toText(1)).isEqualTo("-25");
    }

    @Test
    void aWeeklyMeanOfSevenPointFiveIsExactlyOnTheLimit() {
        ExactRatio mean = ExactRatio.of(d("52.5"), d("7"));
        assertThat(new SteroidChange(Derived.of(mean), Derived.of(mean))
                        .atMost(d("7.5"))
                        .isYes())
                .isTrue();
    }

    @Test
    void withoutGlucocorticoidAtBaselineThereIsNoPercentageButThereIsADose() {
        SteroidChange none = change("0", "5");
        assertThat(none.reducedByPercent(d("25")).isMet().reasonMissing())
                .isEqualTo("no glucocorticoid at baseline: no percent change");
        assertThat(none.atMost(d("5")).isYes()).isTrue();
        assertThat(none.absolute().orElseThrow().toText(1)).isEqualTo("5");
    }

    @Test
    void theLupusConventionConcernsPatientsAboveTheTarget() {
        assertThat(change("10", "7.5")
                        .reducedByPercentToAtMost(d("25"), d("7.5"))
                        .isYes())
                .isTrue();
        assertThat(change("20", "10")
                        .reducedByPercentToAtMost(d("25"), d("7.5"))
                        .isNo())
                .isTrue();
        assertThat(change("8", "7.5")
                        .reducedByPercentToAtMost(d("25"), d("7.5"))
                        .isNo())
                .isTrue();
        assertThat(change("7.5", "5")
                        .reducedByPercentToAtMost(d("25"), d("7.5"))
                        .isUnknown())
                .isTrue();
    }

    @Test
    void aMissingDoseIsUnknownWithItsReason() {
        SteroidChange lost = new SteroidChange(Derived.of(ExactRatio.of(d("10"))), Derived.missing("no dose recorded"));
        assertThat(lost.reducedByPercent(d("25")).isMet().reasonMissing()).isEqualTo("no dose recorded");
    }

    @Test
    void dosePerBodyWeightIsExact() {
        assertThat(change("10", "30").visitPerKilogram(d("60")).orElseThrow().isAtMost(d("0.5")))
                .isTrue();
        assertThat(change("10", "7.5").reducedByPercent(d("50")).reasons())
                .containsExactly("changed by -25 %, -50 % needed");
    }
}
