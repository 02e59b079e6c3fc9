package org.sapwood.endpoint.response;

/**
 * When something first happened, or until when it is known not to have happened.
 *
 * @param day day of the event, or last day known to be free of it; counted without a gap
 * @param status event or censored
 * @param reason one plain sentence
 */
public record FirstTime(int day, Status status, String reason) {

    /** Whether the day is that of the event. */
    public enum Status {
        EVENT,
        CENSORED
    }

    /** {@return whether it happened} */
    public boolean isEvent() {
        return status == Status.EVENT;
    }
}
