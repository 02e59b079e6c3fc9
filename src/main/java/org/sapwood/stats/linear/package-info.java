/**
 * The linear model with independent errors: coefficients, least-squares means, type I, II and III tests, contrasts, and
 * covariance matrices that stay valid when variances differ or observations come in clusters.
 *
 * <p>An analysis of covariance reads
 *
 * <pre>{@code
 * ModelFrame rows = frame.complete(List.of("CHG", "TRT", "SITE", "BASE"));
 * DesignMatrix design = DesignMatrix.of(rows, Term.parse(List.of("TRT", "SITE", "BASE")));
 * LinearModel model = LinearModel.fit(design, rows.numbers("CHG")).orElseThrow();
 * LeastSquaresMeans means = LeastSquaresMeans.of(design, List.of("TRT"), Margins.OBSERVED);
 * means.differences().forEach(difference -> model.estimate(difference, ConfidenceLevel.NINETY_FIVE));
 * }</pre>
 */
@NullMarked
package org.sapwood.stats.linear;

import org.jspecify.annotations.NullMarked;
