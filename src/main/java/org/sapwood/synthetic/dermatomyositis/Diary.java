package org.sapwood.synthetic.dermatomyositis;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.sapwood.synthetic.CsvTable;
import org.sapwood.synthetic.chart.Intervention;
import org.sapwood.synthetic.chart.SteroidDiary;
import org.sapwood.synthetic.chart.SteroidDiary.Oral;
import org.sapwood.synthetic.chart.SteroidDiary.Run;

/** The glucocorticoid diaries behind the mean doses of the visits: oral prednisone, and pulses given as rescue. */
final class Diary {
    private Diary() {}

    static CsvTable of(List<Participant> participants) {
        SteroidDiary diary = new SteroidDiary();
        for (Participant p : participants) {
            diary.write(p.patient().id(), p.days(), runs(p));
        }
        return diary.table();
    }

    private static List<Run> runs(Participant p) {
        TreeMap<Integer, BigDecimal> doses = new TreeMap<>();
        p.diary().forEach(dose -> doses.put(dose.from(), BigDecimal.valueOf(dose.milligrams())));
        List<Run> runs = new ArrayList<>(SteroidDiary.runs(Oral.PREDNISONE, doses, p.lastDay()));
        for (Intervention event : p.events()) {
            if (event.reason().equals("HIGH-DOSE GLUCOCORTICOID")) {
                runs.add(SteroidDiary.pulse(event.day(), p.lastDay()));
            }
        }
        runs.sort(Comparator.comparingInt(Run::from).thenComparing(Run::route));
        return runs;
    }
}
