package org.sapwood.stats.rank;

import java.util.Arrays;
import org.apache.commons.numbers.combinatorics.LogBinomialCoefficient;

/**
 * Tails of the subset sum distribution for samples too large for the shift algorithm, by numerical inversion of the
 * generating function, to rounding error.
 *
 * <p>Let each score k_j be taken independently with probability {@code p_j = 1/(1 + exp(−a − s k_j))}, where a and s are
 * chosen so that the expected number and sum taken are the given size m and sum w (the saddle point). With
 * {@code φ(u, v) = Π (1 − p_j + p_j exp(i(u + v k_j)))} the number of subsets of size m and sum x is
 *
 * <pre>{@code
 * c(m, x) = exp(K − a m − s x) · 1/(M L) Σ_u Σ_v φ(u, v) exp(−i(u m + v x)),   K = Σ log(1 + exp(a + s k_j))
 * }</pre>
 *
 * over the M and L equidistant points of the circle. That is exact when M exceeds the number of scores and L the range of
 * sums; fewer points wrap the distribution round a circle, and as it is nearly normal with standard deviations
 * σ_m, σ_x here, circles of 22 σ leave an error below rounding. A lower tail is a geometric series under the sum. Points
 * where {@code |φ| <= exp(−(W − |S(v)| cos(u + arg S(v))))}, {@code S(v) = Σ p_j(1 − p_j) exp(i v k_j)},
 * {@code W = S(0)}, is below {@code exp(−46)} are left out: one Fourier transform of the weights finds all others, also
 * those far from zero that regular patterns of ties bring about.
 */
final class SubsetSumInversion {
    private static final double NEGLIGIBLE = 46;

    /** Standard deviations of the tilted sum on either side of its centre that are kept apart. */
    private static final double WIDTH = 11;

    /** How far from the centre, in standard deviations, a tail may end. */
    private static final double REACH = 1;

    /** The circle of counts in standard deviations. */
    private static final double CIRCLE = 13;

    private final int[] values;
    private final int[] counts;
    private final int n;
    private final int size;
    private final int centre;
    private final long least;

    private double a;
    private double s;
    private double logScale;
    private double deviation;
    private int points;
    private final double[] taken;
    private double total;
    private int circle;
    private double[][] spectrum = {};
    private boolean sampled;
    private int[] frequencies = {};
    private double[] real = {};
    private double[] imaginary = {};

    /**
     * Prepares tails near a sum.
     *
     * @param sorted scores, ascending, the first one 0
     * @param size of the subsets
     * @param excess over the smallest sum, where the tilted distribution is centred; positive and below its mean
     */
    SubsetSumInversion(int[] sorted, int size, int excess) {
        this.n = sorted.length;
        this.size = size;
        int distinct = 0;
        int[] distinctValues = new int[n];
        int[] multiplicities = new int[n];
        for (int i = 0; i < n; i++) {
            if (i > 0 && sorted[i] != sorted[i - 1]) {
                distinct++;
            }
            distinctValues[distinct] = sorted[i];
            multiplicities[distinct]++;
        }
        this.values = Arrays.copyOf(distinctValues, distinct + 1);
        this.counts = Arrays.copyOf(multiplicities, distinct + 1);
        long smallest = 0;
        for (int i = 0; i < size; i++) {
            smallest += sorted[i];
        }
        this.least = smallest;
        this.centre = excess;
        this.taken = new double[values.length];
        tilt(smallest + excess);
        select();
    }

    /** Whether tails at this excess lie within the stretch for which the characteristic function was sampled. */
    boolean covers(long excess) {
        return Math.abs(excess - centre) <= REACH * deviation;
    }

    /** The probabilities of at most, and exactly, an excess. */
    SubsetSumTail lowerTail(long excess) {
        if (!sampled) {
            sample();
        }
        double sum = least + excess;
        long window = Math.min(excess + 1, (long) Math.ceil(WIDTH * deviation) + 2);
        double tail = 0;
        double here = 0;
        for (int f = 0; f < frequencies.length; f++) {
            double v = 2 * Math.PI * frequencies[f] / points;
            // exp(−i v sum), the angle reduced in whole steps first.
            double turn = 2 * Math.PI * ((frequencies[f] * (least + excess)) % points) / points;
            double cos = StrictMath.cos(turn);
            double sin = StrictMath.sin(turn);
            double re = real[f] * cos + imaginary[f] * sin;
            double im = imaginary[f] * cos - real[f] * sin;
            double weight = frequencies[f] == 0 || 2L * frequencies[f] == points ? 1 : 2;
            here += weight * re;
            double[] series = geometric(v, window);
            tail += weight * (re * series[0] - im * series[1]);
        }
        double log = logScale - s * sum - LogBinomialCoefficient.value(n, size);
        return new SubsetSumTail(
                Math.min(0, StrictMath.log(Math.max(0, tail) / points) + log),
                Math.min(0, StrictMath.log(Math.max(0, here) / points) + log));
    }

    /** {@code Σ_{d < window} exp((s + i v) d)} with s at most 0. */
    private double[] geometric(double v, long window) {
        double shrink = StrictMath.exp(s);
        double end = StrictMath.exp(s * window);
        double topRe = 1 - end * StrictMath.cos(v * window);
        double topIm = -end * StrictMath.sin(v * window);
        double half = StrictMath.sin(v / 2);
        // 1 − exp(s) cos v without cancellation.
        double bottomRe = -StrictMath.expm1(s) + shrink * 2 * half * half;
        double bottomIm = -shrink * StrictMath.sin(v);
        double norm = bottomRe * bottomRe + bottomIm * bottomIm;
        if (norm == 0) {
            return new double[] {window, 0};
        }
        return new double[] {(topRe * bottomRe + topIm * bottomIm) / norm, (topIm * bottomRe - topRe * bottomIm) / norm
        };
    }

    /** Newton's method for a and s on the convex function K − a m − s w, scores centred and scaled meanwhile. */
    private void tilt(long sum) {
        double mean = 0;
        for (int g = 0; g < values.length; g++) {
            mean += (double) values[g] * counts[g] / n;
        }
        double scale = Math.max(1, values[values.length - 1]);
        double target = (sum - mean * size) / scale;
        double alpha = StrictMath.log((double) size / (n - size));
        double slope = 0;
        double[] now = derivatives(alpha, slope, mean, scale);
        for (int step = 0; step < 200; step++) {
            double g1 = now[1] - size;
            double g2 = now[2] - target;
            double determinant = now[3] * now[5] - now[4] * now[4];
            double d1 = (now[5] * g1 - now[4] * g2) / determinant;
            double d2 = (now[3] * g2 - now[4] * g1) / determinant;
            double objective = now[0] - alpha * size - slope * target;
            double fraction = 1;
            double[] next = derivatives(alpha - d1, slope - d2, mean, scale);
            while (fraction > 1e-6
                    && !(next[0] - (alpha - fraction * d1) * size - (slope - fraction * d2) * target
                            <= objective + 1e-9)) {
                fraction /= 2;
                next = derivatives(alpha - fraction * d1, slope - fraction * d2, mean, scale);
            }
            alpha -= fraction * d1;
            slope -= fraction * d2;
            now = next;
            if (Math.abs(d1) + Math.abs(d2) < 1e-10 * (1 + Math.abs(slope))) {
                break;
            }
        }
        s = Math.min(0, slope / scale);
        a = alpha - s * mean;
        double log = 0;
        double c = 0;
        double cx = 0;
        double xx = 0;
        for (int g = 0; g < values.length; g++) {
            double theta = a + s * values[g];
            double p = 1 / (1 + StrictMath.exp(-theta));
            double w = counts[g] * p * (1 - p);
            log += counts[g] * (Math.max(theta, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(theta))));
            c += w;
            cx += w * values[g];
            xx += w * values[g] * values[g];
        }
        logScale = log - a * size;
        deviation = Math.sqrt(Math.max(1e-300, xx - cx * cx / c));
    }

    /** K, its gradient and its second derivatives in (a, s) for centred and scaled scores. */
    private double[] derivatives(double alpha, double slope, double mean, double scale) {
        double[] d = new double[6];
        for (int g = 0; g < values.length; g++) {
            double x = (values[g] - mean) / scale;
            double theta = alpha + slope * x;
            double p = 1 / (1 + StrictMath.exp(-theta));
            double w = counts[g] * p * (1 - p);
            d[0] += counts[g] * (Math.max(theta, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(theta))));
            d[1] += counts[g] * p;
            d[2] += counts[g] * p * x;
            d[3] += w;
            d[4] += w * x;
            d[5] += w * x * x;
        }
        return d;
    }

    /** Finds the frequencies at which the characteristic function of the sum is not negligible. */
    private void select() {
        points = Math.max(8, Integer.highestOneBit((int) Math.ceil(2 * WIDTH * deviation + 4)) * 2);
        double[] weights = new double[points];
        for (int g = 0; g < values.length; g++) {
            taken[g] = 1 / (1 + StrictMath.exp(-a - s * values[g]));
            double w = counts[g] * taken[g] * (1 - taken[g]);
            weights[values[g] % points] += w;
            total += w;
        }
        spectrum = FourierTransform.ofReal(weights);
        int found = 0;
        int[] all = new int[points / 2 + 1];
        double least = Math.max(0, total - NEGLIGIBLE);
        for (int j = 0; j <= points / 2; j++) {
            double re = spectrum[0][j];
            double im = spectrum[1][j];
            if (re * re + im * im >= least * least) {
                all[found++] = j;
            }
        }
        frequencies = Arrays.copyOf(all, found);
        circle = Math.min(n + 1, (int) Math.ceil(CIRCLE * Math.sqrt(total)) + 2);
    }

    /** The number of elementary multiplications that tails cost, about. */
    double cost() {
        double share = Math.min(1, Math.sqrt(2 * NEGLIGIBLE / total) / Math.PI);
        return 6.0 * frequencies.length * circle * share * values.length;
    }

    /** Samples the characteristic function at the frequencies selected. */
    private void sample() {
        real = new double[frequencies.length];
        imaginary = new double[frequencies.length];
        for (int f = 0; f < frequencies.length; f++) {
            double re = spectrum[0][frequencies[f]];
            double im = spectrum[1][frequencies[f]];
            // The transform has exp(−i v k); S(v) is its conjugate.
            sampleCounts(f, Math.sqrt(re * re + im * im), StrictMath.atan2(-im, re));
        }
        sampled = true;
    }

    /** One frequency: the sum over the circle of counts that picks out subsets of the given size. */
    private void sampleCounts(int f, double modulus, double argument) {
        int groups = values.length;
        double[] cos = new double[groups];
        double[] sin = new double[groups];
        for (int g = 0; g < groups; g++) {
            double angle = 2 * Math.PI * (((long) frequencies[f] * values[g]) % points) / points;
            cos[g] = StrictMath.cos(angle);
            sin[g] = StrictMath.sin(angle);
        }
        double sumRe = 0;
        double sumIm = 0;
        for (int h = 0; h < circle; h++) {
            double u = 2 * Math.PI * h / circle;
            if (total - modulus * StrictMath.cos(u + argument) >= NEGLIGIBLE) {
                continue;
            }
            double cu = StrictMath.cos(u);
            double su = StrictMath.sin(u);
            double re = 1;
            double im = 0;
            for (int g = 0; g < groups; g++) {
                double factorRe = 1 - taken[g] + taken[g] * (cu * cos[g] - su * sin[g]);
                double factorIm = taken[g] * (su * cos[g] + cu * sin[g]);
                if (counts[g] == 1) {
                    double product = re * factorRe - im * factorIm;
                    im = re * factorIm + im * factorRe;
                    re = product;
                    continue;
                }
                for (int power = counts[g]; power > 0; power >>= 1) {
                    if ((power & 1) == 1) {
                        double product = re * factorRe - im * factorIm;
                        im = re * factorIm + im * factorRe;
                        re = product;
                    }
                    if (power > 1) {
                        double square = factorRe * factorRe - factorIm * factorIm;
                        factorIm = 2 * factorRe * factorIm;
                        factorRe = square;
                    }
                }
            }
            double turn = 2 * Math.PI * (((long) h * size) % circle) / circle;
            double ct = StrictMath.cos(turn);
            double st = StrictMath.sin(turn);
            sumRe += re * ct + im * st;
            sumIm += im * ct - re * st;
        }
        real[f] = sumRe / circle;
        imaginary[f] = sumIm / circle;
    }
}
