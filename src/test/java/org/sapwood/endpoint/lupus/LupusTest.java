package org.sapwood.endpoint.lupus;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sapwood.endpoint.lupus.Bilag.Grade;
import org.sapwood.endpoint.lupus.Bilag.OrganSystem;
import org.sapwood.endpoint.lupus.RenalRemission.Kidney;
import org.sapwood.endpoint.lupus.SleResponderIndex.Rule;
import org.sapwood.endpoint.lupus.SleResponderIndex.Visit;

class LupusTest {

    private static Bilag bilag(String letters) {
        Map<OrganSystem, Grade> grades = new EnumMap<>(OrganSystem.class);
        for (int i = 0; i < letters.length(); i++) {
            if (letters.charAt(i) != '?') {
                grades.put(OrganSystem.values()[i], Grade.valueOf(letters.substring(i, i + 1)));
            }
        }
        return new Bilag(grades);
    }

    private static @Nullable BigDecimal d(@Nullable String text) {
        return text == null ? null : new BigDecimal(text);
    }

    @Test
    void allItemsTogetherScore105AndPyuriaIs4() {
        Sledai all = Sledai.of(Sledai.Version.SLEDAI_2K, EnumSet.allOf(SledaiItem.class));
        assertThat(all.score().orElseThrow()).isEqualByComparingTo("105");
        assertThat(SledaiItem.PYURIA.weight()).isEqualTo(4);
        assertThat(Arrays.stream(SledaiItem.values())
                        .filter(SledaiItem::isRenal)
                        .mapToInt(SledaiItem::weight)
                        .sum())
                .isEqualTo(16);
    }

    @Test
    void scoresAPatient() {
        assertThat(Sledai.of(
                                Sledai.Version.SELENA,
                                EnumSet.of(
                                        SledaiItem.ARTHRITIS,
                                        SledaiItem.RASH,
                                        SledaiItem.ALOPECIA,
                                        SledaiItem.LOW_COMPLEMENT,
                                        SledaiItem.INCREASED_DNA_BINDING))
                        .score()
                        .orElseThrow())
                .isEqualByComparingTo("12");
    }

    @Test
    void anItemThatWasNotAssessedLeavesNoScoreButALowerBound() {
        Map<SledaiItem, Boolean> items = new EnumMap<>(SledaiItem.class);
        for (SledaiItem item : SledaiItem.values()) {
            items.put(item, item == SledaiItem.RASH);
        }
        items.remove(SledaiItem.LOW_COMPLEMENT);
        Sledai partial = new Sledai(Sledai.Version.SLEDAI_2K, items);
        assertThat(partial.score().reasonMissing()).isEqualTo("SLEDAI items not assessed: low complement");
        assertThat(partial.knownPoints()).isEqualTo(2);
    }

    @Test
    void anAssessmentThatDidNotTakePlaceIsNotListedItemByItem() {
        assertThat(new Sledai(Sledai.Version.SELENA, Map.of()).score().reasonMissing())
                .isEqualTo("SLEDAI not assessed");
        assertThat(new Bilag(Map.of()).numeric().reasonMissing()).isEqualTo("BILAG not assessed");
    }

    @Test
    void bilagHasANumberAndLetters() {
        assertThat(bilag("EBCDEEEEE").numeric().orElseThrow()).isEqualByComparingTo("9");
        assertThat(bilag("EAEEEEEEE").hasOneAOrTwoB().isYes()).isTrue();
        assertThat(bilag("EBEEEEEEB").hasOneAOrTwoB().isYes()).isTrue();
        assertThat(bilag("EBEEEEEEC").hasOneAOrTwoB().isNo()).isTrue();
        assertThat(bilag("EBEEEEE?C").hasOneAOrTwoB().isUnknown()).isTrue();
        assertThat(bilag("EBEEEEE?C").numeric().isKnown()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "ECEEEEEEE, ECEEEEEEE, true",
        "ECEEEEEEE, EBEEEEEEE, true",
        "ECEEEEEEE, EBEEEEEEB, false",
        "EBEEEEEEE, EAEEEEEEE, false",
        "EAEEEEEEE, EBEEEEEEE, true",
        "AAEEEEEEE, BBEEEEEEE, true",
        "EAEEEEEEE, EAEEEEEEE, true",
        "EBBEEEEEE, EBBEEEEEB, true"
    })
    void aNewLetterIsOneThatGotWorse(String before, String after, boolean free) {
        assertThat(bilag(after).hasNotFlaredSince(bilag(before)).isMet().orElseThrow())
                .isEqualTo(free);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = ".",
            value = {
                "12, 8, EBEEEEEEE, EBEEEEEEE, 2.0, 2.29, yes",
                "12, 8, EBEEEEEEE, EBEEEEEEE, 2.0, 2.3, no",
                "12, 9, EBEEEEEEE, EBEEEEEEE, 2.0, 1.0, no",
                "12, 8, EBEEEEEEE, EAEEEEEEE, 2.0, 1.0, no",
                "12, 2, EBEEEEEEE, EBEEEEEEB, 2.0, 1.0, yes",
                "12, ., EBEEEEEEE, EAEEEEEEE, 2.0, 1.0, missing",
                "12, 2, EBEEEEEEE, ., 2.0, 1.0, missing",
                "12, 2, EBEEEEEEE, EBEEEEEEE, ., 1.0, missing"
            })
    void theResponderIndexNeedsAllThreeComponents(
            String sledaiBefore,
            @Nullable String sledaiAfter,
            String bilagBefore,
            @Nullable String bilagAfter,
            @Nullable String physicianBefore,
            String physicianAfter,
            String expected) {
        SleResponderIndex index = SleResponderIndex.of(
                new Visit(d(sledaiBefore), bilag(bilagBefore), d(physicianBefore)),
                new Visit(d(sledaiAfter), bilagAfter == null ? null : bilag(bilagAfter), d(physicianAfter)),
                Rule.SRI_4);
        assertThat(index.response().isMet().map(met -> met ? "yes" : "no").orElse("missing"))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = ".",
            value = {
                "0.29, true, 35, 115, yes",
                "0.3, true, 35, 115, no",
                "0.29, false, 35, 115, no",
                "0.29, true, 34.9, 115, no",
                "0.29, true, 35, 115.1, no",
                "0.29, ., 35, 115, missing",
                "0.5, ., 35, 115, no"
            })
    void renalRemissionAppliesEveryLimit(
            String proteinuria, @Nullable Boolean inactive, String albumin, String creatinine, String expected) {
        assertThat(RenalRemission.USUAL
                        .judge(d("100"), new Kidney(d(proteinuria), inactive, d(albumin), d(creatinine)))
                        .isMet()
                        .map(met -> met ? "yes" : "no")
                        .orElse("missing"))
                .isEqualTo(expected);
    }

    @Test
    void aLimitThatIsNotSetIsNotApplied() {
        RenalRemission proteinOnly =
                new RenalRemission(new BigDecimal("0.5"), RenalRemission.Sediment.IGNORED, null, null);
        assertThat(proteinOnly
                        .judge(null, new Kidney(d("0.4"), null, null, null))
                        .isYes())
                .isTrue();
    }
}
