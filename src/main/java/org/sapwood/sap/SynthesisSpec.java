package org.sapwood.sap;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Methods across estimands, subgroups and hypotheses; some take up results of analyses that stand above them. */
public sealed interface SynthesisSpec extends MethodSpec {

    /**
     * Intercurrent events by kind, cumulated up to visits.
     *
     * @param events the kinds' ids, in order
     * @param visits the visits' ids up to whose planned day events count
     */
    record IntercurrentEvents(List<String> events, List<String> visits) implements SynthesisSpec {}

    /**
     * Estimates of other analyses side by side.
     *
     * @param rows by label, in order
     */
    record Estimates(Map<String, EstimateRow> rows) implements SynthesisSpec {
        @Override
        public List<String> uses() {
            return rows.values().stream().map(row -> row.estimate().analysis()).toList();
        }
    }

    /**
     * One estimate beside others.
     *
     * @param estimate where it stands
     * @param pValue where the p-value beside it stands; null for its own, where it has one
     */
    record EstimateRow(ResultAddress estimate, @Nullable ResultAddress pValue) {}

    /**
     * An endpoint at one visit within subgroups, and whether the difference of arms differs between them.
     *
     * @param endpoint the endpoint's id; empty when the estimand's variable is taken as binary
     * @param visit the visit's id; that of the estimand when binary
     * @param subgroups label to the subject variable that defines it, in order
     * @param pair the compared arms
     */
    record Subgroups(String endpoint, String visit, Map<String, Subgroup> subgroups, MethodSpec.Pair pair)
            implements SynthesisSpec {
        /** {@return whether proportions are compared} */
        public boolean isBinary() {
            return endpoint.isEmpty();
        }
    }

    /**
     * One way to part the subjects.
     *
     * @param levels label to condition on the subject dataset; every subject should be in one
     */
    record Subgroup(Map<String, Condition> levels) {}

    /**
     * Several hypotheses tested so that their errors together keep the level.
     *
     * @param alpha the familywise level, or the false discovery rate
     * @param procedure how
     * @param hypotheses by name, in the order of a fixed sequence
     */
    record Multiplicity(BigDecimal alpha, TestProcedure procedure, Map<String, Hypothesis> hypotheses)
            implements SynthesisSpec {
        @Override
        public List<String> uses() {
            return hypotheses.values().stream()
                    .map(hypothesis -> hypothesis.address().analysis())
                    .toList();
        }
    }

    /**
     * A hypothesis of a family.
     *
     * @param address where its p-value stands
     * @param weight its share of alpha at the start; for a graph
     * @param passes hypothesis to the share of its alpha that goes there once it is rejected; for a graph
     */
    record Hypothesis(ResultAddress address, BigDecimal weight, Map<String, BigDecimal> passes) {}

    /** How a family is tested. */
    enum TestProcedure {
        /** Weighted Bonferroni tests with passing of alpha (Bretz and others 2009). */
        GRAPH,
        /** In the given order, each at alpha, until one is not rejected. */
        FIXED_SEQUENCE,
        HOLM,
        HOCHBERG,
        HOMMEL,
        BONFERRONI,
        /** Controls the false discovery rate, not the familywise error. */
        BENJAMINI_HOCHBERG
    }
}
