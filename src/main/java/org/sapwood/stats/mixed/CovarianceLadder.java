package org.sapwood.stats.mixed;

import java.util.List;

/**
 * Covariance structures in the order in which they are tried; the first that converges is used.
 *
 * @param structures at least one, none twice
 */
public record CovarianceLadder(List<CovarianceStructure> structures) {
    public CovarianceLadder {
        structures = List.copyOf(structures);
        if (structures.isEmpty()) {
            throw new IllegalArgumentException("a covariance ladder needs at least one structure");
        }
        if (structures.stream().distinct().count() != structures.size()) {
            throw new IllegalArgumentException("a structure appears twice in the covariance ladder: " + structures);
        }
    }

    /**
     * A ladder of the given structures.
     *
     * @param structures in the order in which they are tried
     * @return the ladder
     */
    public static CovarianceLadder of(CovarianceStructure... structures) {
        return new CovarianceLadder(List.of(structures));
    }
}
