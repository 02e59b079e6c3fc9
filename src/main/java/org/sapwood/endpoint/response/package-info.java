/**
 * From values to responses: change and percent change of one measure, responder rules, and their composition over parts
 * and visits (all of, any of, without, confirmed, sustained, first time to). Missing parts stay missing with their reason;
 * counting them as non-response is the plan's business.
 */
@NullMarked
package org.sapwood.endpoint.response;

import org.jspecify.annotations.NullMarked;
