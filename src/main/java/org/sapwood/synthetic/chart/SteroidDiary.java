package org.sapwood.synthetic.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import org.sapwood.synthetic.CsvTable;

/**
 * The dataset of glucocorticoid diaries: runs of days with one daily dose. Days count without a gap, so that the day before
 * day 1 is day 0; without glucocorticoid the dose is 0, and days without a record are unknown.
 */
public final class SteroidDiary {
    /** The first day of a diary, four weeks before the first dose. */
    public static final int FIRST_DAY = -27;

    private static final BigDecimal TABLET = new BigDecimal("2.5");
    private static final BigDecimal PULSE = new BigDecimal("500");
    private static final int PULSE_DAYS = 3;

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

    /** A glucocorticoid taken by mouth, with the mg of it that make 1 mg of prednisone. */
    public enum Oral {
        PREDNISONE("1"),
        METHYLPREDNISOLONE("0.8");

        private final BigDecimal equivalent;

        Oral(String equivalent) {
            this.equivalent = new BigDecimal(equivalent);
        }

        private BigDecimal taken(BigDecimal prednisone) {
            BigDecimal dose = prednisone.multiply(equivalent);
            return dose.signum() == 0 ? BigDecimal.ZERO : dose.stripTrailingZeros();
        }
    }

    private final CsvTable table = new CsvTable(
            "USUBJID", "GCSEQ", "GCDRUG", "GCROUTE", "GCDOSE", "GCDOSU", "ASTDT", "AENDT", "ASTDY", "AENDY");

    /**
     * The runs of an oral glucocorticoid.
     *
     * @param drug which
     * @param doses prednisone-equivalent mg per day by the day from which they are taken
     * @param lastDay the last day in the study
     * @return a run for each dose that differs from the one before, in order
     */
    public static List<Run> runs(Oral drug, NavigableMap<Integer, BigDecimal> doses, int lastDay) {
        List<Run> runs = new ArrayList<>();
        int from = doses.firstKey();
        for (Map.Entry<Integer, BigDecimal> entry : doses.entrySet()) {
            Map.Entry<Integer, BigDecimal> next = doses.higherEntry(entry.getKey());
            if (next != null && next.getValue().compareTo(entry.getValue()) == 0) {
                continue;
            }
            int to = next == null ? lastDay : Math.min(next.getKey() - 1, lastDay);
            if (from <= to) {
                runs.add(new Run(drug.name(), "ORAL", drug.taken(entry.getValue()), from, to));
            }
            from = to + 1;
        }
        return runs;
    }

    /** {@return a pulse of intravenous methylprednisolone on three days, or until the last day in the study} */
    public static Run pulse(int day, int lastDay) {
        int to = Math.min(day + PULSE_DAYS - 1, lastDay);
        return new Run(Oral.METHYLPREDNISOLONE.name(), "INTRAVENOUS", PULSE, day, to);
    }

    /** {@return a dose as whole tablets of 2.5 mg} */
    public static BigDecimal tablets(double dose, RoundingMode rounding) {
        return BigDecimal.valueOf(dose).divide(TABLET, 0, rounding).multiply(TABLET);
    }

    /** Writes the runs of a person. */
    public void write(Person person, Journey journey, List<Run> runs) {
        write(person.id(), journey.days(), runs);
    }

    /**
     * Writes the runs of a subject.
     *
     * @param subject the unique subject identifier
     * @param days the dates of the subject's days
     * @param runs in order of their first days
     */
    public void write(String subject, StudyDays days, List<Run> runs) {
        int sequence = 0;
        for (Run run : runs) {
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

    /** {@return the dataset} */
    public CsvTable table() {
        return table;
    }
}
