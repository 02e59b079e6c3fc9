package org.sapwood.result;

/**
 * What kind of number a result is, by the name templates and result files use: {@code n}, {@code mean},
 * {@code conf_low}, {@code p_value} …
 *
 * @param name lower case letters, digits and underscores
 */
public record Statistic(String name) {
    public Statistic {
        if (!name.matches("[a-z][a-z0-9_]*")) {
            throw new IllegalArgumentException("not the name of a statistic: \"" + name + "\"");
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
