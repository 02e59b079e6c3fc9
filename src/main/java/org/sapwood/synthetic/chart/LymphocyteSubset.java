package org.sapwood.synthetic.chart;

import org.sapwood.synthetic.chart.LaboratoryValues.Test;

/** Lymphocyte subsets of the cytometry, each a percentage of its parent gate. */
public enum LymphocyteSubset {
    CD4("CD4 T Cells", "LYMPHOCYTES"),
    CD8("CD8 T Cells", "LYMPHOCYTES"),
    NK("NK Cells", "LYMPHOCYTES"),
    TREGCD4("Foxp3 Regulatory T Cells of CD4 T Cells", "CD4"),
    TREGLYM("Foxp3 Regulatory T Cells of Lymphocytes", "LYMPHOCYTES"),
    TH17CD4("Th17 Cells of CD4 T Cells", "CD4"),
    TFHCD4("Follicular Helper T Cells of CD4 T Cells", "CD4");

    private final String label;
    private final String parent;

    LymphocyteSubset(String label, String parent) {
        this.label = label;
        this.parent = parent;
    }

    /** The gate of which the subset is a percentage. */
    String parent() {
        return parent;
    }

    Test test() {
        return new Test("CYTOMETRY", name(), label, "%", "", "", 2);
    }
}
