package org.sapwood.endpoint.dosing;

import java.util.List;

/** The regimens of the low-dose interleukin-2 trials. */
public final class Regimens {
    /** Every other day for 12 weeks: days 1, 3, ..., 83; 42 doses. */
    public static final Regimen EVERY_OTHER_DAY_12_WEEKS = new Regimen.EveryNthDay(1, 2, 84);

    /** Every other day for 24 weeks; 84 doses. */
    public static final Regimen EVERY_OTHER_DAY_24_WEEKS = new Regimen.EveryNthDay(1, 2, 168);

    /** Three cycles of 14 days on and 14 days off, every other day from day 1 to day 13; 21 doses, the last on day 69. */
    public static final Regimen THREE_CYCLES_OF_SEVEN = new Regimen.Cycles(3, 28, new Regimen.EveryNthDay(1, 2, 14));

    /** Three cycles with a dose on day 15 as well: 8 doses per cycle, 24 in all. */
    public static final Regimen THREE_CYCLES_OF_EIGHT = new Regimen.Cycles(3, 28, new Regimen.EveryNthDay(1, 2, 15));

    /** Polymyalgia: days 1-5, 8-12, 15-19, 22-26, then 33, 40, ..., 82; 28 doses. */
    public static final Regimen INTENSIVE_THEN_WEEKLY = new Regimen.Sequence(
            List.of(new Regimen.Cycles(4, 7, new Regimen.EveryNthDay(1, 1, 5)), new Regimen.EveryNthDay(33, 7, 82)));

    private Regimens() {}
}
