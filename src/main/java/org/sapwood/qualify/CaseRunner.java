package org.sapwood.qualify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sapwood.stats.Estimable;

/** Runs one reference case and compares every expected number with what this program finds. */
public final class CaseRunner {
    private CaseRunner() {}

    /**
     * Runs a case. Never throws for what a case asks: unknown methods and options, and failures, are verdicts.
     *
     * @param reference the case
     * @return the verdict
     */
    public static Verdict run(ReferenceCase reference) {
        CaseMethod method = CaseMethods.named(reference.method());
        if (method == null) {
            return new Verdict(reference, List.of(), "no method named \"" + reference.method() + "\"");
        }
        CaseInput input = new CaseInput(reference.options(), reference.data(), reference.table());
        Map<String, ?> obtained;
        try {
            obtained = method.run().compute(input);
        } catch (CaseInput.Unsupported e) {
            return new Verdict(reference, List.of(), e.getMessage());
        } catch (IllegalArgumentException e) {
            // The library refuses what is no data at all, such as 5 events of 3 subjects, and says what it expected.
            return new Verdict(reference, List.of(), "data or options refused: " + e.getMessage());
        } catch (RuntimeException e) {
            return new Verdict(reference, List.of(), "failed: " + e.getClass().getSimpleName() + ": " + e.getMessage());
        }
        List<String> unread = input.unreadOptions();
        if (!unread.isEmpty()) {
            return new Verdict(reference, List.of(), "method " + method.name() + " knows no option " + unread);
        }
        List<Verdict.Comparison> comparisons = new ArrayList<>();
        reference
                .expected()
                .forEach((name, value) -> compare(
                        reference, name, value, normal(obtained.get(name)), obtained.containsKey(name), comparisons));
        return new Verdict(reference, comparisons, null);
    }

    private static void compare(
            ReferenceCase reference,
            String path,
            @Nullable Object expected,
            @Nullable Object obtained,
            boolean present,
            List<Verdict.Comparison> out) {
        if (obtained instanceof Estimable.NotEstimable<?> && expected instanceof Map<?, ?> map) {
            map.forEach((key, value) -> compare(reference, path + "." + key, value, obtained, present, out));
        } else if (obtained instanceof Estimable.NotEstimable<?> && expected instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                compare(reference, path + "[" + i + "]", list.get(i), obtained, present, out);
            }
        } else if (expected instanceof Map<?, ?> map) {
            if (!(obtained instanceof Map<?, ?> other)) {
                out.add(mismatch(path, "an object", obtained, present));
                return;
            }
            map.forEach((key, value) ->
                    compare(reference, path + "." + key, value, normal(other.get(key)), other.containsKey(key), out));
        } else if (expected instanceof List<?> list) {
            List<?> other = obtained instanceof List<?> items
                    ? items
                    : present && list.size() == 1 ? Arrays.asList(obtained) : List.of();
            if (other.size() == 1 && list.size() != 1 && other.get(0) instanceof List<?> inner) {
                other = inner;
            }
            if (other.size() != list.size()) {
                out.add(mismatch(path, list.size() + " values", obtained, present));
                return;
            }
            for (int i = 0; i < list.size(); i++) {
                compare(reference, path + "[" + i + "]", list.get(i), normal(other.get(i)), true, out);
            }
        } else {
            Object single = obtained;
            while (single instanceof List<?> items && items.size() == 1) {
                single = normal(items.get(0));
            }
            out.add(compareScalar(reference, path, expected, single, present));
        }
    }

    private static Verdict.Comparison mismatch(
            String path, String expected, @Nullable Object obtained, boolean present) {
        return new Verdict.Comparison(
                path, expected, present ? text(obtained) : "nothing", Double.POSITIVE_INFINITY, 0, false);
    }

    private static Verdict.Comparison compareScalar(
            ReferenceCase reference,
            String path,
            @Nullable Object expected,
            @Nullable Object obtained,
            boolean present) {
        if (!present) {
            return mismatch(path, String.valueOf(expected), null, false);
        }
        Double e = numeric(expected);
        Double x = numeric(obtained);
        if (e == null || x == null) {
            boolean equal = String.valueOf(expected).equals(String.valueOf(obtained));
            return new Verdict.Comparison(
                    path, String.valueOf(expected), text(obtained), equal ? 0 : Double.POSITIVE_INFINITY, 0, equal);
        }
        double tolerance = reference.tolerance();
        for (Map.Entry<String, Double> entry : reference.toleranceBy().entrySet()) {
            if (path.contains(entry.getKey())) {
                tolerance = entry.getValue();
            }
        }
        boolean passed;
        double relative;
        if (e.isNaN() || x.isNaN()) {
            passed = e.isNaN() && x.isNaN();
            relative = passed ? 0 : Double.POSITIVE_INFINITY;
        } else if (e.equals(x) || e.doubleValue() == x.doubleValue()) {
            passed = true;
            relative = 0;
        } else if (e.isInfinite() || x.isInfinite()) {
            passed = false;
            relative = Double.POSITIVE_INFINITY;
        } else {
            double difference = Math.abs(x - e);
            passed = difference <= tolerance * Math.abs(e) + reference.absoluteTolerance();
            relative = difference <= reference.absoluteTolerance() ? 0 : difference / Math.max(Math.abs(e), 1e-300);
        }
        return new Verdict.Comparison(path, String.valueOf(expected), text(obtained), relative, tolerance, passed);
    }

    private static @Nullable Double numeric(@Nullable Object value) {
        if (value == null || value instanceof Estimable.NotEstimable<?>) {
            return Double.NaN;
        }
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        if (value instanceof Boolean flag) {
            return flag ? 1.0 : 0.0;
        }
        return switch (value.toString()) {
            case "Infinity" -> Double.POSITIVE_INFINITY;
            case "-Infinity" -> Double.NEGATIVE_INFINITY;
            case "NaN" -> Double.NaN;
            default -> null;
        };
    }

    private static String text(@Nullable Object value) {
        return value instanceof Estimable.NotEstimable<?> none
                ? "not estimable, " + none.reason() + ": " + none.detail()
                : String.valueOf(value);
    }

    /** Arrays become lists, so that both sides have one shape. */
    private static @Nullable Object normal(@Nullable Object value) {
        if (value instanceof double[] numbers) {
            List<Double> list = new ArrayList<>(numbers.length);
            for (double number : numbers) {
                list.add(number);
            }
            return list;
        }
        if (value instanceof int[] numbers) {
            List<Integer> list = new ArrayList<>(numbers.length);
            for (int number : numbers) {
                list.add(number);
            }
            return list;
        }
        if (value instanceof boolean[] flags) {
            List<Boolean> list = new ArrayList<>(flags.length);
            for (boolean flag : flags) {
                list.add(flag);
            }
            return list;
        }
        if (value instanceof double[][] rows) {
            List<Object> list = new ArrayList<>(rows.length);
            for (double[] row : rows) {
                list.add(normal(row));
            }
            return list;
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> copy = new LinkedHashMap<>();
            map.forEach((key, item) -> copy.put(String.valueOf(key), normal(item)));
            return copy;
        }
        return value;
    }
}
