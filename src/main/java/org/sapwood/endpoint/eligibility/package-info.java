/**
 * Eligibility as rules: a closed language of facts, comparisons and look-back windows joined by all of, any of and at
 * least k of; the criteria of the supported trials as lists; and the explained verdict on a patient.
 */
@NullMarked
package org.sapwood.endpoint.eligibility;

import org.jspecify.annotations.NullMarked;
