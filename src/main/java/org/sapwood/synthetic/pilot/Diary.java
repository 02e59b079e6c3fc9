package org.sapwood.synthetic.pilot;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.sapwood.synthetic.CsvTable;
import org.sapwood.synthetic.Draws;
import org.sapwood.synthetic.chart.Intervention;
import org.sapwood.synthetic.chart.SteroidDiary;
import org.sapwood.synthetic.chart.SteroidDiary.Run;

/** The glucocorticoid diary of one patient: tapered while the disease improves, raised when it worsens. */
final class Diary {
    private static final int FIRST_DAY = -27;
    private static final BigDecimal METHYLPREDNISOLONE = new BigDecimal("0.8");

    private final Patient patient;
    private final Draws draws;
    private final SteroidDiary paper;

    Diary(Patient patient, long seed) {
        this.patient = patient;
        this.draws = Draws.of(seed, patient.person().number(), Draws.Stream.GLUCOCORTICOID);
        this.paper = new SteroidDiary(patient.person(), patient.journey(), patient.steroid(), seed);
    }

    void write(CsvTable table) {
        boolean methyl = draws.happens(0.35);
        NavigableMap<Integer, BigDecimal> doses = doses();
        List<Run> runs = new ArrayList<>();
        int from = FIRST_DAY;
        for (Map.Entry<Integer, BigDecimal> entry : doses.entrySet()) {
            BigDecimal dose = entry.getValue();
            Map.Entry<Integer, BigDecimal> next = doses.higherEntry(entry.getKey());
            if (next != null && next.getValue().compareTo(dose) == 0) {
                continue;
            }
            int to = next == null ? patient.journey().lastDay() : next.getKey() - 1;
            BigDecimal taken = methyl ? dose.multiply(METHYLPREDNISOLONE) : dose;
            runs.add(new Run(
                    methyl ? "METHYLPREDNISOLONE" : "PREDNISONE",
                    "ORAL",
                    taken.signum() == 0 ? BigDecimal.ZERO : taken.stripTrailingZeros(),
                    from,
                    to));
            from = to + 1;
        }
        paper.write(table, runs);
    }

    /** The prednisone-equivalent dose by the day from which it is taken. */
    private NavigableMap<Integer, BigDecimal> doses() {
        TreeMap<Integer, BigDecimal> doses = new TreeMap<>();
        BigDecimal dose = patient.steroid();
        doses.put(FIRST_DAY, dose);
        for (int day : List.of(30, 58, 100, 128)) {
            if (day < patient.journey().lastDay() - 10) {
                boolean tapers = patient.response() == Patient.Response.BOTH && draws.happens(0.8);
                dose = tapers ? tablets(dose.doubleValue() * draws.uniform(0.55, 0.85)) : dose;
                doses.put(day, dose);
            }
        }
        for (Intervention event : patient.journey().interventions()) {
            doses.put(event.day(), patient.steroid().add(BigDecimal.TEN));
            doses.tailMap(event.day(), false).replaceAll((day, before) -> patient.steroid());
        }
        return doses;
    }

    private static BigDecimal tablets(double dose) {
        BigDecimal tablet = new BigDecimal("2.5");
        return BigDecimal.valueOf(dose).divide(tablet, 0, RoundingMode.HALF_UP).multiply(tablet);
    }
}
