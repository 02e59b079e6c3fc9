package org.sapwood.stats.imputation;

/**
 * What the mean profile of a subject becomes from the intercurrent event on (Carpenter, Roger and Kenward 2013). μ is the
 * profile of the subject's own group, ρ that of the reference group with the same covariates; the event is at visit e.
 */
public enum ReferenceStrategy {
    /** μ throughout: missing at random. */
    MISSING_AT_RANDOM {
        @Override
        double[] profile(double[] own, double[] reference, int event) {
            return own.clone();
        }
    },
    /** μ before e, ρ from e on. */
    JUMP_TO_REFERENCE {
        @Override
        double[] profile(double[] own, double[] reference, int event) {
            double[] mean = own.clone();
            System.arraycopy(reference, event, mean, event, mean.length - event);
            return mean;
        }
    },
    /** ρ throughout. */
    COPY_REFERENCE {
        @Override
        double[] profile(double[] own, double[] reference, int event) {
            return reference.clone();
        }
    },
    /** From e on the last own mean, plus the increments of ρ since then; ρ when there was no visit before e. */
    COPY_INCREMENTS_IN_REFERENCE {
        @Override
        double[] profile(double[] own, double[] reference, int event) {
            double[] mean = own.clone();
            for (int v = event; v < mean.length; v++) {
                mean[v] = event == 0 ? reference[v] : own[event - 1] + reference[v] - reference[event - 1];
            }
            return mean;
        }
    },
    /** From e on the last own mean; unchanged when there was no visit before e. */
    LAST_MEAN_CARRIED_FORWARD {
        @Override
        double[] profile(double[] own, double[] reference, int event) {
            double[] mean = own.clone();
            for (int v = event; v < mean.length && event > 0; v++) {
                mean[v] = own[event - 1];
            }
            return mean;
        }

        @Override
        boolean appliesToReferenceGroup() {
            return true;
        }
    };

    abstract double[] profile(double[] own, double[] reference, int event);

    /** For all others a member of the reference group already follows the reference. */
    boolean appliesToReferenceGroup() {
        return false;
    }
}
