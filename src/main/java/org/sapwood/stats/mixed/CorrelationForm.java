package org.sapwood.stats.mixed;

/** A correlation matrix R as a function of correlations ρ, entry by entry, with derivatives. */
enum CorrelationForm {
    /** R_ab = ρ. */
    COMMON,
    /** R_ab = ρ^|a−b|. */
    AUTOREGRESSIVE,
    /** R_ab = ρ_|a−b|. */
    TOEPLITZ,
    /** R_ab = ρ_a ρ_{a+1} … ρ_{b−1} for a below b. */
    ANTE_DEPENDENT;

    /** {@return the number of correlations for m ≥ 2 occasions} */
    int parameters(int m) {
        return this == COMMON || this == AUTOREGRESSIVE ? 1 : m - 1;
    }

    /** {@return ρ(κ) with first and second derivative, for m occasions} */
    double[] linked(double kappa, int m) {
        if (this == COMMON) {
            double c = 1.0 / (m - 1);
            double s = 1 / (1 + StrictMath.exp(-kappa));
            double slope = (1 + c) * s / (1 + StrictMath.exp(kappa));
            return new double[] {(1 + c) * s - c, slope, slope * (1 - 2 * s)};
        }
        double square = 1 + kappa * kappa;
        double root = Math.sqrt(square);
        return new double[] {kappa / root, 1 / (square * root), -3 * kappa / (square * square * root)};
    }

    /** {@return κ(ρ), the inverse of the link} */
    double unlinked(double rho, int m) {
        if (this == COMMON) {
            double c = 1.0 / (m - 1);
            double s = (rho + c) / (1 + c);
            return StrictMath.log(s / (1 - s));
        }
        return rho / Math.sqrt(1 - rho * rho);
    }

    /** {@return R_ab for a below b} */
    double value(double[] rho, int a, int b) {
        return switch (this) {
            case COMMON -> rho[0];
            case AUTOREGRESSIVE -> power(rho[0], b - a);
            case TOEPLITZ -> rho[b - a - 1];
            case ANTE_DEPENDENT -> product(rho, a, b, -1, -1);
        };
    }

    /** {@return ∂R_ab/∂ρ_k for a below b} */
    double first(double[] rho, int k, int a, int b) {
        return switch (this) {
            case COMMON -> 1;
            case AUTOREGRESSIVE -> (b - a) * power(rho[0], b - a - 1);
            case TOEPLITZ -> k == b - a - 1 ? 1 : 0;
            case ANTE_DEPENDENT -> a <= k && k < b ? product(rho, a, b, k, -1) : 0;
        };
    }

    /** {@return ∂²R_ab/∂ρ_k∂ρ_l for a below b} */
    double second(double[] rho, int k, int l, int a, int b) {
        return switch (this) {
            case COMMON, TOEPLITZ -> 0;
            case AUTOREGRESSIVE -> (b - a) * (double) (b - a - 1) * (b - a > 1 ? power(rho[0], b - a - 2) : 0);
            case ANTE_DEPENDENT -> k != l && a <= Math.min(k, l) && Math.max(k, l) < b ? product(rho, a, b, k, l) : 0;
        };
    }

    private static double power(double x, int n) {
        double result = 1;
        for (int i = 0; i < n; i++) {
            result *= x;
        }
        return result;
    }

    private static double product(double[] rho, int from, int to, int without, int nor) {
        double result = 1;
        for (int i = from; i < to; i++) {
            if (i != without && i != nor) {
                result *= rho[i];
            }
        }
        return result;
    }
}
