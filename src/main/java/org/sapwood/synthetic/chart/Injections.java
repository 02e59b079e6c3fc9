package org.sapwood.synthetic.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.IntStream;
import org.sapwood.synthetic.CsvTable;
import org.sapwood.synthetic.Draws;

/** Doses of study medication given on planned days: now and then one is missed, and a few people get half the dose. */
public final class Injections {
    /** Injections on days 1, 3, … 83: every other day for twelve weeks. */
    public static final List<Integer> EVERY_OTHER_DAY = IntStream.iterate(
                    1, day -> day <= Periods.LAST_TREATMENT_DAY, day -> day + 2)
            .boxed()
            .toList();

    private static final int FULL = 1_000_000;
    private static final int HALF = 500_000;

    private Injections() {}

    /** {@return an empty dataset of doses; EXDOSM2 is the dose per square metre at the surface BSA} */
    public static CsvTable table() {
        return new CsvTable(
                "USUBJID", "EXSEQ", "EXTRT", "EXDOSE", "EXDOSU", "EXDOSM2", "BSA", "EXROUTE", "ASTDT", "ASTDY");
    }

    /**
     * Draws and writes the doses of one person.
     *
     * @param table the dataset
     * @param person who
     * @param journey the way through the trial
     * @param planned the planned study days
     * @param seed the seed of the trial
     * @return how many doses were given
     */
    public static int write(CsvTable table, Person person, Journey journey, List<Integer> planned, long seed) {
        Draws draws = Draws.of(seed, person.number(), Draws.Stream.DOSING);
        double missing = draws.happens(0.12) ? 0.25 : 0.02;
        int halvedFrom = draws.happens(0.12) ? draws.whole(10, 50) : Integer.MAX_VALUE;
        int sequence = 0;
        for (int day : planned) {
            boolean missed = draws.happens(missing);
            if (day > journey.lastTreatedDay() || (missed && day > 1)) {
                continue;
            }
            sequence++;
            int dose = day >= halvedFrom ? HALF : FULL;
            table.row(
                    person.id(),
                    sequence,
                    "INTERLEUKIN-2",
                    dose,
                    "IU",
                    BigDecimal.valueOf(dose).divide(person.bodySurface(), 0, RoundingMode.HALF_UP),
                    person.bodySurface(),
                    "SUBCUTANEOUS",
                    journey.days().date(day),
                    day);
        }
        return sequence;
    }
}
