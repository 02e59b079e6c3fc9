package org.sapwood.synthetic.chart;

/**
 * An intercurrent event.
 *
 * @param kind which
 * @param day the study day
 * @param reason what was given, or why
 */
public record Intervention(Kind kind, int day, String reason) {

    /** The kinds of intercurrent events. */
    public enum Kind {
        RESCUE("RESCUE"),
        GC_INCREASE("GC-INCREASE"),
        PROHIBITED("PROHIBITED"),
        DISCONTINUED("DISCONTINUED"),
        DEATH("DEATH");

        private final String written;

        Kind(String written) {
            this.written = written;
        }

        /** {@return the kind as datasets name it} */
        public String written() {
            return written;
        }
    }
}
