package org.sapwood.synthetic.lupus;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sapwood.synthetic.CsvTable;
import org.sapwood.synthetic.Draws;
import org.sapwood.synthetic.chart.Intervention;
import org.sapwood.synthetic.chart.SteroidDiary;
import org.sapwood.synthetic.chart.SteroidDiary.Run;
import org.sapwood.synthetic.fitting.Fitting;

/** The glucocorticoid diary of one patient; the doses around the visits at weeks 0, 12 and 24 are those of Table 2. */
final class Diary {
    private static final int FIRST_DAY = -27;
    private static final BigDecimal METHYLPREDNISOLONE = new BigDecimal("0.8");

    private Diary() {}

    static void write(CsvTable table, Patient patient, Activity activity, long seed) {
        Draws draws = Draws.of(seed, patient.person().number(), Draws.Stream.GLUCOCORTICOID);
        boolean methyl = draws.happens(0.25);
        TreeMap<Integer, Long> doses = new TreeMap<>();
        if (patient.isTreated()) {
            long before = activity.dose(0)[patient.place()];
            long after = activity.dose(1)[patient.place()];
            doses.put(FIRST_DAY, before);
            doses.put(draws.whole(16, 30), (before + after) / 2);
            doses.put(draws.whole(44, 62), after);
            doses.put(draws.whole(110, 140), activity.dose(2)[patient.place()]);
        } else {
            doses.put(FIRST_DAY, 6L);
        }
        List<Run> runs = new ArrayList<>();
        int from = FIRST_DAY;
        for (Map.Entry<Integer, Long> entry : doses.entrySet()) {
            Integer next = doses.higherKey(entry.getKey());
            if (next != null && doses.getOrDefault(next, -1L).equals(entry.getValue())) {
                continue;
            }
            BigDecimal dose = Fitting.value(entry.getValue(), "2.5");
            BigDecimal taken = (methyl ? dose.multiply(METHYLPREDNISOLONE) : dose).stripTrailingZeros();
            int to = next == null ? patient.journey().lastDay() : next - 1;
            runs.add(new Run(methyl ? "METHYLPREDNISOLONE" : "PREDNISONE", "ORAL", taken, from, to));
            from = to + 1;
        }
        for (Intervention event : patient.journey().interventions()) {
            if (event.kind() == Intervention.Kind.RESCUE) {
                runs.add(new Run(
                        "METHYLPREDNISOLONE", "INTRAVENOUS", new BigDecimal("500"), event.day(), event.day() + 2));
            }
        }
        new SteroidDiary(patient.person(), patient.journey(), BigDecimal.ZERO, seed).write(table, runs);
    }
}
