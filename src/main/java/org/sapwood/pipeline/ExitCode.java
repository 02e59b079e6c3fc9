package org.sapwood.pipeline;

/** What a command ends with. Codes 1, 3, 134, 137 and 143 belong to the virtual machine and to signals. */
public enum ExitCode {
    COMPLETE(0),
    WRONG_COMMAND_LINE(2),
    DATA_REJECTED(10),
    PLAN_REJECTED(11),
    TEMPLATE_REJECTED(12),
    ENVIRONMENT(15),
    BUSY(16),
    UNSAFE_INPUT(17),
    DIFFERENCE_FOUND(18),
    RESOURCE_LIMIT(19),
    DEFECT(70);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    /** {@return the process exit status} */
    public int code() {
        return code;
    }
}
