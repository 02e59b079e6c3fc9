package org.sapwood.endpoint.myositis;

/**
 * How a relative change is judged when a measure was 0 at baseline, where no percentage exists. The literature does not
 * settle it; the plan must. A measure at 0 keeps its place among the six.
 */
public enum ZeroBaseline {
    /** Never improved; worse when the follow-up reaches the noise guard (0.5 cm, HAQ-DI 0.125, enzyme above normal). */
    WORSE_ABOVE_NOISE,
    /** Never improved and never worse. */
    NEVER_WORSE,
    /** The baseline counts as the smallest recorded step (0.1 cm, HAQ-DI 0.125, MMT 1); an enzyme of 0 never changes. */
    SMALLEST_STEP
}
