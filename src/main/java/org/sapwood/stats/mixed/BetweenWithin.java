package org.sapwood.stats.mixed;

/**
 * Between–within degrees of freedom (Schluchter and Elashoff 1990): a coefficient whose column is constant within every
 * subject has N_subjects minus the number of such columns, the intercept included; the others, and the intercept itself,
 * have N_observations − N_subjects minus their number. A function of several coefficients takes the smallest.
 */
final class BetweenWithin {
    private final boolean[] between;
    private final double betweenDf;
    private final double withinDf;

    BetweenWithin(RepeatedMeasures measures, ReducedData data) {
        int columns = measures.columns().size();
        boolean[] constant = new boolean[columns];
        boolean[] one = new boolean[columns];
        java.util.Arrays.fill(constant, true);
        java.util.Arrays.fill(one, true);
        int[] source = data.source();
        for (int i = 0; i < source.length; i++) {
            double[] x = measures.design(source[i]);
            boolean same = i > 0 && measures.subject(source[i]) == measures.subject(source[i - 1]);
            for (int j = 0; j < columns; j++) {
                constant[j] &= !same || x[j] == measures.design(source[i - 1])[j];
                one[j] &= x[j] == 1;
            }
        }
        int within = 0;
        int across = 0;
        boolean[] isBetween = new boolean[columns];
        for (int j : data.design().kept()) {
            if (constant[j]) {
                across++;
            } else {
                within++;
            }
            isBetween[j] = constant[j] && !one[j];
        }
        between = isBetween;
        betweenDf = data.subjects() - across;
        withinDf = data.observations() - data.subjects() - within;
    }

    double degreesOfFreedom(boolean[] involved) {
        double df = Double.POSITIVE_INFINITY;
        for (int j = 0; j < involved.length; j++) {
            if (involved[j]) {
                df = Math.min(df, between[j] ? betweenDf : withinDf);
            }
        }
        return df;
    }
}
