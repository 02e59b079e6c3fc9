package org.sapwood.endpoint.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sapwood.endpoint.DirectionOfBenefit.HIGHER_IS_BETTER;
import static org.sapwood.endpoint.DirectionOfBenefit.LOWER_IS_BETTER;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sapwood.endpoint.DirectionOfBenefit;
import org.sapwood.endpoint.Judgement;
import org.sapwood.endpoint.response.ResponderRule.AtLeast;
import org.sapwood.endpoint.response.ResponderRule.AtMost;
import org.sapwood.endpoint.response.ResponderRule.ImprovedBy;
import org.sapwood.endpoint.response.ResponderRule.ImprovedByPercent;
import org.sapwood.endpoint.response.ResponderRule.WorsenedBy;
import org.sapwood.endpoint.response.ResponderRule.WorsenedByPercent;

class ResponderRuleTest {

    private static BigDecimal d(String text) {
        return new BigDecimal(text);
    }

    @Test
    void changeIsFollowUpMinusBaselineWhicheverDirectionIsBetter() {
        Change fall = new Change(d("7"), d("3"), LOWER_IS_BETTER);
        assertThat(fall.absolute()).isEqualByComparingTo("-4");
        assertThat(fall.improvement()).isEqualByComparingTo("4");
        assertThat(fall.percent().orElseThrow().toText(2)).isEqualTo("-57.14");
        assertThat(new Change(d("120"), d("130"), HIGHER_IS_BETTER).improvement())
                .isEqualByComparingTo("10");
        assertThat(new Change(d("0"), d("1"), LOWER_IS_BETTER).percent().reasonMissing())
                .isEqualTo("baseline is 0: no percent change");
    }

    @ParameterizedTest
    @CsvSource({
        "10, 6, LOWER_IS_BETTER, true",
        "10, 6.1, LOWER_IS_BETTER, false",
        "6, 10, HIGHER_IS_BETTER, true",
        "6, 10, LOWER_IS_BETTER, false"
    })
    void limitsInPointsAreInclusive(String before, String after, DirectionOfBenefit direction, boolean met) {
        assertThat(new ImprovedBy(d("4")).judge(d(before), d(after), direction).isYes())
                .isEqualTo(met);
        assertThat(new WorsenedBy(d("4")).judge(d(after), d(before), direction).isYes())
                .isEqualTo(met);
    }

    @ParameterizedTest
    @CsvSource({"10, 6, 40, true", "10, 6.01, 40, false", "3, 2, 33.33333, true", "3, 2, 33.33334, false"})
    void limitsInPercentAreInclusive(String before, String after, String percent, boolean met) {
        assertThat(new ImprovedByPercent(d(percent))
                        .judge(d(before), d(after), LOWER_IS_BETTER)
                        .isYes())
                .isEqualTo(met);
        assertThat(new WorsenedByPercent(d(percent))
                        .judge(d(before), d(after), HIGHER_IS_BETTER)
                        .isYes())
                .isEqualTo(met);
    }

    @Test
    void limitsOnTheFollowUpNeedNoBaseline() {
        assertThat(new AtMost(d("7.5")).judge(null, d("7.50"), LOWER_IS_BETTER).isYes())
                .isTrue();
        assertThat(new AtLeast(d("20")).judge(null, d("17.5"), HIGHER_IS_BETTER).isNo())
                .isTrue();
    }

    @Test
    void missingValuesAndZeroBaselinesAreUnknownWithTheirReason() {
        Judgement zero = new ImprovedByPercent(d("25")).judge(d("0"), d("0"), LOWER_IS_BETTER);
        assertThat(zero.isUnknown()).isTrue();
        assertThat(zero.isMet().reasonMissing()).isEqualTo("baseline is 0: no percent change");
        assertThat(new ImprovedBy(d("4")).judge(null, d("1"), LOWER_IS_BETTER).isUnknown())
                .isTrue();
        assertThat(new AtMost(d("4")).judge(d("1"), null, LOWER_IS_BETTER).isUnknown())
                .isTrue();
    }

    @Test
    void theReasonGivesTheNumbers() {
        assertThat(new ImprovedByPercent(d("50"))
                        .judge(d("7"), d("3"), LOWER_IS_BETTER)
                        .reasons())
                .containsExactly("improved by 57.14 %, 50 % needed");
    }

    @Test
    void refusesALimitOfZero() {
        assertThatThrownBy(() -> new ImprovedBy(d("0"))).hasMessage("expected an amount above 0, found 0");
    }
}
