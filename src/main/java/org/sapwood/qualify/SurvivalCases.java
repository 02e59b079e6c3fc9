package org.sapwood.qualify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sapwood.stats.Alternative;
import org.sapwood.stats.ConfidenceLevel;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.Interval;
import org.sapwood.stats.PValue;
import org.sapwood.stats.inference.ChiSquareTest;
import org.sapwood.stats.survival.KaplanMeier;
import org.sapwood.stats.survival.LogRankTest;
import org.sapwood.stats.survival.LogRankWeight;
import org.sapwood.stats.survival.NelsonAalen;
import org.sapwood.stats.survival.RestrictedMean;
import org.sapwood.stats.survival.SurvivalSample;
import org.sapwood.stats.survival.SurvivalScale;

/** The reference-case methods of family {@code 08-survival} that need no regression model. */
final class SurvivalCases {
    static final String FAMILY = "08-survival";

    private static final Pattern FLEMING_HARRINGTON =
            Pattern.compile("Fleming-Harrington\\(([0-9.]+), ?([0-9.]+)\\).*");

    static final List<CaseMethod> METHODS = Stream.concat(
                    Stream.of(
                            new CaseMethod("kaplan_meier", FAMILY, "survival", SurvivalCases::kaplanMeier),
                            new CaseMethod("kaplan_meier_quantiles", FAMILY, "survival", SurvivalCases::quantiles),
                            new CaseMethod("logrank", FAMILY, "survival", SurvivalCases::logRank),
                            new CaseMethod("rmst", FAMILY, "survival", SurvivalCases::restrictedMean),
                            new CaseMethod("nelson_aalen", FAMILY, "survival", SurvivalCases::nelsonAalen)),
                    SurvivalCoxCases.METHODS.stream())
            .toList();

    private SurvivalCases() {}

    /** Times and event flags of the rows that have both. */
    private static final class Times {
        private final CaseTable table;
        private final double[] time;
        private final boolean[] event;

        private Times(CaseTable table, double[] time, boolean[] event) {
            this.table = table;
            this.time = time;
            this.event = event;
        }

        CaseTable table() {
            return table;
        }

        double[] time() {
            return time;
        }

        boolean[] event() {
            return event;
        }

        static Times of(CaseInput input, List<String> needed) {
            String time = input.text("time", "TIME");
            String event = input.text("event", "EVENT").split(" ", 2)[0];
            CaseTable table = complete(filtered(input), time, event, needed);
            double[] flags = table.numbers(event);
            boolean[] events = new boolean[flags.length];
            for (int i = 0; i < flags.length; i++) {
                events[i] = flags[i] == 1;
            }
            return new Times(table, table.numbers(time), events);
        }

        SurvivalSample of(String column, String value) {
            List<@Nullable String> cells = table.column(column);
            int[] rows = IntStream.range(0, time.length)
                    .filter(i -> value.equals(cells.get(i)))
                    .toArray();
            double[] t = new double[rows.length];
            boolean[] e = new boolean[rows.length];
            for (int i = 0; i < rows.length; i++) {
                t[i] = time[rows[i]];
                e[i] = event[rows[i]];
            }
            return SurvivalSample.of(t, e);
        }
    }

    private static CaseTable complete(CaseTable table, String time, String event, List<String> needed) {
        List<String> columns = new ArrayList<>(needed);
        columns.add(time);
        columns.add(event);
        return rows(
                table,
                i -> columns.stream().allMatch(name -> {
                    String cell = table.column(name).get(i);
                    return cell != null && !cell.equals("NA");
                }));
    }

    private static CaseTable filtered(CaseInput input) {
        CaseTable table = input.table();
        if (!(input.option("filter") instanceof Map<?, ?> filter)) {
            return table;
        }
        return rows(
                table,
                i -> filter.entrySet().stream().allMatch(wanted -> {
                    String cell = table.column(String.valueOf(wanted.getKey())).get(i);
                    List<?> values = wanted.getValue() instanceof List<?> list ? list : List.of(wanted.getValue());
                    return cell != null
                            && values.stream()
                                    .anyMatch(value -> String.valueOf(value).equals(cell));
                }));
    }

    private static CaseTable rows(CaseTable table, Function<Integer, Boolean> keep) {
        Map<String, List<@Nullable String>> kept = new LinkedHashMap<>();
        List<Integer> rows = new ArrayList<>();
        for (int i = 0; i < table.rows(); i++) {
            if (keep.apply(i)) {
                rows.add(i);
            }
        }
        table.columns().forEach((name, cells) -> {
            List<@Nullable String> some = new ArrayList<>(rows.size());
            rows.forEach(i -> some.add(cells.get(i)));
            kept.put(name, some);
        });
        return new CaseTable(kept);
    }

    private static List<String> groups(CaseTable table, String column) {
        TreeSet<String> values = new TreeSet<>();
        for (String cell : table.column(column)) {
            if (cell != null) {
                values.add(cell);
            }
        }
        return List.copyOf(values);
    }

    private static SurvivalScale scale(CaseInput input) {
        String ci = input.text("ci", "log-log");
        return switch (ci) {
            case "plain" -> SurvivalScale.IDENTITY;
            case "log" -> SurvivalScale.LOG;
            case "log-log" -> SurvivalScale.LOG_LOG;
            case "arcsin" -> SurvivalScale.ARCSINE;
            case "logit" -> SurvivalScale.LOGIT;
            default -> throw CaseInput.unknown("ci", ci, List.of("plain", "log", "log-log", "arcsin", "logit"));
        };
    }

    private static Map<String, ?> kaplanMeier(CaseInput input) {
        String group = input.text("group", "ARM");
        SurvivalScale scale = scale(input);
        ConfidenceLevel level = input.level();
        double[] times = input.numbers("times");
        String variance = input.text("variance", "greenwood");
        if (!variance.equals("greenwood")) {
            throw CaseInput.unknown("variance", variance, List.of("greenwood"));
        }
        Times data = Times.of(input, List.of(group));
        Map<String, Object> byGroup = new LinkedHashMap<>();
        for (String value : groups(data.table(), group)) {
            SurvivalSample sample = data.of(group, value);
            KaplanMeier curve = KaplanMeier.of(sample);
            int m = times.length;
            int[] atRisk = new int[m];
            double[] survival = new double[m];
            Object[] error = new Object[m];
            Object[] lower = new Object[m];
            Object[] upper = new Object[m];
            for (int i = 0; i < m; i++) {
                KaplanMeier.Step step = curve.at(times[i]).orElseThrow();
                atRisk[i] = sample.atRisk(times[i]);
                survival[i] = step.survival();
                error[i] = orReason(step.standardError());
                if (times[i] < sample.firstTime()) {
                    // The layout's source starts its curve with limits of 1 before anything is observed.
                    lower[i] = 1.0;
                    upper[i] = 1.0;
                } else {
                    Estimable<Interval> interval = step.interval(scale, level);
                    lower[i] = orReason(interval.map(Interval::lower));
                    upper[i] = orReason(interval.map(Interval::upper));
                }
            }
            byGroup.put(
                    value,
                    Map.of(
                            "n_risk",
                            atRisk,
                            "survival",
                            survival,
                            "std_error",
                            List.of(error),
                            "lower",
                            List.of(lower),
                            "upper",
                            List.of(upper)));
        }
        return Map.of("groups", byGroup);
    }

    private static Map<String, ?> quantiles(CaseInput input) {
        String group = input.text("group", "ARM");
        SurvivalScale scale = scale(input);
        ConfidenceLevel level = input.level();
        double[] probabilities = input.hasOption("probs") ? input.numbers("probs") : new double[] {0.25, 0.5, 0.75};
        Times data = Times.of(input, List.of(group));
        Map<String, Object> byGroup = new LinkedHashMap<>();
        for (String value : groups(data.table(), group)) {
            KaplanMeier curve = KaplanMeier.of(data.of(group, value));
            List<Object> estimate = new ArrayList<>();
            List<Object> lower = new ArrayList<>();
            List<Object> upper = new ArrayList<>();
            for (double p : probabilities) {
                KaplanMeier.Quantile quantile = curve.quantile(p, scale, level);
                estimate.add(orReason(quantile.estimate()));
                lower.add(orReason(quantile.lower()));
                upper.add(orReason(quantile.upper()));
            }
            byGroup.put(value, Map.of("quantile", estimate, "lower", lower, "upper", upper));
        }
        return Map.of("groups", byGroup);
    }

    private static LogRankWeight weight(CaseInput input) {
        String weight = input.text("weight", "1");
        Matcher flemingHarrington = FLEMING_HARRINGTON.matcher(weight);
        if (flemingHarrington.matches()) {
            return new LogRankWeight.FlemingHarrington(
                    Double.parseDouble(flemingHarrington.group(1)), Double.parseDouble(flemingHarrington.group(2)));
        }
        return switch (weight.split(":", 2)[0]) {
            case "1" -> new LogRankWeight.LogRank();
            case "number at risk (Wilcoxon)" -> new LogRankWeight.Gehan();
            case "sqrt(number at risk)" -> new LogRankWeight.TaroneWare();
            case "Peto-Prentice" -> new LogRankWeight.PetoPrentice();
            case "Andersen" -> new LogRankWeight.ModifiedPeto();
            default ->
                throw CaseInput.unknown(
                        "weight",
                        weight,
                        List.of(
                                "1",
                                "number at risk (Wilcoxon)",
                                "sqrt(number at risk)",
                                "Peto-Prentice",
                                "Andersen",
                                "Fleming-Harrington(rho,gamma)"));
        };
    }

    private static Map<String, ?> logRank(CaseInput input) {
        String group = input.text("group", "ARM");
        String strata = input.hasOption("strata") ? input.text("strata") : null;
        LogRankWeight weight = weight(input);
        List<String> levels = input.texts("levels");
        Times data = Times.of(input, strata == null ? List.of(group) : List.of(group, strata));
        CaseTable table = rows(
                data.table(),
                i -> levels.isEmpty()
                        || levels.contains(
                                String.valueOf(data.table().column(group).get(i))));
        if (table.rows() != data.table().rows()) {
            throw new CaseInput.Unsupported("levels: some rows have a group that is not listed in " + levels);
        }
        List<String> names = levels.isEmpty() ? groups(table, group) : levels;
        int[] groupOf = new int[table.rows()];
        int[] stratumOf = new int[table.rows()];
        List<String> strataNames = strata == null ? List.of() : groups(table, strata);
        for (int i = 0; i < groupOf.length; i++) {
            groupOf[i] = names.indexOf(String.valueOf(table.column(group).get(i)));
            stratumOf[i] = strata == null
                    ? 0
                    : strataNames.indexOf(String.valueOf(table.column(strata).get(i)));
        }
        if (names.size() < 2) {
            return CaseValues.nothing(
                    Estimable.not(Estimable.Reason.EMPTY_GROUP, "needs two groups, found " + names),
                    "statistic",
                    "df",
                    "p_value",
                    "observed",
                    "expected",
                    "weighted_score",
                    "score_variance",
                    "z",
                    "p_value_one_sided_lower");
        }
        LogRankTest test = LogRankTest.stratified(data.time(), data.event(), groupOf, names.size(), stratumOf, weight);
        Map<String, Object> results = new LinkedHashMap<>();
        Estimable<ChiSquareTest> overall = test.chiSquare();
        results.put("statistic", orReason(overall.map(ChiSquareTest::statistic)));
        results.put("df", names.size() - 1);
        results.put("p_value", orReason(overall.map(c -> c.pValue().value())));
        results.put("observed", test.observed());
        results.put("expected", test.expected());
        results.put("weighted_score", test.score());
        results.put("score_variance", test.variance());
        if (names.size() == 2) {
            results.put("z", orReason(test.z()));
            results.put(
                    "p_value_one_sided_lower",
                    orReason(test.pValue(Alternative.LESS).map(PValue::value)));
        }
        return results;
    }

    private static Map<String, ?> restrictedMean(CaseInput input) {
        String group = input.text("group", "ARM");
        String reference = input.text("reference");
        double tau = input.number("tau");
        ConfidenceLevel level = input.level();
        Times data = Times.of(input, List.of(group));
        List<String> names = new ArrayList<>(groups(data.table(), group));
        names.remove(reference);
        if (names.size() > 1) {
            throw new CaseInput.Unsupported("rmst compares two groups, found " + groups(data.table(), group));
        }
        Estimable<RestrictedMean> treated = names.isEmpty()
                ? Estimable.not(Estimable.Reason.EMPTY_GROUP, "no subject outside the reference group")
                : RestrictedMean.of(data.of(group, names.get(0)), tau);
        Estimable<RestrictedMean> control = RestrictedMean.of(data.of(group, reference), tau);
        Map<String, Object> results = new LinkedHashMap<>();
        results.put("treated", mean(treated, level));
        results.put("reference", mean(control, level));
        Map<String, Object> difference = contrast(treated.flatMap(a -> control.flatMap(b -> a.minus(b, level))));
        difference.put(
                "se",
                orReason(treated.flatMap(
                        a -> control.map(b -> StrictMath.hypot(a.standardError(), b.standardError())))));
        results.put("difference", difference);
        results.put("ratio", contrast(treated.flatMap(a -> control.flatMap(b -> a.over(b, level)))));
        results.put("time_lost_ratio", contrast(treated.flatMap(a -> control.flatMap(b -> a.timeLostOver(b, level)))));
        return results;
    }

    private static Map<String, Object> mean(Estimable<RestrictedMean> mean, ConfidenceLevel level) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("estimate", orReason(mean.map(RestrictedMean::estimate)));
        values.put("se", orReason(mean.map(RestrictedMean::standardError)));
        values.put("lower", orReason(mean.map(m -> m.interval(level).lower())));
        values.put("upper", orReason(mean.map(m -> m.interval(level).upper())));
        return values;
    }

    private static Map<String, Object> contrast(Estimable<RestrictedMean.Contrast> contrast) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("estimate", orReason(contrast.map(RestrictedMean.Contrast::estimate)));
        values.put("lower", orReason(contrast.map(c -> c.interval().lower())));
        values.put("upper", orReason(contrast.map(c -> c.interval().upper())));
        values.put("p_value", orReason(contrast.map(c -> c.pValue().value())));
        return values;
    }

    private static Map<String, ?> nelsonAalen(CaseInput input) {
        String group = input.text("group", "ARM");
        double[] times = input.numbers("times");
        String variance = input.text("variance", "sum d/n^2");
        if (!variance.equals("sum d/n^2")) {
            throw CaseInput.unknown("variance", variance, List.of("sum d/n^2"));
        }
        Times data = Times.of(input, List.of(group));
        Map<String, Object> byGroup = new LinkedHashMap<>();
        for (String value : groups(data.table(), group)) {
            NelsonAalen curve = NelsonAalen.of(data.of(group, value));
            double[] hazard = new double[times.length];
            double[] error = new double[times.length];
            for (int i = 0; i < times.length; i++) {
                NelsonAalen.Step step = curve.at(times[i]).orElseThrow();
                hazard[i] = step.cumulativeHazard();
                error[i] = step.standardError();
            }
            byGroup.put(value, Map.of("cumulative_hazard", hazard, "std_error", error));
        }
        return Map.of("groups", byGroup);
    }

    static Object orReason(Estimable<Double> value) {
        return CaseValues.number(value);
    }
}
