package org.sapwood.stats.proportion;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleBiFunction;
import org.sapwood.stats.ConfidenceLevel;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.Estimable.Reason;
import org.sapwood.stats.Interval;
import org.sapwood.stats.inference.RootSearch;

/**
 * Score estimates and intervals of a common risk ratio or odds ratio over strata, with fixed Mantel–Haenszel weights
 * w = n₁n₂/(n₁ + n₂) and variance factor n/(n − 1) (Miettinen and Nurminen 1985; Laud 2017).
 */
public final class StratifiedRatio {
    private static final double WIDEST = 30;

    private StratifiedRatio() {}

    /**
     * The common risk ratio: the root of Σ w (p₁ − θ p₂), that is Σ w p₁/Σ w p₂.
     *
     * @param strata one pair of groups per stratum
     * @return the estimate, infinite when the second group has no event; {@code NO_INFORMATIVE_STRATUM}, or {@code
     *     ZERO_DENOMINATOR} when neither group has one
     */
    public static Estimable<Double> riskRatio(List<TwoProportions> strata) {
        Strata informative = Strata.of(strata);
        if (informative.isEmpty()) {
            return Strata.none();
        }
        double first = 0;
        double second = 0;
        for (int k = 0; k < informative.size(); k++) {
            first += informative.weight(k) * informative.stratum(k).p1();
            second += informative.weight(k) * informative.stratum(k).p2();
        }
        if (first == 0 && second == 0) {
            return Estimable.not(Reason.ZERO_DENOMINATOR, "no event in either group");
        }
        return Estimable.of(first / second);
    }

    /**
     * The score interval of the common risk ratio.
     *
     * @param strata one pair of groups per stratum
     * @param level the coverage
     * @return the interval, or {@code NO_INFORMATIVE_STRATUM}
     */
    public static Estimable<Interval> riskRatioInterval(List<TwoProportions> strata, ConfidenceLevel level) {
        Strata informative = Strata.of(strata);
        if (informative.isEmpty()) {
            return Strata.none();
        }
        DoubleUnaryOperator z = z(
                informative,
                (t, ratio) -> t.p1() - ratio * t.p2(),
                (t, ratio) ->
                        RestrictedRatio.ofRisks(t, ratio).riskVariance(t, ratio, VarianceFactor.N_OVER_N_MINUS_1));
        boolean noneInFirst = informative.all().stream().allMatch(t -> t.x1() == 0);
        boolean noneInSecond = informative.all().stream().allMatch(t -> t.x2() == 0);
        return Estimable.of(RatioInversion.score(z, noneInFirst, noneInSecond, level));
    }

    /**
     * The common odds ratio: the root of Σ w S, S = (p̂₁ − p̃₁)/(p̃₁q̃₁) − (p̂₂ − p̃₂)/(p̃₂q̃₂). Strata where none
     * or all have the event tell nothing and are left out.
     *
     * @param strata one pair of groups per stratum
     * @return the estimate, 0 or infinite on the boundary; {@code NO_INFORMATIVE_STRATUM}
     */
    public static Estimable<Double> oddsRatio(List<TwoProportions> strata) {
        Strata informative = informativeForOdds(strata);
        if (informative.isEmpty()) {
            return Strata.none();
        }
        if (oddsOpenBelow(informative)) {
            return Estimable.of(0.0);
        }
        if (oddsOpenAbove(informative)) {
            return Estimable.of(Double.POSITIVE_INFINITY);
        }
        DoubleUnaryOperator sum = log -> {
            double ratio = StrictMath.exp(log);
            double total = 0;
            for (int k = 0; k < informative.size(); k++) {
                total += informative.weight(k) * oddsScore(informative.stratum(k), ratio);
            }
            return total;
        };
        return Estimable.of(StrictMath.exp(RootSearch.between(sum, -WIDEST, WIDEST)));
    }

    /**
     * The score interval of the common odds ratio.
     *
     * @param strata one pair of groups per stratum
     * @param level the coverage
     * @return the interval, or {@code NO_INFORMATIVE_STRATUM}
     */
    public static Estimable<Interval> oddsRatioInterval(List<TwoProportions> strata, ConfidenceLevel level) {
        Strata informative = informativeForOdds(strata);
        if (informative.isEmpty()) {
            return Strata.none();
        }
        DoubleUnaryOperator z = z(informative, StratifiedRatio::oddsScore, (t, ratio) -> {
            RestrictedRatio r = RestrictedRatio.ofOdds(t, ratio);
            return (1 / (t.n1() * spread(r.p1())) + 1 / (t.n2() * spread(r.p2())))
                    * VarianceFactor.N_OVER_N_MINUS_1.of(t.size());
        });
        return Estimable.of(RatioInversion.score(z, oddsOpenBelow(informative), oddsOpenAbove(informative), level));
    }

    private static Strata informativeForOdds(List<TwoProportions> strata) {
        return Strata.of(strata.stream()
                .filter(t -> t.events() > 0 && t.events() < t.size())
                .toList());
    }

    private static boolean oddsOpenBelow(Strata strata) {
        return strata.all().stream().allMatch(t -> t.x1() == 0 || t.x2() == t.n2());
    }

    private static boolean oddsOpenAbove(Strata strata) {
        return strata.all().stream().allMatch(t -> t.x2() == 0 || t.x1() == t.n1());
    }

    private static double oddsScore(TwoProportions t, double ratio) {
        RestrictedRatio r = RestrictedRatio.ofOdds(t, ratio);
        return (t.p1() - r.p1()) / spread(r.p1()) - (t.p2() - r.p2()) / spread(r.p2());
    }

    /** p(1 − p), kept away from zero so that a boundary estimate gives a large, not an undefined score. */
    private static double spread(double p) {
        double inside = Math.min(1 - 1e-8, Math.max(1e-8, p));
        return inside * (1 - inside);
    }

    private static DoubleUnaryOperator z(
            Strata strata,
            ToDoubleBiFunction<TwoProportions, Double> score,
            ToDoubleBiFunction<TwoProportions, Double> variance) {
        return ratio -> {
            double deviation = 0;
            double spread = 0;
            for (int k = 0; k < strata.size(); k++) {
                double w = strata.weight(k);
                deviation += w * score.applyAsDouble(strata.stratum(k), ratio);
                spread += w * w * variance.applyAsDouble(strata.stratum(k), ratio);
            }
            return deviation == 0 ? 0 : deviation / Math.sqrt(spread);
        };
    }
}
