package org.sapwood.stats.samplesize;

/** Sizes with a closed form that need no object of their own. */
public final class SampleSizes {
    private SampleSizes() {}

    /**
     * Events for the log-rank test, Schoenfeld: {@code (z(α) + z(β))² (1 + r)² / (r log²HR)}.
     *
     * <p>Source: Schoenfeld DA (1983), Biometrics 39:499–503.
     *
     * @param hazardRatio HR, group 1 over group 2
     * @param ratio r = n₁ / n₂
     * @param error level, sides and power
     * @return events, infinite for HR = 1
     */
    public static double schoenfeldEvents(double hazardRatio, double ratio, TestError error) {
        double log = StrictMath.log(hazardRatio);
        return error.squaredSum() * (1 + ratio) * (1 + ratio) / (ratio * log * log);
    }

    /**
     * Events for the log-rank test, Freedman: {@code (z(α) + z(β))² (1 + r HR)² / (r (1 − HR)²)}.
     *
     * <p>Source: Freedman LS (1982), Stat Med 1:121–129.
     *
     * @param hazardRatio HR, group 1 over group 2
     * @param ratio r = n₁ / n₂
     * @param error level, sides and power
     * @return events, infinite for HR = 1
     */
    public static double freedmanEvents(double hazardRatio, double ratio, TestError error) {
        double above = 1 + ratio * hazardRatio;
        double distance = 1 - hazardRatio;
        return error.squaredSum() * above * above / (ratio * distance * distance);
    }

    /**
     * Pairs for McNemar's test: {@code (z(α) √(p₁₀ + p₀₁) + z(β) √(p₁₀ + p₀₁ − d²))² / d²}, {@code d = p₁₀ − p₀₁}.
     *
     * <p>Source: Connor RJ (1987), Biometrics 43:207–211.
     *
     * @param p10 probability of a pair that is positive first only
     * @param p01 probability of a pair that is positive second only
     * @param error level, sides and power
     * @return pairs
     */
    public static double mcNemarPairs(double p10, double p01, TestError error) {
        double discordant = p10 + p01;
        double d = p10 - p01;
        double root = error.criticalZ() * Math.sqrt(discordant) + error.powerZ() * Math.sqrt(discordant - d * d);
        return root * root / (d * d);
    }

    /**
     * Subjects for the Mann–Whitney test: {@code (z(α) + z(β))² / (12 c (1 − c) (p − 1/2)²)}, {@code c = r / (1 + r)}.
     *
     * <p>Source: Noether GE (1987), J Am Stat Assoc 82:645–647.
     *
     * @param probability p, that a value of group 1 is above one of group 2
     * @param ratio r = n₁ / n₂
     * @param error level, sides and power
     * @return subjects of both groups together
     */
    public static double noetherTotal(double probability, double ratio, TestError error) {
        double c = ratio / (1 + ratio);
        double distance = probability - 0.5;
        return error.squaredSum() / (12 * c * (1 - c) * distance * distance);
    }

    /**
     * Size of group 2 for a ratio of negative binomial rates: {@code (z(α) + z(β))² V / log²RR},
     * {@code V = (1/λ₂ + 1/(r λ₁)) / t + (1 + r) k / r}.
     *
     * <p>Source: Zhu H, Lakkis H (2014), Stat Med 33:376–387, method 2.
     *
     * @param rateRatio RR = λ₁ / λ₂
     * @param controlRate λ₂
     * @param dispersion k
     * @param exposure t, the same for everybody
     * @param ratio r = n₁ / n₂
     * @param error level, sides and power
     * @return n₂
     */
    public static double negativeBinomial(
            double rateRatio, double controlRate, double dispersion, double exposure, double ratio, TestError error) {
        double variance =
                (1 / controlRate + 1 / (ratio * rateRatio * controlRate)) / exposure + (1 + ratio) * dispersion / ratio;
        double log = StrictMath.log(rateRatio);
        return error.squaredSum() * variance / (log * log);
    }
}
