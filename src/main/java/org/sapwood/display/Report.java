package org.sapwood.display;

import java.util.List;

/**
 * Everything that goes into one document.
 *
 * @param front what every page and sheet says about the whole
 * @param displays in order
 */
public record Report(Front front, List<Display> displays) {
    public Report {
        displays = List.copyOf(displays);
    }

    /**
     * What every page and sheet says.
     *
     * @param protocol for example {@code NCT05495321}
     * @param title the study's title
     * @param sponsor may be empty
     * @param cutOff the data cut-off, for example {@code 01SEP2026}
     * @param banners labels every page, sheet and file carries, for example {@code SYNTHETIC DATA}; may be empty
     * @param version program and version
     * @param date the analysis date stamped into file metadata, ISO; never the clock
     * @param identity a digest of plan, inputs and program, from which file identifiers are made
     */
    public record Front(
            String protocol,
            String title,
            String sponsor,
            String cutOff,
            List<String> banners,
            String version,
            String date,
            String identity) {}
}
