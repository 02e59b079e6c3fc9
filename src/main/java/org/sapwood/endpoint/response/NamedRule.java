package org.sapwood.endpoint.response;

/**
 * A responder rule under the name it has in plans and tables.
 *
 * @param id the name in plans, for example {@code cdasi-activity-40-percent}
 * @param label the name in tables
 * @param rule the rule
 * @param source who proposed the limit
 */
public record NamedRule(String id, String label, ResponderRule rule, String source) {}
