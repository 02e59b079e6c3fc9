package org.sapwood.stats.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.sapwood.stats.linear.RandomTrial.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sapwood.stats.ConfidenceLevel;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.design.DesignMatrix;
import org.sapwood.stats.design.ModelFrame;
import org.sapwood.stats.design.Term;

/** Sums of squares of types I, II and III: where they add up and where they agree. */
class AnalysisOfVariancePropertyTest {
    private static final ConfidenceLevel LEVEL = ConfidenceLevel.of(0.9);

    @Test
    void sumsOfSquaresOfOrthogonalTermsAddUpInEveryType() {
        List<String> arm = new ArrayList<>();
        List<String> site = new ArrayList<>();
        double[] y = new double[18];
        RandomTrial noise = new RandomTrial(2, 18);
        for (int i = 0; i < 18; i++) {
            arm.add(RandomTrial.ARMS.get(i % 3));
            site.add(RandomTrial.SITES.get(i / 3 % 3));
            y[i] = noise.change[i];
        }
        ModelFrame frame = ModelFrame.builder()
                .factor("ARM", RandomTrial.ARMS, arm)
                .factor("SITE", RandomTrial.SITES, site)
                .build();
        LinearModel model = fit(DesignMatrix.of(frame, Term.parse(List.of("ARM*SITE"))), y);
        double mean = Arrays.stream(y).average().orElseThrow();
        double total = Arrays.stream(y).map(v -> (v - mean) * (v - mean)).sum();
        for (Map<Term, Estimable<TermTest>> type : List.of(
                AnalysisOfVariance.typeOne(model),
                AnalysisOfVariance.typeTwo(model),
                AnalysisOfVariance.typeThree(model))) {
            double explained = 0;
            int df = 0;
            for (Estimable<TermTest> test : type.values()) {
                explained += test.orElseThrow().sumOfSquares();
                df += test.orElseThrow().degreesOfFreedom();
            }
            assertThat(explained + model.residualSumOfSquares()).isCloseTo(total, within(1e-10));
            assertThat(df).isEqualTo(8);
        }
    }

    /** The last term's type I test, every main effect's type II test without interaction and type III are one. */
    @Test
    void withoutInteractionTheTypesAgreeWhereTheyMust() {
        RandomTrial trial = new RandomTrial(4, 30);
        LinearModel model = fit(trial.design("ARM", "SITE", "BASE"), trial.change);
        Map<Term, Estimable<TermTest>> one = AnalysisOfVariance.typeOne(model);
        Map<Term, Estimable<TermTest>> two = AnalysisOfVariance.typeTwo(model);
        Map<Term, Estimable<TermTest>> three = AnalysisOfVariance.typeThree(model);
        Term last = Term.of("BASE");
        assertThat(one.get(last).orElseThrow().test().f())
                .isCloseTo(three.get(last).orElseThrow().test().f(), within(1e-9));
        two.forEach((term, test) -> assertThat(test.orElseThrow().test().f())
                .isCloseTo(three.get(term).orElseThrow().test().f(), within(1e-9)));
        double t = model.coefficient(model.design().names().indexOf("BASE"), LEVEL)
                .orElseThrow()
                .t();
        assertThat(three.get(last).orElseThrow().test().f()).isCloseTo(t * t, within(1e-9));
    }
}
