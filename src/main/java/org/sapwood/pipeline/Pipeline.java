package org.sapwood.pipeline;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.sapwood.analysis.AnalysisMethods;
import org.sapwood.analysis.Study;
import org.sapwood.data.DataRejected;
import org.sapwood.data.Dataset;
import org.sapwood.data.StudyData;
import org.sapwood.display.Report;
import org.sapwood.display.TemplateRejected;
import org.sapwood.population.TrialData;
import org.sapwood.render.Renderer;
import org.sapwood.render.Renderers;
import org.sapwood.result.ResultFiles;
import org.sapwood.result.ResultSet;
import org.sapwood.sap.DataSpec;
import org.sapwood.sap.DisplaySpec;
import org.sapwood.sap.Sap;
import org.sapwood.sap.SapReader;
import org.sapwood.yaml.Complaints;
import org.sapwood.yaml.Suggestion;

/** Runs a plan from its files to its published package. */
public final class Pipeline {
    /** The label of everything made from invented data. */
    public static final String SYNTHETIC = "SYNTHETIC DATA";

    /** The label of a package without numbers. */
    public static final String SHELLS = "SHELLS - NO DATA";

    private Pipeline() {}

    /**
     * What to run.
     *
     * @param plan the plan's file
     * @param data the folder of the datasets; empty for the plan's own
     * @param out the package's folder; empty for {@code out/<study>}
     * @param only the ids or numbers of the displays wanted; empty for all
     */
    public record Request(Path plan, Optional<Path> data, Optional<Path> out, List<String> only) {}

    /**
     * What was published.
     *
     * @param folder the package
     * @param displays how many displays it holds
     * @param results how many numbers it holds
     */
    public record Published(Path folder, int displays, int results) {}

    private record Plan(Sap sap, String hash, Templates templates) {}

    /**
     * Runs a plan and publishes the package.
     *
     * @param request what to run
     * @param timing where the time of each step is noted
     * @return what was published
     * @throws Refused when nothing was published
     */
    public static Published run(Request request, Timing timing) {
        Plan plan = readPlan(request.plan());
        StudyData data = readData(plan.sap(), dataFolder(request, plan.sap()), request.plan());
        timing.done("read");
        try (Publisher publisher = Publisher.open(out(request, plan.sap()))) {
            Assembled assembled = assemble(plan, data, wanted(plan.sap(), request.only()), timing);
            Map<String, byte[]> files = files(assembled);
            timing.done("typeset");
            files.forEach(publisher::write);
            publisher.write(
                    "manifest.json",
                    bytes(out -> Manifest.write(
                            plan.sap(), plan.hash(), assembled.datasets(), files, assembled.identity(), out)));
            publisher.publish();
            timing.done("write");
            return new Published(
                    out(request, plan.sap()),
                    assembled.report().displays().size(),
                    assembled.results().rows().size());
        }
    }

    /**
     * A package before it is rendered.
     *
     * @param report the finished displays
     * @param results every number
     * @param datasets the datasets by name
     * @param identity who made it from what
     */
    record Assembled(
            Report report, ResultSet results, Map<String, Dataset> datasets, PackageBuilder.Identity identity) {}

    /** {@return the package of a plan before it is rendered} */
    static Assembled assemble(Request request) {
        Plan plan = readPlan(request.plan());
        StudyData data = readData(plan.sap(), dataFolder(request, plan.sap()), request.plan());
        return assemble(plan, data, wanted(plan.sap(), request.only()), new Timing(System.currentTimeMillis()));
    }

    private static Assembled assemble(Plan plan, StudyData data, List<DisplaySpec> wanted, Timing timing) {
        Map<String, Dataset> datasets = new LinkedHashMap<>();
        Map<String, String> hashes = new LinkedHashMap<>();
        for (DataSpec.Binding binding : plan.sap().data().datasets()) {
            Dataset dataset = data.dataset(binding.name()).orElseThrow();
            datasets.put(binding.name(), dataset);
            hashes.put(binding.name(), dataset.sha256());
        }
        Study study = new Study(plan.sap(), new TrialData(plan.sap(), datasets));
        PackageBuilder.Identity identity =
                new PackageBuilder.Identity(Version.text(), plan.hash(), hashes, banners(plan.sap()));
        try {
            ResultSet results = AnalysisMethods.run(study, wanted);
            timing.done("compute");
            Report report = new PackageBuilder(plan.sap(), plan.templates(), study, results, identity).build(wanted);
            return new Assembled(report, results, datasets, identity);
        } catch (DataRejected rejected) {
            throw refused(rejected);
        } catch (TemplateRejected rejected) {
            throw new Refused(ExitCode.TEMPLATE_REJECTED, List.of(String.valueOf(rejected.getMessage())));
        }
    }

    /** {@return every file of a package but the manifest, in order} */
    static Map<String, byte[]> files(Assembled assembled) {
        List<String> banners = assembled.identity().banners();
        Report report = assembled.report();
        Map<String, Writing> writings = new LinkedHashMap<>();
        for (Renderer renderer : Renderers.all()) {
            writings.put(renderer.fileName(), out -> renderer.write(report, out));
        }
        writings.put("results.json", out -> ResultFiles.writeJson(assembled.results(), banners, out));
        writings.put("results.csv", out -> ResultFiles.writeCsv(assembled.results(), banners, out));
        writings.put("cells.json", out -> CellIndex.write(report, out));
        return together(writings);
    }

    /**
     * Reads and binds plan and data, and nothing more.
     *
     * @param plan the plan's file
     * @param data the folder of the datasets; empty for the plan's own
     * @return one line of what was found, for people
     * @throws Refused with every complaint
     */
    public static String check(Path plan, Optional<Path> data) {
        Request request = new Request(plan, data, Optional.empty(), List.of());
        Plan read = readPlan(plan);
        readData(read.sap(), dataFolder(request, read.sap()), plan);
        Sap sap = read.sap();
        return plan + ": " + sap.data().datasets().size() + " datasets, "
                + sap.endpoints().size() + " endpoints, "
                + sap.estimands().size() + " estimands, " + sap.analyses().size() + " analyses and "
                + sap.displays().size() + " displays fit together.";
    }

    /**
     * Publishes the displays with {@code xx.x} in place of numbers; needs no data.
     *
     * @param plan the plan's file
     * @param out the folder; empty for {@code out/<study>-shells}
     * @return what was published
     * @throws Refused when nothing was published
     */
    public static Published shells(Path plan, Optional<Path> out) {
        Plan read = readPlan(plan);
        Path folder = out.orElse(Path.of("out", read.sap().study().id() + "-shells"));
        PackageBuilder.Identity identity =
                new PackageBuilder.Identity(Version.text(), read.hash(), Map.of(), List.of(SHELLS));
        Report report = new PackageBuilder(read.sap(), read.templates(), null, null, identity)
                .build(read.sap().displays());
        try (Publisher publisher = Publisher.open(folder)) {
            Renderer pdf = Renderers.all().get(0);
            publisher.write(pdf.fileName(), bytes(stream -> pdf.write(report, stream)));
            publisher.publish();
        }
        return new Published(folder, report.displays().size(), 0);
    }

    private static List<String> banners(Sap sap) {
        return sap.study().synthetic() ? List.of(SYNTHETIC) : List.of();
    }

    private static Plan readPlan(Path path) {
        Complaints complaints = new Complaints();
        String name = path.toString();
        Optional<Sap> sap = SapReader.read(path, name, complaints);
        if (sap.isEmpty()) {
            throw refused(complaints);
        }
        Templates templates = Templates.of(sap.get(), complaints);
        EndpointChecks.plan(sap.get(), complaints);
        MethodChecks.plan(sap.get(), complaints);
        if (!complaints.isEmpty()) {
            throw refused(complaints);
        }
        try {
            return new Plan(sap.get(), Digest.sha256(Files.readAllBytes(path)), templates);
        } catch (IOException e) {
            throw new Refused(ExitCode.ENVIRONMENT, List.of(name + ": cannot be read (" + e.getMessage() + ")"));
        }
    }

    private static StudyData readData(Sap sap, Path folder, Path plan) {
        if (!Files.isDirectory(folder)) {
            List<String> lines = new ArrayList<>(List.of(plan + " data.folder: expected the datasets in " + folder
                    + "; found no such folder. Point --data at it"));
            if (!sap.data().availability().isEmpty()) {
                lines.add(sap.data().availability());
            }
            throw new Refused(ExitCode.DATA_REJECTED, lines);
        }
        try {
            StudyData data = StudyData.read(sap.data(), folder);
            Binding.check(sap, data);
            return data;
        } catch (DataRejected rejected) {
            throw refused(rejected);
        }
    }

    private static Path dataFolder(Request request, Sap sap) {
        Path parent = request.plan().toAbsolutePath().normalize().getParent();
        return request.data()
                .orElseGet(() -> (parent == null ? Path.of("") : parent)
                        .resolve(sap.data().folder())
                        .normalize());
    }

    private static Path out(Request request, Sap sap) {
        return request.out().orElse(Path.of("out", sap.study().id()));
    }

    private static List<DisplaySpec> wanted(Sap sap, List<String> only) {
        if (only.isEmpty()) {
            return sap.displays();
        }
        List<DisplaySpec> wanted = new ArrayList<>();
        List<String> known = sap.displays().stream().map(DisplaySpec::id).toList();
        for (String name : only) {
            List<DisplaySpec> found = sap.displays().stream()
                    .filter(display ->
                            display.id().equals(name) || display.number().equals(name))
                    .toList();
            if (found.isEmpty()) {
                throw new Refused(
                        ExitCode.WRONG_COMMAND_LINE,
                        List.of("--only: no display named \"" + name + "\". " + Suggestion.remedy(name, known)));
            }
            wanted.addAll(found);
        }
        return wanted;
    }

    private static Refused refused(Complaints complaints) {
        return new Refused(complaints.hasUnsafe() ? ExitCode.UNSAFE_INPUT : ExitCode.PLAN_REJECTED, complaints.lines());
    }

    private static Refused refused(DataRejected rejected) {
        return new Refused(
                rejected.isUnsafe() ? ExitCode.UNSAFE_INPUT : ExitCode.DATA_REJECTED,
                String.valueOf(rejected.getMessage()).lines().toList());
    }

    /** Writes files side by side; their order stays. */
    private static Map<String, byte[]> together(Map<String, Writing> writings) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        ExecutorService pool = Executors.newFixedThreadPool(writings.size());
        try {
            Map<String, Future<byte[]>> pending = new LinkedHashMap<>();
            writings.forEach((name, writing) -> pending.put(name, pool.submit(() -> bytes(writing))));
            for (Map.Entry<String, Future<byte[]>> entry : pending.entrySet()) {
                files.put(entry.getKey(), entry.getValue().get());
            }
            return files;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            if (e.getCause() instanceof Error grave) {
                throw grave;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refused(ExitCode.RESOURCE_LIMIT, List.of("the run was interrupted; nothing was published"));
        } finally {
            pool.shutdownNow();
        }
    }

    @FunctionalInterface
    interface Writing {
        void to(ByteArrayOutputStream out) throws IOException;
    }

    private static byte[] bytes(Writing writing) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            writing.to(out);
        } catch (IOException e) {
            throw new IllegalStateException("memory cannot fail to be written", e);
        }
        return out.toByteArray();
    }
}
