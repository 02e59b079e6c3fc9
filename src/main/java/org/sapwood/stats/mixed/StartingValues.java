package org.sapwood.stats.mixed;

/** Turns residual moments into something an optimiser can start from. */
final class StartingValues {
    private StartingValues() {}

    /**
     * A positive definite matrix near the given moments: missing covariances become zero, missing variances the mean of
     * the others, and correlations are shrunk until the matrix is positive definite.
     */
    static double[] positiveDefinite(double[] moments, int m) {
        double[] complete = completed(moments, m);
        for (double keep = 1; ; keep = keep > 0.05 ? keep * 0.8 : 0) {
            double[] trial = shrunk(complete, m, keep);
            if (isSafelyDefinite(trial, m)) {
                return trial;
            }
        }
    }

    private static boolean isSafelyDefinite(double[] matrix, int m) {
        double[] factor = matrix.clone();
        if (Double.isNaN(Dense.cholesky(factor, m))) {
            return false;
        }
        for (int i = 0; i < m; i++) {
            if (factor[i * m + i] * factor[i * m + i] < 1e-4 * matrix[i * m + i]) {
                return false;
            }
        }
        return true;
    }

    private static double[] shrunk(double[] matrix, int m, double keep) {
        double[] out = matrix.clone();
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < m; j++) {
                if (i != j) {
                    out[i * m + j] *= keep;
                }
            }
        }
        return out;
    }

    static double[] completed(double[] moments, int m) {
        double total = 0;
        int found = 0;
        for (int i = 0; i < m; i++) {
            if (moments[i * m + i] > 0) {
                total += moments[i * m + i];
                found++;
            }
        }
        double mean = found > 0 ? total / found : 1;
        double[] out = moments.clone();
        for (int i = 0; i < m; i++) {
            if (!(out[i * m + i] > 1e-6 * mean)) {
                out[i * m + i] = mean;
            }
        }
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < m; j++) {
                if (i != j) {
                    double bound = 0.98 * Math.sqrt(out[i * m + i] * out[j * m + j]);
                    double x = out[i * m + j];
                    out[i * m + j] = Double.isNaN(x) ? 0 : Math.max(-bound, Math.min(bound, x));
                }
            }
        }
        return out;
    }

    /** {@return the mean correlation of occasions that lie {@code lag} apart, or of all pairs when {@code lag} is 0} */
    static double meanCorrelation(double[] completed, int m, int lag) {
        double sum = 0;
        int pairs = 0;
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < i; j++) {
                if (lag == 0 || i - j == lag) {
                    sum += completed[i * m + j] / Math.sqrt(completed[i * m + i] * completed[j * m + j]);
                    pairs++;
                }
            }
        }
        return pairs == 0 ? 0 : sum / pairs;
    }
}
