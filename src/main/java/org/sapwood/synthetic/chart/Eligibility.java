package org.sapwood.synthetic.chart;

/**
 * What was known of a person at screening.
 *
 * @param facts the facts, in the names of the criteria of the trial
 * @param breaksRule whether the person entered although a criterion was not met
 */
public record Eligibility(Facts facts, boolean breaksRule) {

    /** Adds what the open trials of IL-2 exclude in the same words, as what did not happen and is not there. */
    public static Facts withoutExclusions(Facts facts) {
        return facts.never(
                        "monoclonal-antibody",
                        "serious-infection",
                        "malignancy-not-excepted",
                        "mental-illness-or-drug-abuse",
                        "live-vaccine",
                        "bcg-vaccine")
                .absent(
                        "serious-organ-disease",
                        "demyelinating-disease",
                        "interleukin-2-allergy",
                        "chest-imaging-abnormal-3-months",
                        "hiv",
                        "hepatitis-c",
                        "live-vaccine-planned",
                        "bcg-vaccine-planned",
                        "pregnant",
                        "lactating",
                        "contraception-refused",
                        "juvenile-onset",
                        "overlap");
    }
}
