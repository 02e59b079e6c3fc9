package org.sapwood.endpoint.response;

import org.sapwood.endpoint.Judgement;

/**
 * A decision at one planned visit. A missed visit is an unknown judgement, not an absent one.
 *
 * @param visit its name
 * @param day the day of the assessment, or the planned one when missed; counted without a gap
 * @param judgement the decision
 */
public record VisitJudgement(String visit, int day, Judgement judgement) {}
