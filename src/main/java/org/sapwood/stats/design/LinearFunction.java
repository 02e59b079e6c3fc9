package org.sapwood.stats.design;

/**
 * A named linear function of a model's coefficients, l'β.
 *
 * @param name for example {@code ACT|W12} or {@code ACT-PBO}
 * @param coefficients l, one per column of the design
 */
@SuppressWarnings("ArrayRecordComponent")
public record LinearFunction(String name, double[] coefficients) {

    /**
     * The value for given coefficients.
     *
     * @param beta one per column
     * @return l'β
     */
    public double applyTo(double[] beta) {
        double sum = 0;
        for (int j = 0; j < beta.length; j++) {
            sum += coefficients[j] * beta[j];
        }
        return sum;
    }

    /**
     * The variance for a given covariance matrix.
     *
     * @param covariance of the coefficients
     * @return l'Vl
     */
    public double variance(double[][] covariance) {
        return covariance(this, covariance);
    }

    /**
     * The covariance with another function.
     *
     * @param other of the same length, m
     * @param covariance of the coefficients
     * @return l'Vm
     */
    public double covariance(LinearFunction other, double[][] covariance) {
        double sum = 0;
        for (int i = 0; i < coefficients.length; i++) {
            for (int j = 0; j < coefficients.length; j++) {
                sum += coefficients[i] * covariance[i][j] * other.coefficients[j];
            }
        }
        return sum;
    }

    /**
     * This function minus another, named {@code this-other}.
     *
     * @param other of the same length
     * @return the difference
     */
    public LinearFunction minus(LinearFunction other) {
        return minus(other, name + "-" + other.name);
    }

    /**
     * This function minus another.
     *
     * @param other of the same length
     * @param newName the name of the difference
     * @return the difference
     */
    public LinearFunction minus(LinearFunction other, String newName) {
        double[] difference = coefficients.clone();
        for (int j = 0; j < difference.length; j++) {
            difference[j] -= other.coefficients[j];
        }
        return new LinearFunction(newName, difference);
    }

    /**
     * A weighted sum of functions.
     *
     * @param name of the sum
     * @param functions of equal length, at least one
     * @param weights one per function
     * @return Σ wᵢ lᵢ
     */
    public static LinearFunction combine(String name, java.util.List<LinearFunction> functions, double[] weights) {
        if (functions.size() != weights.length || functions.isEmpty()) {
            throw new IllegalArgumentException(
                    "expected one weight for each of " + functions.size() + " functions, found " + weights.length);
        }
        double[] sum = new double[functions.get(0).coefficients.length];
        for (int i = 0; i < weights.length; i++) {
            for (int j = 0; j < sum.length; j++) {
                sum[j] += weights[i] * functions.get(i).coefficients[j];
            }
        }
        return new LinearFunction(name, sum);
    }
}
