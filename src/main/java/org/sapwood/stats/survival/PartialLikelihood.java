package org.sapwood.stats.survival;

import java.util.ArrayList;
import java.util.List;

/**
 * Cox's partial likelihood at one value of the coefficients, event time by event time. At an event time with d events among
 * those at risk, each method of {@link TieHandling} gives the log denominator, the expected covariate sum E of the d subjects
 * and its covariance V; log-likelihood, score and information are sums of these.
 */
final class PartialLikelihood {
    private final CoxData data;
    private final TieHandling ties;

    PartialLikelihood(CoxData data, TieHandling ties) {
        this.data = data;
        this.ties = ties;
    }

    /** What one event time of one stratum contributes; arrays are the receiver's to keep. */
    @FunctionalInterface
    interface EventTimeVisitor {
        /**
         * One event time.
         *
         * @param time the time
         * @param logLikelihood Σ η over the events minus the log denominator
         * @param score Σ x over the events minus E
         * @param information V
         */
        void at(double time, double logLikelihood, double[] score, double[][] information);
    }

    /** Log-likelihood, score vector and information matrix. */
    static final class Value {
        double logLikelihood;
        final double[] score;
        final double[][] information;

        Value(int p) {
            score = new double[p];
            information = new double[p][p];
        }
    }

    Value at(double[] beta) {
        int p = beta.length;
        Value value = new Value(p);
        visit(beta, (time, logLikelihood, score, information) -> {
            value.logLikelihood += logLikelihood;
            for (int j = 0; j < p; j++) {
                value.score[j] += score[j];
                for (int l = 0; l < p; l++) {
                    value.information[j][l] += information[j][l];
                }
            }
        });
        return value;
    }

    /** Walks every event time of every stratum, latest first within a stratum. */
    void visit(double[] beta, EventTimeVisitor visitor) {
        int[] order = data.order();
        for (int from = 0; from < order.length; ) {
            int to = from;
            double highest = Double.NEGATIVE_INFINITY;
            while (to < order.length && data.stratum(order[to]) == data.stratum(order[from])) {
                highest = Math.max(highest, dot(beta, data.covariates(order[to])));
                to++;
            }
            visitStratum(beta, from, to, highest, visitor);
            from = to;
        }
    }

    private void visitStratum(double[] beta, int from, int to, double shift, EventTimeVisitor visitor) {
        int[] order = data.order();
        int p = beta.length;
        Moments atRisk = new Moments(p);
        List<Integer> riskSet = new ArrayList<>();
        for (int i = from; i < to; ) {
            double time = data.time(order[i]);
            Moments dying = new Moments(p);
            double[] sum = new double[p];
            double eta = 0;
            int d = 0;
            for (; i < to && data.time(order[i]) == time; i++) {
                double[] x = data.covariates(order[i]);
                double own = dot(beta, x) - shift;
                double risk = StrictMath.exp(own);
                atRisk.add(risk, x);
                riskSet.add(order[i]);
                if (data.isEvent(order[i])) {
                    dying.add(risk, x);
                    d++;
                    eta += own;
                    for (int j = 0; j < p; j++) {
                        sum[j] += x[j];
                    }
                }
            }
            if (d == 0) {
                continue;
            }
            double[][] information = new double[p][p];
            double logDenominator = ties == TieHandling.DISCRETE && d > 1
                    ? new ConditionalSubset(data, beta, shift, riskSet).subtract(d, sum, information)
                    : subtract(atRisk, dying, d, sum, information);
            visitor.at(time, eta - logDenominator, sum, information);
        }
    }

    /** Efron's and Breslow's denominators: takes E from {@code score}, adds V to {@code information}. */
    private double subtract(Moments atRisk, Moments dying, int d, double[] score, double[][] information) {
        double logDenominator = 0;
        for (int k = 0; k < d; k++) {
            double gone = ties == TieHandling.EFRON ? (double) k / d : 0;
            double s0 = atRisk.s0 - gone * dying.s0;
            logDenominator += StrictMath.log(s0);
            double[] mean = new double[score.length];
            for (int j = 0; j < mean.length; j++) {
                mean[j] = (atRisk.s1[j] - gone * dying.s1[j]) / s0;
                score[j] -= mean[j];
                for (int l = 0; l <= j; l++) {
                    double v = (atRisk.s2[j][l] - gone * dying.s2[j][l]) / s0 - mean[j] * mean[l];
                    information[j][l] += v;
                    if (l < j) {
                        information[l][j] += v;
                    }
                }
            }
        }
        return logDenominator;
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            sum += a[j] * b[j];
        }
        return sum;
    }

    /** Sums over a set of subjects of r, r x and r x x', with r = exp(η). */
    private static final class Moments {
        private double s0;
        private final double[] s1;
        private final double[][] s2;

        private Moments(int p) {
            s1 = new double[p];
            s2 = new double[p][p];
        }

        private void add(double risk, double[] x) {
            s0 += risk;
            for (int j = 0; j < x.length; j++) {
                s1[j] += risk * x[j];
                for (int l = 0; l <= j; l++) {
                    s2[j][l] += risk * x[j] * x[l];
                }
            }
        }
    }
}
