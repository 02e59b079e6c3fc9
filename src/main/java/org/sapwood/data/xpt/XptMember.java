package org.sapwood.data.xpt;

import java.util.List;

/**
 * One dataset of a transport file: what its headers say and where its observations lie.
 *
 * @param name the dataset's name as written
 * @param label its label
 * @param variables its variables in file order
 * @param recordLength the length of one observation: the furthest end of a variable, for variables may overlap
 * @param dataStart the offset of the first observation
 * @param dataEnd the offset behind the observations and their padding
 * @param declaredRows the number of observations the header declares (version 8); −1 when it does not
 */
record XptMember(
        String name,
        String label,
        List<XptVariable> variables,
        int recordLength,
        int dataStart,
        int dataEnd,
        long declaredRows) {

    XptMember(String name, String label, List<XptVariable> variables, int dataStart, int dataEnd, long declaredRows) {
        this(name, label, List.copyOf(variables), lengthOf(variables), dataStart, dataEnd, declaredRows);
    }

    /** Whether a record may consist of blanks: no number is stored as blanks. */
    boolean isCharacterOnly() {
        return variables.stream().allMatch(variable -> variable.type() == XptVariable.Type.CHARACTER);
    }

    private static int lengthOf(List<XptVariable> variables) {
        return variables.stream()
                .mapToInt(variable -> variable.position() + variable.length())
                .max()
                .orElse(0);
    }
}
