package org.sapwood.stats.survival;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.Estimable.Reason;
import org.sapwood.stats.inference.ChiSquareTest;

/**
 * The score test for a coefficient that changes with time, {@code β + θ g(t)}: θ = 0 under proportional hazards. With x̄ and V
 * the mean and covariance of the covariates at an event time, the score is {@code Σ g (x − x̄)} and the joint information of β
 * and θ has the blocks {@code Σ V, Σ g V, Σ g² V}.
 *
 * <p>Source: Grambsch PM, Therneau TM (1994), Biometrika 81:515–526, in the exact form without their approximation that V is
 * constant.
 */
public final class ProportionalHazardsTest {
    private final CoxModel model;
    private final double[] score;
    private final double[][] information;

    /** The function g of time. */
    public enum TimeTransformation {
        /** g(t) = t. */
        IDENTITY,
        /** g(t) = 1 − S(t−), with S the Kaplan–Meier estimate of all subjects together. */
        KAPLAN_MEIER,
        /** g(t) = log t. */
        LOG
    }

    private ProportionalHazardsTest(CoxModel model, double[] score, double[][] information) {
        this.model = model;
        this.score = score;
        this.information = information;
    }

    /**
     * Prepares the test.
     *
     * @param model a fit
     * @param transformation g
     * @return the test
     */
    public static ProportionalHazardsTest of(CoxModel model, TimeTransformation transformation) {
        CoxData data = model.data();
        int p = data.covariates();
        double[] times = new double[data.size()];
        boolean[] events = new boolean[times.length];
        for (int i = 0; i < times.length; i++) {
            times[i] = data.time(i);
            events[i] = data.isEvent(i);
        }
        KaplanMeier curve = KaplanMeier.of(SurvivalSample.of(times, events));
        // Centring g changes nothing but the digits lost.
        double centre = 0;
        for (int i = 0; i < times.length; i++) {
            centre += events[i] ? g(transformation, times[i], curve) / data.events() : 0;
        }
        double mean = centre;
        double[] score = new double[2 * p];
        double[][] information = new double[2 * p][2 * p];
        new PartialLikelihood(data, model.ties()).visit(model.beta(), (time, logLikelihood, u, v) -> {
            double g = g(transformation, time, curve) - mean;
            for (int j = 0; j < p; j++) {
                score[p + j] += g * u[j];
                for (int l = 0; l < p; l++) {
                    information[j][l] += v[j][l];
                    information[j][p + l] += g * v[j][l];
                    information[p + j][l] += g * v[j][l];
                    information[p + j][p + l] += g * g * v[j][l];
                }
            }
        });
        return new ProportionalHazardsTest(model, score, information);
    }

    private static double g(TimeTransformation transformation, double time, KaplanMeier curve) {
        return switch (transformation) {
            case IDENTITY -> time;
            case LOG -> StrictMath.log(time);
            case KAPLAN_MEIER -> {
                double before = 1;
                for (KaplanMeier.Step step : curve.steps()) {
                    if (step.time() >= time) {
                        break;
                    }
                    before = step.survival();
                }
                yield 1 - before;
            }
        };
    }

    /**
     * The test for some columns together, for example those of one factor.
     *
     * @param columns of the covariates, from 0
     * @return chi-square with as many degrees of freedom as independent columns; none of the logarithm of time with an event
     *     at time 0
     */
    public Estimable<ChiSquareTest> columns(int... columns) {
        if (Arrays.stream(score).anyMatch(Double::isNaN)) {
            return Estimable.not(Reason.OUTSIDE_DOMAIN, "an event at time 0 has no logarithm of its time");
        }
        int p = model.data().covariates();
        List<Integer> kept = new ArrayList<>();
        for (int j = 0; j < p; j++) {
            if (!model.information().isAliased(j)) {
                kept.add(j);
            }
        }
        int fixed = kept.size();
        for (int column : columns) {
            if (!model.information().isAliased(column)) {
                kept.add(p + column);
            }
        }
        double[] u = new double[kept.size()];
        double[][] v = new double[u.length][u.length];
        for (int a = 0; a < u.length; a++) {
            u[a] = score[kept.get(a)];
            for (int b = 0; b < u.length; b++) {
                v[a][b] = information[kept.get(a)][kept.get(b)];
            }
        }
        SweptInformation swept = new SweptInformation(v);
        int df = swept.rank() - fixed;
        return df > 0
                ? Estimable.of(ChiSquareTest.of(swept.quadraticForm(u), df))
                : Estimable.not(Reason.TOO_FEW_OBSERVATIONS, "the events are too few to see a change with time");
    }

    /** {@return the test for all columns together} */
    public Estimable<ChiSquareTest> global() {
        int[] all = new int[model.data().covariates()];
        for (int j = 0; j < all.length; j++) {
            all[j] = j;
        }
        return columns(all);
    }
}
