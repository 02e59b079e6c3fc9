package org.sapwood.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sapwood.endpoint.EndpointRule;
import org.sapwood.endpoint.EndpointRules;
import org.sapwood.pipeline.ExitCode;
import org.sapwood.pipeline.Generation;
import org.sapwood.pipeline.Qualification;
import org.sapwood.pipeline.Refused;
import org.sapwood.qualify.CaseMethod;
import org.sapwood.qualify.CaseMethods;
import org.sapwood.qualify.MethodPages;
import org.sapwood.yaml.Suggestion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The commands that need no plan: proof of the statistics, and the catalogues. */
final class Commands {
    private Commands() {}

    /** {@code sapwood qualify}. */
    @Command(
            name = "qualify",
            description = "Runs reference cases computed by other programs; exit 18 when one fails.",
            mixinStandardHelpOptions = true)
    static final class Qualify implements Callable<Integer> {
        @Spec
        private @Nullable CommandSpec spec;

        @Option(names = "--cases", paramLabel = "PLACE", description = "A file or folder of your own cases.")
        private @Nullable Path cases;

        @Option(names = "--report", paramLabel = "DIR", description = "Files the certificate there, as PDF and JSON.")
        private @Nullable Path report;

        @Override
        public Integer call() {
            Qualification qualification = Qualification.run(Optional.ofNullable(cases));
            qualification.lines().forEach(Main.out(spec)::println);
            if (report != null) {
                qualification.publish(report);
                Main.out(spec).println(report + ": certificate.pdf, certificate.json");
            }
            return (qualification.passed() ? ExitCode.COMPLETE : ExitCode.DIFFERENCE_FOUND).code();
        }
    }

    /** {@code sapwood methods}. */
    @Command(
            name = "methods",
            description =
                    "Lists the statistical methods, or prints one: what it estimates, formula, options, reference,"
                            + " SAS and R equivalent.",
            mixinStandardHelpOptions = true)
    static final class Methods implements Callable<Integer> {
        @Spec
        private @Nullable CommandSpec spec;

        @Parameters(arity = "0..1", paramLabel = "NAME", description = "The method.")
        private @Nullable String name;

        @Override
        public Integer call() {
            PrintWriter out = Main.out(spec);
            if (name == null) {
                String family = "";
                for (CaseMethod method : CaseMethods.all().toList()) {
                    if (!method.family().equals(family)) {
                        family = method.family();
                        out.println(family);
                    }
                    String title = MethodPages.title(method);
                    int dash = title.indexOf('—');
                    out.println(String.format(
                            Locale.ROOT,
                            "  %-36s %s",
                            method.name(),
                            dash < 0 ? "" : title.substring(dash + 1).strip()));
                }
                return ExitCode.COMPLETE.code();
            }
            CaseMethod method = CaseMethods.named(name);
            if (method == null) {
                List<String> known = CaseMethods.all().map(CaseMethod::name).toList();
                throw new Refused(
                        ExitCode.WRONG_COMMAND_LINE,
                        List.of("no method named \"" + name + "\". " + Suggestion.remedy(name, known)));
            }
            MethodPages.section(method)
                    .orElse(List.of("## " + method.name()))
                    .forEach(line -> out.println(line.replace("**", "")));
            return ExitCode.COMPLETE.code();
        }
    }

    /** {@code sapwood generate}. */
    @Command(
            name = "generate",
            description = "Invents the datasets of a plan's trial from a seed; every file says SYNTHETIC DATA.",
            mixinStandardHelpOptions = true)
    static final class Generate implements Callable<Integer> {
        @Spec
        private @Nullable CommandSpec spec;

        @Parameters(paramLabel = "PLAN", description = "The plan.")
        private @Nullable Path plan;

        @Option(
                names = "--subjects",
                paramLabel = "N",
                description = "Subjects who enter treatment (default: as many as the trial has).")
        private @Nullable Integer subjects;

        @Option(names = "--seed", paramLabel = "SEED", defaultValue = "1", description = "The seed.")
        private long seed;

        @Option(names = "--out", paramLabel = "DIR", description = "An empty folder (default: out/<study>-data).")
        private @Nullable Path out;

        @Override
        public Integer call() {
            Generation.Invented made =
                    Generation.run(Main.required(plan), Optional.ofNullable(subjects), seed, Optional.ofNullable(out));
            Main.out(spec)
                    .println(made.folder() + ": " + made.subjects() + " subjects, seed " + seed + ", SYNTHETIC DATA");
            return ExitCode.COMPLETE.code();
        }
    }

    /** {@code sapwood endpoints}. */
    @Command(
            name = "endpoints",
            description = "Lists the endpoint rules with definition, source, inputs and settings.",
            mixinStandardHelpOptions = true)
    static final class EndpointsList implements Callable<Integer> {
        @Spec
        private @Nullable CommandSpec spec;

        @Override
        public Integer call() {
            PrintWriter out = Main.out(spec);
            for (EndpointRule rule : EndpointRules.all()) {
                out.println(rule.name());
                out.println("  " + rule.definition());
                out.println("  Source: " + rule.source());
                for (EndpointRule.Input input : rule.inputs()) {
                    out.println(String.format(
                            Locale.ROOT,
                            "  input   %-22s %s%s",
                            input.name(),
                            input.meaning(),
                            input.required() ? "" : " (optional)"));
                }
                for (EndpointRule.Setting setting : rule.settings()) {
                    out.println(String.format(
                            Locale.ROOT,
                            "  setting %-22s %s (default %s)",
                            setting.name(),
                            setting.meaning(),
                            setting.byDefault()));
                }
                out.println();
            }
            return ExitCode.COMPLETE.code();
        }
    }
}
