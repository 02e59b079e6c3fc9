package org.sapwood.analysis;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.sapwood.data.DataComplaint;
import org.sapwood.data.DataRejected;
import org.sapwood.result.Group;
import org.sapwood.result.Provenance;
import org.sapwood.result.ResultKey;
import org.sapwood.result.ResultRow;
import org.sapwood.result.Value;
import org.sapwood.sap.AnalysisSpec;
import org.sapwood.sap.MethodSpec;
import org.sapwood.sap.SynthesisSpec;
import org.sapwood.sap.SynthesisSpec.Hypothesis;
import org.sapwood.stats.PValue;
import org.sapwood.stats.multiplicity.GraphicalProcedure;
import org.sapwood.stats.multiplicity.MultipleTestingProcedure;

/**
 * A family of hypotheses: each p-value again, adjusted for the family, and the decision. A p-value that does not exist counts
 * as 1: its hypothesis is not rejected.
 */
final class MultiplicityMethod implements AnalysisMethod<SynthesisSpec.Multiplicity> {
    /** Rounding allowed when an adjusted p-value meets the level exactly. */
    private static final double ROUNDING = 1e-12;

    @Override
    public void run(AnalysisSpec spec, SynthesisSpec.Multiplicity options, Study study, Rows rows) {
        EarlierResults earlier = rows.earlier(study.sap());
        List<String> names = List.copyOf(options.hypotheses().keySet());
        List<Hypothesis> hypotheses = List.copyOf(options.hypotheses().values());
        List<ResultRow> sources = new ArrayList<>();
        double[] p = new double[names.size()];
        for (int i = 0; i < p.length; i++) {
            ResultKey key = earlier.comparison(hypotheses.get(i).address(), "p_value");
            @Nullable ResultRow row = earlier.row(key, "p_value");
            if (row == null) {
                throw new DataRejected(
                        DataComplaint.of(hypotheses.get(i).address().place(), "there is no p-value at " + key, ""));
            }
            sources.add(row);
            p[i] = row.value() instanceof Value.Probability probability ? probability.p() : 1;
        }
        double[] adjusted = adjust(options, hypotheses, names, p);
        double alpha = options.alpha().doubleValue();
        for (int i = 0; i < p.length; i++) {
            ResultRow source = sources.get(i);
            boolean rejected = adjusted[i] <= alpha * (1 + ROUNDING);
            Provenance from = source.provenance();
            Rows.At at = rows.at(
                    ResultKey.of(spec.id(), new Group.AllArms()).withLevel(names.get(i)),
                    new Provenance(
                            spec.place(),
                            from.dataset(),
                            from.selection(),
                            from.subjects(),
                            from.records(),
                            MethodSpec.written(options.procedure()) + " procedure on " + source.key()));
            at.count("order", i + 1)
                    .exact("weight", hypotheses.get(i).weight(), "")
                    .put("p_value", source.value())
                    .p("adjusted_p", PValue.of(adjusted[i]))
                    .exact("alpha", options.alpha(), "")
                    .word("decision", rejected ? "Rejected" : "Not rejected");
        }
    }

    private static double[] adjust(
            SynthesisSpec.Multiplicity options, List<Hypothesis> hypotheses, List<String> names, double[] p) {
        return switch (options.procedure()) {
            case GRAPH ->
                GraphicalProcedure.of(weights(hypotheses), transitions(hypotheses, names))
                        .adjust(p);
            case FIXED_SEQUENCE ->
                MultipleTestingProcedure.fixedSequence(
                        p, IntStream.range(0, p.length).toArray());
            case HOLM -> MultipleTestingProcedure.HOLM.adjust(p);
            case HOCHBERG -> MultipleTestingProcedure.HOCHBERG.adjust(p);
            case HOMMEL -> MultipleTestingProcedure.HOMMEL.adjust(p);
            case BONFERRONI -> MultipleTestingProcedure.BONFERRONI.adjust(p);
            case BENJAMINI_HOCHBERG -> MultipleTestingProcedure.BENJAMINI_HOCHBERG.adjust(p);
        };
    }

    private static double[] weights(List<Hypothesis> hypotheses) {
        return hypotheses.stream().mapToDouble(h -> h.weight().doubleValue()).toArray();
    }

    private static double[][] transitions(List<Hypothesis> hypotheses, List<String> names) {
        double[][] transitions = new double[names.size()][names.size()];
        for (int i = 0; i < transitions.length; i++) {
            for (int j = 0; j < transitions.length; j++) {
                transitions[i][j] = hypotheses
                        .get(i)
                        .passes()
                        .getOrDefault(names.get(j), BigDecimal.ZERO)
                        .doubleValue();
            }
        }
        return transitions;
    }
}
