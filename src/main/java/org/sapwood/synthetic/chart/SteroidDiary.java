package org.sapwood.synthetic.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.sapwood.synthetic.CsvTable;
import org.sapwood.synthetic.Draws;

/**
 * A glucocorticoid diary: runs of days with one daily dose. Days count without a gap, so that the day before day 1 is
 * day 0; without glucocorticoid the dose is 0, and days without a record are unknown.
 */
public final class SteroidDiary {

    /**
     * A run of days.
     *
     * @param drug the glucocorticoid
     * @param route how it was given
     * @param dose mg of the drug per day
     * @param from the first day
     * @param to the last day
     */
    public record Run(String drug, String route, BigDecimal dose, int from, int to) {}

    private static final int FIRST_DAY = -27;
    private static final BigDecimal TABLET = new BigDecimal("2.5");
    private static final BigDecimal METHYLPREDNISOLONE = new BigDecimal("0.8");

    private final Person person;
    private final Journey journey;
    private final BigDecimal start;
    private final Draws draws;
    private final List<Run> runs = new ArrayList<>();

    /**
     * A diary from four weeks before the first dose to the last day.
     *
     * @param person who
     * @param journey the way through the trial
     * @param start prednisone-equivalent mg per day at the start, a multiple of 2.5
     * @param seed the seed of the trial
     */
    public SteroidDiary(Person person, Journey journey, BigDecimal start, long seed) {
        this.person = person;
        this.journey = journey;
        this.start = start;
        this.draws = Draws.of(seed, person.number(), Draws.Stream.GLUCOCORTICOID);
    }

    /**
     * Draws the runs: tapered after visits with improvement, raised with intercurrent events.
     *
     * @param local the drug of one local dose that does not count as systemic
     * @param localRoute its route
     * @param localDose its dose in mg
     * @return in order of their first days
     */
    public List<Run> runs(String local, String localRoute, String localDose) {
        boolean methyl = draws.happens(0.4);
        SortedMap<Integer, BigDecimal> doses = changes();
        List<Integer> days = List.copyOf(doses.keySet());
        for (int i = 0; i < days.size(); i++) {
            int from = days.get(i);
            int to = i + 1 < days.size() ? days.get(i + 1) - 1 : journey.lastDay();
            BigDecimal dose = doses.getOrDefault(from, BigDecimal.ZERO);
            add(
                    methyl ? "METHYLPREDNISOLONE" : "PREDNISONE",
                    methyl ? dose.multiply(METHYLPREDNISOLONE) : dose,
                    from,
                    to);
        }
        for (Intervention event : journey.interventions()) {
            if (event.kind() == Intervention.Kind.RESCUE && event.reason().startsWith("METHYLPREDNISOLONE")) {
                int to = Math.min(event.day() + 2, journey.lastDay());
                runs.add(new Run("METHYLPREDNISOLONE", "INTRAVENOUS", new BigDecimal("500"), event.day(), to));
            }
        }
        if (draws.happens(0.15)) {
            int day = draws.whole(1, journey.lastDay());
            runs.add(new Run(local, localRoute, new BigDecimal(localDose), day, day));
        }
        runs.sort(Comparator.comparingInt(Run::from).thenComparing(Run::route));
        return runs;
    }

    private SortedMap<Integer, BigDecimal> changes() {
        TreeMap<Integer, BigDecimal> doses = new TreeMap<>();
        doses.put(FIRST_DAY, start);
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
        BigDecimal last = start;
        for (int day : occasions.keySet()) {
            double improvement = occasions.getOrDefault(day, 0.0);
            if (raised.contains(day)) {
                dose = dose.max(start).add(new BigDecimal(draws.oneOf(List.of("5", "10"))));
            } else if (improvement > 0.12 && draws.happens(0.75)) {
                dose = onGrid(dose.doubleValue() * draws.uniform(0.5, 0.9));
            }
            if (dose.compareTo(last) != 0) {
                doses.put(day, dose);
                last = dose;
            }
        }
        return doses;
    }

    private void add(String drug, BigDecimal dose, int from, int to) {
        if (to < from) {
            return;
        }
        BigDecimal plain = dose.signum() == 0 ? BigDecimal.ZERO : dose.stripTrailingZeros();
        int gap = draws.happens(0.07) ? draws.weighted(List.of(4, 10, 20), 4, 2, 1) : 0;
        if (gap > 0 && from > 1 && to - from > gap + 8) {
            int at = draws.whole(from + 3, to - gap - 3);
            runs.add(new Run(drug, "ORAL", plain, from, at - 1));
            runs.add(new Run(drug, "ORAL", plain, at + gap, to));
        } else {
            runs.add(new Run(drug, "ORAL", plain, from, to));
        }
    }

    private static BigDecimal onGrid(double dose) {
        return BigDecimal.valueOf(dose).divide(TABLET, 0, RoundingMode.HALF_UP).multiply(TABLET);
    }

    /** {@return an empty diary dataset} */
    public static CsvTable table() {
        return new CsvTable(
                "USUBJID", "GCSEQ", "GCDRUG", "GCROUTE", "GCDOSE", "GCDOSU", "ASTDT", "AENDT", "ASTDY", "AENDY");
    }

    /** Writes runs into a diary dataset. */
    public void write(CsvTable table, List<Run> written) {
        write(table, person.id(), journey.days(), written);
    }

    /**
     * Writes runs into a diary dataset.
     *
     * @param table an empty diary dataset, or one with other subjects
     * @param subject whose they are
     * @param days the dates of the subject's days
     * @param written in order of their first days
     */
    public static void write(CsvTable table, String subject, StudyDays days, List<Run> written) {
        int sequence = 0;
        for (Run run : written) {
            sequence++;
            int from = StudyDays.numbered(run.from());
            int to = StudyDays.numbered(run.to());
            table.row(
                    subject,
                    sequence,
                    run.drug(),
                    run.route(),
                    run.dose().toPlainString(),
                    "mg/day",
                    days.date(from),
                    days.date(to),
                    from,
                    to);
        }
    }
}
