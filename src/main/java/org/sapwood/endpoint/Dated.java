package org.sapwood.endpoint;

/**
 * A value with the day it belongs to.
 *
 * @param <T> what was observed
 * @param day counted without a gap from any origin common to the patient
 * @param value what was observed
 */
public record Dated<T>(int day, T value) {}
