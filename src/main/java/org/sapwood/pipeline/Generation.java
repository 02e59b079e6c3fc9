package org.sapwood.pipeline;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.sapwood.sap.Sap;
import org.sapwood.sap.SapReader;
import org.sapwood.synthetic.SyntheticTrials;
import org.sapwood.synthetic.TrialGenerator;
import org.sapwood.yaml.Complaints;
import org.sapwood.yaml.Suggestion;

/** Invents the datasets of a plan. */
public final class Generation {
    private Generation() {}

    /**
     * Datasets that were written.
     *
     * @param folder where
     * @param subjects how many subjects enter treatment
     */
    public record Invented(Path folder, int subjects) {}

    /**
     * Draws datasets and writes them into an empty folder.
     *
     * @param plan the plan whose trial is invented
     * @param subjects subjects who enter treatment; empty for as many as the trial has
     * @param seed the root of every random stream
     * @param out the folder; empty for {@code out/<study>-data}
     * @return what was written
     * @throws Refused when the plan is wrong, the trial has no generator, or the folder is not empty
     */
    public static Invented run(Path plan, Optional<Integer> subjects, long seed, Optional<Path> out) {
        Complaints complaints = new Complaints();
        Sap sap = SapReader.read(plan, plan.toString(), complaints)
                .orElseThrow(() -> new Refused(ExitCode.PLAN_REJECTED, complaints.lines()));
        TrialGenerator trial = SyntheticTrials.of(sap.study().protocol())
                .orElseThrow(() -> new Refused(
                        ExitCode.WRONG_COMMAND_LINE,
                        List.of(plan + ": study: protocol: expected a trial that can be invented; found \""
                                + sap.study().protocol() + "\". "
                                + Suggestion.remedy(sap.study().protocol(), SyntheticTrials.protocols()))));
        int size = subjects.orElse(trial.subjects());
        if (size < 1) {
            throw new Refused(ExitCode.WRONG_COMMAND_LINE, List.of("--subjects: expected at least 1; found " + size));
        }
        Path folder = out.orElse(Path.of("out", sap.study().id() + "-data"));
        try {
            if (Files.exists(folder) && !isEmpty(folder)) {
                throw new Refused(
                        ExitCode.ENVIRONMENT,
                        List.of(folder + ": expected an empty folder or none; found files. Name another with --out"));
            }
            trial.generate(size, seed, folder);
        } catch (IllegalArgumentException e) {
            throw new Refused(ExitCode.WRONG_COMMAND_LINE, List.of(plan + ": " + e.getMessage()));
        } catch (IOException e) {
            throw new Refused(ExitCode.ENVIRONMENT, List.of(folder + ": cannot be written (" + e.getMessage() + ")"));
        }
        return new Invented(folder, size);
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            return !files.iterator().hasNext();
        }
    }
}
