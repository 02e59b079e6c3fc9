package org.sapwood.sap;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sapwood.sap.SynthesisSpec.Hypothesis;
import org.sapwood.sap.SynthesisSpec.TestProcedure;
import org.sapwood.yaml.YamlMapping;

/** Reads analyses across estimands, subgroups and hypotheses. */
final class SynthesisReader {
    private final Names names;

    /** The analyses above the one being read, the only ones whose results it may use. */
    private final Set<String> above;

    SynthesisReader(Names names, Set<String> above) {
        this.names = names;
        this.above = above;
    }

    MethodSpec intercurrentEvents(YamlMapping analysis) {
        AnalysisReader.only(analysis, "events", "visits");
        return new SynthesisSpec.IntercurrentEvents(
                names.useAll("intercurrent event", analysis, "events"), names.useAll("visit", analysis, "visits"));
    }

    MethodSpec estimates(YamlMapping analysis) {
        AnalysisReader.only(analysis, "rows");
        Map<String, SynthesisSpec.EstimateRow> rows = new LinkedHashMap<>();
        analysis.mapping("rows")
                .fields()
                .forEach((label, node) -> node.asMapping().ifPresent(row -> {
                    row.rejectUnknown("analysis", "parameter", "visit", "p-value");
                    ResultAddress estimate = address(row);
                    ResultAddress pValue = new ResultAddress(
                            estimate.analysis(), row.text("p-value", ""), estimate.visit(), estimate.place());
                    rows.put(label, new SynthesisSpec.EstimateRow(estimate, row.has("p-value") ? pValue : null));
                }));
        return new SynthesisSpec.Estimates(rows);
    }

    private ResultAddress address(YamlMapping mapping) {
        String analysis = names.use("analysis", mapping, "analysis");
        if (!analysis.isEmpty() && !above.contains(analysis)) {
            mapping.complainAbout(
                    "analysis",
                    "the results of \"" + analysis + "\" are not there yet",
                    "Let it stand above the analysis that uses it.");
        }
        return new ResultAddress(
                analysis,
                mapping.text("parameter", ""),
                names.useOptional("visit", mapping, "visit"),
                mapping.place().toString());
    }

    MethodSpec subgroups(YamlMapping analysis) {
        AnalysisReader.only(analysis, "endpoint", "visit", "subgroups", "pair");
        if (!analysis.has("endpoint") && !analysis.has("estimand")) {
            analysis.complainAbout(
                    "estimand",
                    "a subgroup analysis names a binary estimand, or an endpoint",
                    "Add \"estimand: …\", or \"endpoint\" and \"visit\".");
        }
        if (analysis.has("endpoint") != analysis.has("visit")) {
            analysis.complainAbout("visit", "\"endpoint\" and \"visit\" go together", "Add the other.");
        }
        Map<String, SynthesisSpec.Subgroup> subgroups = new LinkedHashMap<>();
        YamlMapping given = analysis.mapping("subgroups");
        given.keys().forEach(label -> {
            Map<String, Condition> levels = ConditionReader.labelled(given, label);
            if (levels.size() < 2) {
                given.complainAbout(
                        label, "a subgroup needs at least two levels", "Write {label: {VARIABLE: value}, …}.");
            }
            subgroups.put(label, new SynthesisSpec.Subgroup(levels));
        });
        YamlMapping pair = analysis.mapping("pair");
        pair.rejectUnknown("test", "reference");
        return new SynthesisSpec.Subgroups(
                names.useOptional("endpoint", analysis, "endpoint"),
                names.useOptional("visit", analysis, "visit"),
                subgroups,
                new MethodSpec.Pair(names.use("arm", pair, "test"), names.use("arm", pair, "reference")));
    }

    MethodSpec multiplicity(YamlMapping analysis) {
        AnalysisReader.only(analysis, "alpha", "procedure", "hypotheses");
        TestProcedure procedure = analysis.choice("procedure", TestProcedure.class);
        Map<String, Hypothesis> hypotheses = new LinkedHashMap<>();
        YamlMapping section = analysis.mapping("hypotheses");
        List<String> known = List.copyOf(section.keys());
        section.fields()
                .forEach((name, node) -> node.asMapping().ifPresent(item -> {
                    boolean graph = procedure == TestProcedure.GRAPH;
                    if (graph) {
                        item.rejectUnknown("analysis", "parameter", "visit", "weight", "passes");
                    } else {
                        item.rejectUnknown("analysis", "parameter", "visit");
                    }
                    Map<String, BigDecimal> passes = new LinkedHashMap<>();
                    if (graph) {
                        item.optionalMapping("passes")
                                .ifPresent(to -> to.keys().forEach(other -> {
                                    if (!known.contains(other) || other.equals(name)) {
                                        to.complainAbout(
                                                other,
                                                "no other hypothesis named \"" + other + "\"",
                                                "Known: " + known + ".");
                                    }
                                    passes.put(other, share(to, other));
                                }));
                        total(item, "passes", passes.values());
                    }
                    hypotheses.put(
                            name,
                            new Hypothesis(
                                    address(item),
                                    graph && item.has("weight") ? share(item, "weight") : BigDecimal.ZERO,
                                    passes));
                }));
        total(
                section,
                "weight",
                hypotheses.values().stream().map(Hypothesis::weight).toList());
        BigDecimal alpha = analysis.optionalDecimal("alpha").orElse(new BigDecimal("0.05"));
        if (alpha.signum() <= 0 || alpha.compareTo(BigDecimal.ONE) >= 0) {
            analysis.complainAbout("alpha", "expected a level between 0 and 1; found " + alpha, "Write 0.05.");
        }
        return new SynthesisSpec.Multiplicity(alpha, procedure, hypotheses);
    }

    private static BigDecimal share(YamlMapping mapping, String key) {
        BigDecimal share = mapping.decimal(key);
        if (share.signum() < 0 || share.compareTo(BigDecimal.ONE) > 0) {
            mapping.complainAbout(key, "expected a share between 0 and 1; found " + share.toPlainString(), "");
        }
        return share;
    }

    private static void total(YamlMapping mapping, String what, Iterable<BigDecimal> shares) {
        BigDecimal sum = BigDecimal.ZERO;
        for (BigDecimal share : shares) {
            sum = sum.add(share);
        }
        // thirds written with a few decimals may pass 1 by their rounding
        if (sum.compareTo(new BigDecimal("1.000000001")) > 0) {
            mapping.complaints()
                    .add(
                            mapping.place(),
                            "the shares of \"" + what + "\" sum to " + sum.toPlainString() + ", which is above 1",
                            "Alpha can be spent once.");
        }
    }
}
