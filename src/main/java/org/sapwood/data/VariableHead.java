package org.sapwood.data;

/**
 * What a dataset says about a variable apart from its values.
 *
 * @param name the name, exactly as in the file
 * @param label the label, or empty
 * @param format the display format as the source writes it ({@code DATE9.}), or empty
 */
public record VariableHead(String name, String label, String format) {

    /**
     * A variable without label and format.
     *
     * @param name the name
     * @return the head
     */
    public static VariableHead of(String name) {
        return new VariableHead(name, "", "");
    }
}
