package org.sapwood.qualify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.sapwood.stats.Alternative;
import org.sapwood.stats.ConfidenceLevel;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.PValue;
import org.sapwood.stats.distribution.ManyToOneMaximum;
import org.sapwood.stats.multiplicity.AllPairs;
import org.sapwood.stats.multiplicity.CombinationTest;
import org.sapwood.stats.multiplicity.Dunnett;
import org.sapwood.stats.multiplicity.GraphicalProcedure;
import org.sapwood.stats.multiplicity.MultipleTestingProcedure;
import org.sapwood.stats.multiplicity.OneWayLayout;
import org.sapwood.stats.multiplicity.SimultaneousComparison;

/** The reference-case methods of family {@code 10-multiplicity}. */
final class MultiplicityCases {
    static final String FAMILY = "10-multiplicity";

    static final List<CaseMethod> METHODS = List.of(
            method("p_adjust", MultiplicityCases::adjust),
            method("global_test", MultiplicityCases::globalTest),
            method("graphical_procedure", MultiplicityCases::graph),
            method("dunnett", MultiplicityCases::dunnett),
            method("dunnett_step_down", MultiplicityCases::dunnettStepDown),
            method("dunnett_critical_value", MultiplicityCases::dunnettCriticalValue),
            method("tukey_kramer", MultiplicityCases::tukeyKramer),
            method("scheffe", input -> pairs(input, AllPairs::scheffe)));

    private MultiplicityCases() {}

    private static CaseMethod method(String name, CaseMethod.Run run) {
        return new CaseMethod(name, FAMILY, "multiplicity", run);
    }

    private static Map<String, ?> adjust(CaseInput input) {
        double[] p = input.dataNumbers("p");
        String procedure = input.text("procedure");
        double[] adjusted = switch (procedure) {
            case "bonferroni" -> MultipleTestingProcedure.BONFERRONI.adjust(p);
            case "holm" -> MultipleTestingProcedure.HOLM.adjust(p);
            case "hochberg" -> MultipleTestingProcedure.HOCHBERG.adjust(p);
            case "hommel" -> MultipleTestingProcedure.HOMMEL.adjust(p);
            case "bh" -> MultipleTestingProcedure.BENJAMINI_HOCHBERG.adjust(p);
            case "by" -> MultipleTestingProcedure.BENJAMINI_YEKUTIELI.adjust(p);
            case "sidak" -> MultipleTestingProcedure.SIDAK.adjust(p);
            case "step-down sidak" -> MultipleTestingProcedure.HOLM_SIDAK.adjust(p);
            case "fixed_sequence" -> MultipleTestingProcedure.fixedSequence(p, sequence(input, p.length));
            default ->
                throw CaseInput.unknown(
                        "procedure",
                        procedure,
                        List.of(
                                "bonferroni",
                                "holm",
                                "hochberg",
                                "hommel",
                                "bh",
                                "by",
                                "sidak",
                                "step-down sidak",
                                "fixed_sequence"));
        };
        return Map.of("adjusted_p", adjusted);
    }

    private static int[] sequence(CaseInput input, int hypotheses) {
        int[] sequence = new int[hypotheses];
        double[] order = input.numbers("order");
        Arrays.setAll(sequence, i -> order.length == 0 ? i : (int) order[i] - 1);
        return sequence;
    }

    private static Map<String, ?> globalTest(CaseInput input) {
        double[] p = input.dataNumbers("p");
        String type = input.text("type");
        if (p.length == 0) {
            input.option("weights");
            return CaseValues.nothing(
                    Estimable.not(Estimable.Reason.EMPTY_GROUP, "no p-value to combine"),
                    "p_value",
                    "statistic",
                    "df",
                    "z");
        }
        Map<String, Object> results = new LinkedHashMap<>();
        switch (type) {
            case "simes" -> results.put("p_value", CombinationTest.simes(p).value());
            case "fisher_combination" -> {
                CombinationTest.Combined combined = CombinationTest.fisher(p);
                results.put("statistic", combined.statistic());
                results.put("df", combined.degreesOfFreedom());
                results.put("p_value", combined.pValue().value());
            }
            case "inverse_normal" -> {
                Estimable<CombinationTest.Combined> combined =
                        CombinationTest.inverseNormal(p, weights(input, p.length));
                results.put("z", SurvivalCases.orReason(combined.map(CombinationTest.Combined::statistic)));
                results.put(
                        "p_value",
                        SurvivalCases.orReason(combined.map(c -> c.pValue().value())));
            }
            default -> throw CaseInput.unknown("type", type, List.of("simes", "fisher_combination", "inverse_normal"));
        }
        return results;
    }

    private static double[] weights(CaseInput input, int m) {
        if (input.option("weights") instanceof List<?>) {
            return input.numbers("weights");
        }
        String weights = input.text("weights", "equal");
        if (!weights.equals("equal")) {
            throw CaseInput.unknown("weights", weights, List.of("equal", "a list of numbers"));
        }
        double[] equal = new double[m];
        Arrays.fill(equal, 1);
        return equal;
    }

    private static Map<String, ?> graph(CaseInput input) {
        double[] p = input.dataNumbers("p");
        GraphicalProcedure graph = GraphicalProcedure.of(input.dataNumbers("weights"), input.dataMatrix("transitions"));
        return Map.of("adjusted_p", graph.adjust(p), "rejected", graph.rejected(input.number("alpha", 0.05), p));
    }

    /** Groups in sorted order; numbers sort as numbers. */
    private record Groups(List<String> names, Estimable<OneWayLayout> layout) {
        static Groups of(CaseInput input) {
            double[] values = input.dataNumbers("value");
            List<String> labels = input.dataTexts("group");
            CaseInput.requireOneLength("value and group", values.length, labels.size());
            TreeMap<String, List<Double>> byLabel = new TreeMap<>(Groups::compare);
            for (int i = 0; i < values.length; i++) {
                if (!Double.isNaN(values[i])) {
                    byLabel.computeIfAbsent(labels.get(i), key -> new ArrayList<>())
                            .add(values[i]);
                }
            }
            List<double[]> groups = byLabel.values().stream()
                    .map(list -> list.stream().mapToDouble(Double::doubleValue).toArray())
                    .toList();
            return new Groups(List.copyOf(byLabel.keySet()), OneWayLayout.observed(groups));
        }

        private static int compare(String a, String b) {
            try {
                return Double.compare(Double.parseDouble(a), Double.parseDouble(b));
            } catch (NumberFormatException e) {
                return a.compareTo(b);
            }
        }

        Estimable<Dunnett> dunnett(CaseInput input) {
            String control = input.text("control", names.isEmpty() ? "" : names.get(0));
            return layout.flatMap(found -> Dunnett.of(found, control(control)));
        }

        private int control(String control) {
            for (int i = 0; i < names.size(); i++) {
                if (compare(names.get(i), control) == 0) {
                    return i;
                }
            }
            throw CaseInput.unknown("control", control, names);
        }
    }

    private static Map<String, ?> dunnett(CaseInput input) {
        Groups groups = Groups.of(input);
        ConfidenceLevel level = input.level();
        Estimable<Dunnett> dunnett = groups.dunnett(input);
        Map<String, Object> results = CaseValues.nothing(
                dunnett,
                "difference",
                "se",
                "t",
                "adjusted_p_two_sided",
                "adjusted_p_greater",
                "critical_value",
                "lower",
                "upper");
        results.put("df", CaseValues.number(groups.layout().map(OneWayLayout::degreesOfFreedom)));
        if (dunnett instanceof Estimable.Of<Dunnett> of) {
            List<SimultaneousComparison> comparisons = of.value().comparisons(level);
            results.put("difference", numbers(comparisons, SimultaneousComparison::difference));
            results.put("se", numbers(comparisons, SimultaneousComparison::standardError));
            results.put("t", numbers(comparisons, SimultaneousComparison::statistic));
            results.put(
                    "adjusted_p_two_sided",
                    numbers(comparisons, c -> c.adjustedP().value()));
            results.put(
                    "adjusted_p_greater",
                    numbers(
                            comparisons,
                            c -> of.value()
                                    .adjustedP(c.first(), Alternative.GREATER)
                                    .value()));
            results.put("critical_value", of.value().criticalValue(level));
            results.put("lower", numbers(comparisons, c -> c.interval().lower()));
            results.put("upper", numbers(comparisons, c -> c.interval().upper()));
        }
        return results;
    }

    private static double[] numbers(
            List<SimultaneousComparison> comparisons, ToDoubleFunction<SimultaneousComparison> number) {
        return comparisons.stream().mapToDouble(number).toArray();
    }

    private static Map<String, ?> dunnettStepDown(CaseInput input) {
        Groups groups = Groups.of(input);
        Estimable<Dunnett> dunnett = groups.dunnett(input);
        if (dunnett instanceof Estimable.Of<Dunnett> of) {
            List<Double> t = of.value().treated().stream()
                    .map(i -> of.value().statistic(i))
                    .toList();
            return Map.of(
                    "t",
                    t,
                    "adjusted_p_two_sided",
                    of.value().stepDown(Alternative.TWO_SIDED).stream()
                            .map(PValue::value)
                            .toList());
        }
        return CaseValues.nothing(dunnett, "t", "adjusted_p_two_sided");
    }

    private static Map<String, ?> dunnettCriticalValue(CaseInput input) {
        Alternative alternative = switch (input.text("sides", "2")) {
            case "1", "1.0" -> Alternative.GREATER;
            case "2", "2.0" -> Alternative.TWO_SIDED;
            default -> throw CaseInput.unknown("sides", input.option("sides"), List.of(1, 2));
        };
        ManyToOneMaximum maximum = ManyToOneMaximum.of(
                Dunnett.lambda(input.dataNumber("n_control"), input.dataNumbers("n_treated")), input.number("df"));
        return Map.of(
                "critical_value",
                maximum.inverseSurvivalProbability(input.level().alpha(), alternative));
    }

    /** A procedure for all pairs. */
    @FunctionalInterface
    private interface PairProcedure {
        Estimable<List<SimultaneousComparison>> compare(OneWayLayout layout, ConfidenceLevel level);
    }

    private static Map<String, ?> tukeyKramer(CaseInput input) {
        // The layout's source breaks off its search for the critical value early; see the theory page.
        return pairs(input, (layout, level) -> AllPairs.tukeyKramer(layout, level, AllPairs.RangeQuantile.SECANT));
    }

    private static Map<String, ?> pairs(CaseInput input, PairProcedure procedure) {
        Groups groups = Groups.of(input);
        ConfidenceLevel level = input.level();
        Estimable<List<SimultaneousComparison>> compared =
                groups.layout().flatMap(layout -> procedure.compare(layout, level));
        if (compared instanceof Estimable.Of<List<SimultaneousComparison>> of) {
            Map<String, Object> pairs = new LinkedHashMap<>();
            for (SimultaneousComparison c : of.value()) {
                pairs.put(
                        groups.names().get(c.first()) + "-" + groups.names().get(c.second()),
                        Map.of(
                                "difference",
                                c.difference(),
                                "lower",
                                c.interval().lower(),
                                "upper",
                                c.interval().upper(),
                                "adjusted_p",
                                c.adjustedP().value()));
            }
            return Map.of("pairs", pairs);
        }
        return CaseValues.nothing(compared, "pairs");
    }
}
