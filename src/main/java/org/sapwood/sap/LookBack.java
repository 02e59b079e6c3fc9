package org.sapwood.sap;

import java.time.LocalDate;

/**
 * A window that ends on the reference date. Months and years are calendar months and years.
 *
 * @param amount at least 1
 * @param unit of what
 */
public record LookBack(int amount, Unit unit) {

    /** Units of a window. */
    public enum Unit {
        DAYS,
        WEEKS,
        MONTHS,
        YEARS
    }

    public LookBack {
        if (amount < 1) {
            throw new IllegalArgumentException("a look-back window has at least 1 unit, found " + amount);
        }
    }

    /**
     * The first day of the window.
     *
     * @param reference the last day
     * @return the first day, inclusive
     */
    public LocalDate start(LocalDate reference) {
        return switch (unit) {
            case DAYS -> reference.minusDays(amount);
            case WEEKS -> reference.minusWeeks(amount);
            case MONTHS -> reference.minusMonths(amount);
            case YEARS -> reference.minusYears(amount);
        };
    }

    /**
     * Whether a date lies in the window.
     *
     * @param date a date
     * @param reference the last day of the window
     * @return true from the first to the last day, inclusive
     */
    public boolean contains(LocalDate date, LocalDate reference) {
        return !date.isBefore(start(reference)) && !date.isAfter(reference);
    }

    @Override
    public String toString() {
        return amount + " "
                + switch (unit) {
                    case DAYS -> "days";
                    case WEEKS -> "weeks";
                    case MONTHS -> "months";
                    case YEARS -> "years";
                };
    }
}
