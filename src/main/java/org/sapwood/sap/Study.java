package org.sapwood.sap;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the trial is.
 *
 * @param id short, file-safe: names the output folder
 * @param protocol the protocol or registry number printed on every page
 * @param title the study title
 * @param sponsor may be empty
 * @param cutOff the data cut-off
 * @param analysisDate stamped into file metadata instead of the clock
 * @param synthetic whether the data are invented; every page, sheet and file then says so
 * @param seed root of every random stream, or null when no method draws
 * @param notes choices that must be printed, for example what the protocol leaves open
 */
public record Study(
        String id,
        String protocol,
        String title,
        String sponsor,
        LocalDate cutOff,
        LocalDate analysisDate,
        boolean synthetic,
        @Nullable Long seed,
        List<String> notes) {}
