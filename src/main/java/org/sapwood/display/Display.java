package org.sapwood.display;

import java.util.List;

/** One numbered item of a package, ready for any medium. */
public sealed interface Display permits TableModel, ListingModel, FigureModel, FlowModel, TextBlock {
    /** {@return the id in the plan; unique, file- and link-safe: {@code [a-z0-9.-]+}} */
    String id();

    Heading heading();

    /** {@return the footnotes, in order of their marks, then the unmarked ones} */
    List<Footnote> notes();

    SourceLine source();
}
