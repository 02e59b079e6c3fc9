package org.sapwood.endpoint.response;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.sapwood.endpoint.Dated;
import org.sapwood.endpoint.Derived;
import org.sapwood.endpoint.DirectionOfBenefit;
import org.sapwood.endpoint.ExactRatio;

/**
 * The observed values of one measure in one patient.
 *
 * @param values in ascending order of day
 * @param direction which way is better
 */
public record Trajectory(List<Dated<BigDecimal>> values, DirectionOfBenefit direction) {
    public Trajectory {
        values = List.copyOf(values);
        for (int i = 1; i < values.size(); i++) {
            if (values.get(i).day() <= values.get(i - 1).day()) {
                throw new IllegalArgumentException(
                        "days must ascend: found day " + values.get(i - 1).day() + " before day "
                                + values.get(i).day());
            }
        }
    }

    /** {@return the earliest of the best values} */
    public Optional<Dated<BigDecimal>> best() {
        return extreme(direction);
    }

    /** {@return the earliest of the worst values} */
    public Optional<Dated<BigDecimal>> worst() {
        return extreme(
                direction == DirectionOfBenefit.HIGHER_IS_BETTER
                        ? DirectionOfBenefit.LOWER_IS_BETTER
                        : DirectionOfBenefit.HIGHER_IS_BETTER);
    }

    /** {@return the last value} */
    public Optional<Dated<BigDecimal>> last() {
        return values.isEmpty() ? Optional.empty() : Optional.of(values.get(values.size() - 1));
    }

    /**
     * The area under the curve by the trapezoidal rule, from the first to the last value.
     *
     * @return value &times; days, exact; missing with fewer than two values
     */
    public Derived<ExactRatio> areaUnderCurve() {
        if (values.size() < 2) {
            return Derived.missing("an area needs two values, found " + values.size());
        }
        BigDecimal doubled = BigDecimal.ZERO;
        for (int i = 1; i < values.size(); i++) {
            BigDecimal days = BigDecimal.valueOf(
                    values.get(i).day() - (long) values.get(i - 1).day());
            doubled = doubled.add(
                    days.multiply(values.get(i).value().add(values.get(i - 1).value())));
        }
        return Derived.of(ExactRatio.of(doubled, BigDecimal.valueOf(2)));
    }

    /** {@return the area under the curve divided by its days: the time-averaged value} */
    public Derived<ExactRatio> timeAverage() {
        return areaUnderCurve()
                .map(area -> area.dividedBy(ExactRatio.of(
                        BigDecimal.valueOf(values.get(values.size() - 1).day()
                                - (long) values.get(0).day()))));
    }

    private Optional<Dated<BigDecimal>> extreme(DirectionOfBenefit towards) {
        Comparator<Dated<BigDecimal>> byValue = Comparator.comparing(Dated::value);
        Comparator<Dated<BigDecimal>> order =
                towards == DirectionOfBenefit.HIGHER_IS_BETTER ? byValue.reversed() : byValue;
        return values.stream().min(order.thenComparingInt(Dated::day));
    }
}
