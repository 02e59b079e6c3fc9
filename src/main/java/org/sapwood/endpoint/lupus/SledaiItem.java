package org.sapwood.endpoint.lupus;

/** The 24 items of the SLEDAI family with their weights; the total of all weights is 105. */
public enum SledaiItem {
    SEIZURE(8),
    PSYCHOSIS(8),
    ORGANIC_BRAIN_SYNDROME(8),
    VISUAL_DISTURBANCE(8),
    CRANIAL_NERVE_DISORDER(8),
    LUPUS_HEADACHE(8),
    STROKE(8),
    VASCULITIS(8),
    ARTHRITIS(4),
    MYOSITIS(4),
    URINARY_CASTS(4),
    HAEMATURIA(4),
    PROTEINURIA(4),
    /** Weight 4 in the instrument; tables with weight 2 are in circulation and wrong. */
    PYURIA(4),
    RASH(2),
    ALOPECIA(2),
    MUCOSAL_ULCERS(2),
    PLEURISY(2),
    PERICARDITIS(2),
    LOW_COMPLEMENT(2),
    INCREASED_DNA_BINDING(2),
    FEVER(1),
    THROMBOCYTOPENIA(1),
    LEUKOPENIA(1);

    private final int weight;

    SledaiItem(int weight) {
        this.weight = weight;
    }

    /** {@return points when present} */
    public int weight() {
        return weight;
    }

    /** {@return whether it is one of the four urinary items} */
    public boolean isRenal() {
        return this == URINARY_CASTS || this == HAEMATURIA || this == PROTEINURIA || this == PYURIA;
    }
}
