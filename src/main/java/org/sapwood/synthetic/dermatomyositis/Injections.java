package org.sapwood.synthetic.dermatomyositis;

import java.util.ArrayList;
import java.util.List;
import org.sapwood.synthetic.Draws;
import org.sapwood.synthetic.chart.Periods;

/** Invents the injections of one participant: every other day, some missed, seldom half a dose. */
final class Injections {

    /**
     * One injection.
     *
     * @param day the study day
     * @param treatment what was injected
     * @param units international units; 0 for placebo
     */
    record Injection(int day, String treatment, int units) {}

    private static final int LAST_DAY = 168;
    private static final int DOSE = 1_000_000;

    private final Participant participant;
    private final Draws draws;

    Injections(Participant participant, long seed) {
        this.participant = participant;
        this.draws = Draws.of(seed, participant.patient().number(), Draws.Stream.DOSING);
    }

    /** The injections, by day. */
    List<Injection> all() {
        List<Injection> injections = new ArrayList<>();
        if (!participant.treated()) {
            return injections;
        }
        boolean careless = participant.deviation().equals("MORE THAN 20% OF DOSES MISSED");
        int halvedFrom = draws.happens(0.03) ? draws.whole(20, 120) : Integer.MAX_VALUE;
        int last = Math.min(LAST_DAY, participant.lastDoseDay());
        for (int day = 1; day <= last; day += 2) {
            int number = (day + 1) / 2;
            boolean missed = (careless && day <= Periods.LAST_TREATMENT_DAY)
                    ? number % 4 == 0
                    : draws.happens(number > 8 ? 0.03 : 0);
            boolean placebo = day <= Periods.LAST_TREATMENT_DAY && participant.actual() == Arm.PLACEBO;
            if (!missed) {
                injections.add(new Injection(
                        day,
                        placebo ? Arm.PLACEBO.label() : Arm.INTERLEUKIN.label(),
                        placebo ? 0 : day >= halvedFrom ? DOSE / 2 : DOSE));
            }
        }
        return injections;
    }
}
