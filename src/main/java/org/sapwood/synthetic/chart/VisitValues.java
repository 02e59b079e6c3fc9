package org.sapwood.synthetic.chart;

import java.math.BigDecimal;
import java.util.Optional;
import org.sapwood.synthetic.CsvTable;

/** A dataset of values by visit: instruments and their items, one record per subject, parameter and visit. */
public final class VisitValues {
    private final CsvTable table = new CsvTable(
            "USUBJID", "PARCAT1", "PARAMCD", "PARAM", "ITEM", "AVISIT", "AVISITN", "ADT", "ADY", "AVAL", "AVALU",
            "ABLFL");

    /**
     * What is measured.
     *
     * @param category of the parameter
     * @param code of the parameter
     * @param label of the parameter
     * @param item the input of a rule that the parameter is, or empty
     * @param unit or empty
     */
    public record Parameter(String category, String code, String label, String item, String unit) {}

    /** Writes one value; an empty one was not obtained. */
    public void write(Person person, Journey journey, Visit visit, Parameter parameter, Optional<BigDecimal> value) {
        table.row(
                person.id(),
                parameter.category(),
                parameter.code(),
                parameter.label(),
                parameter.item(),
                visit.name(),
                visit.week(),
                journey.days().date(visit.day()),
                visit.day(),
                value.map(BigDecimal::toPlainString).orElse(""),
                parameter.unit(),
                visit.week() == 0 ? "Y" : "");
    }

    /** {@return the dataset} */
    public CsvTable table() {
        return table;
    }
}
