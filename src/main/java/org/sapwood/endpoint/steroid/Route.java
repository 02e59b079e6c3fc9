package org.sapwood.endpoint.steroid;

/** How a glucocorticoid was given. */
public enum Route {
    ORAL,
    INTRAVENOUS,
    INTRAMUSCULAR,
    INTRA_ARTICULAR,
    INHALED,
    TOPICAL;

    /** {@return whether it counts towards the daily dose: oral and intravenous only, the others are listed} */
    public boolean counts() {
        return this == ORAL || this == INTRAVENOUS;
    }
}
