package org.sapwood.result;

import java.util.Comparator;

/**
 * Where a number stands: empty text means that the axis does not apply.
 *
 * @param analysis the analysis id of the plan
 * @param group whom it is about
 * @param parameter what was measured, for example {@code TIS} or a system organ class
 * @param visit when, as named in the plan
 * @param stratum within which stratum or subgroup
 * @param level of what category, for example {@code Responder} or a preferred term
 */
public record ResultKey(String analysis, Group group, String parameter, String visit, String stratum, String level)
        implements Comparable<ResultKey> {

    private static final Comparator<ResultKey> ORDER = Comparator.comparing(ResultKey::analysis)
            .thenComparing(key -> key.group().toString())
            .thenComparing(ResultKey::parameter)
            .thenComparing(ResultKey::visit)
            .thenComparing(ResultKey::stratum)
            .thenComparing(ResultKey::level);

    /** A key on the axes most results need. */
    public static ResultKey of(String analysis, Group group) {
        return new ResultKey(analysis, group, "", "", "", "");
    }

    public ResultKey withGroup(Group other) {
        return new ResultKey(analysis, other, parameter, visit, stratum, level);
    }

    public ResultKey withParameter(String other) {
        return new ResultKey(analysis, group, other, visit, stratum, level);
    }

    public ResultKey withVisit(String other) {
        return new ResultKey(analysis, group, parameter, other, stratum, level);
    }

    public ResultKey withStratum(String other) {
        return new ResultKey(analysis, group, parameter, visit, other, level);
    }

    public ResultKey withLevel(String other) {
        return new ResultKey(analysis, group, parameter, visit, stratum, other);
    }

    @Override
    public int compareTo(ResultKey other) {
        return ORDER.compare(this, other);
    }

    /** {@return the key as a path, axes that do not apply left out: {@code analysis/group/parameter/visit/stratum/level}} */
    @Override
    public String toString() {
        StringBuilder path = new StringBuilder(analysis).append('/').append(group);
        for (String axis : new String[] {parameter, visit, stratum, level}) {
            if (!axis.isEmpty()) {
                path.append('/').append(axis);
            }
        }
        return path.toString();
    }
}
