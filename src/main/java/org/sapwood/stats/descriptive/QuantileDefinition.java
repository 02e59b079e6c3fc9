package org.sapwood.stats.descriptive;

/**
 * The nine sample quantiles of Hyndman and Fan (1996). With {@code x(1) <= … <= x(n)} and probability {@code p}, each
 * takes {@code (1 - g) x(j) + g x(j+1)} at {@code j = floor(np + m)}, {@code g} from the remainder {@code np + m - j};
 * the definitions differ in {@code m} and in how a remainder becomes a weight. Beyond the ends the extreme value is
 * repeated.
 */
public enum QuantileDefinition {
    /** The inverse of the empirical distribution function. */
    INVERSE_CDF(1, 3, 0, 0),
    /** The same, averaged where the function is flat: the default of SAS and of this program. */
    AVERAGED_INVERSE_CDF(2, 5, 0, 0),
    /** The observation numbered closest to {@code np}, the even one when two are equally close. */
    NEAREST_EVEN(3, 2, -0.5, 0),
    /** Linear interpolation of the empirical distribution function. */
    INTERPOLATED_CDF(4, 1, 0, 0),
    /** Hazen: piecewise linear with knots at the midpoints. */
    HAZEN(5, 0, 0.5, 0),
    /** Weibull: {@code (n + 1) p}. */
    WEIBULL(6, 4, 0, 1),
    /** Gumbel: {@code (n - 1) p + 1}, the default of R. */
    GUMBEL(7, 0, 1, -1),
    /** Approximately median-unbiased whatever the distribution. */
    MEDIAN_UNBIASED(8, 0, 1.0 / 3, 1.0 / 3),
    /** Approximately unbiased for normal samples. */
    NORMAL_UNBIASED(9, 0, 3.0 / 8, 1.0 / 4);

    /** SAS definition 5, R type 2. */
    public static final QuantileDefinition DEFAULT = AVERAGED_INVERSE_CDF;

    /** Positions nearer than this, relative, to a whole number are that number: 0.07 · 200 is 14. */
    private static final double FUZZ = 4 * Math.ulp(1.0);

    private final int type;
    private final int sas;
    private final double offset;
    private final double slope;

    QuantileDefinition(int type, int sas, double offset, double slope) {
        this.type = type;
        this.sas = sas;
        this.offset = offset;
        this.slope = slope;
    }

    /** {@return the number of Hyndman and Fan, which R calls type} */
    public int type() {
        return type;
    }

    /**
     * The definition with a number of Hyndman and Fan.
     *
     * @param type 1 to 9, as in R
     * @return the definition
     * @throws IllegalArgumentException otherwise
     */
    public static QuantileDefinition ofType(int type) {
        if (type < 1 || type > 9) {
            throw new IllegalArgumentException("quantile type must be 1 to 9, found " + type);
        }
        return values()[type - 1];
    }

    /**
     * The definition with a SAS number (PCTLDEF, QNTLDEF).
     *
     * @param number 1 to 5
     * @return the definition
     * @throws IllegalArgumentException otherwise
     */
    public static QuantileDefinition ofSas(int number) {
        for (QuantileDefinition definition : values()) {
            if (definition.sas == number && number > 0) {
                return definition;
            }
        }
        throw new IllegalArgumentException("SAS quantile definition must be 1 to 5, found " + number);
    }

    /**
     * One quantile.
     *
     * @param sorted at least one value, ascending; not modified
     * @param p in [0, 1]
     * @return the quantile
     * @throws IllegalArgumentException when there is no value or p lies outside [0, 1]
     */
    public double quantile(double[] sorted, double p) {
        if (sorted.length == 0 || !(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException(
                    "expected values and a probability in [0, 1], found " + sorted.length + " values, p " + p);
        }
        double position = sorted.length * p + offset + slope * p;
        double fuzz = FUZZ * Math.max(1, Math.abs(position));
        double j = Math.floor(position + fuzz);
        double remainder = position - j;
        boolean whole = Math.abs(remainder) <= fuzz;
        double g = switch (this) {
            case INVERSE_CDF -> whole ? 0 : 1;
            case AVERAGED_INVERSE_CDF -> whole ? 0.5 : 1;
            case NEAREST_EVEN -> whole && j % 2 == 0 ? 0 : 1;
            default -> whole ? 0 : remainder;
        };
        double below = at(sorted, j);
        double above = at(sorted, j + 1);
        if (g == 0 || below == above) {
            return below;
        }
        return g == 1 ? above : g == 0.5 ? (below + above) / 2 : below + g * (above - below);
    }

    private static double at(double[] sorted, double j) {
        return sorted[(int) Math.min(sorted.length, Math.max(1, j)) - 1];
    }
}
