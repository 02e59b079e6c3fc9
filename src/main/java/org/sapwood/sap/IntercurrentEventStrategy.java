package org.sapwood.sap;

import java.util.Locale;

/** The five strategies of ICH E9(R1) for an event that affects the meaning or existence of later values. */
public enum IntercurrentEventStrategy {
    /** The value is used whether or not the event happened. */
    TREATMENT_POLICY,
    /** The event is part of the endpoint: it counts as failure. */
    COMPOSITE,
    /** Values after the event are set missing, to be imputed as if it had not happened. */
    HYPOTHETICAL,
    /** Only values before the event count; the last of them stands for the visit. */
    WHILE_ON_TREATMENT,
    /** The population of interest is the stratum of those in whom the event matters not; a condition says who they are. */
    PRINCIPAL_STRATUM;

    /** {@return its name as printed, for example {@code Treatment policy}} */
    public String inWords() {
        String words = name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
