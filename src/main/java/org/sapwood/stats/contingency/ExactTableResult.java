package org.sapwood.stats.contingency;

import org.sapwood.stats.PValue;

/**
 * An exact test over all tables with the observed margins.
 *
 * @param statistic the observed statistic: the probability of the table for Fisher's test, else a chi-square statistic
 * @param pValue the probability of tables at least as far from independence
 * @param pointProbability the probability of tables that are exactly as far
 * @param midPValue the p-value less half the point probability
 * @param tableProbability the probability of the observed table
 */
public record ExactTableResult(
        double statistic, PValue pValue, double pointProbability, PValue midPValue, double tableProbability) {}
