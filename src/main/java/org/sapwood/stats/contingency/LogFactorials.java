package org.sapwood.stats.contingency;

/** log n! from 0 to a largest n. */
final class LogFactorials {
    private final double[] values;

    LogFactorials(int largest) {
        values = new double[largest + 1];
        double compensation = 0;
        for (int n = 2; n <= largest; n++) {
            double term = StrictMath.log(n) - compensation;
            double sum = values[n - 1] + term;
            compensation = (sum - values[n - 1]) - term;
            values[n] = sum;
        }
    }

    double of(int n) {
        return values[n];
    }
}
