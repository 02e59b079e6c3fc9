package org.sapwood.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sapwood.pipeline.ExitCode;
import org.sapwood.pipeline.Pipeline;
import org.sapwood.pipeline.Refused;
import org.sapwood.pipeline.Timing;
import org.sapwood.pipeline.Trace;
import org.sapwood.pipeline.Version;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The program {@code sapwood}. */
@Command(
        name = "sapwood",
        description =
                "Turns a statistical analysis plan into the tables, figures and listings of a clinical study report.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Versions.class,
        subcommands = {
            Main.Run.class,
            Main.Check.class,
            Main.Shells.class,
            Main.TraceNumber.class,
            Commands.Generate.class,
            Commands.Qualify.class,
            Commands.Methods.class,
            Commands.EndpointsList.class,
            Calculator.Tis.class,
            Calculator.Doi.class
        })
public final class Main implements Runnable {
    @Spec
    private @Nullable CommandSpec spec;

    /**
     * Runs a command and ends the process with its exit code.
     *
     * @param args the words of the command line
     */
    public static void main(String[] args) {
        System.exit(execute(args, writer(System.out), writer(System.err)));
    }

    private static PrintWriter writer(java.io.PrintStream stream) {
        return new PrintWriter(stream, true, StandardCharsets.UTF_8);
    }

    /** {@return the exit code of a command} */
    static int execute(String[] args, PrintWriter out, PrintWriter err) {
        CommandLine line = new CommandLine(new Main());
        line.setOut(out);
        line.setErr(err);
        line.setExecutionExceptionHandler((e, command, parsed) -> {
            if (e instanceof Refused refused) {
                refused.lines().forEach(problem -> err.println("ERROR " + problem));
                return refused.exitCode().code();
            }
            if (Boolean.getBoolean("sapwood.debug")) {
                e.printStackTrace(err);
            }
            err.println("ERROR Sapwood has a defect: " + e.getClass().getSimpleName() + ": " + e.getMessage()
                    + ". Nothing was published. Run again with -Dsapwood.debug=true and report the trace.");
            return ExitCode.DEFECT.code();
        });
        int code;
        try {
            code = line.execute(args);
        } catch (OutOfMemoryError e) {
            err.println("ERROR Sapwood ran out of memory at "
                    + Runtime.getRuntime().maxMemory() / (1024 * 1024)
                    + " MiB. Nothing was published. Give it more, for example SAPWOOD_HEAP=2g sapwood …, or fewer"
                    + " displays with --only.");
            code = ExitCode.RESOURCE_LIMIT.code();
        }
        out.flush();
        err.flush();
        return code;
    }

    @Override
    public void run() {
        if (spec != null) {
            spec.commandLine().usage(spec.commandLine().getOut());
        }
    }

    /** The version, from the build. */
    static final class Versions implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {Version.text()};
        }
    }

    /** {@code sapwood run}. */
    @Command(
            name = "run",
            description = "Runs a plan and publishes its package: report.pdf, tables.xlsx, listings.xlsx, results.json,"
                    + " results.csv, manifest.json.",
            mixinStandardHelpOptions = true)
    static final class Run implements Callable<Integer> {
        @Spec
        private @Nullable CommandSpec spec;

        @Parameters(paramLabel = "PLAN", description = "The plan, for example sap/nct05495321-dm.yaml.")
        private @Nullable Path plan;

        @Option(
                names = "--data",
                paramLabel = "DIR",
                description = "Where the datasets are (default: as the plan says).")
        private @Nullable Path data;

        @Option(names = "--out", paramLabel = "DIR", description = "The package's folder (default: out/<study>).")
        private @Nullable Path out;

        @Option(names = "--only", paramLabel = "ID", split = ",", description = "Only these displays, by id or number.")
        private List<String> only = List.of();

        @Option(names = "--timing", description = "Prints how long each step took.")
        private boolean timing;

        @Override
        public Integer call() {
            long start = ProcessHandle.current()
                    .info()
                    .startInstant()
                    .map(java.time.Instant::toEpochMilli)
                    .orElseGet(System::currentTimeMillis);
            Timing watch = new Timing(start);
            Pipeline.Published published = Pipeline.run(
                    new Pipeline.Request(required(plan), Optional.ofNullable(data), Optional.ofNullable(out), only),
                    watch);
            PrintWriter print = out(spec);
            print.println(published.folder() + ": " + published.displays() + " displays, " + published.results()
                    + " results");
            if (timing) {
                watch.lines().forEach(print::println);
            }
            return ExitCode.COMPLETE.code();
        }
    }

    /** {@code sapwood check}. */
    @Command(
            name = "check",
            description = "Reads a plan and its data and says everything that does not fit, at once.",
            mixinStandardHelpOptions = true)
    static final class Check implements Callable<Integer> {
        @Spec
        private @Nullable CommandSpec spec;

        @Parameters(paramLabel = "PLAN", description = "The plan.")
        private @Nullable Path plan;

        @Option(
                names = "--data",
                paramLabel = "DIR",
                description = "Where the datasets are (default: as the plan says).")
        private @Nullable Path data;

        @Override
        public Integer call() {
            out(spec).println(Pipeline.check(required(plan), Optional.ofNullable(data)));
            return ExitCode.COMPLETE.code();
        }
    }

    /** {@code sapwood shells}. */
    @Command(
            name = "shells",
            description = "Publishes the displays of a plan with xx.x in place of numbers; needs no data.",
            mixinStandardHelpOptions = true)
    static final class Shells implements Callable<Integer> {
        @Spec
        private @Nullable CommandSpec spec;

        @Parameters(paramLabel = "PLAN", description = "The plan.")
        private @Nullable Path plan;

        @Option(names = "--out", paramLabel = "DIR", description = "The folder (default: out/<study>-shells).")
        private @Nullable Path out;

        @Override
        public Integer call() {
            Pipeline.Published published = Pipeline.shells(required(plan), Optional.ofNullable(out));
            out(spec).println(published.folder() + ": " + published.displays() + " shells");
            return ExitCode.COMPLETE.code();
        }
    }

    /** {@code sapwood trace}. */
    @Command(
            name = "trace",
            description = "Walks a number back: result, method, selection, subjects, records.",
            mixinStandardHelpOptions = true)
    static final class TraceNumber implements Callable<Integer> {
        @Spec
        private @Nullable CommandSpec spec;

        @Parameters(index = "0", paramLabel = "PACKAGE", description = "The folder that \"run\" published.")
        private @Nullable Path folder;

        @Parameters(
                index = "1",
                paramLabel = "ADDRESS",
                description = "A cell, <display>/<row>/<column>, or a result's key.")
        private @Nullable String address;

        @Override
        public Integer call() {
            Trace.of(required(folder), required(address)).forEach(out(spec)::println);
            return ExitCode.COMPLETE.code();
        }
    }

    static PrintWriter out(@Nullable CommandSpec spec) {
        return required(spec).commandLine().getOut();
    }

    /** picocli has filled what it declares required. */
    static <T> T required(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("the command line was not parsed");
        }
        return value;
    }
}
