package org.sapwood.synthetic.lupus;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.sapwood.synthetic.Draws;
import org.sapwood.synthetic.chart.Intervention;
import org.sapwood.synthetic.chart.SteroidDiary;
import org.sapwood.synthetic.chart.SteroidDiary.Oral;
import org.sapwood.synthetic.chart.SteroidDiary.Run;
import org.sapwood.synthetic.fitting.Fitting;

/** The glucocorticoid diary of one patient; the doses around the visits at weeks 0, 12 and 24 are those of Table 2. */
final class Diary {
    private Diary() {}

    static List<Run> runs(Patient patient, Activity activity, long seed) {
        Draws draws = Draws.of(seed, patient.person().number(), Draws.Stream.GLUCOCORTICOID);
        Oral drug = draws.happens(0.25) ? Oral.METHYLPREDNISOLONE : Oral.PREDNISONE;
        TreeMap<Integer, BigDecimal> doses = new TreeMap<>();
        if (patient.isTreated()) {
            long before = activity.dose(0)[patient.place()];
            long after = activity.dose(1)[patient.place()];
            doses.put(SteroidDiary.FIRST_DAY, tablets(before));
            doses.put(draws.whole(16, 30), tablets((before + after) / 2));
            doses.put(draws.whole(44, 62), tablets(after));
            doses.put(draws.whole(110, 140), tablets(activity.dose(2)[patient.place()]));
        } else {
            doses.put(SteroidDiary.FIRST_DAY, tablets(6));
        }
        int lastDay = patient.journey().lastDay();
        List<Run> runs = new ArrayList<>(SteroidDiary.runs(drug, doses, lastDay));
        for (Intervention event : patient.journey().interventions()) {
            if (event.kind() == Intervention.Kind.RESCUE) {
                runs.add(SteroidDiary.pulse(event.day(), lastDay));
            }
        }
        return runs;
    }

    private static BigDecimal tablets(long number) {
        return Fitting.value(number, "2.5");
    }
}
