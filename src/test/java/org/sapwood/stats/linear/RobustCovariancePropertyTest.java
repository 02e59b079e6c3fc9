package org.sapwood.stats.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.sapwood.stats.NotEstimableReason.reason;
import static org.sapwood.stats.linear.RandomTrial.fit;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sapwood.stats.ConfidenceLevel;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.Estimable.Reason;
import org.sapwood.stats.design.Coding;
import org.sapwood.stats.design.DesignMatrix;
import org.sapwood.stats.design.Intercept;
import org.sapwood.stats.design.ModelFrame;
import org.sapwood.stats.design.Term;
import org.sapwood.stats.design.WaldT;

/** Heteroscedasticity-consistent and cluster-robust covariances: change of unit, values by hand, clusters of one. */
class RobustCovariancePropertyTest {
    private static final ConfidenceLevel LEVEL = ConfidenceLevel.of(0.9);

    @ParameterizedTest
    @EnumSource(HeteroscedasticityConsistent.class)
    void sandwichesMoveWithTheUnitAndIgnoreTheOrder(HeteroscedasticityConsistent type) {
        RandomTrial trial = new RandomTrial(6, 27);
        LinearModel one = fit(trial.design("ARM", "BASE"), trial.change);
        LinearModel two = fit(
                trial.design("ARM", "BASE"),
                Arrays.stream(trial.change).map(y -> 8 * y).toArray());
        double[][] a = type.covariance(one);
        double[][] b = type.covariance(two);
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 4; j++) {
                assertThat(b[i][j]).isCloseTo(64 * a[i][j], within(1e-11));
                assertThat(a[i][j]).isCloseTo(a[j][i], within(1e-13));
            }
        }
    }

    /** One group of n values: HC0 gives Σe²/n², HC1 and HC2 the ordinary s²/n, HC3 Σe²/(n − 1)². */
    @Test
    void sandwichesOfAMeanByHand() {
        ModelFrame frame =
                ModelFrame.builder().numeric("X", new double[] {1, 1, 1, 1}).build();
        LinearModel model = fit(
                DesignMatrix.of(frame, Term.parse(List.of("X")), Coding.REFERENCE, Intercept.ABSORBED),
                new double[] {1, 2, 3, 6});
        double sum = 4 + 1 + 0 + 9;
        assertThat(HeteroscedasticityConsistent.HC0.covariance(model)[0][0]).isCloseTo(sum / 16, within(1e-14));
        assertThat(HeteroscedasticityConsistent.HC1.covariance(model)[0][0]).isCloseTo(sum / 12, within(1e-14));
        assertThat(HeteroscedasticityConsistent.HC2.covariance(model)[0][0]).isCloseTo(sum / 12, within(1e-14));
        assertThat(HeteroscedasticityConsistent.HC3.covariance(model)[0][0]).isCloseTo(sum / 9, within(1e-13));
        // leverage ratios are all 1: HC4 has power 1, HC4m 2, HC5 one half
        assertThat(HeteroscedasticityConsistent.HC4.covariance(model)[0][0]).isCloseTo(sum / 12, within(1e-13));
        assertThat(HeteroscedasticityConsistent.HC4M.covariance(model)[0][0]).isCloseTo(sum / 9, within(1e-13));
        assertThat(HeteroscedasticityConsistent.HC5.covariance(model)[0][0])
                .isCloseTo(sum / 16 / Math.sqrt(0.75), within(1e-13));
    }

    /** A site with one subject is fitted exactly: its leverage is 1, and sandwiches that divide by 1 − h do not exist. */
    @ParameterizedTest
    @EnumSource(HeteroscedasticityConsistent.class)
    void oneSubjectAloneInItsLevel(HeteroscedasticityConsistent type) {
        RandomTrial trial = new RandomTrial(7, 20);
        trial.site.replaceAll(s -> s.equals("C") ? "A" : s);
        trial.site.set(4, "C");
        LinearModel model = fit(trial.design("ARM", "SITE", "BASE"), trial.change);
        int column = model.design().names().indexOf("ARM=LOW");
        Estimable<WaldT> robust = model.estimate(model.coefficientOf(column), type.covariance(model), 14, LEVEL);
        if (type == HeteroscedasticityConsistent.HC0 || type == HeteroscedasticityConsistent.HC1) {
            assertThat(robust.orElseThrow().standardError()).isPositive();
        } else {
            assertThat(reason(robust)).isEqualTo(Reason.TOO_FEW_OBSERVATIONS);
        }
    }

    /** When every subject is its own cluster the cluster sandwiches are those of White. */
    @Test
    void clustersOfOneAreHeteroscedasticityConsistent() {
        RandomTrial trial = new RandomTrial(9, 24);
        LinearModel model = fit(trial.design("ARM", "BASE"), trial.change);
        List<String> own = IntStream.range(0, 24).mapToObj(i -> "s" + i).toList();
        Map<ClusterRobust.Adjustment, HeteroscedasticityConsistent> pairs = Map.of(
                ClusterRobust.Adjustment.CR0, HeteroscedasticityConsistent.HC0,
                ClusterRobust.Adjustment.CR1P, HeteroscedasticityConsistent.HC1,
                ClusterRobust.Adjustment.CR1S, HeteroscedasticityConsistent.HC1,
                ClusterRobust.Adjustment.CR2, HeteroscedasticityConsistent.HC2,
                ClusterRobust.Adjustment.CR3, HeteroscedasticityConsistent.HC3);
        pairs.forEach((cluster, white) -> {
            double[][] v = white.covariance(model);
            ClusterRobust robust = ClusterRobust.of(model, own, cluster).orElseThrow();
            for (int j = 0; j < 4; j++) {
                assertThat(robust.coefficient(j, LEVEL).orElseThrow().standardError())
                        .as("%s, column %d", cluster, j)
                        .isCloseTo(Math.sqrt(v[j][j]), within(1e-11));
            }
        });
        double cr0 = ClusterRobust.of(model, own, ClusterRobust.Adjustment.CR0)
                .orElseThrow()
                .coefficient(0, LEVEL)
                .orElseThrow()
                .standardError();
        assertThat(ClusterRobust.of(model, own, ClusterRobust.Adjustment.CR1)
                        .orElseThrow()
                        .coefficient(0, LEVEL)
                        .orElseThrow()
                        .standardError())
                .isCloseTo(cr0 * Math.sqrt(24.0 / 23), within(1e-13));
    }

    @Test
    void clusterNamesAndTheirOrderDoNotMatter() {
        RandomTrial trial = new RandomTrial(10, 24);
        LinearModel model = fit(trial.design("ARM", "BASE"), trial.change);
        List<String> one = IntStream.range(0, 24).mapToObj(i -> "s" + i / 4).toList();
        List<String> two =
                IntStream.range(0, 24).mapToObj(i -> "z" + (9 - i / 4)).toList();
        for (ClusterRobust.Adjustment adjustment : ClusterRobust.Adjustment.values()) {
            WaldT a = ClusterRobust.of(model, one, adjustment)
                    .orElseThrow()
                    .coefficient(1, LEVEL)
                    .orElseThrow();
            WaldT b = ClusterRobust.of(model, two, adjustment)
                    .orElseThrow()
                    .coefficient(1, LEVEL)
                    .orElseThrow();
            assertThat(b).isEqualTo(a);
        }
    }

    @Test
    void tooFewClustersForTheCorrection() {
        RandomTrial trial = new RandomTrial(11, 24);
        LinearModel model = fit(trial.design("ARM", "BASE"), trial.change);
        for (int clusters : new int[] {1, 2, 3, 4}) {
            List<String> names =
                    IntStream.range(0, 24).mapToObj(i -> "s" + i % clusters).toList();
            assertThat(reason(ClusterRobust.of(model, names, ClusterRobust.Adjustment.CR1P)))
                    .isEqualTo(Reason.TOO_FEW_OBSERVATIONS);
        }
        List<String> all = IntStream.range(0, 24).mapToObj(i -> "s").toList();
        for (ClusterRobust.Adjustment adjustment : ClusterRobust.Adjustment.values()) {
            assertThat(reason(ClusterRobust.of(model, all, adjustment))).isEqualTo(Reason.TOO_FEW_OBSERVATIONS);
        }
        List<String> five = IntStream.range(0, 24).mapToObj(i -> "s" + i % 5).toList();
        assertThat(ClusterRobust.of(model, five, ClusterRobust.Adjustment.CR1P).isEstimable())
                .isTrue();
    }
}
