package org.sapwood.cli;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sapwood.endpoint.EndpointRule;
import org.sapwood.endpoint.myositis.MyositisRules;
import org.sapwood.pipeline.ExitCode;
import org.sapwood.pipeline.Refused;
import org.sapwood.yaml.Suggestion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The response criteria of myositis for one patient at the command line. */
abstract class Calculator implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(
            paramLabel = "MEASURE=BASELINE:VISIT",
            arity = "1..*",
            description =
                    "For example physician-global=6:1.9 patient-global=5:0.9 mmt=100:146 haq-di=1.5:0.25 ck=1500:200"
                            + " ck-limit=200 extramuscular-global=4.5:0.4. A limit has one value.")
    private List<String> measures = List.of();

    @Option(names = "--set", paramLabel = "SETTING=VALUE", description = "A setting of the rule (sapwood endpoints).")
    private Map<String, String> settings = new LinkedHashMap<>();

    abstract EndpointRule rule();

    abstract List<String> explain(
            EndpointRule.Measures baseline, EndpointRule.Measures visit, Map<String, String> chosen);

    @Override
    public Integer call() {
        Map<String, BigDecimal> baseline = new LinkedHashMap<>();
        Map<String, BigDecimal> visit = new LinkedHashMap<>();
        List<String> known =
                rule().inputs().stream().map(EndpointRule.Input::name).toList();
        for (String measure : measures) {
            String[] parts = measure.split("=", 2);
            if (parts.length < 2 || !known.contains(parts[0])) {
                throw refused("no measure named \"" + parts[0] + "\". " + Suggestion.remedy(parts[0], known));
            }
            String[] values = parts[1].split(":", -1);
            baseline.put(parts[0], number(measure, values[0]));
            visit.put(parts[0], number(measure, values[values.length - 1]));
        }
        try {
            explain(baseline::get, visit::get, settings).forEach(Main.out(spec)::println);
        } catch (IllegalArgumentException e) {
            throw refused(String.valueOf(e.getMessage()));
        }
        return ExitCode.COMPLETE.code();
    }

    private static BigDecimal number(String measure, String text) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw refused(measure + ": expected MEASURE=BASELINE:VISIT with numbers; found \"" + text + "\"");
        }
    }

    private static Refused refused(String problem) {
        return new Refused(ExitCode.WRONG_COMMAND_LINE, List.of(problem));
    }

    /** {@code sapwood tis}. */
    @Command(
            name = "tis",
            description = "The 2016 ACR/EULAR total improvement score of one patient, line by line.",
            mixinStandardHelpOptions = true)
    static final class Tis extends Calculator {
        @Override
        EndpointRule rule() {
            return MyositisRules.TOTAL_IMPROVEMENT;
        }

        @Override
        List<String> explain(EndpointRule.Measures baseline, EndpointRule.Measures visit, Map<String, String> chosen) {
            return MyositisRules.explainScore(baseline, visit, chosen);
        }
    }

    /** {@code sapwood doi}. */
    @Command(
            name = "doi",
            description = "The IMACS definition of improvement of one patient, line by line.",
            mixinStandardHelpOptions = true)
    static final class Doi extends Calculator {
        @Override
        EndpointRule rule() {
            return MyositisRules.IMPROVEMENT;
        }

        @Override
        List<String> explain(EndpointRule.Measures baseline, EndpointRule.Measures visit, Map<String, String> chosen) {
            return MyositisRules.explainImprovement(baseline, visit, chosen);
        }
    }
}
