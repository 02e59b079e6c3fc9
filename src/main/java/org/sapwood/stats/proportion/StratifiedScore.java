package org.sapwood.stats.proportion;

import org.sapwood.stats.ConfidenceLevel;
import org.sapwood.stats.Interval;
import org.sapwood.stats.inference.RootSearch;

/**
 * The stratified score statistic for a common difference d: Σ w (p̂₁ − p̂₂ − d)/√(Σ w² V), V being the restricted
 * variance of a stratum, with weights that may themselves depend on d.
 */
final class StratifiedScore {
    private static final double CONVERGED = 1e-12;
    private static final int MAX_ROUNDS = 500;
    private static final double EDGE = 1e-10;

    private final Strata strata;
    private final StratumWeights weighting;
    private final VarianceFactor factor;

    StratifiedScore(Strata strata, StratumWeights weighting, VarianceFactor factor) {
        this.strata = strata;
        this.weighting = weighting;
        this.factor = factor;
    }

    /** Where the weighted deviation is zero. */
    double estimate() {
        if (weighting == StratumWeights.MANTEL_HAENSZEL) {
            return strata.difference();
        }
        double least = 1;
        double most = -1;
        for (int k = 0; k < strata.size(); k++) {
            RiskDifferenceScore at0 = scoreOf(k, 0);
            least = Math.min(least, at0.deviation());
            most = Math.max(most, at0.deviation());
        }
        if (most - least < EDGE) {
            return least;
        }
        return RootSearch.between(d -> weighted(d).deviation(), least, most);
    }

    Interval interval(ConfidenceLevel level) {
        return RiskDifferenceInversion.invert(d -> weighted(d).z(), estimate(), level);
    }

    private record Weighted(double deviation, double variance) {
        double z() {
            return Math.abs(deviation) < 1e-15 ? 0 : deviation / Math.sqrt(variance);
        }
    }

    private Weighted weighted(double d) {
        RiskDifferenceScore[] scores = new RiskDifferenceScore[strata.size()];
        for (int k = 0; k < scores.length; k++) {
            scores[k] = scoreOf(k, d);
        }
        double[] weights = weights(scores);
        double sum = 0;
        double deviation = 0;
        double variance = 0;
        for (int k = 0; k < scores.length; k++) {
            sum += weights[k];
            deviation += weights[k] * scores[k].deviation();
            variance += weights[k] * weights[k] * scores[k].variance();
        }
        return new Weighted(deviation / sum, variance / (sum * sum));
    }

    /** A stratum without any or with only events would get all the inverse variance weight: it gets half of each more. */
    private RiskDifferenceScore scoreOf(int k, double d) {
        TwoProportions t = strata.stratum(k);
        boolean adjust =
                weighting == StratumWeights.INVERSE_VARIANCE_AT_NULL && (t.events() == 0 || t.events() == t.size());
        double more = adjust ? 0.5 : 0;
        return RiskDifferenceScore.at(
                t.x1() + more, t.n1() + 2 * more, t.x2() + more, t.n2() + 2 * more, d, factor, p -> p);
    }

    private double[] weights(RiskDifferenceScore[] scores) {
        return switch (weighting) {
            case MANTEL_HAENSZEL -> mantelHaenszel();
            case MIETTINEN_NURMINEN_ITERATIVE -> iterated(scores);
            case INVERSE_VARIANCE_AT_NULL -> inverseVariance(scores);
        };
    }

    private double[] mantelHaenszel() {
        double[] weights = new double[strata.size()];
        for (int k = 0; k < weights.length; k++) {
            weights[k] = strata.weight(k);
        }
        return weights;
    }

    private double[] inverseVariance(RiskDifferenceScore[] scores) {
        double[] weights = new double[scores.length];
        double sum = 0;
        for (int k = 0; k < weights.length; k++) {
            double variance = scores[k].variance() / factor.of(strata.stratum(k).size());
            weights[k] = variance > 0 ? 1 / variance : 0;
            sum += weights[k];
        }
        return sum > 0 ? weights : mantelHaenszel();
    }

    /** w = 1/(P₁(1 − P₁)/(P₂(1 − P₂))/n₁ + 1/n₂), P being the weighted means of the restricted estimates. */
    private double[] iterated(RiskDifferenceScore[] scores) {
        double[] weights = mantelHaenszel();
        for (int round = 0; round < MAX_ROUNDS; round++) {
            double sum = 0;
            double mean1 = 0;
            double mean2 = 0;
            for (int k = 0; k < weights.length; k++) {
                sum += weights[k];
                mean1 += weights[k] * scores[k].p1();
                mean2 += weights[k] * scores[k].p2();
            }
            mean1 /= sum;
            mean2 = Math.min(1 - 1e-8, Math.max(1e-8, mean2 / sum));
            double ratio = mean1 * (1 - mean1) / (mean2 * (1 - mean2));
            double change = 0;
            for (int k = 0; k < weights.length; k++) {
                TwoProportions t = strata.stratum(k);
                double next = 1 / (ratio / t.n1() + 1.0 / t.n2());
                change = Math.max(change, Math.abs(next - weights[k]));
                weights[k] = next;
            }
            if (change < CONVERGED * strata.totalWeight()) {
                break;
            }
        }
        return weights;
    }
}
