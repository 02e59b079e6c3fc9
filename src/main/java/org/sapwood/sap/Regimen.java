package org.sapwood.sap;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** On which days doses are planned. Day 1 is the first day of treatment and days are counted without a gap. */
public sealed interface Regimen {

    /**
     * From a first day in equal steps.
     *
     * @param firstDay at least 1
     * @param step at least 1; 2 is every other day
     * @param lastDay no dose after this day
     */
    record EveryNthDay(int firstDay, int step, int lastDay) implements Regimen {
        public EveryNthDay {
            if (firstDay < 1 || step < 1 || lastDay < firstDay) {
                throw new IllegalArgumentException("expected a first day of at least 1, a step of at least 1 and a last"
                        + " day not before the first, found " + firstDay + ", " + step + ", " + lastDay);
            }
        }
    }

    /**
     * One regimen repeated.
     *
     * @param cycles how often, at least 1
     * @param length days from the start of one cycle to the next
     * @param within the days of one cycle
     */
    record Cycles(int cycles, int length, Regimen within) implements Regimen {
        public Cycles {
            if (cycles < 1 || length < 1) {
                throw new IllegalArgumentException(
                        "expected at least 1 cycle of at least 1 day, found " + cycles + " of " + length);
            }
            List<Integer> days = within.doseDays();
            if (days.get(days.size() - 1) > length) {
                throw new IllegalArgumentException(
                        "a cycle of " + length + " days cannot have a dose on its day " + days.get(days.size() - 1));
            }
        }
    }

    /**
     * Days listed one by one.
     *
     * @param days at least one
     */
    record Listed(List<Integer> days) implements Regimen {
        public Listed {
            days = List.copyOf(days);
            if (days.isEmpty()) {
                throw new IllegalArgumentException("expected at least one day");
            }
        }
    }

    /**
     * Several regimens on one calendar.
     *
     * @param parts at least one; a day in two of them has one dose
     */
    record Sequence(List<Regimen> parts) implements Regimen {
        public Sequence {
            parts = List.copyOf(parts);
            if (parts.isEmpty()) {
                throw new IllegalArgumentException("expected at least one regimen");
            }
        }
    }

    /** {@return the planned days, ascending} */
    default List<Integer> doseDays() {
        if (this instanceof EveryNthDay every) {
            return IntStream.iterate(every.firstDay(), day -> day <= every.lastDay(), day -> day + every.step())
                    .boxed()
                    .toList();
        }
        TreeSet<Integer> days = new TreeSet<>();
        if (this instanceof Cycles cyclic) {
            for (int cycle = 0; cycle < cyclic.cycles(); cycle++) {
                for (int day : cyclic.within().doseDays()) {
                    days.add(cycle * cyclic.length() + day);
                }
            }
        } else if (this instanceof Listed listed) {
            days.addAll(listed.days());
        } else {
            ((Sequence) this).parts().forEach(part -> days.addAll(part.doseDays()));
        }
        return List.copyOf(new ArrayList<>(days));
    }
}
