package org.sapwood.synthetic.pilot;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sapwood.synthetic.Draws;
import org.sapwood.synthetic.chart.LaboratoryValues;
import org.sapwood.synthetic.chart.LaboratoryValues.Test;
import org.sapwood.synthetic.chart.Visit;

/**
 * Lymphocyte subsets and cytokines of one patient at weeks 0, 12 and 24. Regulatory T cells are given as a percentage of
 * CD4 cells, as in the paper, and of lymphocytes, as in the registry.
 */
final class Blood {
    private static final List<Integer> WEEKS = List.of(0, 12, 24);
    private static final String LYMPHOCYTES = "LYMPHOCYTES";
    private static final String CD4 = "CD4";
    private static final Test CD4_CELLS = cells("CD4", "CD4 T Cells");
    private static final Test NK_CELLS = cells("NK", "NK Cells");
    private static final Test TREG_OF_CD4 = cells("TREGCD4", "Foxp3 Regulatory T Cells of CD4 T Cells");
    private static final Test TREG_OF_LYMPHOCYTES = cells("TREGLYM", "Foxp3 Regulatory T Cells of Lymphocytes");
    private static final Test TH17_OF_CD4 = cells("TH17CD4", "Th17 Cells of CD4 T Cells");
    private static final Test TFH_OF_CD4 = cells("TFHCD4", "Follicular Helper T Cells of CD4 T Cells");

    /** A cytokine with its usual concentration and the factor by which a full improvement changes it. */
    private record Cytokine(String code, String label, double median, double factor, String limit) {}

    private static final List<Cytokine> CYTOKINES = List.of(
            new Cytokine("IL6", "Interleukin-6", 6.0, 0.4, "0.5"),
            new Cytokine("IL10", "Interleukin-10", 1.3, 1.3, "0.5"),
            new Cytokine("IL17A", "Interleukin-17A", 0.7, 0.7, "0.3"),
            new Cytokine("TNFA", "Tumour Necrosis Factor Alpha", 7.0, 0.7, "1.0"),
            new Cytokine("IFNG", "Interferon Gamma", 1.6, 0.8, "0.8"));

    private final Patient patient;
    private final Draws draws;

    Blood(Patient patient, long seed) {
        this.patient = patient;
        this.draws = Draws.of(seed, patient.person().number(), Draws.Stream.BIOMARKERS);
    }

    private static Test cells(String code, String label) {
        return new Test("CYTOMETRY", code, label, "%", "", "", 2);
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
                cell(laboratory, visit, CD4_CELLS, LYMPHOCYTES, cd4);
                cell(laboratory, visit, NK_CELLS, LYMPHOCYTES, nk);
                cell(laboratory, visit, TREG_OF_CD4, CD4, treg / 100);
                cell(laboratory, visit, TREG_OF_LYMPHOCYTES, LYMPHOCYTES, treg * cd4 / 10_000);
                cell(laboratory, visit, TH17_OF_CD4, CD4, th17);
                cell(laboratory, visit, TFH_OF_CD4, CD4, tfh);
            }
            for (int i = 0; i < CYTOKINES.size(); i++) {
                Cytokine cytokine = CYTOKINES.get(i);
                laboratory.writeConcentration(
                        patient.person(),
                        patient.journey(),
                        visit,
                        new Test("CYTOKINES", cytokine.code(), cytokine.label(), "pg/mL", "", "", 2),
                        levels.get(i) * StrictMath.pow(cytokine.factor(), gain) * draws.logNormal(1, 0.25),
                        new BigDecimal(cytokine.limit()));
            }
        }
    }

    private void cell(LaboratoryValues laboratory, Visit visit, Test test, String parent, double percent) {
        laboratory.writeCells(patient.person(), patient.journey(), visit, test, parent, percent);
    }
}
