package org.sapwood.endpoint.dosing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The dose counts of the protocols. */
class RegimensTest {
    @Test
    void everyOtherDayForTwelveWeeksIs42Doses() {
        assertThat(Regimens.EVERY_OTHER_DAY_12_WEEKS.doseDays())
                .hasSize(42)
                .startsWith(1, 3)
                .endsWith(83);
    }

    @Test
    void threeCyclesOfFourteenDaysOnAndOffAre21DosesEndingOnDay69() {
        assertThat(Regimens.THREE_CYCLES_OF_SEVEN.doseDays()).hasSize(21).endsWith(69);
        assertThat(Regimens.THREE_CYCLES_OF_EIGHT.doseDays()).hasSize(24);
    }

    @Test
    void thePolymyalgiaCalendarHas28DosesEndingOnDay82() {
        assertThat(Regimens.INTENSIVE_THEN_WEEKLY.doseDays())
                .hasSize(28)
                .startsWith(1, 2, 3, 4, 5, 8)
                .endsWith(33, 40, 47, 54, 61, 68, 75, 82);
    }
}
