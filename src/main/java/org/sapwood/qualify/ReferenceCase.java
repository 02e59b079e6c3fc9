package org.sapwood.qualify;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One case: what goes in, what another program found, and how near is near enough.
 *
 * @param id unique within its file
 * @param method the method's name in the layout
 * @param options the method's options
 * @param data the numbers, empty when {@code table} holds them
 * @param table the CSV data, or null
 * @param expected what the source program found, by name
 * @param source program, function and version
 * @param tolerance relative
 * @param absoluteTolerance added to the relative one
 * @param toleranceBy another relative tolerance for every number whose path contains the name
 */
public record ReferenceCase(
        String id,
        String method,
        Map<String, ?> options,
        Map<String, ?> data,
        @Nullable CaseTable table,
        Map<String, ?> expected,
        String source,
        double tolerance,
        double absoluteTolerance,
        Map<String, Double> toleranceBy) {}
