package org.sapwood.synthetic.dermatomyositis;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.sapwood.synthetic.CsvTable;
import org.sapwood.synthetic.Draws;
import org.sapwood.synthetic.dermatomyositis.Participant.Visit;

/**
 * Lymphocytes and cytokines at baseline, week 12 and week 24. IL-2 is made to raise regulatory T cells and little else;
 * the size of the rise is a round guess. Each cell proportion names the gate it is a proportion of, and a cytokine below
 * its limit of quantification is recorded as such.
 */
final class Immunology {

    /** What is measured, its centre and spread on the log scale, and the factor twelve weeks of IL-2 multiply it by. */
    private enum Analyte {
        CD4N("CD4+ T Cells", "cells/uL", "", 620, 0.30, 1.10, 0, ""),
        CD4P("CD4+ T Cells of Lymphocytes", "%", "LYMPHOCYTES", 38, 0.18, 1.02, 1, ""),
        TREGP("Regulatory T Cells of CD4+ T Cells", "%", "CD4+ T CELLS", 7.5, 0.28, 1.65, 1, ""),
        IFNG("Interferon Gamma", "pg/mL", "", 3.0, 0.80, 0.95, 2, "0.80"),
        IL6("Interleukin 6", "pg/mL", "", 4.2, 0.75, 0.85, 2, "0.50"),
        IL10("Interleukin 10", "pg/mL", "", 1.6, 0.60, 1.25, 2, "0.60"),
        IL17A("Interleukin 17A", "pg/mL", "", 1.1, 0.90, 0.80, 2, "0.40"),
        TNFA("Tumour Necrosis Factor Alpha", "pg/mL", "", 7.5, 0.45, 0.92, 2, "0.70");

        private final String label;
        private final String unit;
        private final String gate;
        private final double median;
        private final double spread;
        private final double factor;
        private final int decimals;
        private final String limit;

        Analyte(
                String label,
                String unit,
                String gate,
                double median,
                double spread,
                double factor,
                int decimals,
                String limit) {
            this.label = label;
            this.unit = unit;
            this.gate = gate;
            this.median = median;
            this.spread = spread;
            this.factor = factor;
            this.decimals = decimals;
            this.limit = limit;
        }

        BigDecimal recorded(double value) {
            BigDecimal rounded = BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
            return unit.equals("%") ? rounded.min(BigDecimal.valueOf(100)) : rounded;
        }

        boolean isBelow(BigDecimal value) {
            return !limit.isEmpty() && value.compareTo(new BigDecimal(limit)) < 0;
        }
    }

    private static final List<Integer> WEEKS = List.of(0, 12, 24);

    private Immunology() {}

    /**
     * One record per subject, analyte and visit at which blood was taken.
     *
     * @param participants the randomised subjects
     * @param seed the seed of the trial
     */
    static CsvTable of(List<Participant> participants, long seed) {
        CsvTable table = new CsvTable(
                "USUBJID", "PARAMCD", "PARAM", "GATE", "AVISIT", "AVISITN", "ADT", "ADY", "AVALC", "AVAL", "AVALU",
                "LLOQ", "ABLFL");
        for (Participant p : participants) {
            Draws draws = Draws.of(seed, p.patient().number(), Draws.Stream.BIOMARKERS);
            for (Analyte analyte : Analyte.values()) {
                double usual = draws.logNormal(analyte.median, analyte.spread);
                double response = draws.normal(1, 0.35);
                for (int week : WEEKS) {
                    double noise = StrictMath.exp(draws.normal(0, analyte.unit.equals("%") ? 0.10 : 0.25));
                    boolean lost = draws.happens(week == 0 ? 0.02 : 0.05);
                    double exposure = exposure(p, week);
                    double value = usual * StrictMath.pow(analyte.factor, response * exposure) * noise;
                    if (lost) {
                        continue;
                    }
                    p.visits().stream()
                            .filter(visit -> visit.week() == week)
                            .forEach(visit -> record(table, p, analyte, visit, analyte.recorded(value)));
                }
            }
        }
        return table;
    }

    private static void record(CsvTable table, Participant p, Analyte analyte, Visit visit, BigDecimal value) {
        boolean below = analyte.isBelow(value);
        table.row(
                p.patient().id(),
                analyte.name(),
                analyte.label,
                analyte.gate,
                visit.name(),
                visit.week(),
                p.dateOf(visit.day()),
                visit.day(),
                below ? "<" + analyte.limit : value.toPlainString(),
                below ? "" : value.toPlainString(),
                analyte.unit,
                analyte.limit,
                visit.week() == 0 ? "Y" : "");
    }

    /** How much of twelve weeks of IL-2 a subject had had: by arm until week 12, by the open stage after it. */
    private static double exposure(Participant p, int week) {
        if (week == 0 || !p.treated()) {
            return 0;
        }
        boolean blind = p.actual() == Arm.INTERLEUKIN;
        boolean open = p.doubleBlindEnd().isEmpty();
        return week == 12 ? (blind ? 1 : 0) : open ? 1 : blind ? 0.4 : 0;
    }
}
