package org.sapwood.stats.proportion;

import java.util.ArrayList;
import java.util.List;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.Estimable.Reason;

/** The strata where both groups have members, with their Mantel–Haenszel weights n₁n₂/(n₁ + n₂). */
final class Strata {
    private final List<TwoProportions> strata;
    private final double[] weights;
    private final double totalWeight;
    private final double difference;

    private Strata(List<TwoProportions> strata) {
        this.strata = strata;
        this.weights = new double[strata.size()];
        double sum = 0;
        for (int k = 0; k < weights.length; k++) {
            TwoProportions t = strata.get(k);
            weights[k] = (double) t.n1() * t.n2() / t.size();
            sum += weights[k];
        }
        double d = 0;
        for (int k = 0; k < weights.length; k++) {
            weights[k] /= sum;
            d += weights[k] * (strata.get(k).p1() - strata.get(k).p2());
        }
        this.totalWeight = sum;
        this.difference = d;
    }

    static Strata of(List<TwoProportions> strata) {
        List<TwoProportions> informative = new ArrayList<>();
        for (TwoProportions stratum : strata) {
            if (!stratum.hasEmptyGroup()) {
                informative.add(stratum);
            }
        }
        return new Strata(informative);
    }

    static <T> Estimable<T> none() {
        return Estimable.not(Reason.NO_INFORMATIVE_STRATUM, "no stratum has members in both groups");
    }

    boolean isEmpty() {
        return strata.isEmpty();
    }

    int size() {
        return strata.size();
    }

    TwoProportions stratum(int k) {
        return strata.get(k);
    }

    List<TwoProportions> all() {
        return strata;
    }

    /** The weight of a stratum, scaled to sum 1. */
    double weight(int k) {
        return weights[k];
    }

    /** The sum of the weights before scaling. */
    double totalWeight() {
        return totalWeight;
    }

    /** Σ w (p₁ − p₂). */
    double difference() {
        return difference;
    }
}
