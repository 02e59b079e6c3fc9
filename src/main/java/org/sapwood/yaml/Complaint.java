package org.sapwood.yaml;

/**
 * One thing that is wrong, where, and what to do about it.
 *
 * @param kind what sort of refusal it is
 * @param place where
 * @param problem what was expected and what was found, one clause without a final full stop
 * @param remedy what to do, one or more sentences; empty when the problem says it
 */
public record Complaint(Kind kind, Place place, String problem, String remedy) {

    /** What sort of refusal a complaint is; the exit code follows from it. */
    public enum Kind {
        /** The text is wrong and its author can mend it. */
        WRONG,
        /** The text exceeds a limit that protects the program: size, depth, aliases, tags. */
        UNSAFE
    }

    /** {@return {@code file:line path: problem. remedy}} */
    @Override
    public String toString() {
        return place + ": " + problem + (remedy.isEmpty() ? "" : ". " + remedy);
    }
}
