package org.sapwood.synthetic.chart;

import java.util.ArrayList;
import java.util.List;
import org.sapwood.synthetic.Draws;

/**
 * Lymphocyte subsets and cytokines of one person. Regulatory T cells grow under IL-2 and fall back after it; they are
 * gated on CD4 cells, and given as a percentage of all lymphocytes too.
 */
public final class Immunology {
    /**
     * What is usual of a cytokine.
     *
     * @param cytokine which
     * @param median the median concentration, pg/mL
     * @param spread the standard deviation of its logarithm
     * @param factor what a full improvement multiplies it by
     */
    private record Level(Cytokine cytokine, double median, double spread, double factor) {}

    private static final List<Level> CYTOKINES = List.of(
            new Level(Cytokine.IL6, 6.5, 0.9, 0.35),
            new Level(Cytokine.IL10, 1.3, 0.7, 1.2),
            new Level(Cytokine.IL17A, 0.8, 0.8, 0.7),
            new Level(Cytokine.TNFA, 7.5, 0.5, 0.7),
            new Level(Cytokine.IFNG, 1.6, 0.9, 0.8));

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
        List<Double> levels = CYTOKINES.stream()
                .map(level -> draws.logNormal(level.median(), level.spread()))
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
            double cd8 = bounded(cytotoxic * draws.logNormal(1, 0.08));
            double nk = bounded(killer * (1 + 0.3 * (grown - 1)) * draws.logNormal(1, 0.12));
            double th17 = bounded(seventeen * (1 - 0.3 * visit.improvement()) * draws.logNormal(1, 0.2));
            double tfh = bounded(follicular * (1 - 0.3 * visit.improvement()) * draws.logNormal(1, 0.15));
            values.write(person, journey, visit, LymphocyteSubset.CD4, cd4);
            values.write(person, journey, visit, LymphocyteSubset.CD8, cd8);
            values.write(person, journey, visit, LymphocyteSubset.NK, nk);
            values.write(person, journey, visit, LymphocyteSubset.TREGCD4, treg);
            values.write(person, journey, visit, LymphocyteSubset.TREGLYM, treg * cd4 / 100);
            values.write(person, journey, visit, LymphocyteSubset.TH17CD4, th17);
            values.write(person, journey, visit, LymphocyteSubset.TFHCD4, tfh);
            for (int i = 0; i < CYTOKINES.size(); i++) {
                Level level = CYTOKINES.get(i);
                double improvement = Math.max(0, Math.min(1, visit.improvement()));
                double now = levels.get(i) * StrictMath.pow(level.factor(), improvement) * draws.logNormal(1, 0.3);
                values.write(person, journey, visit, level.cytokine(), now);
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
