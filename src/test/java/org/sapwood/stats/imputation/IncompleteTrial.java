package org.sapwood.stats.imputation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.sapwood.stats.ConfidenceLevel;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.design.DesignMatrix;
import org.sapwood.stats.design.ModelFrame;
import org.sapwood.stats.design.Term;
import org.sapwood.stats.design.WaldT;
import org.sapwood.stats.linear.LinearModel;

/** Two arms with baseline and repeated visits: arm 1 is the test arm, arm 0 the reference. */
record IncompleteTrial(
        List<String> ids, List<String> visits, double[] arm, double[] base, double[] stratum, double[][] values) {

    /** How values go missing. */
    enum Loss {
        NONE,
        /** Each subject leaves for good after a visit drawn without regard to anything. */
        MONOTONE,
        /** Each value after the first is missing without regard to anything. */
        SCATTERED,
        /** Those with a high last value leave more often. */
        MONOTONE_AT_RANDOM
    }

    /** The difference of arms grows to 1 at the last visit; the residual standard deviation is 1 everywhere. */
    static IncompleteTrial draw(int subjects, int visits, Loss loss, double share, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<String> ids = new ArrayList<>();
        List<String> names = new ArrayList<>();
        double[] arm = new double[subjects];
        double[] base = new double[subjects];
        double[] stratum = new double[subjects];
        double[][] values = new double[subjects][visits];
        for (int v = 0; v < visits; v++) {
            names.add("V" + (v + 1));
        }
        for (int i = 0; i < subjects; i++) {
            ids.add(String.format(java.util.Locale.ROOT, "S%04d", i + 1));
            arm[i] = i % 2;
            base[i] = random.nextGaussian();
            stratum[i] = i / 2 % 2;
            double person = random.nextGaussian();
            boolean gone = false;
            for (int v = 0; v < visits; v++) {
                values[i][v] = 0.5 * base[i]
                        + 0.3 * stratum[i]
                        + arm[i] * (v + 1.0) / visits
                        + Math.sqrt(0.6) * person
                        + Math.sqrt(0.4) * random.nextGaussian();
                double u = random.nextDouble();
                double last = v == 0 ? 0 : values[i][v - 1];
                boolean lost = switch (loss) {
                    case NONE -> false;
                    case MONOTONE, SCATTERED -> v > 0 && u < share;
                    case MONOTONE_AT_RANDOM -> v > 0 && u < share * (last > 0.5 ? 1.8 : 0.2);
                };
                gone = loss == Loss.SCATTERED ? lost : gone || lost;
                // the last value stays finite for the next step's rule
                if (gone) {
                    values[i][v] = Double.NaN;
                }
            }
        }
        return new IncompleteTrial(ids, names, arm, base, stratum, values);
    }

    /** A reference dataset: one record per subject and visit, columns SUBJID, ARM, BASE, STRATUM, AVISIT, AVAL. */
    static IncompleteTrial read(String file, List<String> visits, String test, String second) throws IOException {
        List<String> lines = Files.readAllLines(Path.of("fixtures/reference/data", file));
        List<String> head = List.of(lines.get(0).split(",", -1));
        Map<String, Integer> rowOf = new LinkedHashMap<>();
        List<double[]> subjects = new ArrayList<>();
        List<double[]> values = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            String id = cells[head.indexOf("SUBJID")];
            if (!rowOf.containsKey(id)) {
                rowOf.put(id, rowOf.size());
                subjects.add(new double[] {
                    cells[head.indexOf("ARM")].equals(test) ? 1 : 0,
                    Double.parseDouble(cells[head.indexOf("BASE")]),
                    cells[head.indexOf("STRATUM")].equals(second) ? 1 : 0
                });
                double[] missing = new double[visits.size()];
                java.util.Arrays.fill(missing, Double.NaN);
                values.add(missing);
            }
            String aval = cells[head.indexOf("AVAL")];
            int visit = visits.indexOf(cells[head.indexOf("AVISIT")]);
            if (!aval.isEmpty() && !aval.equals("NA")) {
                values.get(rowOf.get(id))[visit] = Double.parseDouble(aval);
            }
        }
        return new IncompleteTrial(
                List.copyOf(rowOf.keySet()),
                visits,
                subjects.stream().mapToDouble(s -> s[0]).toArray(),
                subjects.stream().mapToDouble(s -> s[1]).toArray(),
                subjects.stream().mapToDouble(s -> s[2]).toArray(),
                values.toArray(double[][]::new));
    }

    int subjects() {
        return ids.size();
    }

    IncompleteTrial inOrder(int[] order) {
        int n = order.length;
        List<String> names = new ArrayList<>();
        double[] a = new double[n];
        double[] b = new double[n];
        double[] s = new double[n];
        double[][] y = new double[n][];
        for (int i = 0; i < n; i++) {
            names.add(ids.get(order[i]));
            a[i] = arm[order[i]];
            b[i] = base[order[i]];
            s[i] = stratum[order[i]];
            y[i] = values[order[i]];
        }
        return new IncompleteTrial(names, visits, a, b, s, y);
    }

    /** With one more subject of the test arm, nothing of whom was observed after baseline. */
    IncompleteTrial withOneNeverSeen(String id) {
        int n = subjects();
        List<String> names = new ArrayList<>(ids);
        names.add(0, id);
        double[][] y = new double[n + 1][visits.size()];
        java.util.Arrays.fill(y[0], Double.NaN);
        System.arraycopy(values, 0, y, 1, n);
        return new IncompleteTrial(names, visits, before(1, arm), before(0.7, base), before(1, stratum), y);
    }

    private static double[] before(double first, double[] rest) {
        double[] longer = new double[rest.length + 1];
        longer[0] = first;
        System.arraycopy(rest, 0, longer, 1, rest.length);
        return longer;
    }

    IncompleteData data() {
        double[][] x = new double[subjects()][];
        for (int i = 0; i < x.length; i++) {
            x[i] = new double[] {1, arm[i], base[i], stratum[i]};
        }
        return IncompleteData.of(ids, visits, x, values);
    }

    /** Arm by visit, baseline by visit and stratum. */
    IncompleteProfiles profiles() {
        int n = subjects();
        int k = visits.size();
        double[][][] own = new double[n][k][];
        double[][][] reference = new double[n][k][];
        boolean[] inReference = new boolean[n];
        for (int i = 0; i < n; i++) {
            inReference[i] = arm[i] == 0;
            for (int v = 0; v < k; v++) {
                own[i][v] = row(v, arm[i], base[i], stratum[i]);
                reference[i][v] = row(v, 0, base[i], stratum[i]);
            }
        }
        List<String> columns = new ArrayList<>();
        for (int j = 0; j < 3 * k + 1; j++) {
            columns.add("C" + j);
        }
        return new IncompleteProfiles(values, own, reference, inReference, columns, visits);
    }

    private double[] row(int visit, double inArm, double baseline, double inStratum) {
        int k = visits.size();
        double[] x = new double[3 * k + 1];
        x[visit] = 1;
        x[k + visit] = inArm;
        x[2 * k + visit] = baseline;
        x[3 * k] = inStratum;
        return x;
    }

    /** The difference of arms at the last visit by analysis of covariance. */
    Estimable<WaldT> difference(double[][] completed) {
        ModelFrame frame = ModelFrame.builder()
                .numeric("arm", arm)
                .numeric("base", base)
                .numeric("stratum", stratum)
                .build();
        DesignMatrix design = DesignMatrix.of(frame, Term.parse(List.of("arm", "base", "stratum")));
        double[] y = java.util.Arrays.stream(completed)
                .mapToDouble(row -> row[visits.size() - 1])
                .toArray();
        return LinearModel.fit(design, y).flatMap(model -> model.coefficient(1, ConfidenceLevel.NINETY_FIVE));
    }

    PooledEstimate pooled(List<double[][]> completed) {
        boolean imputed = java.util.Arrays.stream(values).anyMatch(row -> Double.isNaN(row[row.length - 1]));
        return PooledEstimate.of(
                        completed.stream().map(this::difference).toList(), imputed, ConfidenceLevel.NINETY_FIVE)
                .orElseThrow();
    }

    /** Ways to impute under missing at random, and one that is not. */
    enum Way {
        MONOTONE {
            @Override
            MultipleImputation of(IncompleteTrial trial, RandomStreams streams) {
                return MonotoneImputation.of(trial.data(), ImputationModel.LINEAR_REGRESSION, streams)
                        .orElseThrow();
            }
        },
        FULLY_CONDITIONAL {
            @Override
            MultipleImputation of(IncompleteTrial trial, RandomStreams streams) {
                return chained(trial, ImputationModel.LINEAR_REGRESSION, streams);
            }
        },
        MATCHING {
            @Override
            MultipleImputation of(IncompleteTrial trial, RandomStreams streams) {
                return chained(trial, ImputationModel.PREDICTIVE_MEAN_MATCHING, streams);
            }
        },
        JOINT {
            @Override
            MultipleImputation of(IncompleteTrial trial, RandomStreams streams) {
                return reference(trial, ReferenceStrategy.MISSING_AT_RANDOM, streams);
            }
        },
        JUMP {
            @Override
            MultipleImputation of(IncompleteTrial trial, RandomStreams streams) {
                return reference(trial, ReferenceStrategy.JUMP_TO_REFERENCE, streams);
            }
        };

        abstract MultipleImputation of(IncompleteTrial trial, RandomStreams streams);
    }

    static MultipleImputation chained(IncompleteTrial trial, ImputationModel model, RandomStreams streams) {
        return new FullyConditionalImputation(
                trial.data(), java.util.Collections.nCopies(trial.visits().size(), model), streams);
    }

    static MultipleImputation reference(IncompleteTrial trial, ReferenceStrategy strategy, RandomStreams streams) {
        return ReferenceBasedImputation.of(trial.profiles(), trial.ids(), strategy, streams)
                .orElseThrow();
    }
}
