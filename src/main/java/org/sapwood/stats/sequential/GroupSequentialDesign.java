package org.sapwood.stats.sequential;

import java.util.Arrays;

/**
 * Efficacy boundaries: by error spending, or of the classical shape {@code c t^(Δ − 1/2)} at equally spaced looks. Two-sided
 * boundaries are symmetric, each side having half of the error.
 *
 * <p>Source: Jennison C, Turnbull BW (2000), Group Sequential Methods with Applications to Clinical Trials; Wang SK, Tsiatis
 * AA (1987), Biometrics 43:193–199.
 */
public final class GroupSequentialDesign {
    private GroupSequentialDesign() {}

    /**
     * The boundary whose cumulative crossing probability under no effect follows a spending function.
     *
     * @param information increasing information fractions, the last usually 1
     * @param spending the function, evaluated for each side's share of the error
     * @param alpha the whole error
     * @param sides one or two
     * @return the boundary
     */
    public static StoppingBoundary spending(
            double[] information, SpendingFunction spending, double alpha, Sides sides) {
        StoppingBoundary.checkInformation(information);
        double[] cumulative = spending.spent(information, sides.perSide(alpha));
        double[] upper = new double[information.length];
        ContinuationDensity density = ContinuationDensity.start(0);
        for (int k = 0; k < upper.length; k++) {
            upper[k] = BoundarySearch.upper(density, information[k], cumulative[k] - (k == 0 ? 0 : cumulative[k - 1]));
            if (k + 1 < upper.length) {
                double lower = sides == Sides.TWO ? -upper[k] : Double.NEGATIVE_INFINITY;
                density = density.after(information[k], information[k + 1], lower, upper[k]);
            }
        }
        return sides == Sides.TWO
                ? StoppingBoundary.symmetric(information, upper)
                : StoppingBoundary.upperOnly(information, upper);
    }

    /**
     * A boundary of the Wang–Tsiatis family at K equally spaced looks.
     *
     * @param looks K, at least 1
     * @param delta Δ: 0 is O'Brien–Fleming, 0.5 is Pocock
     * @param alpha the whole error
     * @param sides one or two
     * @return the boundary; its last value is the constant c
     */
    public static StoppingBoundary wangTsiatis(int looks, double delta, double alpha, Sides sides) {
        double[] information = new double[looks];
        Arrays.setAll(information, k -> (k + 1.0) / looks);
        StoppingBoundary.checkInformation(information);
        double share = sides.perSide(alpha);
        double constant = BoundarySearch.root(
                c -> share - shaped(information, c, delta, sides).crossing(0).upperTotal(), 0.5, 5);
        return shaped(information, constant, delta, sides);
    }

    private static StoppingBoundary shaped(double[] information, double constant, double delta, Sides sides) {
        double[] upper = Arrays.stream(information)
                .map(t -> constant * (t == 1 ? 1 : StrictMath.pow(t, delta - 0.5)))
                .toArray();
        return sides == Sides.TWO
                ? StoppingBoundary.symmetric(information, upper)
                : StoppingBoundary.upperOnly(information, upper);
    }
}
