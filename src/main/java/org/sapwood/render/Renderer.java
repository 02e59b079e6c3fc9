package org.sapwood.render;

import java.io.IOException;
import java.io.OutputStream;
import org.sapwood.display.Report;

/** One output format. The same report always gives the same bytes: no clock, no chance, no locale. */
public interface Renderer {
    /** {@return the name of the file, for example {@code report.pdf}} */
    String fileName();

    /**
     * Writes a report.
     *
     * @param out left open
     * @throws IOException if {@code out} fails
     */
    void write(Report report, OutputStream out) throws IOException;
}
