package org.sapwood.endpoint.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sapwood.endpoint.response.JudgementsOverVisits.MissedVisit.BREAKS_RUN;
import static org.sapwood.endpoint.response.JudgementsOverVisits.MissedVisit.IS_SKIPPED;
import static org.sapwood.endpoint.response.JudgementsOverVisits.RunDate.CONFIRMING_VISIT;
import static org.sapwood.endpoint.response.JudgementsOverVisits.RunDate.FIRST_VISIT_OF_RUN;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sapwood.endpoint.Dated;
import org.sapwood.endpoint.DirectionOfBenefit;
import org.sapwood.endpoint.IntercurrentEvent;
import org.sapwood.endpoint.Judgement;
import org.sapwood.sap.IntercurrentEventStrategy;

class JudgementsOverVisitsTest {

    /** Weeks 4, 8, 12, ... with y, n or ? each. */
    private static JudgementsOverVisits visits(String states) {
        List<VisitJudgement> visits = new ArrayList<>();
        for (int i = 0; i < states.length(); i++) {
            int week = 4 * (i + 1);
            Judgement judgement = switch (states.charAt(i)) {
                case 'y' -> Judgement.of(true, "met");
                case 'n' -> Judgement.of(false, "not met");
                default -> Judgement.unknown("missed");
            };
            visits.add(new VisitJudgement("WEEK " + week, 7 * week + 1, judgement));
        }
        return new JudgementsOverVisits(visits);
    }

    @Test
    void atAVisitSustainedAndEver() {
        JudgementsOverVisits visits = visits("nyy?");
        assertThat(visits.at("WEEK 8").isYes()).isTrue();
        assertThat(visits.at("WEEK 99").isUnknown()).isTrue();
        assertThat(visits.sustained("WEEK 8", "WEEK 12", Judgement.Parts.ALL_MUST_BE_KNOWN)
                        .isYes())
                .isTrue();
        assertThat(visits.sustained("WEEK 4", "WEEK 12", Judgement.Parts.ALL_MUST_BE_KNOWN)
                        .isNo())
                .isTrue();
        assertThat(visits.sustained("WEEK 8", "WEEK 16", Judgement.Parts.DECIDE_WHEN_POSSIBLE)
                        .isUnknown())
                .isTrue();
        assertThat(visits.ever("WEEK 4", "WEEK 16", Judgement.Parts.DECIDE_WHEN_POSSIBLE)
                        .isYes())
                .isTrue();
        assertThat(visits.ever("WEEK 16", "WEEK 4", Judgement.Parts.DECIDE_WHEN_POSSIBLE)
                        .isUnknown())
                .isTrue();
    }

    @Test
    void confirmationNeedsConsecutiveVisits() {
        assertThat(visits("ynyn").confirmed(2, BREAKS_RUN).isNo()).isTrue();
        assertThat(visits("nyyn").confirmed(2, BREAKS_RUN).isYes()).isTrue();
        assertThat(visits("y?yn").confirmed(2, IS_SKIPPED).isYes()).isTrue();
        assertThat(visits("y?nn").confirmed(2, BREAKS_RUN).isUnknown()).isTrue();
        assertThat(visits("n?nn").confirmed(2, BREAKS_RUN).isNo()).isTrue();
    }

    @Test
    void theRunIsDatedByItsFirstOrItsConfirmingVisit() {
        JudgementsOverVisits visits = visits("ny?yy");
        assertThat(visits.firstTime(2, BREAKS_RUN, FIRST_VISIT_OF_RUN).day()).isEqualTo(113);
        assertThat(visits.firstTime(2, BREAKS_RUN, CONFIRMING_VISIT).day()).isEqualTo(141);
        assertThat(visits.firstTime(2, IS_SKIPPED, FIRST_VISIT_OF_RUN).day()).isEqualTo(57);
        assertThat(visits.firstTime(1, BREAKS_RUN, FIRST_VISIT_OF_RUN).day()).isEqualTo(57);
    }

    @Test
    void withoutEventTheTimeIsCensoredAtTheLastKnownVisit() {
        FirstTime time = visits("nnn?").firstTime(1, BREAKS_RUN, FIRST_VISIT_OF_RUN);
        assertThat(time).isEqualTo(new FirstTime(85, FirstTime.Status.CENSORED, "not met up to WEEK 12"));
        assertThat(visits("??").firstTime(1, BREAKS_RUN, FIRST_VISIT_OF_RUN).day())
                .isZero();
    }

    @Test
    void aFlareTurnsLaterVisitsIntoFailures() {
        JudgementsOverVisits visits = visits("yyyy").failingFrom(60, "flare on day 60");
        assertThat(visits.at("WEEK 8").isYes()).isTrue();
        assertThat(visits.at("WEEK 12").reasons()).containsExactly("flare on day 60");
    }

    @Test
    void refusesVisitsOutOfOrder() {
        Judgement yes = Judgement.of(true, "met");
        assertThatThrownBy(() -> new JudgementsOverVisits(
                        List.of(new VisitJudgement("B", 20, yes), new VisitJudgement("A", 10, yes))))
                .hasMessage("visits must ascend: found B on day 20 before A on day 10");
    }

    @Test
    void timesFollowTheStrategies() {
        FirstTime improved = new FirstTime(57, FirstTime.Status.EVENT, "met");
        FirstTime flareFree = new FirstTime(169, FirstTime.Status.CENSORED, "none");
        IntercurrentEvent rescue = new IntercurrentEvent(30, "rescue", IntercurrentEventStrategy.COMPOSITE);
        IntercurrentEvent stopped = new IntercurrentEvent(40, "stopped", IntercurrentEventStrategy.HYPOTHETICAL);
        assertThat(improved.under(List.of(rescue), FirstTime.Meaning.WANTED, 169)
                        .orElseThrow())
                .isEqualTo(new FirstTime(169, FirstTime.Status.CENSORED, "never: rescue on day 30"));
        assertThat(flareFree
                        .under(List.of(rescue, stopped), FirstTime.Meaning.FEARED, 169)
                        .orElseThrow())
                .isEqualTo(new FirstTime(30, FirstTime.Status.EVENT, "counted as event: rescue on day 30"));
        assertThat(improved.under(List.of(stopped), FirstTime.Meaning.WANTED, 169)
                        .orElseThrow())
                .isEqualTo(new FirstTime(40, FirstTime.Status.CENSORED, "censored: stopped on day 40"));
        IntercurrentEvent late = new IntercurrentEvent(57, "rescue", IntercurrentEventStrategy.COMPOSITE);
        assertThat(improved.under(List.of(late), FirstTime.Meaning.WANTED, 169).orElseThrow())
                .isEqualTo(improved);
    }

    @Test
    void trajectoriesHaveExtremesAndAnExactArea() {
        Trajectory trajectory = new Trajectory(
                List.of(
                        new Dated<>(1, new BigDecimal("6")),
                        new Dated<>(29, new BigDecimal("3.5")),
                        new Dated<>(85, new BigDecimal("3.5"))),
                DirectionOfBenefit.LOWER_IS_BETTER);
        assertThat(trajectory.best().orElseThrow().day()).isEqualTo(29);
        assertThat(trajectory.worst().orElseThrow().day()).isEqualTo(1);
        assertThat(trajectory.last().orElseThrow().day()).isEqualTo(85);
        // 28 x 4.75 + 56 x 3.5
        assertThat(trajectory.areaUnderCurve().orElseThrow().toText(2)).isEqualTo("329");
        assertThat(trajectory.timeAverage().orElseThrow().toText(4)).isEqualTo("3.9167");
        assertThat(new Trajectory(List.of(), DirectionOfBenefit.LOWER_IS_BETTER)
                        .timeAverage()
                        .reasonMissing())
                .isEqualTo("an area needs two values, found 0");
    }
}
