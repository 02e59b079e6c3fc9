package org.sapwood.stats.mixed;

import java.util.List;

/**
 * One step of a covariance ladder: what was tried and how the search ended.
 *
 * @param structure the covariance structure
 * @param parameters the number of covariance parameters
 * @param converged whether the fit is used or could have been
 * @param iterations Newton steps taken
 * @param neg2LogLikelihood −2ℓ where the search ended; infinite when it could not start
 * @param gradientNorm largest absolute derivative of −ℓ there; infinite when it could not start
 * @param hessianEigenvalues of the Hessian of −ℓ there, in decreasing order; empty when it could not start
 * @param explanation one sentence: that it converged, or why it did not
 */
public record FitAttempt(
        CovarianceStructure structure,
        int parameters,
        boolean converged,
        int iterations,
        double neg2LogLikelihood,
        double gradientNorm,
        List<Double> hessianEigenvalues,
        String explanation) {
    public FitAttempt {
        hessianEigenvalues = List.copyOf(hessianEigenvalues);
    }
}
