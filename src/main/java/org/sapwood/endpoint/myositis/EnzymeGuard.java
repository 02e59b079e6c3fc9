package org.sapwood.endpoint.myositis;

/** Whether an enzyme may count as worse while it is still normal. */
public enum EnzymeGuard {
    /** A follow-up at or below the upper limit of normal is never worse. */
    NORMAL_IS_NEVER_WORSE,
    /** The percentage alone decides. */
    PERCENTAGE_ALONE
}
