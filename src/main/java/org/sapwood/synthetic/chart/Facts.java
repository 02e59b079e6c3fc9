package org.sapwood.synthetic.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.sapwood.synthetic.CsvTable;

/**
 * What is known of one person at screening, one record per fact: a number, a yes or no, or the day of an event relative
 * to screening (an event that never happened has a N and no day). A fact that is not there is unknown.
 */
public final class Facts {
    private record Fact(String number, String flag, String day) {}

    private final Map<String, Fact> facts = new LinkedHashMap<>();

    /** A measurement. */
    public Facts number(String name, BigDecimal value) {
        facts.put(name, new Fact(value.toPlainString(), "", ""));
        return this;
    }

    /** A measurement. */
    public Facts number(String name, double value, int decimals) {
        return number(name, BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP));
    }

    /** A finding. */
    public Facts flag(String name, boolean value) {
        facts.put(name, new Fact("", value ? "Y" : "N", ""));
        return this;
    }

    /** An event so many days before screening. */
    public Facts event(String name, int daysBefore) {
        facts.put(name, new Fact("", "Y", Integer.toString(-daysBefore)));
        return this;
    }

    /** Events that never happened. */
    public Facts never(String... names) {
        for (String name : names) {
            facts.put(name, new Fact("", "N", ""));
        }
        return this;
    }

    /** Findings that are absent. */
    public Facts absent(String... names) {
        for (String name : names) {
            flag(name, false);
        }
        return this;
    }

    /** Forgets a fact: it becomes unknown. */
    public Facts unknown(String name) {
        facts.remove(name);
        return this;
    }

    /** {@return an empty dataset of facts} */
    public static CsvTable table() {
        return new CsvTable("USUBJID", "IESEQ", "IETESTCD", "IEORRES", "IEFLAG", "IEDTC", "IEDY");
    }

    /** Writes the facts of one person. */
    public void write(CsvTable table, Person person) {
        int sequence = 0;
        for (Map.Entry<String, Fact> entry : facts.entrySet()) {
            sequence++;
            Fact fact = Objects.requireNonNull(entry.getValue());
            table.row(
                    person.id(),
                    sequence,
                    entry.getKey(),
                    fact.number(),
                    fact.flag(),
                    fact.day().isEmpty() ? "" : person.screened().plusDays(Long.parseLong(fact.day())),
                    fact.day());
        }
    }
}
