package org.sapwood.synthetic.chart;

import java.math.BigDecimal;
import org.sapwood.synthetic.chart.LaboratoryValues.Test;

/** Cytokines in blood, with their lower limits of quantification in pg/mL. */
public enum Cytokine {
    IL6("Interleukin-6", "0.5"),
    IL10("Interleukin-10", "0.5"),
    IL17A("Interleukin-17A", "0.3"),
    TNFA("Tumour Necrosis Factor Alpha", "1.0"),
    IFNG("Interferon Gamma", "0.8");

    private final String label;
    private final BigDecimal limit;

    Cytokine(String label, String limit) {
        this.label = label;
        this.limit = new BigDecimal(limit);
    }

    BigDecimal limit() {
        return limit;
    }

    Test test() {
        return new Test("CYTOKINES", name(), label, "pg/mL", "", "", 2);
    }
}
