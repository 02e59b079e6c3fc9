package org.sapwood.synthetic.dermatomyositis;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.sapwood.synthetic.CsvTable;
import org.sapwood.synthetic.chart.Intervention;
import org.sapwood.synthetic.chart.SteroidDiary;
import org.sapwood.synthetic.chart.SteroidDiary.Run;
import org.sapwood.synthetic.dermatomyositis.Participant.Dose;

/** The glucocorticoid diaries behind the mean doses of the visits: oral prednisone, and pulses given as rescue. */
final class Diary {
    private static final BigDecimal PULSE = new BigDecimal("500");

    private Diary() {}

    static CsvTable of(List<Participant> participants) {
        CsvTable table = SteroidDiary.table();
        for (Participant p : participants) {
            SteroidDiary.write(table, p.patient().id(), p.days(), runs(p));
        }
        return table;
    }

    private static List<Run> runs(Participant p) {
        List<Run> runs = new ArrayList<>();
        List<Dose> doses = p.diary();
        for (int i = 0; i < doses.size(); i++) {
            int from = doses.get(i).from();
            int to = Math.min(i + 1 < doses.size() ? doses.get(i + 1).from() - 1 : p.lastDay(), p.lastDay());
            if (from <= to) {
                runs.add(new Run(
                        "PREDNISONE",
                        "ORAL",
                        BigDecimal.valueOf(doses.get(i).milligrams()).stripTrailingZeros(),
                        from,
                        to));
            }
        }
        for (Intervention event : p.events()) {
            if (event.reason().equals("HIGH-DOSE GLUCOCORTICOID")) {
                int to = Math.min(event.day() + 2, p.lastDay());
                runs.add(new Run("METHYLPREDNISOLONE", "INTRAVENOUS", PULSE, event.day(), to));
            }
        }
        runs.sort(Comparator.comparingInt(Run::from).thenComparing(Run::route));
        return runs;
    }
}
