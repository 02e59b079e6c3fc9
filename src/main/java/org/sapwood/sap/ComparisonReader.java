package org.sapwood.sap;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sapwood.sap.MethodSpec.BinaryComparison;
import org.sapwood.yaml.Suggestion;
import org.sapwood.yaml.YamlMapping;
import org.sapwood.yaml.YamlScalar;

/** Reads analyses that compare proportions or locations at one visit, without a model. */
final class ComparisonReader {
    private static final Set<BinaryComparison> STRATIFIED = Collections.unmodifiableSet(
            EnumSet.of(BinaryComparison.CMH_MIETTINEN_NURMINEN, BinaryComparison.PERMUTATION_WITHIN_STRATA));

    private static final List<String> PROPORTION_INTERVALS =
            List.of("wilson", "clopper-pearson", "agresti-coull", "jeffreys", "wald", "mid-p", "blaker");

    private final Names names;

    ComparisonReader(Names names) {
        this.names = names;
    }

    MethodSpec responders(YamlMapping analysis) {
        AnalysisReader.only(analysis, "strata", "interval", "compare-by", "benchmark");
        List<BinaryComparison> comparisons = choices(analysis, "compare-by", "comparison", BinaryComparison.class);
        List<String> strata = analysis.optionalTexts("strata");
        for (BinaryComparison comparison : comparisons) {
            if (strata.isEmpty() && STRATIFIED.contains(comparison)) {
                analysis.complainAbout(
                        "strata", YamlScalar.written(comparison) + " is stratified", "Add \"strata: [VARIABLE, …]\".");
            }
        }
        if (!analysis.has("estimand")) {
            analysis.complainAbout("estimand", "a responder analysis names its estimand", "Add \"estimand: …\".");
        }
        List<String> intervals = analysis.optionalTexts("interval");
        for (String interval : intervals) {
            if (!PROPORTION_INTERVALS.contains(interval)) {
                analysis.complainAbout(
                        "interval",
                        "no interval of a proportion named \"" + interval + "\"",
                        Suggestion.remedy(interval, PROPORTION_INTERVALS));
            }
        }
        return new MethodSpec.Responders(
                strata,
                intervals.isEmpty() ? List.of("wilson") : intervals,
                comparisons,
                analysis.optionalMapping("benchmark")
                        .flatMap(ComparisonReader::benchmark)
                        .orElse(null));
    }

    private static Optional<MethodSpec.Benchmark> benchmark(YamlMapping given) {
        given.rejectUnknown("proportion", "alternative");
        BigDecimal proportion = given.decimal("proportion");
        MethodSpec.Direction direction = given.choice("alternative", MethodSpec.Direction.TWO_SIDED);
        if (proportion.signum() <= 0 || proportion.compareTo(BigDecimal.ONE) >= 0) {
            given.complainAbout(
                    "proportion",
                    "expected a proportion between 0 and 1; found " + proportion.toPlainString(),
                    "Write 0.20 for 20 %.");
            return Optional.empty();
        }
        return Optional.of(new MethodSpec.Benchmark(proportion, direction));
    }

    MethodSpec pairedResponders(YamlMapping analysis) {
        AnalysisReader.only(analysis, "endpoint", "visits", "interval");
        List<String> visits = names.useAll("visit", analysis, "visits");
        boolean two = visits.size() == 2 && !visits.get(0).equals(visits.get(1));
        if (!two && !visits.isEmpty()) {
            analysis.complainAbout(
                    "visits",
                    "expected two visits, the earlier first; found " + visits,
                    "Write [BASELINE, WEEK 12], say.");
        }
        String interval = analysis.text("interval", "tango");
        List<String> known = List.of("tango", "newcombe", "agresti-min", "wald");
        if (!known.contains(interval)) {
            analysis.complainAbout(
                    "interval",
                    "no interval of a paired difference named \"" + interval + "\"",
                    Suggestion.remedy(interval, known));
        }
        return new MethodSpec.PairedResponders(
                names.use("endpoint", analysis, "endpoint"),
                two ? visits.get(0) : "",
                two ? visits.get(1) : "",
                interval);
    }

    MethodSpec compareAtVisit(YamlMapping analysis) {
        AnalysisReader.only(analysis, "endpoint", "visit", "test", "pairs");
        List<MethodSpec.LocationTest> tests = choices(analysis, "test", "test", MethodSpec.LocationTest.class);
        if (tests.isEmpty() && !analysis.has("test")) {
            analysis.complainAbout("test", "field \"test\" is missing", "Add \"test: [mann-whitney]\" or another.");
        }
        List<MethodSpec.Pair> pairs = pairs(analysis, names);
        if (pairs.isEmpty()) {
            analysis.complainAbout(
                    "pairs",
                    "nothing is compared",
                    "Add \"pairs: [{test: …, reference: …}]\"; for one arm, describe or within-arm.");
        }
        return new MethodSpec.CompareAtVisit(
                names.use("endpoint", analysis, "endpoint"), names.use("visit", analysis, "visit"), tests, pairs);
    }

    /** {@return the compared arms of an analysis, test before reference} */
    static List<MethodSpec.Pair> pairs(YamlMapping analysis, Names names) {
        List<MethodSpec.Pair> pairs = new ArrayList<>();
        for (YamlMapping pair : analysis.optionalMappings("pairs")) {
            pair.rejectUnknown("test", "reference");
            pairs.add(new MethodSpec.Pair(names.use("arm", pair, "test"), names.use("arm", pair, "reference")));
        }
        return pairs;
    }

    /** Several constants of an enum, in the order written. */
    private static <E extends Enum<E>> List<E> choices(YamlMapping analysis, String key, String kind, Class<E> type) {
        List<E> chosen = new ArrayList<>();
        for (String name : analysis.optionalTexts(key)) {
            @Nullable E found = null;
            List<String> known = new ArrayList<>();
            for (E candidate : type.getEnumConstants()) {
                String written = YamlScalar.written(candidate);
                known.add(written);
                if (written.equals(name)) {
                    found = candidate;
                }
            }
            if (found == null) {
                analysis.complainAbout(key, "no " + kind + " named \"" + name + "\"", Suggestion.remedy(name, known));
            } else {
                chosen.add(found);
            }
        }
        return chosen;
    }
}
