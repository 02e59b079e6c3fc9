package org.sapwood.stats.distribution;

import java.util.function.DoubleUnaryOperator;

/**
 * Gauss–Legendre quadrature with n nodes, exact for polynomials of degree 2n − 1. Nodes are the roots of the Legendre
 * polynomial, found by Newton steps from Chebyshev-like starting values.
 */
public final class GaussLegendre {
    private final double[] nodes;
    private final double[] weights;

    private GaussLegendre(int n) {
        nodes = new double[n];
        weights = new double[n];
        for (int i = 0; i < (n + 1) / 2; i++) {
            double x = StrictMath.cos(StrictMath.PI * (i + 0.75) / (n + 0.5));
            double derivative = 0;
            for (int newton = 0; newton < 100; newton++) {
                double p = x;
                double before = 1;
                for (int k = 2; k <= n; k++) {
                    double next = ((2 * k - 1) * x * p - (k - 1) * before) / k;
                    before = p;
                    p = next;
                }
                if (n == 1) {
                    before = 1;
                }
                derivative = n * (x * p - before) / (x * x - 1);
                double step = p / derivative;
                x -= step;
                if (Math.abs(step) < 1e-16) {
                    break;
                }
            }
            nodes[i] = -x;
            nodes[n - 1 - i] = x;
            weights[i] = 2 / ((1 - x * x) * derivative * derivative);
            weights[n - 1 - i] = weights[i];
        }
        if (n % 2 == 1) {
            nodes[n / 2] = 0;
        }
    }

    /**
     * A rule.
     *
     * @param n number of nodes, at least 2
     * @return the rule
     */
    public static GaussLegendre of(int n) {
        if (n < 2) {
            throw new IllegalArgumentException("expected at least 2 nodes, found " + n);
        }
        return new GaussLegendre(n);
    }

    /** {@return the number of nodes} */
    public int size() {
        return nodes.length;
    }

    /** {@return node i on [a, b]} */
    public double node(int i, double a, double b) {
        return (a + b) / 2 + (b - a) / 2 * nodes[i];
    }

    /** {@return weight i on [a, b]} */
    public double weight(int i, double a, double b) {
        return (b - a) / 2 * weights[i];
    }

    /**
     * The integral of a smooth function.
     *
     * @param f the function
     * @param a lower end, finite
     * @param b upper end, finite
     * @return the integral over [a, b]
     */
    public double integrate(DoubleUnaryOperator f, double a, double b) {
        double sum = 0;
        for (int i = 0; i < nodes.length; i++) {
            sum += weights[i] * f.applyAsDouble(node(i, a, b));
        }
        return (b - a) / 2 * sum;
    }

    /**
     * The integral as a sum over equal panels.
     *
     * @param f the function
     * @param a lower end, finite
     * @param b upper end, finite
     * @param panels how many panels, at least 1
     * @return the integral over [a, b]
     */
    public double integrate(DoubleUnaryOperator f, double a, double b, int panels) {
        double sum = 0;
        for (int k = 0; k < panels; k++) {
            sum += integrate(f, a + (b - a) * k / panels, a + (b - a) * (k + 1) / panels);
        }
        return sum;
    }
}
