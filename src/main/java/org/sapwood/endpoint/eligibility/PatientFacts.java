package org.sapwood.endpoint.eligibility;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is known of a patient at screening. A name that is absent is unknown: no event of a kind is an empty list.
 *
 * @param reference the date at which look-back windows end
 * @param numbers measurements by name
 * @param flags yes or no by name
 * @param events dates of events by name
 */
public record PatientFacts(
        LocalDate reference,
        Map<String, BigDecimal> numbers,
        Map<String, Boolean> flags,
        Map<String, List<LocalDate>> events) {
    public PatientFacts {
        numbers = Map.copyOf(numbers);
        flags = Map.copyOf(flags);
        Map<String, List<LocalDate>> copies = new LinkedHashMap<>();
        events.forEach((name, dates) -> copies.put(name, List.copyOf(dates)));
        events = Map.copyOf(copies);
    }
}
