package org.sapwood.stats.mixed;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sapwood.stats.Estimable;

/**
 * The mixed model for repeated measures: y = Xβ + ε, the ε of one subject normal with a covariance matrix of given
 * structure, subjects independent, missing measurements missing at random.
 *
 * <p>Source: Laird and Ware (1982), Biometrics 38; Jennrich and Schluchter (1986), Biometrics 42; Mallinckrodt et al.
 * (2008), Drug Information Journal 42.
 */
public final class Mmrm {
    private Mmrm() {}

    /**
     * What came of the ladder.
     *
     * @param fit the first fit that converged, or why there is none
     * @param attempts every structure tried, in order
     */
    public record Outcome(Estimable<MmrmFit> fit, List<FitAttempt> attempts) {
        public Outcome {
            attempts = List.copyOf(attempts);
        }
    }

    /**
     * Fits the model.
     *
     * @param data the measurements
     * @param specification covariance ladder and options
     * @return the first fit that converged and every attempt; {@code NO_CONVERGENCE} when none did,
     *     {@code TOO_FEW_OBSERVATIONS} when there are not more rows than coefficients, {@code ZERO_VARIANCE} when the
     *     design explains the response without error
     */
    public static Outcome fit(RepeatedMeasures data, MmrmSpecification specification) {
        List<FitAttempt> attempts = new ArrayList<>();
        @Nullable ReducedData byOccasion = null;
        for (CovarianceStructure structure : specification.ladder().structures()) {
            ReducedData reduced;
            double[] times = new double[0];
            if (structure.needsTimes()) {
                times = Arrays.stream(data.times()).distinct().sorted().toArray();
                reduced = new ReducedData(data, slotsByTime(data, times), times.length, false);
            } else {
                if (byOccasion == null) {
                    byOccasion = byOccasion(data);
                }
                reduced = byOccasion;
            }
            Estimable.NotEstimable<MmrmFit> degenerate = degenerate(reduced);
            if (degenerate != null) {
                return new Outcome(degenerate, attempts);
            }
            CovarianceFunction function = structure.function(reduced.slots(), times);
            MarginalLikelihood likelihood = new MarginalLikelihood(reduced, function, specification.estimation());
            Newton.Result result = Newton.minimise(likelihood, likelihood.start());
            FitAttempt attempt = attempt(structure, likelihood, result);
            attempts.add(attempt);
            if (attempt.converged()) {
                return new Outcome(
                        Estimable.of(new MmrmFit(
                                data, specification, structure, observed(data), likelihood, result, attempts)),
                        attempts);
            }
        }
        return new Outcome(
                Estimable.not(
                        Estimable.Reason.NO_CONVERGENCE,
                        "no covariance structure of the ladder converged: "
                                + String.join(
                                        "; ",
                                        attempts.stream()
                                                .map(a -> a.structure() + ": " + a.explanation())
                                                .toList())),
                attempts);
    }

    /** Occasions without any row are left out of the covariance matrix. */
    static int[] observed(RepeatedMeasures data) {
        boolean[] seen = new boolean[data.occasions().size()];
        for (int i = 0; i < data.rows(); i++) {
            seen[data.occasion(i)] = true;
        }
        int[] list = new int[seen.length];
        int count = 0;
        for (int j = 0; j < seen.length; j++) {
            if (seen[j]) {
                list[count++] = j;
            }
        }
        return Arrays.copyOf(list, count);
    }

    private static ReducedData byOccasion(RepeatedMeasures data) {
        int[] observed = observed(data);
        int[] slotOf = new int[data.occasions().size()];
        for (int s = 0; s < observed.length; s++) {
            slotOf[observed[s]] = s;
        }
        int[] slots = new int[data.rows()];
        for (int i = 0; i < slots.length; i++) {
            slots[i] = slotOf[data.occasion(i)];
        }
        return new ReducedData(data, slots, observed.length, false);
    }

    private static int[] slotsByTime(RepeatedMeasures data, double[] distinct) {
        double[] times = data.times();
        int[] slots = new int[times.length];
        for (int i = 0; i < slots.length; i++) {
            slots[i] = Arrays.binarySearch(distinct, times[i]);
        }
        return slots;
    }

    static <T> Estimable.@Nullable NotEstimable<T> degenerate(ReducedData reduced) {
        int n = reduced.observations();
        if (n <= reduced.rank() || reduced.rank() == 0) {
            return new Estimable.NotEstimable<>(
                    Estimable.Reason.TOO_FEW_OBSERVATIONS, n + " observations for " + reduced.rank() + " coefficients");
        }
        double[] e = reduced.design().residual();
        double[] fitted = reduced.design().leastSquares();
        if (Dense.dot(e, e) <= 1e-20 * Dense.dot(fitted, fitted) || Dense.dot(e, e) == 0) {
            return new Estimable.NotEstimable<>(
                    Estimable.Reason.ZERO_VARIANCE, "the design explains the response without error");
        }
        return null;
    }

    private static FitAttempt attempt(
            CovarianceStructure structure, MarginalLikelihood likelihood, Newton.Result result) {
        MarginalLikelihood.Slope slope = result.slope();
        MarginalLikelihood.Point point = result.point();
        int parameters = likelihood.parameters();
        if (slope == null || point == null) {
            return new FitAttempt(
                    structure,
                    parameters,
                    false,
                    0,
                    Double.POSITIVE_INFINITY,
                    Double.POSITIVE_INFINITY,
                    List.of(),
                    "no positive definite covariance to start from");
        }
        SymmetricEigen eigen = SymmetricEigen.of(slope.hessian(), parameters);
        List<Double> eigenvalues =
                Arrays.stream(eigen.values()).map(x -> x / 2).boxed().toList();
        double smallest = eigenvalues.get(parameters - 1);
        double largest = eigenvalues.get(0);
        boolean definite = smallest > 1e-10 * largest;
        boolean converged = result.converged() && definite;
        String explanation = converged
                ? "converged"
                : !definite
                        ? "the Hessian is not positive definite where the search ended"
                        : "the search did not reach a stationary point in " + result.iterations() + " iterations";
        return new FitAttempt(
                structure,
                parameters,
                converged,
                result.iterations(),
                point.value(),
                Dense.largest(slope.gradient()) / 2,
                eigenvalues,
                explanation);
    }
}
