package org.sapwood.synthetic.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.sapwood.synthetic.Draws;
import org.sapwood.synthetic.chart.SteroidDiary.Oral;
import org.sapwood.synthetic.chart.SteroidDiary.Run;

/**
 * Invents the glucocorticoid of one person: tapered after visits with improvement, raised with intercurrent events, and
 * now and then days that were not written down.
 */
public final class SteroidTaper {
    private final Journey journey;
    private final BigDecimal start;
    private final Draws draws;

    /**
     * A course from the first day of the diary to the last day in the study.
     *
     * @param person who
     * @param journey the way through the trial
     * @param start prednisone-equivalent mg per day at the start, a multiple of 2.5
     * @param seed the seed of the trial
     */
    public SteroidTaper(Person person, Journey journey, BigDecimal start, long seed) {
        this.journey = journey;
        this.start = start;
        this.draws = Draws.of(seed, person.number(), Draws.Stream.GLUCOCORTICOID);
    }

    /**
     * Draws the runs.
     *
     * @param local the drug of one local dose that does not count as systemic
     * @param localRoute its route
     * @param localDose its dose in mg
     * @return in order of their first days
     */
    public List<Run> runs(String local, String localRoute, String localDose) {
        Oral drug = draws.happens(0.4) ? Oral.METHYLPREDNISOLONE : Oral.PREDNISONE;
        List<Run> runs = new ArrayList<>();
        for (Run run : SteroidDiary.runs(drug, doses(), journey.lastDay())) {
            runs.addAll(written(run));
        }
        for (Intervention event : journey.interventions()) {
            if (event.kind() == Intervention.Kind.RESCUE && event.reason().startsWith("METHYLPREDNISOLONE")) {
                runs.add(SteroidDiary.pulse(event.day(), journey.lastDay()));
            }
        }
        if (draws.happens(0.15)) {
            int day = draws.whole(1, journey.lastDay());
            runs.add(new Run(local, localRoute, new BigDecimal(localDose), day, day));
        }
        runs.sort(Comparator.comparingInt(Run::from).thenComparing(Run::route));
        return runs;
    }

    /** The prednisone-equivalent dose by the day from which it is taken. */
    private NavigableMap<Integer, BigDecimal> doses() {
        TreeMap<Integer, BigDecimal> doses = new TreeMap<>();
        doses.put(SteroidDiary.FIRST_DAY, start);
        TreeMap<Integer, Double> occasions = new TreeMap<>();
        for (Visit visit : journey.visits()) {
            if (visit.week() > 0) {
                occasions.put(visit.day(), visit.improvement());
            }
        }
        List<Integer> raised = new ArrayList<>();
        for (Intervention event : journey.interventions()) {
            boolean steroid = event.kind() == Intervention.Kind.GC_INCREASE
                    || (event.kind() == Intervention.Kind.RESCUE
                            && event.reason().contains("PREDNISOLONE"));
            if (steroid && !occasions.containsKey(event.day())) {
                occasions.put(event.day(), 0.0);
                raised.add(event.day());
            }
        }
        BigDecimal dose = start;
        for (int day : occasions.keySet()) {
            double improvement = occasions.getOrDefault(day, 0.0);
            if (raised.contains(day)) {
                dose = dose.max(start).add(new BigDecimal(draws.oneOf(List.of("5", "10"))));
            } else if (improvement > 0.12 && draws.happens(0.75)) {
                dose = SteroidDiary.tablets(dose.doubleValue() * draws.uniform(0.5, 0.9), RoundingMode.HALF_UP);
            }
            doses.put(day, dose);
        }
        return doses;
    }

    /** A run as it was written down, now and then with a gap. */
    private List<Run> written(Run run) {
        int gap = draws.happens(0.07) ? draws.weighted(List.of(4, 10, 20), 4, 2, 1) : 0;
        if (gap == 0 || run.from() <= 1 || run.to() - run.from() <= gap + 8) {
            return List.of(run);
        }
        int at = draws.whole(run.from() + 3, run.to() - gap - 3);
        return List.of(
                new Run(run.drug(), run.route(), run.dose(), run.from(), at - 1),
                new Run(run.drug(), run.route(), run.dose(), at + gap, run.to()));
    }
}
