package org.sapwood.display;

/** A template that does not fit the results. */
public final class TemplateRejected extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TemplateRejected(String message) {
        super(message);
    }
}
