package org.sapwood.endpoint.polymyalgia;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sapwood.endpoint.Derived;
import org.sapwood.endpoint.ExactRatio;
import org.sapwood.endpoint.polymyalgia.PolymyalgiaActivityScore.CrpUnit;
import org.sapwood.endpoint.polymyalgia.PolymyalgiaRule.Activity;
import org.sapwood.endpoint.polymyalgia.PolymyalgiaRule.FlareLimit;
import org.sapwood.endpoint.steroid.SteroidChange;

class PolymyalgiaTest {

    private static BigDecimal d(String text) {
        return new BigDecimal(text);
    }

    @Test
    void onlyStiffnessIsWeightedAndLitresBecomeDecilitres() {
        PolymyalgiaActivityScore score =
                new PolymyalgiaActivityScore(d("24"), CrpUnit.MILLIGRAMS_PER_LITRE, d("5.5"), d("4"), d("45"), 2);
        assertThat(score.score().orElseThrow()).isEqualByComparingTo("18.4");
        PolymyalgiaActivityScore same =
                new PolymyalgiaActivityScore(d("2.4"), CrpUnit.MILLIGRAMS_PER_DECILITRE, d("5.5"), d("4"), d("45"), 2);
        assertThat(same.score().orElseThrow()).isEqualByComparingTo("18.4");
    }

    @Test
    void aMissingPartLeavesNoScore() {
        assertThat(new PolymyalgiaActivityScore(null, CrpUnit.MILLIGRAMS_PER_LITRE, d("5"), d("4"), d("45"), null)
                        .score()
                        .reasonMissing())
                .isEqualTo("PMR-AS parts missing: CRP, elevation of upper limbs");
        assertThatThrownBy(() ->
                        new PolymyalgiaActivityScore(d("1"), CrpUnit.MILLIGRAMS_PER_LITRE, d("55"), d("4"), d("45"), 2))
                .hasMessage("pain: expected 0 to 10, found 55");
    }

    @ParameterizedTest
    @CsvSource({"0, REMISSION", "1.5, REMISSION", "1.51, LOW", "6.99, LOW", "7, MODERATE", "17, MODERATE", "17.01, HIGH"
    })
    void gradesActivity(BigDecimal score, Activity activity) {
        assertThat(PolymyalgiaRule.PUBLISHED.activity(score)).isEqualTo(activity);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = ".",
            value = {
                "5, 9.35, yes, no",
                "5, 9.36, yes, yes",
                "5, 9.34, no, no",
                "1, 7.6, yes, no",
                "1, 7.59, no, no",
                "., 9.4, yes, yes",
                "., 9, missing, missing",
                "5, ., missing, missing"
            })
    void flaresByHeightOrByRise(
            @Nullable BigDecimal before, @Nullable BigDecimal now, String inclusive, String exclusive) {
        PolymyalgiaRule published = PolymyalgiaRule.PUBLISHED;
        PolymyalgiaRule above = new PolymyalgiaRule(
                published.remissionAtMost(),
                published.lowBelow(),
                published.highAbove(),
                published.flareScore(),
                published.flareRise(),
                FlareLimit.EXCLUSIVE);
        assertThat(published
                        .flare(before, now)
                        .isMet()
                        .map(met -> met ? "yes" : "no")
                        .orElse("missing"))
                .isEqualTo(inclusive);
        assertThat(above.flare(before, now)
                        .isMet()
                        .map(met -> met ? "yes" : "no")
                        .orElse("missing"))
                .isEqualTo(exclusive);
    }

    @ParameterizedTest
    @CsvSource({"9.9, 20, 5, true", "10, 20, 5, false", "9.9, 20, 10, true", "9.9, 14, 6, false", "9.9, 6, 5, true"})
    void sparingRemissionNeedsLowActivityAndLittleOrLess(String score, String before, String after, boolean met) {
        SteroidChange steroid =
                new SteroidChange(Derived.of(ExactRatio.of(d(before))), Derived.of(ExactRatio.of(d(after))));
        assertThat(SparingRemission.SEMAPHORE.judge(d(score), steroid).isMet().orElseThrow())
                .isEqualTo(met);
    }
}
