package org.sapwood.stats.mixed;

/** Σ_ab = σ² ρ^|t_a − t_b| with θ = (log σ², logit ρ); t are measurement times. */
final class SpatialExponentialCovariance implements CovarianceFunction {
    private final double[] times;

    SpatialExponentialCovariance(double[] times) {
        this.times = times.clone();
    }

    @Override
    public int parameters() {
        return 2;
    }

    @Override
    public boolean isShared() {
        return false;
    }

    @Override
    public double[] start(double[] moments, int slots) {
        double[] s = StartingValues.completed(moments, slots);
        double variance = 0;
        double correlation = 0;
        double distance = 0;
        int pairs = 0;
        for (int i = 0; i < slots; i++) {
            variance += s[i * slots + i] / slots;
            for (int j = 0; j < i; j++) {
                if (!Double.isNaN(moments[i * slots + j])) {
                    correlation += s[i * slots + j] / Math.sqrt(s[i * slots + i] * s[j * slots + j]);
                    distance += Math.abs(times[i] - times[j]);
                    pairs++;
                }
            }
        }
        double rho = 0.5;
        if (pairs > 0 && distance > 0) {
            double r = Math.max(0.05, Math.min(0.95, correlation / pairs));
            rho = StrictMath.exp(StrictMath.log(r) * pairs / distance);
        }
        return new double[] {StrictMath.log(variance), StrictMath.log(rho / (1 - rho))};
    }

    @Override
    public CovarianceJet at(double[] theta, int[] slots) {
        int s = slots.length;
        double variance = StrictMath.exp(theta[0]);
        double rho = 1 / (1 + StrictMath.exp(-theta[1]));
        double complement = 1 / (1 + StrictMath.exp(theta[1]));
        double logRho = -StrictMath.log1p(StrictMath.exp(-theta[1]));
        double[] value = new double[s * s];
        double[] byRho = new double[s * s];
        double[] byRhoTwice = new double[s * s];
        for (int a = 0; a < s; a++) {
            for (int b = 0; b < s; b++) {
                double d = Math.abs(times[slots[a]] - times[slots[b]]);
                double x = variance * StrictMath.exp(d * logRho);
                // d/dη of ρ^d with ρ = logistic(η) is ρ^d · d(1−ρ)
                value[a * s + b] = x;
                byRho[a * s + b] = x * d * complement;
                byRhoTwice[a * s + b] = x * d * complement * (d * complement - rho);
            }
        }
        return new CovarianceJet() {
            private final double[][] first = {value, byRho};

            @Override
            public double[] value() {
                return value;
            }

            @Override
            public double[][] first() {
                return first;
            }

            @Override
            public boolean second(int k, int l, double[] out) {
                double[] source = k + l == 0 ? value : k + l == 1 ? byRho : byRhoTwice;
                System.arraycopy(source, 0, out, 0, s * s);
                return true;
            }
        };
    }
}
