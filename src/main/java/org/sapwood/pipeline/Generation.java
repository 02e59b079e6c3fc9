package org.sapwood.pipeline;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.sapwood.sap.Sap;
import org.sapwood.sap.SapReader;
import org.sapwood.synthetic.SyntheticTrial;
import org.sapwood.yaml.Complaints;

/** Invents the datasets of a plan. */
public final class Generation {
    private Generation() {}

    /**
     * Draws datasets and writes them into an empty folder.
     *
     * @param plan the plan whose trial is invented
     * @param subjects randomised subjects
     * @param seed the root of every random stream
     * @param out the folder; empty for {@code out/<study>-data}
     * @return the folder
     * @throws Refused when the plan is wrong, the trial has no generator, or the folder is not empty
     */
    public static Path run(Path plan, int subjects, long seed, Optional<Path> out) {
        Complaints complaints = new Complaints();
        Sap sap = SapReader.read(plan, plan.toString(), complaints)
                .orElseThrow(() -> new Refused(ExitCode.PLAN_REJECTED, complaints.lines()));
        if (subjects < 1) {
            throw new Refused(
                    ExitCode.WRONG_COMMAND_LINE, List.of("--subjects: expected at least 1; found " + subjects));
        }
        Path folder = out.orElse(Path.of("out", sap.study().id() + "-data"));
        try {
            if (Files.exists(folder) && !isEmpty(folder)) {
                throw new Refused(
                        ExitCode.ENVIRONMENT,
                        List.of(folder + ": expected an empty folder or none; found files. Name another with --out"));
            }
            SyntheticTrial.generate(sap.study().protocol(), subjects, seed, folder);
        } catch (IllegalArgumentException e) {
            throw new Refused(ExitCode.WRONG_COMMAND_LINE, List.of(plan + ": " + e.getMessage()));
        } catch (IOException e) {
            throw new Refused(ExitCode.ENVIRONMENT, List.of(folder + ": cannot be written (" + e.getMessage() + ")"));
        }
        return folder;
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            return !files.iterator().hasNext();
        }
    }
}
