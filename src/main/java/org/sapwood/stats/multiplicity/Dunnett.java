package org.sapwood.stats.multiplicity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.sapwood.stats.Alternative;
import org.sapwood.stats.ConfidenceLevel;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.Estimable.Reason;
import org.sapwood.stats.Interval;
import org.sapwood.stats.PValue;
import org.sapwood.stats.distribution.ManyToOneMaximum;

/**
 * Comparisons of k group means with one control, common variance on ν degrees of freedom. The t statistics have correlations
 * {@code λ_i λ_j}, {@code λ_i = √(n_i / (n_i + n_0))}; adjusted p-values and the critical value come from their largest,
 * {@link ManyToOneMaximum}.
 *
 * <p>Source: Dunnett CW (1955), J Am Stat Assoc 50:1096–1121; step-down: Dunnett CW, Tamhane AC (1991), Stat Med 10:939–947.
 */
public final class Dunnett {
    private final OneWayLayout layout;
    private final int control;
    private final List<Integer> treated;

    private Dunnett(OneWayLayout layout, int control) {
        this.layout = layout;
        this.control = control;
        this.treated = IntStream.range(0, layout.groups())
                .filter(i -> i != control)
                .boxed()
                .toList();
    }

    /**
     * The comparisons of a layout with one of its groups.
     *
     * @param layout the groups
     * @param control index of the control
     * @return the comparisons; none without residual variance
     */
    public static Estimable<Dunnett> of(OneWayLayout layout, int control) {
        if (control < 0 || control >= layout.groups()) {
            throw new IllegalArgumentException(
                    "expected a control from 0 to " + (layout.groups() - 1) + ", found " + control);
        }
        if (layout.degreesOfFreedom() < 1) {
            return Estimable.not(
                    Reason.TOO_FEW_OBSERVATIONS, "no group has a second observation to estimate the variance");
        }
        if (!(layout.variance() > 0)) {
            return Estimable.not(Reason.ZERO_VARIANCE, "the observations do not vary within the groups");
        }
        return Estimable.of(new Dunnett(layout, control));
    }

    /**
     * The factors of the correlations.
     *
     * @param control size of the control
     * @param treated sizes of the other groups
     * @return λ
     */
    public static double[] lambda(double control, double... treated) {
        double[] lambda = new double[treated.length];
        for (int i = 0; i < lambda.length; i++) {
            lambda[i] = Math.sqrt(treated[i] / (treated[i] + control));
        }
        return lambda;
    }

    /** {@return the indices of the groups that are compared with the control} */
    public List<Integer> treated() {
        return treated;
    }

    private ManyToOneMaximum maximum(List<Integer> groups) {
        double[] sizes = groups.stream().mapToDouble(layout::size).toArray();
        return ManyToOneMaximum.of(lambda(layout.size(control), sizes), layout.degreesOfFreedom());
    }

    private double difference(int group) {
        return layout.mean(group) - layout.mean(control);
    }

    /**
     * The t statistic of a group.
     *
     * @param group not the control
     * @return (mean − control mean) over its standard error
     */
    public double statistic(int group) {
        return difference(group) / layout.standardError(group, control);
    }

    /**
     * The two-sided critical value.
     *
     * @param level simultaneous coverage
     * @return c with P(max |T| &gt; c) = 1 − level
     */
    public double criticalValue(ConfidenceLevel level) {
        return maximum(treated).inverseSurvivalProbability(level.alpha(), Alternative.TWO_SIDED);
    }

    /**
     * Single-step comparisons, two-sided.
     *
     * @param level simultaneous coverage
     * @return one per group other than the control, in the order of the layout
     */
    public List<SimultaneousComparison> comparisons(ConfidenceLevel level) {
        double critical = criticalValue(level);
        List<SimultaneousComparison> comparisons = new ArrayList<>();
        for (int group : treated) {
            double error = layout.standardError(group, control);
            double difference = difference(group);
            comparisons.add(new SimultaneousComparison(
                    group,
                    control,
                    difference,
                    error,
                    statistic(group),
                    new Interval(difference - critical * error, difference + critical * error, level),
                    adjustedP(group, Alternative.TWO_SIDED)));
        }
        return comparisons;
    }

    /**
     * The single-step adjusted p-value of one group.
     *
     * @param group not the control
     * @param alternative {@code GREATER}: the group's mean is above the control's
     * @return the adjusted p-value
     */
    public PValue adjustedP(int group, Alternative alternative) {
        return PValue.of(maximum(treated).survivalProbability(extremeness(group, alternative), alternative));
    }

    private double extremeness(int group, Alternative alternative) {
        return switch (alternative) {
            case TWO_SIDED -> Math.abs(statistic(group));
            case GREATER -> statistic(group);
            case LESS -> -statistic(group);
        };
    }

    /**
     * Step-down adjusted p-values: the most extreme group is compared with the largest of all, the next with the largest of
     * the rest, and so on; never larger than the single-step ones.
     *
     * @param alternative {@code GREATER}: the groups' means are above the control's
     * @return one per group other than the control, in the order of the layout
     */
    public List<PValue> stepDown(Alternative alternative) {
        List<Integer> order = treated.stream()
                .sorted(Comparator.comparingDouble((Integer group) -> -extremeness(group, alternative)))
                .toList();
        double[] adjusted = new double[layout.groups()];
        double largest = 0;
        for (int i = 0; i < order.size(); i++) {
            double p = maximum(order.subList(i, order.size()))
                    .survivalProbability(extremeness(order.get(i), alternative), alternative);
            largest = Math.max(largest, p);
            adjusted[order.get(i)] = largest;
        }
        return treated.stream().map(group -> PValue.of(adjusted[group])).toList();
    }
}
