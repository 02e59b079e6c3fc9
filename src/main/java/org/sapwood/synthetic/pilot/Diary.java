package org.sapwood.synthetic.pilot;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.sapwood.synthetic.Draws;
import org.sapwood.synthetic.chart.Intervention;
import org.sapwood.synthetic.chart.SteroidDiary;
import org.sapwood.synthetic.chart.SteroidDiary.Oral;
import org.sapwood.synthetic.chart.SteroidDiary.Run;

/** The glucocorticoid diary of one patient: tapered while the disease improves, raised when it worsens. */
final class Diary {
    private final Patient patient;
    private final Draws draws;

    Diary(Patient patient, long seed) {
        this.patient = patient;
        this.draws = Draws.of(seed, patient.person().number(), Draws.Stream.GLUCOCORTICOID);
    }

    List<Run> runs() {
        Oral drug = draws.happens(0.35) ? Oral.METHYLPREDNISOLONE : Oral.PREDNISONE;
        return SteroidDiary.runs(drug, doses(), patient.journey().lastDay());
    }

    /** The prednisone-equivalent dose by the day from which it is taken. */
    private NavigableMap<Integer, BigDecimal> doses() {
        TreeMap<Integer, BigDecimal> doses = new TreeMap<>();
        BigDecimal dose = patient.steroid();
        doses.put(SteroidDiary.FIRST_DAY, dose);
        for (int day : List.of(30, 58, 100, 128)) {
            if (day < patient.journey().lastDay() - 10) {
                boolean tapers = patient.response() == Patient.Response.BOTH && draws.happens(0.8);
                dose = tapers
                        ? SteroidDiary.tablets(dose.doubleValue() * draws.uniform(0.55, 0.85), RoundingMode.HALF_UP)
                        : dose;
                doses.put(day, dose);
            }
        }
        for (Intervention event : patient.journey().interventions()) {
            doses.put(event.day(), patient.steroid().add(BigDecimal.TEN));
            doses.tailMap(event.day(), false).replaceAll((day, before) -> patient.steroid());
        }
        return doses;
    }
}
