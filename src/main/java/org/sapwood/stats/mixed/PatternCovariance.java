package org.sapwood.stats.mixed;

/** The covariance of one pattern at some θ, factorised. */
final class PatternCovariance {
    private final CovarianceJet jet;
    private final int[] slots;
    private final int size;
    private final boolean gathered;
    private final double[] sigma;
    /** Inverse of the Cholesky factor: K with KΣK' = I. */
    private final double[] whitening;

    private final double[] inverse;
    private final double logDeterminant;

    PatternCovariance(CovarianceJet jet, int[] slots, boolean gathered) {
        this.jet = jet;
        this.slots = slots;
        this.gathered = gathered;
        size = slots.length;
        sigma = gather(jet.value());
        double[] factor = sigma.clone();
        logDeterminant = Dense.cholesky(factor, size);
        boolean definite = !Double.isNaN(logDeterminant);
        whitening = definite ? Dense.invertLower(factor, size) : factor;
        inverse = definite ? Dense.crossLower(whitening, size) : factor;
    }

    /** {@return the part of a matrix over all slots that belongs to this pattern} */
    double[] gather(double[] full) {
        if (!gathered) {
            return full;
        }
        int m = (int) Math.round(Math.sqrt(full.length));
        if (m == size) {
            return full;
        }
        double[] out = new double[size * size];
        for (int a = 0; a < size; a++) {
            for (int b = 0; b < size; b++) {
                out[a * size + b] = full[slots[a] * m + slots[b]];
            }
        }
        return out;
    }

    int size() {
        return size;
    }

    int[] slots() {
        return slots;
    }

    double logDeterminant() {
        return logDeterminant;
    }

    boolean isDefinite() {
        return !Double.isNaN(logDeterminant);
    }

    double[] inverse() {
        return inverse;
    }

    double[] whitening() {
        return whitening;
    }

    CovarianceJet jet() {
        return jet;
    }

    double[] first(int k) {
        return gather(jet.first()[k]);
    }
}
