package org.sapwood.endpoint.polymyalgia;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sapwood.endpoint.Judgement;
import org.sapwood.endpoint.polymyalgia.SustainedRemission.Taper;
import org.sapwood.endpoint.polymyalgia.SustainedRemission.Visit;

class SustainedRemissionTest {

    /** Each visit is remission, flare, CRP and taper: y, n or a question mark, and a number. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            y n 9.9 y               | yes
            y n 10 y                | no
            n n 5 y                 | no
            y y 5 y                 | no
            y n 5 n                 | no
            y n 5 y; n n 5 y        | yes
            y n 5 y; y y 5 y        | no
            y n 5 y; y n 12 y       | no
            y n 5 y; y n 5 n        | no
            ? n 5 y                 | unknown
            y n 5 y; y ? 5 y        | unknown
            y n 5 y; y ? 12 y       | no
            y n ? y                 | unknown
            y n 5 ?                 | unknown
            """)
    void everyPartMustHoldAtEveryVisit(String visits, String expected) {
        assertThat(word(judge(Taper.MUST_BE_KEPT, visits))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"y n 5 n, yes", "y n 5 ?, yes", "y n 12 ?, no"})
    void theTaperMayBeIgnored(String visits, String expected) {
        assertThat(word(judge(Taper.IGNORED, visits))).isEqualTo(expected);
    }

    private static Judgement judge(Taper taper, String visits) {
        List<Visit> parsed = Stream.of(visits.split("; "))
                .map(text -> text.split(" "))
                .map(parts -> new Visit(yes(parts[0]), yes(parts[1]), number(parts[2]), yes(parts[3])))
                .toList();
        return new SustainedRemission(BigDecimal.TEN, taper).judge(parsed);
    }

    private static @Nullable Boolean yes(String text) {
        return text.equals("?") ? null : Boolean.valueOf(text.equals("y"));
    }

    private static @Nullable BigDecimal number(String text) {
        return text.equals("?") ? null : new BigDecimal(text);
    }

    private static String word(Judgement judgement) {
        return judgement.isUnknown() ? "unknown" : judgement.isYes() ? "yes" : "no";
    }
}
