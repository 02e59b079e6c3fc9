package org.sapwood.synthetic.chart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.sapwood.synthetic.Draws;
import org.sapwood.synthetic.chart.LaboratoryValues.Test;

/**
 * Lymphocyte subsets and cytokines of one person. Regulatory T cells grow under IL-2 and fall back after it; they are
 * gated on CD4 cells, and given as a percentage of all lymphocytes too.
 */
public final class Immunology {
    private static final String CELLS = "CYTOMETRY";
    private static final String CYTOKINES = "CYTOKINES";
    private static final String LYMPHOCYTES = "LYMPHOCYTES";
    private static final String CD4 = "CD4";

    private static final Test CD4_CELLS = cells("CD4", "CD4 T Cells");
    private static final Test CD8_CELLS = cells("CD8", "CD8 T Cells");
    private static final Test NK_CELLS = cells("NK", "NK Cells");
    private static final Test TREG_OF_CD4 = cells("TREGCD4", "Foxp3 Regulatory T Cells of CD4 T Cells");
    private static final Test TREG_OF_LYMPHOCYTES = cells("TREGLYM", "Foxp3 Regulatory T Cells of Lymphocytes");
    private static final Test TH17_OF_CD4 = cells("TH17CD4", "Th17 Cells of CD4 T Cells");
    private static final Test TFH_OF_CD4 = cells("TFHCD4", "Follicular Helper T Cells of CD4 T Cells");

    /** A cytokine with its usual concentration and the factor by which a full improvement changes it. */
    private record Cytokine(Test test, double median, double spread, double factor, BigDecimal limit) {}

    private static final List<Cytokine> ALL_CYTOKINES = List.of(
            cytokine("IL6", "Interleukin-6", 6.5, 0.9, 0.35, "0.5"),
            cytokine("IL10", "Interleukin-10", 1.3, 0.7, 1.2, "0.5"),
            cytokine("IL17A", "Interleukin-17A", 0.8, 0.8, 0.7, "0.3"),
            cytokine("TNFA", "Tumour Necrosis Factor Alpha", 7.5, 0.5, 0.7, "1.0"),
            cytokine("IFNG", "Interferon Gamma", 1.6, 0.9, 0.8, "0.8"));

    private final Person person;
    private final Journey journey;
    private final Draws draws;
    private final double growth;

    /**
     * The immunology of a person.
     *
     * @param person who
     * @param journey the way through the trial
     * @param growth the factor by which regulatory T cells grow under treatment; 1 without IL-2
     * @param seed the seed of the trial
     */
    public Immunology(Person person, Journey journey, double growth, long seed) {
        this.person = person;
        this.journey = journey;
        this.growth = growth;
        this.draws = Draws.of(seed, person.number(), Draws.Stream.BIOMARKERS);
    }

    private static Test cells(String code, String label) {
        return new Test(CELLS, code, label, "%", "", "", 2);
    }

    private static Cytokine cytokine(
            String code, String label, double median, double spread, double factor, String limit) {
        Test test = new Test(CYTOKINES, code, label, "pg/mL", "", "", 2);
        return new Cytokine(test, median, spread, factor, new BigDecimal(limit));
    }

    /**
     * Writes subsets and cytokines at some weeks.
     *
     * @param values the dataset
     * @param weeks the planned weeks at which blood is taken for them
     * @return the weeks at which it was
     */
    public List<Integer> write(LaboratoryValues values, List<Integer> weeks) {
        double helper = Math.max(25, draws.normal(42, 7));
        double cytotoxic = Math.max(10, draws.normal(24, 6));
        double killer = Math.max(4, draws.normal(13, 5));
        double regulatory = draws.logNormal(6.8, 0.28);
        double seventeen = draws.logNormal(1.6, 0.4);
        double follicular = draws.logNormal(7.5, 0.3);
        double own = draws.logNormal(1, 0.22);
        List<Double> levels = ALL_CYTOKINES.stream()
                .map(c -> draws.logNormal(c.median(), c.spread()))
                .toList();
        List<Integer> taken = new ArrayList<>();
        for (Visit visit : journey.visits()) {
            boolean lost = draws.happens(0.04);
            if (!weeks.contains(visit.week()) || (lost && visit.week() > 0)) {
                continue;
            }
            taken.add(visit.week());
            double grown = 1 + (growth * own - 1) * effect(visit);
            double cd4 = bounded(helper * draws.logNormal(1, 0.06));
            double treg = bounded(regulatory * grown * draws.logNormal(1, 0.12));
            values.writeCells(person, journey, visit, CD4_CELLS, LYMPHOCYTES, cd4);
            values.writeCells(
                    person, journey, visit, CD8_CELLS, LYMPHOCYTES, bounded(cytotoxic * draws.logNormal(1, 0.08)));
            values.writeCells(
                    person,
                    journey,
                    visit,
                    NK_CELLS,
                    LYMPHOCYTES,
                    bounded(killer * (1 + 0.3 * (grown - 1)) * draws.logNormal(1, 0.12)));
            values.writeCells(person, journey, visit, TREG_OF_CD4, CD4, treg);
            values.writeCells(person, journey, visit, TREG_OF_LYMPHOCYTES, LYMPHOCYTES, treg * cd4 / 100);
            values.writeCells(
                    person,
                    journey,
                    visit,
                    TH17_OF_CD4,
                    CD4,
                    bounded(seventeen * (1 - 0.3 * visit.improvement()) * draws.logNormal(1, 0.2)));
            values.writeCells(
                    person,
                    journey,
                    visit,
                    TFH_OF_CD4,
                    CD4,
                    bounded(follicular * (1 - 0.3 * visit.improvement()) * draws.logNormal(1, 0.15)));
            for (int i = 0; i < ALL_CYTOKINES.size(); i++) {
                Cytokine cytokine = ALL_CYTOKINES.get(i);
                double improvement = Math.max(0, Math.min(1, visit.improvement()));
                double change = StrictMath.pow(cytokine.factor(), improvement);
                values.writeConcentration(
                        person,
                        journey,
                        visit,
                        cytokine.test(),
                        levels.get(i) * change * draws.logNormal(1, 0.3),
                        cytokine.limit());
            }
        }
        return taken;
    }

    /** Full after eight weeks of treatment, halved in five weeks without it. */
    private double effect(Visit visit) {
        int treated = Math.min(visit.day(), journey.lastTreatedDay());
        double without = Math.max(0, visit.day() - journey.lastTreatedDay() - 3);
        return Math.min(1, treated / 56.0) * StrictMath.pow(0.5, without / 35.0);
    }

    private static double bounded(double percent) {
        return Math.max(0.01, Math.min(95, percent));
    }
}
