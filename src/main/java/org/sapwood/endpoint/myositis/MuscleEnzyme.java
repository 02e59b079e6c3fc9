package org.sapwood.endpoint.myositis;

/** The serum muscle enzymes of the core set, in the order that settles a tie for "most abnormal". */
public enum MuscleEnzyme {
    CREATINE_KINASE("CK"),
    ALDOLASE("aldolase"),
    LACTATE_DEHYDROGENASE("LDH"),
    ASPARTATE_AMINOTRANSFERASE("AST"),
    ALANINE_AMINOTRANSFERASE("ALT");

    private final String label;

    MuscleEnzyme(String label) {
        this.label = label;
    }

    /** {@return the laboratory's short name} */
    public String label() {
        return label;
    }
}
