package org.sapwood.pipeline;

import java.util.List;

/** A run that ends without publishing anything: why, one line per problem, and with what exit code. */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ExitCode exitCode;
    private final transient List<String> lines;

    /**
     * Refuses a run.
     *
     * @param exitCode the exit code
     * @param lines one line per problem: where, expected, found, remedy
     */
    public Refused(ExitCode exitCode, List<String> lines) {
        super(String.join("\n", lines));
        this.exitCode = exitCode;
        this.lines = List.copyOf(lines);
    }

    public ExitCode exitCode() {
        return exitCode;
    }

    public List<String> lines() {
        return lines;
    }
}
