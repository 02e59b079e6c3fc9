package org.sapwood.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sapwood.endpoint.Judgement.Parts.ALL_MUST_BE_KNOWN;
import static org.sapwood.endpoint.Judgement.Parts.DECIDE_WHEN_POSSIBLE;

import java.util.List;
import org.junit.jupiter.api.Test;

class JudgementTest {

    private static final Judgement YES = Judgement.of(true, "a");
    private static final Judgement NO = Judgement.of(false, "b");
    private static final Judgement UNKNOWN = Judgement.unknown("c missing");

    @Test
    void allOfFollowsThreeValuedLogic() {
        assertThat(Judgement.allOf(List.of(YES, YES), DECIDE_WHEN_POSSIBLE).isYes())
                .isTrue();
        assertThat(Judgement.allOf(List.of(YES, NO, UNKNOWN), DECIDE_WHEN_POSSIBLE)
                        .isNo())
                .isTrue();
        assertThat(Judgement.allOf(List.of(YES, UNKNOWN), DECIDE_WHEN_POSSIBLE).isUnknown())
                .isTrue();
        assertThat(Judgement.allOf(List.of(NO, UNKNOWN), ALL_MUST_BE_KNOWN).isUnknown())
                .isTrue();
    }

    @Test
    void anyOfFollowsThreeValuedLogic() {
        assertThat(Judgement.anyOf(List.of(NO, YES, UNKNOWN), DECIDE_WHEN_POSSIBLE)
                        .isYes())
                .isTrue();
        assertThat(Judgement.anyOf(List.of(NO, UNKNOWN), DECIDE_WHEN_POSSIBLE).isUnknown())
                .isTrue();
        assertThat(Judgement.anyOf(List.of(NO, NO), DECIDE_WHEN_POSSIBLE).isNo())
                .isTrue();
        assertThat(Judgement.anyOf(List.of(YES, UNKNOWN), ALL_MUST_BE_KNOWN)
                        .isMet()
                        .reasonMissing())
                .isEqualTo("c missing");
    }

    @Test
    void atLeastIsDecidedAsSoonAsTheUnknownsCannotMatter() {
        assertThat(Judgement.atLeast(1, List.of(YES, UNKNOWN)).isYes()).isTrue();
        assertThat(Judgement.atLeast(2, List.of(YES, UNKNOWN, NO)).isUnknown()).isTrue();
        assertThat(Judgement.atLeast(3, List.of(YES, UNKNOWN, NO)).isNo()).isTrue();
        assertThat(Judgement.atLeast(2, List.of(YES, UNKNOWN, NO)).reasons())
                .containsExactly("1 of 3 hold, 1 unknown; 2 needed", "a", "c missing", "b");
        assertThatThrownBy(() -> Judgement.atLeast(3, List.of(YES))).hasMessage("expected k in 1 to 1, found 3");
    }

    @Test
    void theOppositeOfUnknownIsUnknown() {
        assertThat(YES.not().isNo()).isTrue();
        assertThat(UNKNOWN.not().isUnknown()).isTrue();
    }
}
