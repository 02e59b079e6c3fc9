package org.sapwood.render;

import java.util.List;
import org.sapwood.render.pdf.PdfReport;
import org.sapwood.render.xlsx.ListingsWorkbook;
import org.sapwood.render.xlsx.TablesWorkbook;

/** All output formats. */
public final class Renderers {
    private static final List<Renderer> ALL = List.of(new PdfReport(), new TablesWorkbook(), new ListingsWorkbook());

    private Renderers() {}

    /** {@return the renderers; they share nothing and may run at the same time} */
    public static List<Renderer> all() {
        return ALL;
    }
}
