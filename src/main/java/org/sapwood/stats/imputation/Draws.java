package org.sapwood.stats.imputation;

import org.apache.commons.rng.UniformRandomProvider;

/** Random numbers of one key. Only {@code StrictMath} is used: the same numbers on every machine. */
final class Draws {
    private final UniformRandomProvider source;

    Draws(UniformRandomProvider source) {
        this.source = source;
    }

    /** {@return uniform on [0, 1)} */
    double uniform() {
        return source.nextDouble();
    }

    /** {@return each of 0 … n − 1 equally likely} */
    int index(int n) {
        return source.nextInt(n);
    }

    /** {@return standard normal, after Box and Muller (1958)} */
    double normal() {
        double radius = Math.sqrt(-2 * StrictMath.log(1 - uniform()));
        return radius * StrictMath.cos(2 * StrictMath.PI * uniform());
    }

    /** {@return independent standard normal numbers} */
    double[] normals(int n) {
        double[] z = new double[n];
        for (int i = 0; i < n; i++) {
            z[i] = normal();
        }
        return z;
    }

    /**
     * Chi-square, as twice a gamma variate (Marsaglia and Tsang 2000).
     *
     * @param df degrees of freedom, at least 1
     * @return the variate
     */
    double chiSquare(int df) {
        // the method needs a shape of at least 1: one degree of freedom is the square of a normal
        if (df == 1) {
            double z = normal();
            return z * z;
        }
        double d = df / 2.0 - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double z = normal();
            double root = 1 + c * z;
            if (root > 0) {
                double v = root * root * root;
                if (StrictMath.log(1 - uniform()) < z * z / 2 + d - d * v + d * StrictMath.log(v)) {
                    return 2 * d * v;
                }
            }
        }
    }
}
