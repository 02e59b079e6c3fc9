package org.sapwood.synthetic.pilot;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sapwood.synthetic.Draws;
import org.sapwood.synthetic.chart.Cytokine;
import org.sapwood.synthetic.chart.LaboratoryValues;
import org.sapwood.synthetic.chart.LymphocyteSubset;
import org.sapwood.synthetic.chart.Visit;

/**
 * Lymphocyte subsets and cytokines of one patient at weeks 0, 12 and 24. Regulatory T cells are given as a percentage of
 * CD4 cells, as in the paper, and of lymphocytes, as in the registry.
 */
final class Blood {
    private static final List<Integer> WEEKS = List.of(0, 12, 24);

    /**
     * What is usual of a cytokine.
     *
     * @param cytokine which
     * @param median the median concentration, pg/mL
     * @param factor what a full improvement multiplies it by
     */
    private record Level(Cytokine cytokine, double median, double factor) {}

    private static final List<Level> CYTOKINES = List.of(
            new Level(Cytokine.IL6, 6.0, 0.4),
            new Level(Cytokine.IL10, 1.3, 1.3),
            new Level(Cytokine.IL17A, 0.7, 0.7),
            new Level(Cytokine.TNFA, 7.0, 0.7),
            new Level(Cytokine.IFNG, 1.6, 0.8));

    private final Patient patient;
    private final Draws draws;

    Blood(Patient patient, long seed) {
        this.patient = patient;
        this.draws = Draws.of(seed, patient.person().number(), Draws.Stream.BIOMARKERS);
    }

    /**
     * Writes subsets and cytokines.
     *
     * @param regulatory hundredths of a percent of CD4 cells at weeks 0 and 12; null when no cytometry was done
     */
    void write(LaboratoryValues laboratory, long @Nullable [] regulatory) {
        double helper = draws.normal(42, 6);
        double killer = draws.logNormal(12, 0.3);
        double seventeen = draws.logNormal(1.6, 0.35);
        double follicular = draws.logNormal(7.5, 0.25);
        List<Double> levels =
                CYTOKINES.stream().map(c -> draws.logNormal(c.median(), 0.7)).toList();
        for (Visit visit : patient.journey().visits()) {
            if (!WEEKS.contains(visit.week())) {
                continue;
            }
            double gain = Math.max(0, visit.improvement());
            double cd4 = helper * draws.logNormal(1, 0.05);
            double th17 = seventeen * (1 - 0.3 * gain) * draws.logNormal(1, 0.15);
            double tfh = follicular * (1 - 0.3 * gain) * draws.logNormal(1, 0.12);
            double nk = killer * (1 + 0.4 * gain) * draws.logNormal(1, 0.1);
            double back = draws.uniform(0.25, 0.6);
            if (regulatory != null) {
                double treg = visit.week() == 0
                        ? regulatory[0]
                        : visit.week() == 12 ? regulatory[1] : regulatory[0] + back * (regulatory[1] - regulatory[0]);
                cell(laboratory, visit, LymphocyteSubset.CD4, cd4);
                cell(laboratory, visit, LymphocyteSubset.NK, nk);
                cell(laboratory, visit, LymphocyteSubset.TREGCD4, treg / 100);
                cell(laboratory, visit, LymphocyteSubset.TREGLYM, treg * cd4 / 10_000);
                cell(laboratory, visit, LymphocyteSubset.TH17CD4, th17);
                cell(laboratory, visit, LymphocyteSubset.TFHCD4, tfh);
            }
            for (int i = 0; i < CYTOKINES.size(); i++) {
                Level level = CYTOKINES.get(i);
                double now = levels.get(i) * StrictMath.pow(level.factor(), gain) * draws.logNormal(1, 0.25);
                laboratory.write(patient.person(), patient.journey(), visit, level.cytokine(), now);
            }
        }
    }

    private void cell(LaboratoryValues laboratory, Visit visit, LymphocyteSubset subset, double percent) {
        laboratory.write(patient.person(), patient.journey(), visit, subset, percent);
    }
}
