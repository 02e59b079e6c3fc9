package org.sapwood.synthetic.chart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sapwood.synthetic.Draws;
import org.sapwood.synthetic.chart.VisitValues.Parameter;

/**
 * Answers to the 20 questions of the health assessment questionnaire in its eight categories, 0 to 3 each, and for each
 * category whether an aid, a device or help was needed. The wording of the questionnaire is not reproduced.
 */
public final class DisabilityItems {

    private record Category(String code, String item, String label, int items, double offset) {

        private Parameter question(int number) {
            return part(Integer.toString(number), "Item " + number, Integer.toString(number));
        }

        private Parameter aid() {
            return part("A", "Aid or Help (1 Yes)", "aid");
        }

        private Parameter part(String suffix, String asked, String name) {
            return new Parameter("HAQ", code + suffix, "HAQ " + label + ", " + asked, item + "-" + name, "");
        }
    }

    private static final List<Category> CATEGORIES = List.of(
            new Category("HAQDRS", "dressing-and-grooming", "Dressing and Grooming", 2, 0.2),
            new Category("HAQARI", "arising", "Arising", 2, 0.4),
            new Category("HAQEAT", "eating", "Eating", 3, -0.5),
            new Category("HAQWLK", "walking", "Walking", 2, 0.1),
            new Category("HAQHYG", "hygiene", "Hygiene", 3, 0.1),
            new Category("HAQRCH", "reach", "Reach", 2, 0.3),
            new Category("HAQGRP", "grip", "Grip", 3, -0.4),
            new Category("HAQACT", "activities", "Activities", 3, 0.2));

    private final List<Double> own = new ArrayList<>();
    private final List<Boolean> aided = new ArrayList<>();
    private final Draws draws;

    /** The answers of one person, drawn as asked for. */
    public DisabilityItems(Draws draws) {
        this.draws = draws;
        for (Category category : CATEGORIES) {
            own.add(category.offset() + draws.normal(0, 0.35));
            aided.add(draws.happens(0.08));
        }
    }

    /**
     * Draws and writes the answers of all visits; now and then a question stays open, seldom a category.
     *
     * @param atBaseline the underlying index at baseline, 0 to 3; nine tenths of it follow the improvement
     * @return the index at baseline
     */
    public BigDecimal write(VisitValues values, Person person, Journey journey, double atBaseline) {
        BigDecimal baseline = BigDecimal.ZERO;
        for (Visit visit : journey.visits()) {
            BigDecimal index = write(values, person, journey, visit, atBaseline * (1 - 0.9 * visit.improvement()));
            baseline = visit.week() == 0 ? index : baseline;
        }
        return baseline;
    }

    /** Writes the answers of one visit, and gives the index of all answers, those left open included. */
    private BigDecimal write(VisitValues values, Person person, Journey journey, Visit visit, double disability) {
        int sum = 0;
        for (int i = 0; i < CATEGORIES.size(); i++) {
            Category category = CATEGORIES.get(i);
            boolean open = visit.week() > 0 && draws.happens(0.006);
            int level = (int) Math.max(0, Math.min(3, Math.round(disability + own.get(i) + draws.normal(0, 0.25))));
            int worst = draws.whole(1, category.items());
            for (int item = 1; item <= category.items(); item++) {
                int answer = item == worst ? level : draws.whole(Math.max(0, level - 1), level);
                boolean unanswered = open || (visit.week() > 0 && draws.happens(0.004));
                values.write(
                        person,
                        journey,
                        visit,
                        category.question(item),
                        unanswered ? Optional.empty() : Optional.of(BigDecimal.valueOf(answer)));
            }
            boolean helped = aided.get(i) && level > 0;
            sum += helped ? Math.max(2, level) : level;
            values.write(
                    person, journey, visit, category.aid(), Optional.of(helped ? BigDecimal.ONE : BigDecimal.ZERO));
        }
        return BigDecimal.valueOf(sum).divide(BigDecimal.valueOf(CATEGORIES.size()));
    }
}
