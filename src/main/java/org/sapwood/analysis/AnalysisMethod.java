package org.sapwood.analysis;

import org.sapwood.sap.AnalysisSpec;
import org.sapwood.sap.MethodSpec;

/**
 * One method of the catalogue. Degenerate data never throw: they give rows that say why a number does not exist.
 *
 * @param <S> the options it takes
 */
interface AnalysisMethod<S extends MethodSpec> {

    /**
     * Runs the method.
     *
     * @param spec the analysis
     * @param options its options
     * @param study what is known of the study
     * @param rows where the results go, in the order they should be listed
     */
    void run(AnalysisSpec spec, S options, Study study, Rows rows);
}
