package org.sapwood.stats.imputation;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.Estimable.Reason;
import org.sapwood.stats.mixed.MmrmFit;

/**
 * Draws of β and Σ given the observed values of incomplete profiles, by data augmentation (equations E18 to E20; Schafer 1997,
 * section 5.4). Subjects without any value take no part.
 */
final class ProfilePosterior {
    /** Steps of each chain, from the REML estimates: at a fraction of missing information of one half 10⁻¹⁵ of the start is left. */
    static final int STEPS = 50;

    /** One draw. */
    @SuppressWarnings("ArrayRecordComponent")
    record Parameters(double[] beta, double[][] sigma) {}

    private final IncompleteProfiles data;
    private final List<String> ids;
    private final int[] subjects;
    private final double[] start;
    private final double[][] startCovariance;
    /** Σᵢ xᵢᵥxᵢᵤ' for each pair of visits: with it A of E20 costs nothing per subject. */
    private final double[][][][] crossProducts;

    private ProfilePosterior(IncompleteProfiles data, List<String> ids, int[] subjects, MmrmFit fit) {
        this.data = data;
        this.ids = ids;
        this.subjects = subjects;
        this.start = fit.coefficients();
        this.startCovariance = fit.covariance(0);
        int k = data.visits();
        int p = data.columns();
        this.crossProducts = new double[k][k][p][p];
        for (int i : subjects) {
            for (int v = 0; v < k; v++) {
                for (int u = 0; u < k; u++) {
                    addOuter(crossProducts[v][u], data.row(i, v), data.row(i, u));
                }
            }
        }
    }

    static Estimable<ProfilePosterior> of(IncompleteProfiles data, List<String> ids) {
        int[] subjects = IntStream.range(0, data.subjects())
                .filter(i -> data.visits(i, false).length > 0)
                .toArray();
        Estimable<MmrmFit> fit = ConditionalMeanImputation.observedModel(data);
        if (fit instanceof Estimable.NotEstimable<MmrmFit> none) {
            return Estimable.not(none.reason(), none.detail());
        }
        // E19 has a proper posterior only when the residuals left by β span all visits
        int needed = data.visits() + (data.columns() + data.visits() - 1) / data.visits();
        if (subjects.length < needed) {
            return Estimable.not(
                    Reason.TOO_FEW_OBSERVATIONS,
                    subjects.length + " subjects with a value for a covariance matrix of " + data.visits()
                            + " visits and " + data.columns() + " coefficients");
        }
        return Estimable.of(new ProfilePosterior(data, ids, subjects, fit.orElseThrow()));
    }

    /**
     * Runs the chain of one imputation.
     *
     * @param imputation its number
     * @param streams where random numbers come from
     * @param units the random numbers of each subject, left where the chain ends
     * @return β and Σ
     */
    Estimable<Parameters> draw(int imputation, RandomStreams streams, Draws[] units) {
        Draws parameters = streams.ofParameters(imputation, "profiles");
        double[] beta = start;
        double[][] sigma = startCovariance;
        for (int step = 0; step < STEPS; step++) {
            ConditionalNormal normal = new ConditionalNormal(sigma);
            double[][] residual = new double[subjects.length][];
            double[][] y = new double[subjects.length][];
            for (int s = 0; s < subjects.length; s++) {
                int i = subjects[s];
                double[] mean = data.mean(i, beta, false);
                y[s] = normal.draw(data, i, mean, units[i]);
                residual[s] = new double[mean.length];
                for (int v = 0; v < mean.length; v++) {
                    residual[s][v] = y[s][v] - mean[v];
                }
            }
            Estimable<double[][]> precision = wishart(subjects.length, sumOfSquares(residual), parameters);
            if (precision instanceof Estimable.NotEstimable<double[][]> none) {
                return Estimable.not(none.reason(), none.detail());
            }
            double[][] inverse = precision.orElseThrow();
            Estimable<Cholesky> root = Cholesky.of(inverse);
            Estimable<Cholesky> information = Cholesky.of(information(inverse));
            if (!root.isEstimable() || !information.isEstimable()) {
                return Estimable.not(Reason.NOT_POSITIVE_DEFINITE, "a drawn covariance matrix is numerically singular");
            }
            sigma = root.orElseThrow().inverse();
            Cholesky a = information.orElseThrow();
            double[] noise = a.backward(parameters.normals(data.columns()));
            beta = a.solve(weightedSum(inverse, y));
            for (int j = 0; j < beta.length; j++) {
                beta[j] += noise[j];
            }
        }
        return Estimable.of(new Parameters(beta, sigma));
    }

    /** Draws for every subject, of which those without missing values use none. */
    Draws[] units(int imputation, RandomStreams streams) {
        return IntStream.range(0, data.subjects())
                .mapToObj(i -> streams.ofUnit(imputation, ids.get(i)))
                .toArray(Draws[]::new);
    }

    private static double[][] sumOfSquares(double[][] residual) {
        int k = residual[0].length;
        double[][] sum = new double[k][k];
        for (double[] r : residual) {
            addOuter(sum, r, r);
        }
        return sum;
    }

    /** A draw of Σ⁻¹ ~ Wishart(n, S⁻¹) after Bartlett: KTT'K' with KK' = S⁻¹. */
    private static Estimable<double[][]> wishart(int n, double[][] s, Draws parameters) {
        return Cholesky.of(s).map(root -> {
            int k = s.length;
            double[][] t = new double[k][k];
            for (int i = 0; i < k; i++) {
                for (int j = 0; j < i; j++) {
                    t[i][j] = parameters.normal();
                }
                t[i][i] = Math.sqrt(parameters.chiSquare(n - i));
            }
            // S = LL', so K = (L')⁻¹ and the columns of KT are back-substitutions
            double[][] columns = new double[k][];
            for (int j = 0; j < k; j++) {
                double[] column = new double[k];
                for (int i = j; i < k; i++) {
                    column[i] = t[i][j];
                }
                columns[j] = root.backward(column);
            }
            double[][] w = new double[k][k];
            for (double[] column : columns) {
                addOuter(w, column, column);
            }
            return w;
        });
    }

    private double[][] information(double[][] inverse) {
        int p = data.columns();
        double[][] sum = new double[p][p];
        for (int v = 0; v < inverse.length; v++) {
            for (int u = 0; u < inverse.length; u++) {
                for (int i = 0; i < p; i++) {
                    for (int j = 0; j < p; j++) {
                        sum[i][j] += inverse[v][u] * crossProducts[v][u][i][j];
                    }
                }
            }
        }
        return sum;
    }

    private double[] weightedSum(double[][] inverse, double[][] y) {
        double[] sum = new double[data.columns()];
        for (int s = 0; s < subjects.length; s++) {
            for (int v = 0; v < inverse.length; v++) {
                double weight = 0;
                for (int u = 0; u < inverse.length; u++) {
                    weight += inverse[v][u] * y[s][u];
                }
                double[] x = data.row(subjects[s], v);
                for (int j = 0; j < sum.length; j++) {
                    sum[j] += x[j] * weight;
                }
            }
        }
        return sum;
    }

    private static void addOuter(double[][] sum, double[] a, double[] b) {
        for (int i = 0; i < a.length; i++) {
            if (a[i] != 0) {
                for (int j = 0; j < b.length; j++) {
                    sum[i][j] += a[i] * b[j];
                }
            }
        }
    }

    /** The normal distribution of missing given observed values for one Σ; each pattern of missing visits is solved once. */
    static final class ConditionalNormal {
        private final double[][] sigma;
        private final Map<Long, Pattern> patterns = new TreeMap<>();

        ConditionalNormal(double[][] sigma) {
            this.sigma = sigma;
        }

        /** Slopes of missing on observed, and the factor of what variance is left. */
        @SuppressWarnings("ArrayRecordComponent")
        private record Pattern(int[] observed, int[] missing, double[][] slopes, double[][] root) {}

        /** {@return the subject's values, the missing ones drawn around a mean profile} */
        double[] draw(IncompleteProfiles data, int subject, double[] mean, Draws unit) {
            long key = 0;
            for (int v = 0; v < mean.length; v++) {
                key = 2 * key + (data.isMissing(subject, v) ? 1 : 0);
            }
            double[] values = new double[mean.length];
            for (int v = 0; v < mean.length; v++) {
                values[v] = data.response(subject, v);
            }
            if (key == 0) {
                return values;
            }
            Pattern pattern = patterns.computeIfAbsent(
                    key, any -> pattern(data.visits(subject, false), data.visits(subject, true)));
            double[] z = unit.normals(pattern.missing().length);
            for (int m = 0; m < z.length; m++) {
                double value = mean[pattern.missing()[m]];
                for (int o = 0; o < pattern.observed().length; o++) {
                    int at = pattern.observed()[o];
                    value += pattern.slopes()[m][o] * (values[at] - mean[at]);
                }
                for (int j = 0; j <= m; j++) {
                    value += pattern.root()[m][j] * z[j];
                }
                values[pattern.missing()[m]] = value;
            }
            return values;
        }

        private Pattern pattern(int[] observed, int[] missing) {
            double[][] slopes = new double[missing.length][observed.length];
            double[][] rest = block(missing, missing);
            if (observed.length > 0) {
                // Σ is positive definite, and so is each of its blocks
                Cholesky root = Cholesky.of(block(observed, observed)).orElseThrow();
                for (int m = 0; m < missing.length; m++) {
                    double[] cross = new double[observed.length];
                    for (int o = 0; o < cross.length; o++) {
                        cross[o] = sigma[missing[m]][observed[o]];
                    }
                    slopes[m] = root.solve(cross);
                    for (int j = 0; j < missing.length; j++) {
                        for (int o = 0; o < cross.length; o++) {
                            rest[m][j] -= slopes[m][o] * sigma[observed[o]][missing[j]];
                        }
                    }
                }
            }
            return new Pattern(
                    observed, missing, slopes, Cholesky.of(rest).orElseThrow().lower());
        }

        private double[][] block(int[] rows, int[] columns) {
            double[][] block = new double[rows.length][columns.length];
            for (int i = 0; i < rows.length; i++) {
                for (int j = 0; j < columns.length; j++) {
                    block[i][j] = sigma[rows[i]][columns[j]];
                }
            }
            return block;
        }
    }
}
